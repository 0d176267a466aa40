import { describe, expect, it } from "vitest";
import { goalpostScore, normalise, scaleOf, type Normalisation } from "../../../src/core/metodo/normalise.ts";

const GOALPOSTS: Normalisation = { kind: "goalposts", lo: 20, hi: 60 };

describe("fixed goalposts", () => {
  it("100·(x − 20)/40, cut at both ends, missing left missing", () => {
    expect(normalise([20, 30, 60, 10, 1e9, null], 1, GOALPOSTS)).toEqual([0, 25, 100, 0, 100, null]);
  });

  it("when more is better the formula turns round: 100·(60 − x)/40", () => {
    expect(normalise([20, 30, 60, 10, 1e9, null], -1, GOALPOSTS)).toEqual([100, 75, 0, 100, 0, null]);
  });

  it("natural limits: a level of 5 is no need and of 1 is all of it", () => {
    expect(normalise([1, 2, 3, 4, 5], -1, { kind: "goalposts", lo: 1, hi: 5 })).toEqual([100, 75, 50, 25, 0]);
  });

  it("one extreme unit more or less moves nobody else", () => {
    const without = normalise([25, 30, 45], 1, GOALPOSTS);
    expect(normalise([25, 30, 45, 1e12], 1, GOALPOSTS).slice(0, 3)).toEqual(without);
  });

  it("a constant indicator keeps its place on the goalposts", () => {
    expect(normalise([30, 30], 1, GOALPOSTS)).toEqual([25, 25]);
  });

  it.each([
    [60, 20],
    [20, 20],
    [Number.NaN, 20],
    [0, Number.POSITIVE_INFINITY],
  ])("lo %s and hi %s are refused", (lo, hi) => {
    expect(() => normalise([1], 1, { kind: "goalposts", lo, hi })).toThrow(new RangeError(`goalposts must be finite with lo < hi, got lo ${lo} and hi ${hi}`));
  });

  it("one figure by itself is scored alike", () => {
    expect(goalpostScore(30, 1, 20, 60)).toBe(25);
    expect(goalpostScore(30, -1, 20, 60)).toBe(75);
  });
});

describe("normalisations that look at the sample", () => {
  it("min–max reaches both ends, either way, on any scale", () => {
    expect(normalise([10, 15, null, 20], 1, { kind: "min-max" })).toEqual([0, 50, null, 100]);
    expect(normalise([10, 15, null, 20], -1, { kind: "min-max" })).toEqual([100, 50, null, 0]);
    expect(normalise([10, 15, 20], 1, { kind: "min-max", a: 1, b: 99 })).toEqual([1, 50, 99]);
  });

  it("z-score: of 2, 4, 6 the mean is 4 and s = 2", () => {
    expect(normalise([2, 4, 6, null], 1, { kind: "z-score" })).toEqual([-1, 0, 1, null]);
    expect(normalise([2, 4, 6, null], -1, { kind: "z-score", mean: 50, sd: 10 })).toEqual([60, 50, 40, null]);
  });

  it("ranks go up with need and equals share the lowest: 5 < 7 = 7 < 9", () => {
    expect(normalise([7, 5, null, 9, 7], 1, { kind: "rank" })).toEqual([2, 1, null, 4, 2]);
    expect(normalise([7, 5, null, 9, 7], -1, { kind: "rank" })).toEqual([2, 4, null, 1, 2]);
    expect(normalise([7, 5, null, 9, 7], 1, { kind: "borda" })).toEqual([1, 0, null, 3, 1]);
  });

  it("percentile rank: (rank − 1)/3 of 100", () => {
    expect(normalise([7, 5, null, 9, 7], 1, { kind: "percentile-rank" })).toEqual([100 / 3, 0, null, 100, 100 / 3]);
  });

  it("the figure itself is turned round when more is better", () => {
    expect(normalise([7, null, 0], 1, { kind: "none" })).toEqual([7, null, 0]);
    expect(normalise([7, null], -1, { kind: "none" })).toEqual([-7, null]);
  });

  it.each<[Normalisation, number]>([
    [{ kind: "min-max" }, 50],
    [{ kind: "min-max", a: 1, b: 3 }, 2],
    [{ kind: "z-score" }, 0],
    [{ kind: "z-score", mean: 50, sd: 10 }, 50],
    [{ kind: "percentile-rank" }, 0],
    [{ kind: "rank" }, 1],
    [{ kind: "borda" }, 0],
  ])("%j of a constant, or of one figure, is %s", (normalisation, expected) => {
    expect(normalise([0.1, 0.1, 0.1, null], 1, normalisation)).toEqual([expected, expected, expected, null]);
    expect(normalise([null, 3], -1, normalisation)).toEqual([null, expected]);
  });

  it.each<Normalisation>([GOALPOSTS, { kind: "min-max" }, { kind: "z-score" }, { kind: "percentile-rank" }, { kind: "rank" }, { kind: "borda" }, { kind: "none" }])(
    "%j of nothing is nothing",
    (normalisation) => {
      expect(normalise([null, null], 1, normalisation)).toEqual([null, null]);
      expect(normalise([], 1, normalisation)).toEqual([]);
    },
  );

  it("scales and figures that cannot be used are refused", () => {
    expect(() => normalise([1], 1, { kind: "min-max", a: 100, b: 0 })).toThrow("the scale must be finite with a < b, got a 100 and b 0");
    expect(() => normalise([1], 1, { kind: "z-score", sd: 0 })).toThrow("the z-score needs a finite mean and a deviation above 0, got 0 and 0");
    expect(() => normalise([1, Number.NaN], 1, GOALPOSTS)).toThrow("figure 1 must be finite or null, got NaN");
  });

  it("a scale has ends only where the figures have", () => {
    expect(scaleOf(GOALPOSTS, 9)).toEqual({ lo: 0, hi: 100 });
    expect(scaleOf({ kind: "min-max", a: 1, b: 100 }, 9)).toEqual({ lo: 1, hi: 100 });
    expect(scaleOf({ kind: "borda" }, 9)).toEqual({ lo: 0, hi: 8 });
    expect(scaleOf({ kind: "z-score" }, 9)).toBeNull();
  });
});
