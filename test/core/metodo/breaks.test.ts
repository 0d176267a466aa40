import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ckmeansBreaks, classOfValue } from "../../../src/core/metodo/breaks.ts";
import { sharedPath } from "../../shared.ts";

const smallPath = sharedPath("metodo/referencias/ckmeans_small/expected.json");
const jenksPath = sharedPath("metodo/referencias/jenks/jenks71.json");
const crimePath = sharedPath("metodo/referencias/jenks/columbus_crime_fisher.json");
const columbusPath = sharedPath("metodo/referencias/local_moran_columbus/columbus_localmoran.csv");

const read = <T>(path: string | null): T => JSON.parse(readFileSync(path ?? "", "utf8")) as T;

/** Every way to cut sorted values in k runs; the least sum of squares within them. */
function leastSquares(sorted: readonly number[], k: number): number {
  const mean = sorted.reduce((a, b) => a + b, 0) / sorted.length;
  const whole = sorted.reduce((s, v) => s + (v - mean) ** 2, 0);
  if (k === 1) return whole;
  let least = Infinity;
  for (let cut = k - 1; cut < sorted.length; cut += 1) {
    least = Math.min(least, leastSquares(sorted.slice(0, cut), k - 1) + leastSquares(sorted.slice(cut), 1));
  }
  return least;
}

