import { ESPECIES, type Especie, type Gravidade } from "./regra.ts";

/** State of one indicator in one municipality in one period. */
export const ESTADOS = ["erro", "a-conferir", "sem-dado", "ok", "nao-avaliado"] as const;
export type EstadoCelula = (typeof ESTADOS)[number];

export const ESTADO_ROTULO: Readonly<Record<EstadoCelula, string>> = {
  erro: "erro",
  "a-conferir": "a conferir",
  "sem-dado": "sem dado",
  ok: "ok",
  "nao-avaliado": "não avaliado",
};

export const ESTADO_EXPLICA: Readonly<Record<EstadoCelula, string>> = {
  erro: "uma regra mostra que o valor não pode estar certo",
  "a-conferir": "o valor é possível, mas foge do esperado",
  "sem-dado": "o dado era esperado e não está no arquivo",
  ok: "as regras olharam o valor e nada apareceu",
  "nao-avaliado": "nenhuma regra se aplica ou o dado não era esperado",
};

/**
 * One cell packs the state of each kind of rule in four bits: 0 not evaluated,
 * 1 ok, 2 missing, 3 to check, 4 wrong. A higher number outweighs a lower one.
 */
const BITS = 4;
const MASK = 0b1111;
const NIVEL_OK = 1;
const NIVEL: Readonly<Record<Gravidade, number>> = { "sem-dado": 2, "a-conferir": 3, erro: 4 };
const ESTADO_DO_NIVEL: readonly EstadoCelula[] = ["nao-avaliado", "ok", "sem-dado", "a-conferir", "erro"];
const DESLOCA: Readonly<Record<Especie, number>> = {
  correcao: 0,
  completude: BITS,
  consistencia: 2 * BITS,
  atualidade: 3 * BITS,
};

/** Notes in a cell that a rule of the kind looked at it and, with a severity, what it says. */
export function anotar(celulas: Uint16Array, i: number, especie: Especie, gravidade: Gravidade | null): void {
  const celula = celulas[i] ?? 0;
  const desloca = DESLOCA[especie];
  const nivel = gravidade === null ? NIVEL_OK : NIVEL[gravidade];
  if (((celula >> desloca) & MASK) < nivel) {
    celulas[i] = (celula & ~(MASK << desloca)) | (nivel << desloca);
  }
}

/**
 * The state of a cell under the kinds given (none means all): the heaviest of
 * them. That a figure is there does not by itself make it ok: some rule must have
 * looked at its value.
 */
export function estadoDaCelula(celula: number, especies: readonly Especie[] = []): EstadoCelula {
  let maior = 0;
  for (const especie of especies.length === 0 ? ESPECIES : especies) {
    const nivel = (celula >> DESLOCA[especie]) & MASK;
    const conta = especies.length === 0 && nivel === NIVEL_OK && !OLHA_O_VALOR.has(especie) ? 0 : nivel;
    if (conta > maior) maior = conta;
  }
  return ESTADO_DO_NIVEL[maior] ?? "nao-avaliado";
}

const NAO_LIDA = 255;

/** Reads the state of many cells under the kinds given, as its place in `ESTADOS`: each distinct cell is decoded once. */
export function leitorDeEstados(especies: readonly Especie[] = []): (celula: number) => number {
  const lidas = new Uint8Array(1 << (BITS * ESPECIES.length)).fill(NAO_LIDA);
  return (celula) => {
    const conhecida = lidas[celula] ?? NAO_LIDA;
    if (conhecida !== NAO_LIDA) return conhecida;
    const lugar = ESTADOS.indexOf(estadoDaCelula(celula, especies));
    lidas[celula] = lugar;
    return lugar;
  };
}

const OLHA_O_VALOR: ReadonlySet<Especie> = new Set(["correcao", "consistencia"]);
