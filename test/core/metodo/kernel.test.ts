import { describe, expect, it } from "vitest";
import { newScores, presentWeight, rankScores, scoreFilled, scoreUnits, type Prepared } from "../../../src/core/metodo/kernel.ts";
import { effectiveWeights, flattenTree, treeWeights, type Aggregation, type TreeNode } from "../../../src/core/metodo/tree.ts";

const leaf = (id: string, weight = 1): TreeNode => ({ id, weight });
const ARITHMETIC: Aggregation = { kind: "arithmetic" };
const NONE = Number.NaN;

/** One dimension of three equal indicators (weight 3) beside one indicator (weight 1). */
const tree = flattenTree({
  id: "nota",
  weight: 1,
  children: [{ id: "d", weight: 3, children: [leaf("a"), leaf("b"), leaf("c")] }, leaf("e", 1)],
});

function prepared(...rows: readonly (readonly number[])[]): Prepared {
  return { tree, units: rows.length, y: Float64Array.from(rows.flat()) };
}

function totals(table: Prepared, aggregation: Aggregation = ARITHMETIC, minPresent?: number, weights = table.tree.weights): number[] {
  const out = newScores(table, { nodes: false });
  scoreUnits(table, weights, aggregation, out, minPresent);
  return Array.from(out.total);
}

describe("scores", () => {
  it("arithmetic: 3/4 of (0 + 60 + 90)/3 = 50, and 1/4 of 10, is 40", () => {
    expect(totals(prepared([0, 60, 90, 10]))[0]).toBeCloseTo(40, 12);
  });

  it("power 2: d = √((0 + 3600 + 8100)/3) = √3900, nota = √(0.75·3900 + 0.25·100) = √2950", () => {
    expect(totals(prepared([0, 60, 90, 10]), { kind: "power", p: 2 })[0]).toBeCloseTo(Math.sqrt(2950), 12);
  });

  it("power 3 and power −1 follow their formula: (1³+2³+3³)/3 = 12; 3/(1/1+1/2+1/4) = 12/7", () => {
    expect(totals(prepared([1, 2, 3, 12 ** (1 / 3)]), { kind: "power", p: 3 })[0]).toBeCloseTo(12 ** (1 / 3), 12);
    expect(totals(prepared([1, 2, 4, 12 / 7]), { kind: "power", p: -1 })[0]).toBeCloseTo(12 / 7, 12);
  });

  it("complement-geometric: d = 100 − (100·40·10)^(1/3), nota = 100 − (100·40·10)^(1/4)·90^(1/4)", () => {
    expect(totals(prepared([0, 60, 90, 10]), { kind: "complement-geometric" })[0]).toBeCloseTo(100 - (100 * 40 * 10 * 90) ** 0.25, 10);
  });

  it("complement-geometric: one indicator at 100 puts the score at 100", () => {
    expect(totals(prepared([0, 100, 0, 0]), { kind: "complement-geometric" })).toEqual([100]);
  });

  it("complement-geometric with a floor of 1: of 100, 99.5 and 0 what is left is 1, 1 and 100", () => {
    const floor: Aggregation = { kind: "complement-geometric", floor: 1 };
    // d = 100 − (1·1·100)^(1/3); nota = 100 − (1·1·100)^(1/4)·100^(1/4) = 90
    expect(totals(prepared([100, 99.5, 0, 0]), floor)[0]).toBeCloseTo(90, 10);
    expect(totals(prepared([100, 100, 100, 100]), floor)[0]).toBeCloseTo(99, 10);
    expect(totals(prepared([0, 60, 90, 10]), floor)).toEqual(totals(prepared([0, 60, 90, 10]), { kind: "complement-geometric" }));
  });

  it("geometric: one indicator at 0 puts the score at 0", () => {
    expect(totals(prepared([0, 60, 90, 10]), { kind: "geometric" })).toEqual([0]);
    expect(totals(prepared([20, 60, 90, 10]), { kind: "geometric" })[0]).toBeCloseTo((20 * 60 * 90 * 10) ** 0.25, 10);
  });

  it("a node's own aggregation comes before the call's", () => {
    const mixed = flattenTree({
      id: "nota",
      weight: 1,
      aggregation: { kind: "geometric" },
      children: [{ id: "d", weight: 1, children: [leaf("a"), leaf("b")] }, leaf("e")],
    });
    // d = (10 + 30)/2 = 20; nota = √(20·45) = 30
    expect(totals({ tree: mixed, units: 1, y: Float64Array.from([10, 30, 45]) })[0]).toBeCloseTo(30, 12);
  });

  it("a tree of one leaf scores the leaf", () => {
    expect(totals({ tree: flattenTree(leaf("a")), units: 2, y: Float64Array.from([7, NONE]) })).toEqual([7, NONE]);
  });

  it("every node's score is written when asked for, and the buffer can be used again", () => {
    const out = newScores(prepared([0, 60, 90, 10]), { nodes: true });
    scoreUnits(prepared([1, 1, 1, 1]), tree.weights, ARITHMETIC, out);
    scoreUnits(prepared([0, 60, NONE, 10]), tree.weights, ARITHMETIC, out);
    expect(Array.from(out.nodes ?? [])).toEqual([0, 60, NONE, 30, 10, 25]);
  });
});