describe("ckmeansBreaks", () => {
  it("cuts at the smallest value of each class and ends at the largest value", () => {
    // 1 2 4 5 | 7 9 10 | 20: within squares 10 + 14/3 + 0 = 14.666…; mean 7.25, total 676 − 8·7.25² = 255.5.
    const { breaks, classes, gvf } = ckmeansBreaks([20, 1, 9, 2, 10, 4, 7, 5], 3);
    expect(breaks).toEqual([1, 7, 20, 20]);
    expect(classes).toEqual([
      { min: 1, max: 5, count: 4 },
      { min: 7, max: 10, count: 3 },
      { min: 20, max: 20, count: 1 },
    ]);
    expect(gvf).toBeCloseTo(1 - (10 + 14 / 3) / 255.5, 12);
  });

  it("puts limits halfway between classes when asked", () => {
    expect(ckmeansBreaks([1, 2, 4, 5, 7, 9, 10, 20], 3, { convention: "midpoints" }).breaks).toEqual([1, 6, 15, 20]);
  });

  it("finds the least sum of squares of all cuts", () => {
    const values = [3.1, 0.2, 8.8, 8.9, 2.7, 5.5, 5.1, 9.6, 0.4, 7.2, 4.4];
    const sorted = [...values].sort((a, b) => a - b);
    for (const k of [2, 3, 4, 5]) {
      const total = leastSquares(sorted, 1);
      expect(ckmeansBreaks(values, k).gvf).toBeCloseTo(1 - leastSquares(sorted, k) / total, 12);
    }
  });

  it("gives one class per distinct value when there are fewer of them than classes", () => {
    const { breaks, classes, gvf } = ckmeansBreaks([3, 0, 0, 3, 0, 1], 5);
    expect(classes.map((c) => [c.min, c.max, c.count])).toEqual([
      [0, 0, 3],
      [1, 1, 1],
      [3, 3, 2],
    ]);
    expect(breaks).toEqual([0, 1, 3, 3]);
    expect(gvf).toBe(1);
  });

  it("never splits equal values, however many there are", () => {
    const values = [...Array.from({ length: 90 }, () => 0), 1, 1, 2, 5, 5, 5, 9, 14, 14, 30];
    for (const k of [2, 3, 4, 5, 6, 7]) {
      const { classes } = ckmeansBreaks(values, k);
      expect(classes).toHaveLength(k);
      for (const [i, c] of classes.slice(1).entries()) expect(c.min).toBeGreaterThan(classes[i]?.max ?? Infinity);
    }
  });

  it("gives one class with a fit of 1 for values that are all equal", () => {
    expect(ckmeansBreaks([7, 7, 7], 3)).toEqual({ breaks: [7, 7], classes: [{ min: 7, max: 7, count: 3 }], gvf: 1 });
  });

  it("leaves missing figures out and has no class without figures", () => {
    expect(ckmeansBreaks([null, 1, null, 5], 2).classes.map((c) => c.count)).toEqual([1, 1]);
    expect(ckmeansBreaks([null, null], 2)).toEqual({ breaks: [], classes: [], gvf: null });
  });

  it("refuses a number of classes or a value that cannot be", () => {
    expect(() => ckmeansBreaks([1, 2], 0)).toThrow(new RangeError("number of classes must be a whole number ≥ 1, got 0"));
    expect(() => ckmeansBreaks([1, 2], 1.5)).toThrow(RangeError);
    expect(() => ckmeansBreaks([1, NaN], 2)).toThrow(new RangeError("value 1 must be finite or null, got NaN"));
  });

  it.skipIf(smallPath === null)("gives the clusters and lower bounds of simple-statistics' own tests", () => {
    const expected = read<{
      ckmeans: { x: number[]; k: number; clusters: number[][] }[];
      jenks_lower_bounds_plus_max: { x: number[]; k: number; breaks: number[] | null }[];
    }>(smallPath);
    expect(expected.ckmeans).toHaveLength(9);
    for (const { x, k, clusters } of expected.ckmeans) {
      expect(ckmeansBreaks(x, k).classes).toEqual(clusters.map((c) => ({ min: c[0], max: c.at(-1), count: c.length })));
    }
    for (const { x, k, breaks } of expected.jenks_lower_bounds_plus_max) {
      // Null there: fewer values than classes. Here: a class for each.
      expect(ckmeansBreaks(x, k).breaks).toEqual(breaks ?? [...x, x.at(-1)]);
    }
  });

  it.skipIf(jenksPath === null)("gives classInt's fisher and jenks breaks of the 1971 map", () => {
    const expected = read<Record<"values" | "fisher5" | "fisher7" | "fisher9" | "jenks5", number[]>>(jenksPath);
    for (const [k, fisher] of [[5, expected.fisher5], [7, expected.fisher7], [9, expected.fisher9]] as const) {
      const { breaks } = ckmeansBreaks(expected.values, k, { convention: "midpoints" });
      expect(breaks).toHaveLength(fisher.length);
      fisher.forEach((limit, i) => expect(breaks[i]).toBeCloseTo(limit, 9));
    }
    // jenks5 closes classes above: smallest value, then the largest of each class.
    const { classes } = ckmeansBreaks(expected.values, 5);
    expect([classes[0]?.min, ...classes.map((c) => c.max)]).toEqual(expected.jenks5);
  });

  it.skipIf(crimePath === null || columbusPath === null)("gives classInt's fisher breaks, counts and fit of the Columbus crime rates", () => {
    const rows = readFileSync(columbusPath ?? "", "utf8").trim().split("\n").slice(1);
    const crime = rows.map((row) => Number(row.split(",")[1]));
    const expected = read<Record<string, { breaks: number[]; gvf: number; counts: number[] }>>(crimePath);
    for (const k of [3, 4, 5, 6, 7]) {
      const { breaks, classes, gvf } = ckmeansBreaks(crime, k, { convention: "midpoints" });
      expected[`k${k}`]?.breaks.forEach((limit, i) => expect(breaks[i]).toBeCloseTo(limit, 9));
      expect(classes.map((c) => c.count)).toEqual(expected[`k${k}`]?.counts);
      expect(gvf).toBeCloseTo(expected[`k${k}`]?.gvf ?? NaN, 9);
    }
  });
});

describe("classOfValue", () => {
  it("puts a limit in the class it opens", () => {
    expect([0, 9.99, 10, 19, 20, 30].map((v) => classOfValue([0, 10, 20], v))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it("keeps later values outside the frozen range in the first and last classes", () => {
    expect([-5, 3100].map((v) => classOfValue([0, 10, 20], v))).toEqual([0, 2]);
  });

  it("agrees with the counts the breaks were made from, a lone largest value included", () => {
    const values = [1, 2, 4, 5, 7, 9, 10, 20];
    const { breaks, classes } = ckmeansBreaks(values, 3);
    const limits = breaks.slice(0, -1);
    expect(classes.map((_, c) => values.filter((v) => classOfValue(limits, v) === c).length)).toEqual(classes.map((c) => c.count));
  });

  it("refuses NaN, no limit and limits that do not rise", () => {
    expect(() => classOfValue([0, 1], NaN)).toThrow(RangeError);
    expect(() => classOfValue([], 1)).toThrow(new RangeError("classes need at least one lower limit"));
    expect(() => classOfValue([0, 5, 5], 1)).toThrow(new RangeError("lower limits must rise: 0, 5, 5"));
    expect(() => classOfValue([0, Infinity], 1)).toThrow(RangeError);
  });
});
