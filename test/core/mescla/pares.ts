import { seededSource, type Source } from "../../../src/core/metodo/seeded-random.ts";
import { idDaChave, lapide, registro, TIPOS, type Registro, type TipoDeRegistro, type Valor } from "../../../src/core/mescla/index.ts";

export interface Par {
  readonly base: readonly Registro[];
  readonly meus: readonly Registro[];
  readonly deles: readonly Registro[];
}

/** Few values a field, so that two people often write the same one. */
const VALORES: Readonly<Record<TipoDeRegistro, Readonly<Record<string, readonly Valor[]>>>> = {
  plano: {
    municipio: [1100015, 1100023],
    especie: ["providencias", "apoio"],
    dificuldade: ["Sem equipe", "Sem sede", "Sem conselho"],
    origem: ["auditoria", "monitoramento"],
    inicio: [null, "2026-01-05", "2026-02-02"],
  },
  acao: {
    plano: [idDaChave("plano", [0]), idDaChave("plano", [1])],
    acao: ["Contratar", "Alugar", "Capacitar"],
    orgao: [null, "Secretaria", "Gabinete"],
    prazo: [null, "2026-03-01", "2026-04-01", "2026-05-01"],
    conclusao: [null, "2026-02-20"],
  },
  visita: { municipio: [1100015, 1100023], data: ["2026-01-10", "2026-01-11"], participantes: [null, 0, 12] },
  nota: { texto: ["Conferir", "Feito"], municipio: [null, 1100015] },
};

/** Two people's copies of one base: each added, changed, emptied, took out and brought back at random, and has not seen some. */
export function parSorteado(semente: number): Par {
  const fonte = seededSource(`par ${semente}`);
  const base = Array.from({ length: inteiro(fonte, 7) }, (_, i) => novo(fonte, i)).map((cada) => (fonte() < 0.15 ? lapide(cada) : cada));
  return { base, meus: lado(fonte, base), deles: lado(fonte, base) };
}

function lado(fonte: Source, base: readonly Registro[]): Registro[] {
  const vistos = base.filter(() => fonte() > 0.05).map((cada) => (fonte() < 0.5 ? cada : mexido(fonte, cada)));
  // Ids of both sides come from one short list: the same row of a file, imported by both.
  const outros = [...new Set([7, 8, 9].filter(() => fonte() < 0.3))].map((i) => novo(fonte, i));
  return embaralhado(fonte, [...vistos, ...outros.map((cada) => (fonte() < 0.1 ? lapide(cada) : cada))]);
}

function mexido(fonte: Source, cada: Registro): Registro {
  if (cada.removido) return registro(cada.id, sorteio(fonte, cada.tipo));
  if (fonte() < 0.2) return lapide(cada);
  const campos: Record<string, Valor> = { ...cada.campos };
  for (const [campo, valores] of Object.entries(VALORES[cada.tipo])) if (fonte() < 0.4) campos[campo] = um(fonte, valores);
  return registro(cada.id, campos);
}

const novo = (fonte: Source, i: number): Registro => {
  const tipo = TIPOS[i % TIPOS.length] ?? "nota";
  return registro(idDaChave(tipo, [i]), sorteio(fonte, tipo));
};

const sorteio = (fonte: Source, tipo: TipoDeRegistro): Record<string, Valor> =>
  Object.fromEntries(Object.entries(VALORES[tipo]).map(([campo, valores]) => [campo, um(fonte, valores)]));

const inteiro = (fonte: Source, ate: number): number => Math.floor(fonte() * (ate + 1));

function um(fonte: Source, valores: readonly Valor[]): Valor {
  return valores[Math.floor(fonte() * valores.length)] ?? null;
}

function embaralhado(fonte: Source, registros: readonly Registro[]): Registro[] {
  return registros.map((cada) => ({ cada, ordem: fonte() })).sort((a, b) => a.ordem - b.ordem).map(({ cada }) => cada);
}
