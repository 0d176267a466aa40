import { describe, expect, it } from "vitest";
import { concentracao, countByUnit, gini, type Concentracao } from "../../../src/core/equidade/concentracao.ts";
import { isInsuficiente, type Resposta } from "../../../src/core/equidade/resposta.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";

const FEW = { minimoDeUnidades: 3, minimoDeEventos: 1 };

function figure(resposta: Resposta<Concentracao>): Concentracao {
  if (isInsuficiente(resposta)) throw new Error(`insufficient: ${resposta.porque}`);
  return resposta;
}

/** Quintiles from the poorest, who are most in need. */
const QUINTIS = [5, 4, 3, 2, 1];

describe("concentration index against published worked values", () => {
  /**
   * Under-five deaths in India, 1982–92, five wealth groups from the poorest: births and deaths per
   * 1,000. World Bank, "Quantitative Techniques for Health Equity Analysis, Technical Note #7: The
   * Concentration Index", Table 1; the same in O'Donnell et al., "Analyzing Health Equity Using
   * Household Survey Data", 2008, ch. 7–8 (concentration index −0.1694).
   */
  const births = [29_939, 28_776, 26_528, 24_689, 19_739];
  const deathsPerThousand = [154.7, 152.9, 119.5, 86.9, 54.3];
  const deaths = births.map((n, i) => (n * (deathsPerThousand[i] ?? NaN)) / 1000);
  const india = figure(concentracao({ necessidade: QUINTIS, contagens: deaths, pesos: births }, FEW));

  it("gives −0.1694 for under-five deaths in India and the cumulative shares printed beside it", () => {
    expect(deaths.map((n) => Math.round(n))).toEqual([4632, 4400, 3170, 2145, 1072]);
    expect(india.indice.toFixed(4)).toBe("-0.1694");
    const percent = (shares: Float64Array): number[] => Array.from(shares, (share) => Math.round(100 * share));
    expect(percent(india.curva.unidades)).toEqual([0, 23, 45, 66, 85, 100]);
    expect(percent(india.curva.eventos)).toEqual([0, 30, 59, 79, 93, 100]);
  });

  it("agrees with the sum of pₜLₜ₊₁ − pₜ₊₁Lₜ of the same table: −0.0008, −0.0267, −0.0592, −0.0827", () => {
    const { unidades: p, eventos: l } = india.curva;
    const terms = [1, 2, 3, 4].map((t) => (p[t] ?? NaN) * (l[t + 1] ?? NaN) - (p[t + 1] ?? NaN) * (l[t] ?? NaN));
    expect(terms.map((term) => term.toFixed(4))).toEqual(["-0.0008", "-0.0267", "-0.0592", "-0.0827"]);
    expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(india.indice, 12);
  });

  it("gives the index, standard error and limits that the World Health Organization's healthequal prints", () => {
    // R package healthequal 1.0.1, reference page of rci(): births attended by skilled personnel (%), by
    // wealth quintile. The page prints these five estimates and populations (OrderedSample) and the
    // answer "rci 0.0469506 0.01401831 0.01947522 0.07442599".
    const estimate = [75.6053, 91.01997, 96.03959, 97.04223, 99.22405];
    const population = [2072.436, 2112.204, 1983.059, 2052.124, 1884.51];
    const contagens = estimate.map((percent, i) => percent * (population[i] ?? NaN));
    const { indice, erroPadrao, sorteio } = figure(concentracao({ necessidade: QUINTIS, contagens, pesos: population }, FEW));
    expect(indice).toBeCloseTo(0.0469506, 7);
    const erro = erroPadrao.regressao ?? NaN;
    expect(erro).toBeCloseTo(0.01401831, 7);
    expect(indice - 1.959964 * erro).toBeCloseTo(0.01947522, 6);
    expect(indice + 1.959964 * erro).toBeCloseTo(0.07442599, 6);
    expect(sorteio).toBeNull();
  });
});

