import { describe, expect, it } from "vitest";
import { leafPoints, rowPoints, unitPoints } from "../../../src/core/metodo/contributions.ts";
import { newScores, scoreUnits, type Prepared } from "../../../src/core/metodo/kernel.ts";
import { flattenTree, treeWeights, type Aggregation, type TreeNode } from "../../../src/core/metodo/tree.ts";

const NONE = Number.NaN;
const ARITHMETIC: Aggregation = { kind: "arithmetic" };
const leaf = (id: string, weight = 1): TreeNode => ({ id, weight });

/** Nodes in post-order: a, b, c, d, e, nota. */
const tree = flattenTree({
  id: "nota",
  weight: 1,
  children: [{ id: "d", weight: 3, children: [leaf("a"), leaf("b"), leaf("c")] }, leaf("e", 1)],
});

function points(row: readonly number[], aggregation: Aggregation = ARITHMETIC, minPresent?: number): number[] {
  return Array.from(rowPoints(tree, Float64Array.from(row), tree.weights, aggregation, minPresent).points);
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((x, k) => {
    const e = expected[k] ?? 0;
    if (Number.isNaN(e)) expect(x, `node ${k}`).toBeNaN();
    else expect(Math.abs(x - e), `node ${k}: ${x} for ${e}`).toBeLessThan(1e-10);
  });
}

