import { describe, expect, it } from "vitest";
import { composite, prepareTable, scoreTable, type CompositeInput } from "../../../src/core/metodo/composite.ts";
import { treeWeights, type Aggregation, type Table, type TreeNode } from "../../../src/core/metodo/tree.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";

const TREE: TreeNode = {
  id: "nota",
  weight: 1,
  children: [
    { id: "rede", weight: 1, children: [{ id: "fila", weight: 2 }, { id: "nivel", weight: 1 }] },
    { id: "carga", weight: 1, children: [{ id: "casos", weight: 1 }, { id: "equipe", weight: 1 }] },
  ],
};

const TABLE: Table = {
  units: ["A", "B", "C", "D"],
  columns: {
    fila: [0, 50, 100, null],
    nivel: [1, 3, 5, 1],
    casos: [10, 20, 30, null],
    equipe: [4, null, 2, 4],
    extra: [null, null, null, null],
  },
};

const INPUT: CompositeInput = {
  table: TABLE,
  tree: TREE,
  directions: { nivel: -1, equipe: -1 },
  normalisation: {
    fila: { kind: "goalposts", lo: 0, hi: 100 },
    nivel: { kind: "goalposts", lo: 1, hi: 5 },
    casos: { kind: "goalposts", lo: 10, hi: 30 },
    equipe: { kind: "goalposts", lo: 0, hi: 4 },
  },
  minPresent: 0.5,
};

