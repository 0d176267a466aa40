import { describe, expect, it } from "vitest";
import type { ColunaIndicador, Indicador, Polaridade } from "../../src/core/indicador.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import {
  explainIndex,
  prepareIndex,
  quantile7,
  rankIndex,
  weightShares,
  type PreparedIndex,
} from "../../src/core/priority-index.ts";
import type { IndiceConfig } from "../../src/core/territorio.ts";

function town(codigo: number): Municipio {
  return {
    codigo,
    nome: `Município ${codigo}`,
    regiaoImediata: null,
    regiaoIntermediaria: null,
    sede: null,
    areaKm2: null,
    populacao: null,
    anoCenso: null,
    porte: null,
  };
}

function indicator(id: string, polaridade: Polaridade = "maior-mais-necessidade"): Indicador {
  return {
    id,
    nome: id,
    nomeCurto: id,
    pergunta: `${id}?`,
    dimensao: "d",
    unidade: "",
    casas: 0,
    polaridade,
    formula: "",
    fonte: "f",
    cadencia: "",
    ressalva: "",
  };
}

function column(indicador: string, valores: readonly (number | null)[]): ColunaIndicador {
  return { indicador, periodo: "2023", valores, periodos: null, fonte: "f" };
}

/** Dimensions by id: default weight and indicators by id; "▼" before an id turns its polarity. */
function build(
  dimensoes: Readonly<Record<string, { peso: number; indicadores: Readonly<Record<string, readonly (number | null)[]>> }>>,
  options: { winsor?: readonly [number, number]; pesoMinimo?: number } = {},
): PreparedIndex {
  const catalogo: Indicador[] = [];
  const colunas: ColunaIndicador[] = [];
  const config: IndiceConfig = {
    nome: "índice",
    fundamento: null,
    winsor: options.winsor ?? [0, 1],
    pesoMinimo: options.pesoMinimo ?? 0.6,
    dimensoes: Object.entries(dimensoes).map(([id, { peso, indicadores }]) => ({
      id,
      nome: id,
      pergunta: "",
      peso,
      indicadores: Object.entries(indicadores).map(([nome, valores]) => {
        const limpo = nome.replace("▼", "");
        catalogo.push(indicator(limpo, nome.startsWith("▼") ? "maior-menos-necessidade" : "maior-mais-necessidade"));
        colunas.push(column(limpo, valores));
        return limpo;
      }),
    })),
  };
  const n = Math.max(0, ...colunas.map((c) => c.valores.length));
  return prepareIndex(config, catalogo, colunas, Array.from({ length: n }, (_, i) => town(i + 1)));
}

const notas = (prepared: PreparedIndex, pesos = {}) => rankIndex(prepared, pesos).resultados.map((r) => r.nota);
const posicoes = (prepared: PreparedIndex, pesos = {}) => rankIndex(prepared, pesos).resultados.map((r) => r.posicao);