describe("points of a score", () => {
  it("arithmetic: W·y = ¼·0, ¼·60, ¼·90, and ¼·10", () => {
    expectClose(points([0, 60, 90, 10]), [0, 15, 22.5, 37.5, 2.5, 40]);
  });

  it("what is missing hands its weight on: 3/8·0, 3/8·60, missing, ¼·10", () => {
    expectClose(points([0, 60, NONE, 10]), [0, 22.5, NONE, 22.5, 2.5, 25]);
  });

  it("below a missing dimension nothing counts, present or not", () => {
    expectClose(points([50, NONE, NONE, 10], ARITHMETIC, 0.25), [50 * 0.75, NONE, NONE, 37.5, 2.5, 40]);
    const other = flattenTree({ id: "nota", weight: 1, children: [{ id: "d", weight: 1, children: [leaf("a"), leaf("b")] }, leaf("e", 2)] });
    // d holds 1/2 < 2/3 and is missing; e holds 2/3 and is enough
    const { points: own, total } = rowPoints(other, Float64Array.from([50, NONE, 10]), other.weights, ARITHMETIC);
    expect(total).toBe(10);
    expectClose(Array.from(own), [NONE, NONE, NONE, 10, 10]);
  });

  it("a unit without a score has no points", () => {
    expect(points([NONE, NONE, NONE, 10]).every(Number.isNaN)).toBe(true);
  });

  it("power 2 by Euler: S = √2950 and c = W·y²/S: ¼·3600/S, ¼·8100/S, ¼·100/S", () => {
    const s = Math.sqrt(2950);
    expectClose(points([0, 60, 90, 10], { kind: "power", p: 2 }), [0, 900 / s, 2025 / s, 2925 / s, 25 / s, s]);
  });

  it("geometric by Euler: c = W·S, equal here", () => {
    const s = (20 * 60 * 90 * 10) ** 0.25;
    expectClose(points([20, 60, 90, 10], { kind: "geometric" }), [s / 4, s / 4, s / 4, (3 * s) / 4, s / 4, s]);
  });

  it("complement-geometric by logs: −ln(1 − y/100) of 0, 50 and 75 % are 0, ln 2 and 2·ln 2", () => {
    // Σ W·l = (0 + 1 + 2 + 1)/4 · ln 2 = ln 2, so S = 100·(1 − e^−ln2) = 50; parts 0, ¼, ½, ¼ of it
    expectClose(points([0, 50, 75, 50], { kind: "complement-geometric" }), [0, 12.5, 25, 37.5, 12.5, 50]);
  });

  it("complement-geometric with figures at 100: they alone share the 100 points, by weight", () => {
    expectClose(points([100, 50, 100, 50], { kind: "complement-geometric" }), [50, 0, 50, 100, 0, 100]);
    expectClose(points([50, 50, 50, 100], { kind: "complement-geometric" }), [0, 0, 0, 0, 100, 100]);
  });

  it("complement-geometric with a floor of 1: 100 and 99 both count ln 100, 90 counts ln 10", () => {
    // logs in units of ln 10: 2, 2, 0 below d and 1 beside it; W·l = 2/4, 2/4, 0, 1/4, of 5/4; S = 100·(1 − 10^−1.25)
    const s = 100 * (1 - 10 ** -1.25);
    expectClose(points([100, 99, 0, 90], { kind: "complement-geometric", floor: 1 }), [0.4 * s, 0.4 * s, 0, 0.8 * s, 0.2 * s, s]);
  });

  it.each<Aggregation>([ARITHMETIC, { kind: "power", p: 2 }, { kind: "power", p: 0.5 }, { kind: "complement-geometric" }, { kind: "geometric" }])(
    "a score of 0 is points of 0, under %j",
    (aggregation) => {
      expectClose(points([0, 0, 0, 0], aggregation), [0, 0, 0, 0, 0, 0]);
    },
  );

  it("figures on both sides of zero keep their points even where they cancel", () => {
    // d = (3 − 3 + 0)/3 = 0
    expectClose(points([3, -3, 0, 4]), [0.75, -0.75, 0, 0, 1, 1]);
  });

  it.each<Aggregation>([ARITHMETIC, { kind: "power", p: 2 }, { kind: "complement-geometric" }, { kind: "geometric" }])(
    "a weight of 0 brings no points, even at the ends of the scale, under %j",
    (aggregation) => {
      const weights = treeWeights(tree, { a: 0 });
      for (const extreme of [0, 100]) {
        const { points: own, total } = rowPoints(tree, Float64Array.from([extreme, 60, 90, 10]), weights, aggregation);
        expect(own[0]).toBe(0);
        expect(Math.abs((own[1] ?? 0) + (own[2] ?? 0) + (own[4] ?? 0) - total)).toBeLessThan(1e-10);
      }
    },
  );

  it("nodes with aggregations of their own add up level by level", () => {
    const mixed = flattenTree({
      id: "nota",
      weight: 1,
      aggregation: { kind: "power", p: 2 },
      children: [
        { id: "d", weight: 1, aggregation: { kind: "complement-geometric" }, children: [leaf("a"), leaf("b")] },
        { id: "f", weight: 2, aggregation: { kind: "geometric" }, children: [leaf("c", 3), leaf("g", 1)] },
      ],
    });
    const { points: own, total } = rowPoints(mixed, Float64Array.from([20, 70, 35, 80]), mixed.weights, ARITHMETIC);
    const at = (id: string): number => own[mixed.ids.indexOf(id)] ?? NONE;
    expect(at("a") + at("b")).toBeCloseTo(at("d"), 10);
    expect(at("c") + at("g")).toBeCloseTo(at("f"), 10);
    expect(at("d") + at("f")).toBeCloseTo(total, 10);
  });

  it("the points of a whole table are those of its units", () => {
    const table: Prepared = { tree, units: 2, y: Float64Array.from([0, 60, NONE, 10, 5, 10, 15, 20]) };
    const out = newScores(table, { nodes: true });
    scoreUnits(table, tree.weights, ARITHMETIC, out);
    const all = leafPoints(table, tree.weights, ARITHMETIC, out.nodes ?? new Float64Array(0));
    [0, 1].forEach((unit) => {
      const own = unitPoints(table, tree.weights, ARITHMETIC, unit).points;
      expectClose(Array.from(all.subarray(unit * 4, unit * 4 + 4)), Array.from(tree.leafNode, (k) => own[k] ?? NONE));
    });
    expect(() => unitPoints(table, tree.weights, ARITHMETIC, 2)).toThrow("no unit 2 among 2");
  });
});