describe("a composite in one call", () => {
  // y:   fila nivel casos equipe        rede = (2·fila + nivel)/3   carga                  nota
  // A       0   100     0      0        100/3                       0                      50/3
  // B      50    50    50   null        50                          50 (half is enough)    50
  // C     100     0   100     50        200/3                       75                     (200/3 + 75)/2 = 425/6
  // D    null   100  null      0        missing (1/3 < 1/2)         0 (half is enough)     0 (half is enough)
  const index = composite(INPUT);

  it("scores every node by hand", () => {
    expect(index.scores["fila"]).toEqual([0, 50, 100, null]);
    expect(index.scores["nivel"]).toEqual([100, 50, 0, 100]);
    expect(index.scores["equipe"]).toEqual([0, null, 50, 0]);
    expect(index.scores["rede"]?.map(rounded)).toEqual([100 / 3, 50, 200 / 3, null].map(rounded));
    expect(index.scores["carga"]).toEqual([0, 50, 75, 0]);
    expect(index.score.map(rounded)).toEqual([50 / 3, 50, 425 / 6, 0].map(rounded));
  });

  it("ranks every node, highest first", () => {
    expect(index.rank).toEqual([3, 2, 1, 4]);
    expect(index.ranks["rede"]).toEqual([3, 2, 1, null]);
    expect(index.ranks["carga"]).toEqual([3, 2, 1, 3]);
    expect(index.ranked).toBe(4);
  });

  it("says how much of the weight is present: 1/3, 1/6, 1/4, 1/4", () => {
    expect(index.nodes.filter(({ isLeaf }) => isLeaf).map(({ id, effectiveWeight }) => [id, rounded(effectiveWeight)])).toEqual([
      ["fila", rounded(1 / 3)],
      ["nivel", rounded(1 / 6)],
      ["casos", 0.25],
      ["equipe", 0.25],
    ]);
    expect(index.present.map(rounded)).toEqual([1, 0.75, 1, rounded(5 / 12)]);
  });

  it("bounds with weights not renormalised: B from 50·3/4 to that plus 100/4; D from 100/6 to that plus 100·7/12", () => {
    expect(index.bounds.map((b) => [rounded(b?.min ?? null), rounded(b?.max ?? null)])).toEqual([
      [rounded(50 / 3), rounded(50 / 3)],
      [37.5, 62.5],
      [rounded(425 / 6), rounded(425 / 6)],
      [rounded(100 / 6), 75],
    ]);
  });

  it("contributions by hand: B's carga counts half of 50 through casos alone; D's through equipe alone", () => {
    expect(Object.values(index.contributions).map((points) => points.map(rounded))).toEqual([
      [0, 50 / 3, 100 / 3, null].map(rounded),
      [50 / 3, 25 / 3, 0, null].map(rounded),
      [0, 25, 25, null].map(rounded),
      [0, null, 12.5, 0].map(rounded),
    ]);
    expect(Object.keys(index.contributions)).toEqual(["fila", "nivel", "casos", "equipe"]);
  });

  it("by the rule of two thirds, B and D have no score and bounds all the same", () => {
    const strict = composite({ ...INPUT, minPresent: 2 / 3 });
    expect(strict.score.map(rounded)).toEqual([50 / 3, null, 425 / 6, null].map(rounded));
    expect(strict.rank).toEqual([2, null, 1, null]);
    expect(strict.bounds[1]).toEqual({ min: 37.5, max: 62.5 });
    const { table, tree, directions = {}, normalisation } = INPUT;
    expect(composite({ table, tree, directions, normalisation }).score).toEqual(strict.score);
  });

  it("other weights need no second preparation", () => {
    const prepared = prepareTable(INPUT);
    const other = scoreTable(prepared, treeWeights(prepared.tree, { rede: 0 }), { kind: "arithmetic" }, 0.5);
    expect(other.score).toEqual([0, 50, 75, 0]);
    expect(other.ranks["nota"]).toEqual([3, 2, 1, 3]);
  });

  it("a column tells whether it is missing, or the same for all", () => {
    const { columns } = composite({
      ...INPUT,
      table: { units: TABLE.units, columns: { ...TABLE.columns, fila: [null, null, null, null], nivel: [3, 3, null, 3] } },
    });
    expect(columns.map(({ id, present, range, constant }) => ({ id, present, range, constant }))).toEqual([
      { id: "fila", present: 0, range: null, constant: false },
      { id: "nivel", present: 3, range: { min: 3, max: 3 }, constant: true },
      { id: "casos", present: 3, range: { min: 10, max: 30 }, constant: false },
      { id: "equipe", present: 3, range: { min: 2, max: 4 }, constant: false },
    ]);
  });

  it("leaves on different scales have no bounds", () => {
    expect(composite({ ...INPUT, normalisation: { kind: "z-score" } }).bounds).toEqual([null, null, null, null]);
    expect(composite({ ...INPUT, normalisation: { kind: "rank" } }).bounds[0]).toEqual(null);
    expect(composite({ ...INPUT, normalisation: { kind: "min-max", a: 1, b: 10 } }).bounds[3]?.max).toBeCloseTo(10 * (1 / 3 + 1 / 4) + 10 / 6 + 1 / 4, 12);
  });

  it("no unit at all is an empty ranking", () => {
    const empty = composite({ table: { units: [], columns: { a: [] } }, tree: { id: "r", weight: 1, children: [{ id: "a", weight: 1 }] }, normalisation: { kind: "min-max" } });
    expect([empty.score, empty.rank, empty.ranked]).toEqual([[], [], 0]);
  });

  it("an indicator called __proto__ or constructor is an indicator", () => {
    const columns = JSON.parse('{"__proto__": [1, 2], "constructor": [3, 1]}') as Table["columns"];
    const tree: TreeNode = { id: "r", weight: 1, children: [{ id: "__proto__", weight: 1 }, { id: "constructor", weight: 1 }] };
    const odd = composite({ table: { units: ["A", "B"], columns }, tree, normalisation: { kind: "min-max" } });
    expect(odd.score).toEqual([50, 50]);
    expect(Object.keys(odd.contributions)).toEqual(["__proto__", "constructor"]);
    expect(() => composite({ table: { units: ["A"], columns: {} }, tree, normalisation: { kind: "none" } })).toThrow('"__proto__", which is not in the table');
  });
});

