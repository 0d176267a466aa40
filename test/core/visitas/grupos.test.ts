import { describe, expect, it } from "vitest";
import { agruparPorBase, repartirCota } from "../../../src/core/visitas/grupos.ts";
import { montarProblemas } from "../../../src/core/visitas/montar.ts";
import { planejar } from "../../../src/core/visitas/planejar.ts";
import type { Cota } from "../../../src/core/visitas/ajustes.ts";
import { A, B, BASE, C, entrada, municipio, MUNICIPIOS } from "./linha-do-equador.ts";

const OUTRA = 1200000;
const [D, E] = [1200001, 1300001];
/** A second state at 10° east, with a town of its own at 11°, and a town of a state without a base at 8°. */
const LISTA = [...MUNICIPIOS, municipio(OUTRA, 10, null), municipio(D, 11, 30, { regiao: 120001 }), municipio(E, 8, 20, { regiao: 130001 })];
const DUAS = entrada({ bases: [{ codigo: BASE, equipes: 1 }, { codigo: OUTRA, equipes: 2 }], trimestres: 2 }, { municipios: LISTA });

describe("municipalities by base", () => {
  it("go to the base of their own state, or to the nearest", () => {
    const grupos = agruparPorBase(DUAS, LISTA).map((grupo) => grupo.map(({ codigo }) => codigo));
    expect(grupos).toEqual([[BASE, A, B, C], [OUTRA, D, E]]);
  });

  it("go to the nearest of two bases of their state, the first in the list at equal distance", () => {
    const bases = [{ codigo: C, equipes: 1 }, { codigo: A, equipes: 1 }];
    const grupos = agruparPorBase(entrada({ bases }), MUNICIPIOS).map((grupo) => grupo.map(({ codigo }) => codigo));
    expect(grupos).toEqual([[BASE, C], [A, B]]);
  });

  it("are one problem a base, a slot for each team and quarter", () => {
    const { bases } = montarProblemas(DUAS);
    expect(bases.map(({ equipes }) => equipes)).toEqual([[`${BASE}-1`], [`${OUTRA}-1`, `${OUTRA}-2`]]);
    expect(bases[1]?.problema.slots.map(({ crew, period, days }) => [crew, period, days])).toEqual([[0, 0, 3], [1, 0, 3], [0, 1, 3], [1, 1, 3]]);
    // 100 % of V in the first quarter, 80 % in the second.
    const { problema, parada } = bases[0] ?? {};
    const a = parada?.get(A) ?? -1;
    expect([problema?.gain[a], problema?.gain[(problema.stops) + a]]).toEqual([50, 40]);
  });

  it("are planned base by base into one plan", () => {
    const plano = planejar(DUAS);
    expect(plano.viagens.filter(({ base }) => base === OUTRA).flatMap(({ paradas }) => paradas.map(({ codigo }) => codigo)).sort()).toEqual([D, E]);
    expect(plano.diasDisponiveis).toBe(3 * 2 + 3 * 4);
    expect(plano.iteracoes).toBe(400);
  });
});

describe("a quota among bases", () => {
  const cota: Cota = { grupo: "regiao", id: 7, minimo: 4 };
  const grupo = (n: number, de: number) => Array.from({ length: n }, (_, i) => municipio(de + i, 0, 1, { regiao: 7 }));

  it("is shared by largest remainders", () => {
    // 4 × 3/6, 2/6 and 1/6: 2, 1.33 and 0.67.
    expect(repartirCota(cota, [grupo(3, 10), grupo(2, 20), grupo(1, 30)]).map(({ minimo }) => minimo)).toEqual([2, 1, 1]);
  });

  it("is all of the one base that serves the group", () => {
    expect(repartirCota(cota, [[], grupo(4, 10)]).map(({ minimo, codigos }) => [minimo, codigos])).toEqual([[0, []], [4, [10, 11, 12, 13]]]);
  });

  it("stays owed when nobody can be visited", () => {
    expect(repartirCota(cota, [[], []]).map(({ minimo }) => minimo)).toEqual([4, 0]);
  });
});

describe("an input that cannot be planned", () => {
  it("is refused with the value that is wrong", () => {
    expect(() => montarProblemas(entrada({ bases: [{ codigo: 9999999, equipes: 1 }] }))).toThrow(/base 9999999/);
    expect(() => montarProblemas(entrada({ viagensTravadas: [{ equipe: `${BASE}-1`, inicio: "2027-01-02", municipios: [A] }] }))).toThrow(/2027-01-02, not a working day/);
    expect(() => montarProblemas(entrada({ viagensTravadas: [{ equipe: `${BASE}-9`, inicio: "2027-01-04", municipios: [A] }] }))).toThrow(/no team 1100000-9/);
    expect(() => montarProblemas(entrada({ trimestres: 2, pesoDoTrimestre: [1] }))).toThrow(/quarter 2 has no weight/);
  });
});