describe("concentration index worked by hand", () => {
  it("gives index and both errors of four units with 3, 0, 1 and 0 events from most to least need", () => {
    // R = 1/8, 3/8, 5/8, 7/8; C = 2(¾·⅛ + ¼·⅝) − 1 = −½.
    // Kakwani: a = 3(¼ − 1 + ½) + 2 − ¾ = ½; 2 − ¾ − ¾ = ½; (5/4 − 1 + ½) + 2 − ¾ − 1 = 1; 2 − 1 − 1 = 0;
    //   (¼ + ¼ + 1 + 0)/4 − (½)² = 1/8; over 4 = 1/32.
    // Regression: σ² = (4² − 1)/(12·4²) = 5/64; 2σ²h = 15/32, 0, 5/32, 0; α = 5/32 + ¼ = 13/32;
    //   residuals 4/32, −7/32, 2/32, 1/32; squares 70/1024 over 2, over 4σ² = 5/16: 7/64.
    // Lottery, a unit with more than one: 1.959964 · 2 · √(5/64/4).
    const { indice, erroPadrao, intervalo, sorteio, unidades, eventos, fora } = figure(concentracao({ necessidade: [40, 30, 20, 10], contagens: [3, 0, 1, 0], pesos: null }, FEW));
    expect(indice).toBeCloseTo(-0.5, 12);
    expect(erroPadrao.kakwani).toBeCloseTo(Math.sqrt(1 / 32), 12);
    expect(erroPadrao.regressao).toBeCloseTo(Math.sqrt(7 / 64), 12);
    expect(intervalo.lower).toBeCloseTo(-0.5 - 1.959964 * Math.sqrt(1 / 32), 6);
    expect(intervalo.upper).toBeCloseTo(-0.5 + 1.959964 * Math.sqrt(1 / 32), 6);
    expect(sorteio?.upper).toBeCloseTo(1.959964 * 2 * Math.sqrt(5 / 256), 6);
    expect({ unidades, eventos, fora }).toEqual({ unidades: 4, eventos: 4, fora: 0 });
  });

  it("treats ties as one group, whatever their order in the file", () => {
    // Two groups of ½: C = 2(½·¼ + ½·¾) − 1 = 0. Kakwani eq. 15: a = 1 and 1, between 0;
    // within, values 2 and 0 around 1: ½·1·(2·¼ − 1)² = 1/8; over 4 = 1/32.
    const um = figure(concentracao({ necessidade: [2, 2, 1, 1], contagens: [2, 0, 1, 1], pesos: null }, FEW));
    const outro = figure(concentracao({ necessidade: [1, 2, 1, 2], contagens: [1, 0, 1, 2], pesos: null }, FEW));
    expect(um.indice).toBeCloseTo(0, 12);
    expect(um.erroPadrao.kakwani).toBeCloseTo(Math.sqrt(1 / 32), 12);
    expect(Array.from(um.curva.unidades)).toEqual([0, 0.5, 1]);
    expect(outro).toEqual(um);
  });

  it("takes the finite number of units into account when each has one event at most", () => {
    // 2 of 4 units drawn: variance of the mean rank σ²/2 · (4 − 2)/(4 − 1) = 5/64/3.
    const { sorteio, indice } = figure(concentracao({ necessidade: [4, 3, 2, 1], contagens: [1, 1, 0, 0], pesos: null }, FEW));
    expect(indice).toBeCloseTo(-0.5, 12);
    expect(sorteio?.lower).toBeCloseTo(-1.959964 * 2 * Math.sqrt(5 / 192), 6);
  });

  it("is 0 when events follow the inhabitants, and the weight of a unit is that of so many of its like", () => {
    const pesos = [100, 50, 350];
    expect(figure(concentracao({ necessidade: [3, 2, 1], contagens: [10, 5, 35], pesos }, FEW)).indice).toBeCloseTo(0, 12);
    const junto = figure(concentracao({ necessidade: [3, 2, 1], contagens: [6, 2, 4], pesos: [2, 1, 3] }, FEW));
    const solto = figure(concentracao({ necessidade: [3, 3, 2, 1, 1, 1], contagens: [3, 3, 2, 2, 1, 1], pesos: null }, FEW));
    expect(junto.indice).toBeCloseTo(solto.indice, 12);
    expect(Array.from(junto.curva.eventos)).toEqual(Array.from(solto.curva.eventos));
  });

  it("leaves out units without need, count or weight, and counts them", () => {
    const entrada = { necessidade: [NaN, 3, 2, 1, 9, 9], contagens: [5, 2, 1, 1, NaN, 3], pesos: [1, 1, 1, 1, 1, 0] };
    const { unidades, eventos, fora, indice } = figure(concentracao(entrada, FEW));
    expect({ unidades, eventos, fora }).toEqual({ unidades: 3, eventos: 4, fora: 3 });
    // R = 1/6, 1/2, 5/6: 2(½·1/6 + ¼·½ + ¼·5/6) − 1 = −1/6.
    expect(indice).toBeCloseTo(-1 / 6, 12);
  });

  it("turns its sign with the need and stays between −1 and 1", () => {
    const random = seededSource("sinal");
    for (let caso = 0; caso < 50; caso += 1) {
      const necessidade = Array.from({ length: 30 }, () => Math.floor(random() * 12));
      const contagens = Array.from({ length: 30 }, () => Math.floor(random() * 4));
      contagens[0] = 2;
      const um = figure(concentracao({ necessidade, contagens, pesos: null }, FEW));
      const oposto = figure(concentracao({ necessidade: necessidade.map((n) => -n), contagens, pesos: null }, FEW));
      expect(oposto.indice).toBeCloseTo(-um.indice, 12);
      expect(Math.abs(um.indice)).toBeLessThanOrEqual(1);
      // Area under the curve by trapezia: C = 1 − 2·area, and 1 − 2·area is ≤ Gini in size.
      const { unidades: p, eventos: l } = um.curva;
      let area = 0;
      for (let g = 1; g < p.length; g += 1) area += (((p[g] ?? 0) - (p[g - 1] ?? 0)) * ((l[g] ?? 0) + (l[g - 1] ?? 0))) / 2;
      expect(1 - 2 * area).toBeCloseTo(um.indice, 12);
      expect(Math.abs(um.indice)).toBeLessThanOrEqual(figure(gini({ contagens, pesos: null }, FEW)).indice + 1e-12);
    }
  });
});