describe("published sets", () => {
  it("the weighted sum of Kracka, Brauers & Zavadskas 2010, as scikit-criteria gives it", () => {
    // minimised criteria as 1/x, each criterion divided by its sum, equal weights
    const matrix = [
      [33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852],
      [38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184],
      [37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845],
      [30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186],
      [36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61],
      [37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935],
    ];
    const isMaximised = [false, false, false, false, true, false, true];
    const columns = Object.fromEntries(
      isMaximised.map((maximised, j) => {
        const column = matrix.map((row) => (maximised ? (row[j] ?? 0) : 1 / (row[j] ?? 0)));
        const sum = column.reduce((total, x) => total + x, 0);
        return [`c${j}`, column.map((x) => x / sum)];
      }),
    );
    const tree: TreeNode = { id: "soma", weight: 1, children: Object.keys(columns).map((id) => ({ id, weight: 20 })) };
    const { score, rank } = composite({ table: { units: ["1", "2", "3", "4", "5", "6"], columns }, tree, normalisation: { kind: "none" } });
    expect(score.map((s) => Number(s?.toFixed(8)))).toEqual([0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701]);
    expect(rank).toEqual([6, 1, 3, 4, 5, 2]);
  });

  it("a human development index: arithmetic mean of schooling below, geometric mean on top", () => {
    // goalposts of the HDR technical notes: life 20–85, schooling 0–15 and 0–18, ln of income ln 100–ln 75000
    // life 72.5 → 52.5/65; schooling (9/15 + 12.6/18)/2 = 0.65; income ln(12000/100)/ln(750)
    const tree: TreeNode = {
      id: "idh",
      weight: 1,
      aggregation: { kind: "geometric" },
      children: [
        { id: "vida", weight: 1 },
        { id: "escola", weight: 1, children: [{ id: "media", weight: 1 }, { id: "esperada", weight: 1 }] },
        { id: "renda", weight: 1 },
      ],
    };
    const { score } = composite({
      table: { units: ["X"], columns: { vida: [72.5], media: [9], esperada: [12.6], renda: [Math.log(12000)] } },
      tree,
      normalisation: {
        vida: { kind: "goalposts", lo: 20, hi: 85 },
        media: { kind: "goalposts", lo: 0, hi: 15 },
        esperada: { kind: "goalposts", lo: 0, hi: 18 },
        renda: { kind: "goalposts", lo: Math.log(100), hi: Math.log(75000) },
      },
    });
    const expected = Math.cbrt((52.5 / 65) * 0.65 * (Math.log(120) / Math.log(750)));
    expect(Math.abs((score[0] ?? 0) / 100 - expected)).toBeLessThan(1e-12);
  });
});

describe("what cannot be used is refused with the indicator, the unit and the figure", () => {
  const with_ = (change: Partial<CompositeInput>): (() => unknown) => () => composite({ ...INPUT, ...change });
  const column = (id: string, values: readonly (number | null)[]): Partial<CompositeInput> => ({ table: { units: TABLE.units, columns: { ...TABLE.columns, [id]: values } } });

  it.each<[string, Partial<CompositeInput>, string]>([
    ["an indicator without a column", { table: { units: TABLE.units, columns: {} } }, 'the tree names indicator "fila", which is not in the table'],
    ["a column too short", column("casos", [1, 2]), 'column "casos" has 2 figures for 4 units'],
    ["a figure that is not a number", column("casos", [1, Number.NaN, 3, 4]), 'figure of "casos" for unit "B" must be finite or null, got NaN'],
    ["an infinite figure", column("casos", [1, 2, Number.NEGATIVE_INFINITY, 4]), 'figure of "casos" for unit "C" must be finite or null, got -Infinity'],
    ["a hole in a column", column("casos", Array<number>(4)), 'figure of "casos" for unit "A" must be finite or null, got undefined'],
    ["goalposts turned round", { normalisation: { kind: "goalposts", lo: 5, hi: 1 } }, 'indicator "fila": goalposts must be finite with lo < hi, got lo 5 and hi 1'],
    ["an indicator without goalposts", { normalisation: { fila: { kind: "none" } } }, 'no normalisation for indicator "nivel"'],
    ["a least share that is not one", { minPresent: 1.5 }, "the least share present must be within 0–1, got 1.5"],
    ["a power of zero", { aggregation: { kind: "power", p: 0 } }, 'the power of "nota" must be finite and not 0, got 0'],
    ["z-scores in a power mean", { normalisation: { kind: "z-score" }, aggregation: { kind: "power", p: 2 } }, 'normalised figure of "fila" for unit "A" is -1: the aggregation takes none below 0'],
    ["figures above 100 in the complement", { normalisation: { kind: "none" }, directions: {}, aggregation: { kind: "complement-geometric" }, ...column("fila", [1, 2, 101, 4]) }, 'normalised figure of "fila" for unit "C" is 101: the aggregation takes none above 100'],
  ])("%s", (_, change, sentence) => {
    expect(with_(change)).toThrow(new RangeError(sentence));
  });

  it("weights all zero", () => {
    expect(with_({ tree: { id: "r", weight: 1, children: [{ id: "fila", weight: 0 }] } })).toThrow(new RangeError('every weight below "r" is zero'));
  });
});

