import { describe, expect, it } from "vitest";
import { casoInteiro } from "../../../src/core/denuncias/caso.ts";
import type { CasosEmColunas } from "../../../src/core/denuncias/colunas.ts";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { PASSOS, SEM_CODIGO, SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { ESPERAS, ESTADOS, ESTADOS_FINAIS, INCONSISTENCIAS, type Reproducao } from "../../../src/core/denuncias/reproducao.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { montarMesa } from "../../../src/core/denuncias/selecao.ts";
import { calcularRelogio } from "../../../src/core/denuncias/relogio.ts";
import { montarCalendario } from "../../../src/core/denuncias/calendario.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";

const HOJE = diaDe("2026-01-15");
const N = 3000;

type Sorteio = () => number;

const inteiro = (sorteio: Sorteio, n: number): number => Math.floor(sorteio() * n);

/** Any events whatever, on days that differ within a case; a few without a day, before SUAS or after today, some in the complaint's row. */
function sortear(semente: string): CasosEmColunas {
  const sorteio = seededSource(semente);
  const [inicio, passo, dia, detalhe, daLinha] = [[0], [] as number[], [] as number[], [] as number[], [] as number[]];
  const registro: number[] = [];
  for (let caso = 0; caso < N; caso += 1) {
    const de = HOJE - 60 - inteiro(sorteio, 300);
    registro.push(sorteio() < 0.1 ? SEM_DIA : de);
    const dias = embaralhar(Array.from({ length: 90 }, (_, i) => de - 5 + i), sorteio);
    for (let e = inteiro(sorteio, 12); e > 0; e -= 1) {
      const [sorte, oPasso] = [sorteio(), inteiro(sorteio, PASSOS.length)];
      passo.push(oPasso);
      dia.push(sorte < 0.03 ? SEM_DIA : sorte < 0.06 ? 1000 + e : sorte < 0.09 ? HOJE + 100 + e : (dias[e] ?? de));
      detalhe.push(sorteio() < 0.1 || ![6, 10, 13].includes(oPasso) ? SEM_CODIGO : inteiro(sorteio, oPasso === 13 ? 2 : 3));
      daLinha.push(sorteio() < 0.3 ? 1 : 0);
    }
    inicio.push(passo.length);
  }
  const codigos = (de: number): Uint8Array => Uint8Array.from({ length: N }, () => inteiro(sorteio, de));
  return {
    n: N,
    registro: Int32Array.from(registro),
    municipio: Int32Array.from({ length: N }, () => inteiro(sorteio, 141)),
    canal: codigos(5),
    tema: codigos(11),
    situacao: codigos(10),
    anonima: codigos(2),
    origem: codigos(3),
    principal: Int32Array.from({ length: N }, () => (sorteio() < 0.2 ? inteiro(sorteio, N + 1) - 1 : sorteio() < 0.05 ? -2 : -1)),
    inicio: Int32Array.from(inicio),
    passo: Uint8Array.from(passo),
    dia: Int32Array.from(dia),
    detalhe: Uint8Array.from(detalhe),
    daLinha: Uint8Array.from(daLinha),
  };
}

/** The same cases with the events of each in another order. */
function misturar(casos: CasosEmColunas, semente: string): CasosEmColunas {
  const sorteio = seededSource(semente);
  const ordem = Array.from({ length: casos.n }, (_, caso) => {
    const [de, ate] = [casos.inicio[caso] ?? 0, casos.inicio[caso + 1] ?? 0];
    return embaralhar(Array.from({ length: ate - de }, (__, i) => de + i), sorteio);
  }).flat();
  return {
    ...casos,
    passo: Uint8Array.from(ordem, (e) => casos.passo[e] ?? 0),
    dia: Int32Array.from(ordem, (e) => casos.dia[e] ?? 0),
    detalhe: Uint8Array.from(ordem, (e) => casos.detalhe[e] ?? 0),
    daLinha: Uint8Array.from(ordem, (e) => casos.daLinha[e] ?? 0),
  };
}

function embaralhar(lista: number[], sorteio: Sorteio): number[] {
  for (let i = lista.length - 1; i > 0; i -= 1) {
    const j = inteiro(sorteio, i + 1);
    [lista[i], lista[j]] = [lista[j] ?? 0, lista[i] ?? 0];
  }
  return lista;
}

/** What is wrong, by case, in an order that does not depend on that of the events. */
function problemas({ inconsistencias: { caso, codigo, passo } }: Reproducao): string[] {
  return Array.from(caso, (c, i) => `${c} ${INCONSISTENCIAS[codigo[i] ?? -1]} ${passo[i]}`).sort();
}

const CASOS = sortear("eventos quaisquer");
const REPRODUCAO = reproduzir(CASOS, HOJE);

describe("replaying any events whatever", () => {
  it("changes nothing in the columns and answers the same again", () => {
    const antes = structuredClone(CASOS);
    expect(reproduzir(CASOS, HOJE)).toEqual(REPRODUCAO);
    expect(CASOS).toEqual(antes);
  });

  it("gives every case one state, and a state and a wait that agree", () => {
    expect(REPRODUCAO.estado).toHaveLength(N);
    for (let caso = 0; caso < N; caso += 1) {
      const estado = ESTADOS[REPRODUCAO.estado[caso] ?? -1];
      const espera = ESPERAS[REPRODUCAO.espera[caso] ?? -1];
      if (estado === undefined || espera === undefined) throw new Error(`case ${caso} has no state`);
      expect(espera === "principal").toBe(estado === "apensada");
      expect(espera === "principal" || espera === "ninguem").toBe(ESTADOS_FINAIS.includes(estado));
      if (!ESTADOS_FINAIS.includes(estado)) expect(REPRODUCAO.encerramento[caso]).toBe(SEM_DIA);
    }
  });

  it("brings cases to every state", () => {
    expect(new Set(REPRODUCAO.estado).size).toBe(ESTADOS.length);
  });

  it("does not depend on the order of the events in the file", () => {
    const outra = reproduzir(misturar(CASOS, "outra ordem"), HOJE);
    for (const coluna of ["estado", "espera", "diaDoPasso", "emDuvida", "desfechos", "diaDoDesfecho", "encerramento", "contaPor"] as const) {
      expect(outra[coluna], coluna).toEqual(REPRODUCAO[coluna]);
    }
    expect(problemas(outra)).toEqual(problemas(REPRODUCAO));
  });

  it("tells every event whose day cannot be, and of each the one thing that is wrong", () => {
    const { evento, codigo } = REPRODUCAO.inconsistencias;
    const contados = new Map<number, number>();
    for (const [i, e] of evento.entries()) {
      const nome = INCONSISTENCIAS[codigo[i] ?? -1];
      if (nome === "sem-data" || nome === "dia-impossivel" || nome === "dia-no-futuro") contados.set(e, (contados.get(e) ?? 0) + 1);
    }
    const impossiveis = [...CASOS.dia.keys()].filter((e) => (CASOS.dia[e] ?? 0) < 10_000 || (CASOS.dia[e] ?? 0) > HOJE);
    expect([...contados.keys()].sort((a, b) => a - b)).toEqual(impossiveis);
    expect(new Set(contados.values())).toEqual(new Set([1]));
  });

  it("tells of an event only in its own case, and lists the cases in order", () => {
    const { caso, evento } = REPRODUCAO.inconsistencias;
    expect(caso.every((c, i) => i === 0 || c >= (caso[i - 1] ?? 0))).toBe(true);
    for (const [i, e] of evento.entries()) {
      const c = caso[i] ?? 0;
      if (e !== -1) expect(e >= (CASOS.inicio[c] ?? 0) && e < (CASOS.inicio[c + 1] ?? 0)).toBe(true);
    }
  });

  it("puts a step in doubt only where something was told of it", () => {
    const ditos = new Uint16Array(N);
    const { caso, passo } = REPRODUCAO.inconsistencias;
    for (const [i, c] of caso.entries()) if (passo[i] !== SEM_CODIGO) ditos[c] = (ditos[c] ?? 0) | (1 << (passo[i] ?? 0));
    expect(REPRODUCAO.emDuvida.every((bits, c) => (bits & ~(ditos[c] ?? 0)) === 0)).toBe(true);
  });

  it("loses no event: each is in the panel of its case, once", () => {
    const calendario = montarCalendario({ de: HOJE - 4000, ate: HOJE + 4000, parados: [], municipio: null, facultativosParados: true });
    const relogio = calcularRelogio(CASOS, REPRODUCAO, [], { hoje: HOJE, regra: null, calendarioDe: () => calendario });
    const mesa = montarMesa(CASOS, REPRODUCAO, relogio, new Uint8Array(0));
    const mostrados = Array.from({ length: N }, (_, caso) => casoInteiro(mesa, caso).eventos).flat();
    expect(mostrados.sort((a, b) => a - b)).toEqual([...CASOS.dia.keys()]);
  });

  it("counts each case once: by itself, or through one that counts by itself", () => {
    for (const raiz of REPRODUCAO.contaPor) if (raiz !== -1) expect(REPRODUCAO.contaPor[raiz]).toBe(-1);
    expect(REPRODUCAO.contaPor.every((raiz, caso) => raiz !== caso)).toBe(true);
  });
});
