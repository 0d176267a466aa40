import { describe, expect, it } from "vitest";
import { atLeast, atMost, binomial, countLimits, fromFrequencies, hypergeometric, type DistribuicaoDeContagem } from "../../../src/core/equidade/contagens.ts";
import { isInsuficiente, type Resposta } from "../../../src/core/equidade/resposta.ts";
import { sortear, type Sorteio } from "../../../src/core/equidade/sorteio.ts";

function figure(resposta: Resposta<Sorteio>): Sorteio {
  if (isInsuficiente(resposta)) throw new Error(`insufficient: ${resposta.porque}`);
  return resposta;
}

function at({ primeiro, p }: DistribuicaoDeContagem, x: number): number {
  return p[x - primeiro] ?? 0;
}

describe("counts of a lottery", () => {
  it("gives the hypergeometric figures that SAS and MatheAss print", () => {
    // SAS FedSQL reference, PROBHYPR(200, 50, 10, 2) = 0.5236734081.
    expect(atMost(hypergeometric(200, 50, 10), 2)).toBeCloseTo(0.5236734081, 10);
    // MatheAss 10, "Hypergeometric distribution": n = 20, m = 100, r = 50.
    const d = hypergeometric(100, 50, 20);
    expect([5, 8, 10, 14].map((k) => at(d, k).toFixed(8))).toEqual(["0.00889760", "0.12160243", "0.19687122", "0.02780501"]);
    expect(atMost(d, 10)).toBeCloseTo(0.59843561, 8);
  });

  it("gives 20, 60, 36 and 4 of 120 for 3 drawn of 10 with 4 in the group", () => {
    // C(4,x)·C(6,3−x) of C(10,3) = 120.
    const d = hypergeometric(10, 4, 3);
    [20, 60, 36, 4].forEach((n, x) => expect(at(d, x)).toBeCloseTo(n / 120, 14));
    expect(atLeast(d, 2)).toBeCloseTo(40 / 120, 14);
    // 8 of 10 in the group, 5 drawn: 3 at least. C(8,3)·C(2,2) = 56 of 252.
    expect(hypergeometric(10, 8, 5)).toMatchObject({ primeiro: 3, minimo: 3, maximo: 5 });
    expect(at(hypergeometric(10, 8, 5), 3)).toBeCloseTo(56 / 252, 14);
    expect(Array.from(hypergeometric(10, 0, 3).p)).toEqual([1]);
  });

  it("has limits 6 and 14 for 20 draws at one half", () => {
    // (1 + 20 + 190 + 1140 + 4845 + 15504)/2²⁰ = 21700/1048576 = 0.0207 up to 5; with C(20,6) = 38760, 0.0577 up to 6.
    const d = binomial(20, 0.5);
    expect(atMost(d, 5)).toBeCloseTo(21_700 / 1_048_576, 14);
    expect(countLimits(d, 0.95)).toEqual({ inferior: 6, superior: 14 });
    expect(Array.from(binomial(7, 0).p)).toEqual([1]);
    expect(binomial(7, 1)).toMatchObject({ primeiro: 7, minimo: 7 });
  });

  it("has limits 1 and 4 for 5 drawn of 10 with 5 in the group", () => {
    // 1, 25, 100, 100, 25, 1 of 252: 0.004 up to 0, 0.103 up to 1; 0.996 up to 4.
    expect(countLimits(hypergeometric(10, 5, 5), 0.95)).toEqual({ inferior: 1, superior: 4 });
    // A level met exactly is met: 1/252 on either side.
    expect(countLimits(hypergeometric(10, 5, 5), 1 - 2 / 252)).toEqual({ inferior: 0, superior: 4 });
  });

  it("keeps its mean and adds to 1 with 100,000 events", () => {
    const d = binomial(100_000, 0.0123);
    expect(d.p.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    expect(d.p.reduce((sum, p, i) => sum + p * (d.primeiro + i), 0)).toBeCloseTo(1230, 6);
    // Normal with correction of half a count: 1230 ± 1.96·√(1230·0.9877) = 1161.7 to 1298.3.
    expect(countLimits(d, 0.95)).toEqual({ inferior: 1162, superior: 1299 });
  });

  it("refuses draws that cannot be made", () => {
    expect(() => hypergeometric(10, 11, 3)).toThrow("cannot draw 3 of 10 units with 11 in the group");
    expect(() => hypergeometric(10, 4, 2.5)).toThrow(RangeError);
    expect(() => binomial(-1, 0.5)).toThrow("draws must be a whole number ≥ 0, got -1");
    expect(() => binomial(5, 1.5)).toThrow("a chance must be from 0 to 1, got 1.5");
    expect(() => fromFrequencies([0, 0], 0, 1)).toThrow("no count among 2 was ever drawn");
  });
});

describe("what each group has against a lottery", () => {
  const grupos = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];

  it("is exact without putting back when each unit has one event at most", () => {
    const s = figure(sortear({ contagens: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0], grupos, quantosGrupos: 2, chances: null }));
    expect(s).toMatchObject({ metodo: "hipergeometrico", simulacoes: null, unidades: 10, eventos: 5, fora: 0 });
    expect(s.grupos[0]).toMatchObject({ unidades: 5, observado: 5, inferior: 1, superior: 4, situacao: "acima" });
    expect(s.grupos[1]).toMatchObject({ observado: 0, inferior: 1, superior: 4, situacao: "abaixo" });
    expect(s.grupos[0]?.esperado).toBeCloseTo(2.5, 12);
    expect(s.grupos[0]?.p).toBeCloseTo(2 / 252, 12);
  });

  it("draws each event by itself when some unit has two, with chances as given", () => {
    const contagens = [4, 4, 4, 2, 0, 2, 2, 1, 1, 0];
    const igual = figure(sortear({ contagens, grupos, quantosGrupos: 2, chances: null }));
    expect(igual.metodo).toBe("multinomial");
    // 20 events at one half: 6 to 14; 14 observed. P(X ≥ 14) = (38760 + 15504 + … ) → P(X ≤ 6) = 60460/2²⁰.
    expect(igual.grupos[0]).toMatchObject({ observado: 14, inferior: 6, superior: 14, situacao: "dentro" });
    expect(igual.grupos[0]?.p).toBeCloseTo((2 * 60_460) / 1_048_576, 12);
    const chances = [3, 3, 3, 3, 3, 1, 1, 1, 1, 1];
    expect(figure(sortear({ contagens, grupos, quantosGrupos: 2, chances })).grupos.map((g) => g.esperado)).toEqual([expect.closeTo(15, 10), expect.closeTo(5, 10)]);
  });

  it("simulates unequal chances without putting back, the same for the same seed", () => {
    // Two of three units, chances 1, 1 and 2: the last is drawn with 2/4 + 2·(1/4)(2/3) = 5/6.
    const entrada = { contagens: [1, 0, 1], grupos: [0, 0, 1], quantosGrupos: 2, chances: [1, 1, 2] };
    const opcoes = { minimoDeEventos: 1, simulacoes: 20_000, seed: 7 };
    const s = figure(sortear(entrada, opcoes));
    expect(s).toMatchObject({ metodo: "simulacao", simulacoes: 20_000 });
    expect(Math.abs((s.grupos[1]?.esperado ?? NaN) - 5 / 6)).toBeLessThan(0.01);
    expect(s.grupos[0]?.esperado).toBeCloseTo(2 - (s.grupos[1]?.esperado ?? NaN), 10);
    expect(sortear(entrada, opcoes)).toEqual(s);
    expect(sortear(entrada, { ...opcoes, seed: 8 })).not.toEqual(s);
    // With chances that are equal after all, the simulation comes near the exact figures.
    const quase = figure(sortear({ contagens: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0], grupos, quantosGrupos: 2, chances: grupos.map(() => 1) }));
    expect(quase.grupos[0]).toMatchObject({ inferior: 1, superior: 4, situacao: "acima" });
  });

  it("says nothing of a group that could have any count, and keeps in the draw who has no group", () => {
    const s = figure(sortear({ contagens: [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0], grupos: [0, ...Array.from({ length: 11 }, () => -1)], quantosGrupos: 2, chances: null }));
    expect(s.grupos[0]).toMatchObject({ unidades: 1, observado: 1, situacao: "nada-a-dizer", inferior: 0, superior: 1 });
    expect(s.grupos[1]).toMatchObject({ unidades: 0, observado: 0, esperado: 0, situacao: "nada-a-dizer" });
    expect(s.unidades).toBe(12);
  });

  it("leaves out who has no count or chance, with their events, and needs five events", () => {
    const s = figure(sortear({ contagens: [3, NaN, 2, 4], grupos: [0, 0, 1, 1], quantosGrupos: 2, chances: [1, 1, 1, 0] }));
    expect(s).toMatchObject({ unidades: 2, eventos: 5, fora: 2, eventosFora: 4 });
    expect(sortear({ contagens: [1, 3], grupos: [0, 1], quantosGrupos: 2, chances: null })).toEqual({ porque: "poucos-eventos", ha: 4, minimo: 5 });
    expect(sortear({ contagens: [0, 0], grupos: [0, 1], quantosGrupos: 2, chances: null }, { minimoDeEventos: 0 })).toEqual({ porque: "poucos-eventos", ha: 0, minimo: 1 });
  });

  it("refuses columns that do not fit", () => {
    const base = { contagens: [1, 1], grupos: [0, 1], quantosGrupos: 2, chances: null };
    expect(() => sortear({ ...base, grupos: [0] })).toThrow("2 units with counts, 1 with a group");
    expect(() => sortear({ ...base, chances: [1] })).toThrow("2 units with counts, 1 with a chance");
    expect(() => sortear({ ...base, contagens: [1, 0.5] })).toThrow("events of unit 1 must be a whole number ≥ 0, got 0.5");
    expect(() => sortear({ ...base, grupos: [0, 2] })).toThrow("group of unit 1 must be a whole number under 2, got 2");
    expect(() => sortear({ ...base, chances: [1, -1] })).toThrow("chance of unit 1 must be finite and ≥ 0, got -1");
    expect(() => sortear(base, { confidence: 0 })).toThrow("confidence must be above 0 and below 1, got 0");
    expect(() => sortear(base, { simulacoes: 0 })).toThrow("simulations must be a whole number ≥ 1, got 0");
  });
});