describe("Gini and Lorenz", () => {
  it("gives the Gini of ten incomes that R's ineq gives", () => {
    // Package ineq, example of ineq(): 0.462091130267624.
    const contagens = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
    expect(figure(gini({ contagens, pesos: null }, FEW)).indice).toBeCloseTo(0.462091130267624, 14);
  });

  it("has the Lorenz curve 10, 30, 60, 100 % and the Gini ¼ for 4, 1, 3 and 2 events", () => {
    // 2(1·⅛ + 2·⅜ + 3·⅝ + 4·⅞)/10 − 1 = 2·6.25/10 − 1.
    const { indice, curva, sorteio } = figure(gini({ contagens: [4, 1, 3, 2], pesos: null }, FEW));
    expect(indice).toBeCloseTo(0.25, 12);
    [0, 0.1, 0.3, 0.6, 1].forEach((share, i) => expect(curva.eventos[i]).toBeCloseTo(share, 12));
    expect(sorteio).toBeNull();
  });

  it("is 0 without error when all have the same per inhabitant, and (n − 1)/n when one has all", () => {
    const igual = figure(gini({ contagens: [10, 5, 35], pesos: [100, 50, 350] }, FEW));
    expect(igual.indice).toBeCloseTo(0, 12);
    expect(igual.erroPadrao.regressao).toBeNull();
    expect(igual.erroPadrao.kakwani).toBeCloseTo(0, 7);
    expect(figure(gini({ contagens: [0, 0, 8, 0], pesos: null }, FEW)).indice).toBeCloseTo(0.75, 12);
  });
});

describe("too little data", () => {
  const necessidade = Array.from({ length: 30 }, (_, i) => i);

  it("says how many units or events there are and the least that would do", () => {
    expect(concentracao({ necessidade: [3, 2, 1], contagens: [9, 9, 9], pesos: null })).toEqual({ porque: "poucas-unidades", ha: 3, minimo: 20 });
    expect(concentracao({ necessidade, contagens: necessidade.map((i) => (i < 19 ? 1 : 0)), pesos: null })).toEqual({ porque: "poucos-eventos", ha: 19, minimo: 20 });
    expect(gini({ contagens: necessidade.map(() => 0), pesos: null }, { minimoDeEventos: 0 })).toEqual({ porque: "poucos-eventos", ha: 0, minimo: 1 });
    expect(concentracao({ necessidade: [2, 1], contagens: [1, 1], pesos: null }, { minimoDeUnidades: 0 })).toEqual({ porque: "poucas-unidades", ha: 2, minimo: 3 });
  });

  it("has no index along a need that is the same everywhere", () => {
    expect(concentracao({ necessidade: necessidade.map(() => 7), contagens: necessidade, pesos: null })).toEqual({ porque: "necessidade-igual", ha: 1, minimo: 2 });
  });

  it("refuses columns that do not fit", () => {
    expect(() => concentracao({ necessidade: [1, 2], contagens: [1], pesos: null })).toThrow("2 units with need, 1 with counts");
    expect(() => concentracao({ necessidade: [1, 2], contagens: [1, -1], pesos: null })).toThrow("events of unit 1 must be finite and ≥ 0, got -1");
    expect(() => concentracao({ necessidade: [1, Infinity], contagens: [1, 1], pesos: null })).toThrow("key of unit 1 must be finite, got Infinity");
    expect(() => gini({ contagens: [1, 1], pesos: [1, -2] })).toThrow("weight of unit 1 must be finite and ≥ 0, got -2");
    expect(() => gini({ contagens: [1, 1], pesos: [1] })).toThrow("2 units, 1 weights");
    expect(() => concentracao({ necessidade, contagens: necessidade, pesos: null }, { confidence: 1 })).toThrow("confidence must be above 0 and below 1, got 1");
  });
});

it("counts the events of each unit and apart those of none", () => {
  const { contagens, semUnidade } = countByUnit([0, 2, 2, -1, 5, 0, 0], 3);
  expect(Array.from(contagens)).toEqual([3, 0, 2]);
  expect(semUnidade).toBe(2);
});