describe("missing figures", () => {
  it("two of three indicators are the 2/3 that is enough, and share the whole weight", () => {
    // d = (0 + 60)/2 = 30; nota = 0.75·30 + 0.25·10 = 25
    expect(totals(prepared([0, 60, NONE, 10]))[0]).toBeCloseTo(25, 12);
  });

  it("one of three is not: the dimension is missing, and what is left of the whole (1/4) is not enough either", () => {
    expect(totals(prepared([0, NONE, NONE, 10]))).toEqual([NONE]);
  });

  it("a dimension with 3/4 of the weight is enough by itself", () => {
    expect(totals(prepared([0, 60, 90, NONE]))[0]).toBeCloseTo(50, 12);
  });

  it("the least share is a parameter", () => {
    expect(totals(prepared([0, NONE, NONE, 10]), ARITHMETIC, 0.25)[0]).toBeCloseTo(0.25 * 10, 12);
    expect(totals(prepared([0, 60, NONE, 10]), ARITHMETIC, 0.7)).toEqual([NONE]);
    expect(totals(prepared([NONE, NONE, NONE, NONE]), ARITHMETIC, 0)).toEqual([NONE]);
  });

  it("a missing indicator of weight zero is not missed", () => {
    const weights = treeWeights(tree, { c: 0 });
    expect(totals(prepared([0, 60, NONE, 10]), ARITHMETIC, 1, weights)[0]).toBeCloseTo(25, 12);
  });

  it("a weight of zero keeps even a figure at the end of the scale out of a geometric score", () => {
    const weights = treeWeights(tree, { a: 0 });
    expect(totals(prepared([0, 30, 30, 30]), { kind: "geometric" }, 1, weights)[0]).toBeCloseTo(30, 12);
    expect(totals(prepared([100, 30, 30, 30]), { kind: "complement-geometric" }, 1, weights)[0]).toBeCloseTo(30, 12);
  });

  it("all units missing gives no score to any", () => {
    expect(totals(prepared([NONE, NONE, NONE, NONE], [NONE, NONE, NONE, NONE]))).toEqual([NONE, NONE]);
  });

  it("bounds: S_min = Σ present W·y = ¼·60 + ¼·10 = 17.5, S_max = S_min + 100·(¼ + ¼) = 67.5", () => {
    const table = prepared([NONE, 60, NONE, 10]);
    const low = new Float64Array(1);
    const high = new Float64Array(1);
    scoreFilled(table, tree.weights, ARITHMETIC, 0, low);
    scoreFilled(table, tree.weights, ARITHMETIC, 100, high);
    expect(low[0]).toBeCloseTo(17.5, 12);
    expect(high[0]).toBeCloseTo(67.5, 12);
    expect(totals(table)).toEqual([NONE]);
  });

  it("bounds of nothing at all are the ends of the scale", () => {
    const low = new Float64Array(1);
    const high = new Float64Array(1);
    const table = prepared([NONE, NONE, NONE, NONE]);
    scoreFilled(table, tree.weights, { kind: "power", p: 2 }, 0, low);
    scoreFilled(table, tree.weights, { kind: "complement-geometric" }, 100, high);
    expect([low[0], high[0]]).toEqual([0, 100]);
  });

  it("the weight present is that of the figures there: 2 · ¼", () => {
    const weights = effectiveWeights(tree, tree.weights);
    const [some, all, none] = presentWeight(prepared([NONE, 60, NONE, 10], [1, 1, 1, 1], [NONE, NONE, NONE, NONE]), weights);
    expect(some).toBeCloseTo(0.5, 12);
    expect(all).toBeCloseTo(1, 12);
    expect(none).toBe(0);
  });
});

describe("positions", () => {
  const rank = (...scores: number[]): number[] => {
    const ranks = new Uint32Array(scores.length);
    rankScores(Float64Array.from(scores), ranks);
    return Array.from(ranks);
  };

  it("the highest is 1, equals share the lowest position, the next is skipped, and no score has none", () => {
    expect(rank(10, 30, NONE, 20, 20, 5)).toEqual([4, 1, 0, 2, 2, 5]);
  });

  it("scores within 1e-9 are one score; 2e-9 apart they are two", () => {
    expect(rank(50, 50 + 1e-10, 50 - 2e-9)).toEqual([1, 1, 3]);
  });

  it("a chain of near scores is measured from its first, not from neighbour to neighbour", () => {
    expect(rank(50, 50 - 0.8e-9, 50 - 1.6e-9)).toEqual([1, 1, 3]);
  });

  it("zero and minus zero tie; all missing has no position; nobody ranks nobody", () => {
    expect(rank(0, -0, 1)).toEqual([2, 2, 1]);
    expect(rank(NONE, NONE)).toEqual([0, 0]);
    expect(rank()).toEqual([]);
  });

  it("agrees with counting, for 300 scores with ties and gaps", () => {
    const scores = Array.from({ length: 300 }, (_, i) => (i % 11 === 0 ? NONE : (i * 37) % 90));
    const expected = scores.map((s) => (Number.isNaN(s) ? 0 : 1 + scores.filter((other) => other > s).length));
    expect(rank(...scores)).toEqual(expected);
  });
});
