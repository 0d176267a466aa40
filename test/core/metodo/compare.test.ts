import { describe, expect, it } from "vitest";
import { medianUnit, periodChange, pointDifference, type Period } from "../../../src/core/metodo/compare.ts";
import { rowPoints } from "../../../src/core/metodo/contributions.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";
import { flattenTree, treeWeights, type Aggregation } from "../../../src/core/metodo/tree.ts";

const NONE = Number.NaN;
const ARITHMETIC: Aggregation = { kind: "arithmetic" };
const tree = flattenTree({ id: "nota", weight: 1, children: [{ id: "a", weight: 1 }, { id: "b", weight: 1 }, { id: "c", weight: 2 }] });
const row = (...y: number[]): Float64Array => Float64Array.from(y);

describe("against the unit in the middle", () => {
  it("is the one in the middle of those with a score, the lower of two", () => {
    expect(medianUnit(row(30, NONE, 10, 20))).toBe(3);
    expect(medianUnit(row(40, 30, 10, 20))).toBe(3);
    expect(medianUnit(row(5, 7, 7, 7, 9))).toBe(1);
    expect(medianUnit(row(NONE, NONE))).toBeNull();
  });

  it("the differences of the indicators add up to that of the scores: 65 − 30 = 15 − 5 + 25", () => {
    // W = ¼, ¼, ½: 80/4 + 20/4 + 80/2 = 65; 20/4 + 40/4 + 30/2 = 30
    const ours = rowPoints(tree, row(80, 20, 80), tree.weights, ARITHMETIC);
    const other = rowPoints(tree, row(20, 40, 30), tree.weights, ARITHMETIC);
    expect(pointDifference(ours, other)).toEqual({ total: 35, points: [15, -5, 25, 35] });
  });

  it("an indicator only one of them has counts as no points of the other; one neither has is null", () => {
    const ours = rowPoints(tree, row(NONE, 20, 80), tree.weights, ARITHMETIC);
    const other = rowPoints(tree, row(NONE, NONE, 30), tree.weights, ARITHMETIC, 0.5);
    // ours: ⅓·20 + ⅔·80; other: 30
    const difference = pointDifference(ours, other);
    expect(difference?.points[0]).toBeNull();
    expect(difference?.points[1]).toBeCloseTo(20 / 3, 12);
    expect(difference?.points[2]).toBeCloseTo(160 / 3 - 30, 12);
    expect(difference?.total).toBeCloseTo(30, 12);
  });

  it("without a score on either side there is nothing to compare", () => {
    const ours = rowPoints(tree, row(80, 20, 80), tree.weights, ARITHMETIC);
    const none = rowPoints(tree, row(80, NONE, NONE), tree.weights, ARITHMETIC);
    expect(pointDifference(ours, none)).toBeNull();
    expect(pointDifference(none, ours)).toBeNull();
  });
});

describe("between two periods", () => {
  const weights = tree.weights;

  it("the same weights: the whole change is real, W·(y₁ − y₀)", () => {
    const change = periodChange(tree, { y: row(40, 40, 40), weights }, { y: row(60, 20, 50), weights }, ARITHMETIC);
    expect(change).toMatchObject({ total: 5, real: 5, weighting: 0 });
    expect(Array.from(change?.realByNode ?? [])).toEqual([5, -5, 5, 5]);
  });

  it("the same figures: the whole change is the weights', y·(W₁ − W₀)", () => {
    // W₀ = ¼, ¼, ½ and W₁ = ½, ¼, ¼: 80·¼ + 40·0 − 20·¼ = 15
    const y = row(80, 40, 20);
    const change = periodChange(tree, { y, weights }, { y, weights: treeWeights(tree, { a: 2, c: 1 }) }, ARITHMETIC);
    expect(change).toMatchObject({ total: 15, real: 0, weighting: 15 });
    expect(Array.from(change?.weightingByNode ?? [])).toEqual([20, 0, -5, 15]);
  });

  it("both: Bennet's means of the two weights and of the two figures", () => {
    // a: W ¼→½, y 80→60: real ⅜·(−20) = −7.5, weights 70·¼ = 17.5
    // b: W ¼→¼, y 40→60: real ¼·20 = 5, weights 0
    // c: W ½→¼, y 20→60: real ⅜·40 = 15, weights 40·(−¼) = −10
    const change = periodChange(tree, { y: row(80, 40, 20), weights }, { y: row(60, 60, 60), weights: treeWeights(tree, { a: 2, c: 1 }) }, ARITHMETIC);
    expect(Array.from(change?.realByNode ?? [])).toEqual([-7.5, 5, 15, 12.5]);
    expect(Array.from(change?.weightingByNode ?? [])).toEqual([17.5, 0, -10, 7.5]);
    expect(change).toMatchObject({ total: 20, real: 12.5, weighting: 7.5 });
  });

  it("an indicator that appears has no change of its own: its points, and what it takes from the others, are the data's", () => {
    // before: a missing, W = 0, ⅓, ⅔ of 30 and 60: 10 + 40 = 50; after: ¼·100 + ¼·30 + ½·60 = 62.5
    const change = periodChange(tree, { y: row(NONE, 30, 60), weights }, { y: row(100, 30, 60), weights }, ARITHMETIC);
    expect(change?.real).toBeCloseTo(0, 12);
    expect(change?.weighting).toBeCloseTo(12.5, 12);
    expect(Array.from(change?.weightingByNode ?? []).map((x) => Number(x.toFixed(10)))).toEqual([25, -2.5, -10, 12.5]);
  });

  it("without a score in one of the periods there is no change to split", () => {
    const whole: Period = { y: row(1, 2, 3), weights };
    const holed: Period = { y: row(1, NONE, NONE), weights };
    expect(periodChange(tree, whole, holed, ARITHMETIC)).toBeNull();
    expect(periodChange(tree, holed, whole, ARITHMETIC)).toBeNull();
    expect(() => periodChange(tree, whole, { y: row(1), weights }, ARITHMETIC)).toThrow("1 figures for 3 leaves");
  });

  it.each<Aggregation>([ARITHMETIC, { kind: "power", p: 2 }, { kind: "complement-geometric" }])(
    "the two parts add up, whole and by indicator, on 300 random pairs with holes, under %j",
    (aggregation) => {
      const source = seededSource(`bennet ${aggregation.kind}`);
      const random = (): Period => ({
        y: row(...[0, 1, 2].map(() => (source() < 0.1 ? NONE : 100 * source()))),
        weights: treeWeights(tree, { a: source(), b: source(), c: 1 + source() }),
      });
      let split = 0;
      for (let trial = 0; trial < 300; trial += 1) {
        const before = random();
        const after = random();
        const change = periodChange(tree, before, after, aggregation);
        if (change === null) continue;
        split += 1;
        expect(Math.abs(change.real + change.weighting - change.total)).toBeLessThan(1e-9);
        const c0 = rowPoints(tree, before.y, before.weights, aggregation).points;
        const c1 = rowPoints(tree, after.y, after.weights, aggregation).points;
        tree.ids.forEach((_, k) => {
          const moved = (Number.isNaN(c1[k] ?? NONE) ? 0 : (c1[k] ?? 0)) - (Number.isNaN(c0[k] ?? NONE) ? 0 : (c0[k] ?? 0));
          expect(Math.abs((change.realByNode[k] ?? NONE) + (change.weightingByNode[k] ?? NONE) - moved)).toBeLessThan(1e-9);
        });
      }
      expect(split).toBeGreaterThan(150);
    },
  );
});