describe("quantile7", () => {
  it("interpolates between order statistics as R's type 7 does", () => {
    // quantile(c(1, 2, 3, 4), .25, type = 7) is 1.75: h = 3 × 0.25 = 0.75 → 1 + 0.75 × (2 − 1)
    expect(quantile7([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile7([10, 20, 30], 0.5)).toBe(20);
    // h = 4 × 0.9 = 3.6 → 40 + 0.6 × (50 − 40)
    expect(quantile7([10, 20, 30, 40, 50], 0.9)).toBeCloseTo(46, 12);
  });

  it("gives the ends at 0 and 1 and the only figure there is", () => {
    expect(quantile7([3, 9], 0)).toBe(3);
    expect(quantile7([3, 9], 1)).toBe(9);
    expect(quantile7([7], 0.025)).toBe(7);
  });

  it("refuses an empty list", () => {
    expect(() => quantile7([], 0.5)).toThrow(RangeError);
  });
});

describe("normalisation", () => {
  it("scales between the winsorising quantiles and cuts what lies outside", () => {
    // quantiles 0.25 and 0.75 of 0, 10, 20, 30, 100 are 10 and 30
    const prepared = build({ d: { peso: 1, indicadores: { a: [0, 10, 20, 30, 100] } } }, { winsor: [0.25, 0.75] });
    expect(notas(prepared)).toEqual([0, 0, 50, 100, 100]);
    expect(prepared.indicadores[0]?.limites).toEqual({ min: 10, max: 30 });
  });

  it("turns round an indicator for which a higher figure means less need", () => {
    expect(notas(build({ d: { peso: 1, indicadores: { "▼a": [1, 2, 5] } } }))).toEqual([100, 75, 0]);
  });

  it("gives 50 to everybody when the figures are all equal, whatever the polarity", () => {
    expect(notas(build({ d: { peso: 1, indicadores: { a: [4, 4, 4] } } }))).toEqual([50, 50, 50]);
    expect(notas(build({ d: { peso: 1, indicadores: { "▼a": [4, 4, 4] } } }))).toEqual([50, 50, 50]);
  });

  it("gives 50 to the only municipality with a figure and no score to the others", () => {
    const prepared = build({ d: { peso: 1, indicadores: { a: [null, 9, null] } } });
    expect(notas(prepared)).toEqual([null, 50, null]);
    expect(prepared.indicadores[0]).toMatchObject({ presentes: 1, constante: true });
  });

  it("keeps a true zero apart from a missing figure", () => {
    expect(notas(build({ d: { peso: 1, indicadores: { a: [0, null, 10] } } }))).toEqual([0, null, 100]);
  });
});

describe("score", () => {
  it("averages within a dimension over what exists, then the dimensions by weight", () => {
    // y(a) = 0, 50, 100; y(b) = 100, –, 0; dimension 1 = 50, 50, 50; dimension 2: y(c) = 0, 100, 25
    const prepared = build({
      um: { peso: 3, indicadores: { a: [0, 1, 2], b: [8, null, 4] } },
      dois: { peso: 1, indicadores: { c: [0, 4, 1] } },
    });
    // (3 × 50 + 1 × 0) / 4 = 37.5; (3 × 50 + 100) / 4 = 62.5; (3 × 50 + 25) / 4 = 43.75
    expect(notas(prepared)).toEqual([37.5, 62.5, 43.75]);
    expect(posicoes(prepared)).toEqual([3, 1, 2]);
    // second municipality: 3/4 × 1/2 + 1/4 = 0.625
    expect(rankIndex(prepared, {}).resultados.map((r) => r.pesoPresente)).toEqual([1, 0.625, 1]);
  });

  it("follows the weights given and keeps the default of the dimensions left out", () => {
    const prepared = build({
      um: { peso: 1, indicadores: { a: [0, 100] } },
      dois: { peso: 1, indicadores: { b: [100, 0] } },
    });
    expect(notas(prepared)).toEqual([50, 50]);
    expect(notas(prepared, { um: 3 })).toEqual([25, 75]);
    expect(notas(prepared, { um: 0 })).toEqual([100, 0]);
    expect(weightShares(prepared, { um: 3 })).toEqual({ um: 0.75, dois: 0.25 });
  });

  it("shares a position between equal scores and skips the next one", () => {
    expect(posicoes(build({ d: { peso: 1, indicadores: { a: [5, 9, 5, 0, 9] } } }))).toEqual([3, 1, 3, 5, 1]);
  });

  it("ignores weights of dimensions it does not have, even ones named like object members", () => {
    const prepared = build({ d: { peso: 1, indicadores: { a: [0, 1] } } });
    expect(notas(prepared, { outra: 9, constructor: 4 })).toEqual([0, 100]);
  });
});

describe("weight present", () => {
  const prepared = build({
    um: { peso: 60, indicadores: { a: [0, 1, null, null], b: [0, null, 2, null] } },
    dois: { peso: 40, indicadores: { c: [0, 1, 2, 3] } },
  });

  it("counts a dimension by the share of its indicators that have a figure", () => {
    const shares = rankIndex(prepared, {}).resultados.map((r) => r.pesoPresente);
    expect(shares[0]).toBeCloseTo(1, 12);
    expect(shares[1]).toBeCloseTo(0.7, 12); // 0.6 × 1/2 + 0.4
    expect(shares[2]).toBeCloseTo(0.7, 12);
    expect(shares[3]).toBeCloseTo(0.4, 12);
  });

  it("leaves a municipality below the minimum without score or position", () => {
    const ranking = rankIndex(prepared, {});
    expect(ranking.resultados[3]).toMatchObject({ nota: null, posicao: null });
    expect(ranking.ordenados).toBe(3);
  });

  it("ranks a municipality exactly at the minimum, however the sum rounds", () => {
    const exato = build({
      um: { peso: 0.1, indicadores: { a: [1, 2] } },
      dois: { peso: 0.2, indicadores: { b: [1, 2] } },
      tres: { peso: 0.3, indicadores: { c: [1, 2] } },
      quatro: { peso: 0.4, indicadores: { d: [null, 2] } },
    });
    expect(posicoes(exato)).toEqual([2, 1]);
  });

  it("changes with the weights: a dimension at zero is not missed", () => {
    expect(posicoes(prepared, { um: 0 })).toEqual([4, 3, 2, 1]);
  });

  it("counts an indicator for which nobody has a figure as missing for all", () => {
    const vazio = build({ d: { peso: 1, indicadores: { a: [1, 2], b: [null, null] } } });
    expect(rankIndex(vazio, {}).resultados.map((r) => r.pesoPresente)).toEqual([0.5, 0.5]);
    expect(rankIndex(vazio, {}).ordenados).toBe(0);
  });

  it("ranks nobody when every weight is zero", () => {
    const ranking = rankIndex(prepared, { um: 0, dois: 0 });
    expect(ranking.ordenados).toBe(0);
    expect(ranking.resultados.every((r) => r.nota === null && r.pesoPresente === 0)).toBe(true);
  });
});

describe("explainIndex", () => {
  const prepared = build(
    {
      um: { peso: 7, indicadores: { a: [0, 13, 31, 57, 3], "▼b": [8, null, 4, 1, 2] } },
      dois: { peso: 2, indicadores: { c: [0, 4, 1, 9, 5], d: [3, 1, null, 7, 7], e: [0.1, 0.7, 0.3, null, 0.9] } },
      tres: { peso: 4, indicadores: { f: [null, 1, 2, 11, null] } },
    },
    { winsor: [0.025, 0.975] },
  );

  it("gives contributions that add up exactly to the score, for each municipality and set of weights", () => {
    for (const pesos of [{}, { um: 1, dois: 1, tres: 1 }, { um: 0.3, dois: 12.7 }, { tres: 0 }]) {
      const ranking = rankIndex(prepared, pesos);
      for (const { codigo, nota } of ranking.resultados) {
        const { dimensoes } = explainIndex(prepared, pesos, ranking, codigo);
        if (nota === null) continue;
        expect(dimensoes.reduce((soma, d) => soma + (d.contribuicao ?? 0), 0)).toBe(nota);
        for (const d of dimensoes) {
          expect(d.indicadores.reduce((soma, x) => soma + (x.contribuicao ?? 0), 0)).toBe(d.contribuicao ?? 0);
        }
      }
    }
  });

  it("says which figures are missing and gives them no contribution", () => {
    const ranking = rankIndex(prepared, {});
    const { dimensoes } = explainIndex(prepared, {}, ranking, 1);
    expect(dimensoes[2]).toMatchObject({ id: "tres", nota: null, contribuicao: null, presentes: 0, total: 1 });
    expect(dimensoes[2]?.indicadores).toEqual([{ id: "f", nota: null, contribuicao: null }]);
  });

  it("works the contributions out as share of the weight present times score over indicators present", () => {
    const simples = build({
      um: { peso: 3, indicadores: { a: [0, 2], b: [0, 1] } },
      dois: { peso: 1, indicadores: { c: [0, 1] } },
    });
    // scores of municipality 2 are all 100: 3/4 × 100 / 2 = 37.5 twice, 1/4 × 100 = 25
    const { dimensoes, nota } = explainIndex(simples, {}, rankIndex(simples, {}), 2);
    expect(nota).toBe(100);
    expect(dimensoes.map((d) => d.contribuicao)).toEqual([75, 25]);
    expect(dimensoes[0]?.indicadores.map((x) => x.contribuicao)).toEqual([37.5, 37.5]);
  });

  it("keeps the scores but gives no contribution where the data are insufficient", () => {
    const pouco = build({ um: { peso: 1, indicadores: { a: [0, 1] } }, dois: { peso: 9, indicadores: { b: [5, null] } } });
    const { dimensoes, nota } = explainIndex(pouco, {}, rankIndex(pouco, {}), 2);
    expect(nota).toBeNull();
    expect(dimensoes[0]).toMatchObject({ nota: 100, contribuicao: null });
  });

  it("refuses a municipality that is not in the index", () => {
    expect(() => explainIndex(prepared, {}, rankIndex(prepared, {}), 99)).toThrow("99");
  });
});

describe("what the index refuses", () => {
  const config = (id: string): IndiceConfig => ({
    nome: "índice",
    fundamento: null,
    winsor: [0.025, 0.975],
    pesoMinimo: 0.6,
    dimensoes: [{ id: "d", nome: "d", pergunta: "", peso: 1, indicadores: [id] }],
  });

  it("names an indicator that is not in the catalogue or is context only", () => {
    expect(() => prepareIndex(config("x"), [], [], [town(1)])).toThrow('"x"');
    expect(() => prepareIndex(config("x"), [indicator("x", "contexto")], [], [town(1)])).toThrow("context only");
  });

  it("refuses a column of another length or with a figure that is not finite", () => {
    expect(() => prepareIndex(config("x"), [indicator("x")], [column("x", [1, 2])], [town(1)])).toThrow("2 figures for 1");
    expect(() => prepareIndex(config("x"), [indicator("x")], [column("x", [Number.NaN])], [town(1)])).toThrow("finite");
  });

  it("refuses a negative weight and one that is not a number", () => {
    const prepared = build({ d: { peso: 1, indicadores: { a: [0, 1] } } });
    expect(() => rankIndex(prepared, { d: -1 })).toThrow(RangeError);
    expect(() => rankIndex(prepared, { d: Number.NaN })).toThrow(RangeError);
  });
});

describe("size", () => {
  it("shows no NaN and ranks 5,570 municipalities by 40 indicators in well under 100 ms", () => {
    const n = 5570;
    let seed = 7;
    const next = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const dimensoes: Record<string, { peso: number; indicadores: Record<string, (number | null)[]> }> = {};
    for (let d = 0; d < 8; d += 1) {
      const indicadores: Record<string, (number | null)[]> = {};
      for (let j = 0; j < 5; j += 1) {
        indicadores[`i${d}${j}`] = Array.from({ length: n }, () => (next() < 0.1 ? null : next() * 100));
      }
      dimensoes[`d${d}`] = { peso: d + 1, indicadores };
    }
    const prepared = build(dimensoes, { winsor: [0.025, 0.975] });
    rankIndex(prepared, {});
    const times = Array.from({ length: 5 }, (_, k) => {
      const start = performance.now();
      rankIndex(prepared, { d0: k });
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const { resultados } = rankIndex(prepared, {});
    expect(resultados).toHaveLength(n);
    expect(resultados.every((r) => r.nota === null || (r.nota >= 0 && r.nota <= 100 + 1e-9))).toBe(true);
    expect(times[0]).toBeLessThan(100);
  });
});