describe("on 400 random tables with holes", () => {
  const source = seededSource("composite");
  const random = (): number => source() * 100;
  const tables = Array.from({ length: 400 }, () => {
    const columns = Object.fromEntries(["fila", "nivel", "casos", "equipe"].map((id) => [id, Array.from({ length: 6 }, () => (source() < 0.15 ? null : random()))]));
    const tree: TreeNode = {
      id: "nota",
      weight: 1,
      children: ["rede", "carga"].map((id, d) => ({
        id,
        weight: random(),
        children: (d === 0 ? ["fila", "nivel"] : ["casos", "equipe"]).map((leafId) => ({ id: leafId, weight: random() })),
      })),
    };
    return { units: ["A", "B", "C", "D", "E", "F"], columns, tree };
  });

  it.each<Aggregation>([
    { kind: "arithmetic" },
    { kind: "power", p: 2 },
    { kind: "complement-geometric" },
    { kind: "complement-geometric", floor: 1 },
    { kind: "geometric" },
  ])("%j: points add up to the score within 1e-9", (aggregation) => {
    for (const { units, columns, tree } of tables) {
      const index = composite({ table: { units, columns }, tree, normalisation: { kind: "goalposts", lo: 10, hi: 90 }, aggregation });
      units.forEach((_, i) => {
        const sum = Object.values(index.contributions).reduce((total, points) => total + (points[i] ?? 0), 0);
        expect(Math.abs(sum - (index.score[i] ?? 0))).toBeLessThan(1e-9);
      });
    }
  });

  it("with every dimension whole or scored, the score lies within its bounds", () => {
    for (const { units, columns, tree } of tables) {
      const { score, scores, bounds } = composite({ table: { units, columns }, tree, normalisation: { kind: "goalposts", lo: 10, hi: 90 } });
      units.forEach((_, i) => {
        const value = score[i] ?? null;
        if (value === null || scores["rede"]?.[i] === null || scores["carga"]?.[i] === null) return;
        expect(value).toBeGreaterThan((bounds[i]?.min ?? Number.NaN) - 1e-9);
        expect(value).toBeLessThan((bounds[i]?.max ?? Number.NaN) + 1e-9);
      });
    }
  });

  it("power means lie between the arithmetic mean and the greatest figure", () => {
    for (const { units, columns, tree } of tables.slice(0, 100)) {
      const call = { table: { units, columns }, tree, normalisation: { kind: "goalposts", lo: 0, hi: 100 } } as const;
      const mean = composite(call).score;
      const square = composite({ ...call, aggregation: { kind: "power", p: 2 } }).score;
      units.forEach((_, i) => {
        const value = square[i] ?? null;
        if (value === null) return;
        expect(value).toBeGreaterThan((mean[i] ?? Number.NaN) - 1e-9);
        expect(value).toBeLessThan(Math.max(...Object.values(columns).map((values) => values[i] ?? 0)) + 1e-9);
      });
    }
  });
});

function rounded(x: number | null): number | null {
  return x === null ? null : Number(x.toFixed(10));
}
