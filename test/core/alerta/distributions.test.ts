import { describe, expect, it } from "vitest";
import {
  negativeBinomialQuantile,
  negativeBinomialUpperTail,
  normalQuantile,
  normalUpperTail,
  poissonQuantile,
  poissonUpperTail,
  studentTwoSided,
} from "../../../src/core/alerta/distributions.ts";

describe("normal and Student", () => {
  it("has the quantiles and tails of the usual tables", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 10);
    expect(normalQuantile(0.999)).toBeCloseTo(3.090232306167813, 10);
    expect(normalUpperTail(1.959963984540054)).toBeCloseTo(0.025, 10);
    expect(normalUpperTail(-1.2815515655446004)).toBeCloseTo(0.9, 10);
    expect(normalUpperTail(0)).toBe(0.5);
  });

  it("gives Student's t its closed forms of 1 and 2 degrees of freedom", () => {
    // df 1 (Cauchy): P(|T| ≥ 1) = ½. df 2: P(|T| ≥ t) = 1 − t/√(2 + t²); t = √2: 1 − √2/2.
    expect(studentTwoSided(1, 1)).toBeCloseTo(0.5, 7);
    expect(studentTwoSided(-Math.SQRT2, 2)).toBeCloseTo(1 - Math.SQRT2 / 2, 7);
  });
});

describe("Poisson", () => {
  it("sums its own terms", () => {
    // P(X ≥ 1 | 1) = 1 − e⁻¹; P(X ≥ 3 | 2) = 1 − e⁻²(1 + 2 + 2).
    expect(poissonUpperTail(1, 1)).toBeCloseTo(1 - Math.exp(-1), 12);
    expect(poissonUpperTail(3, 2)).toBeCloseTo(1 - 5 * Math.exp(-2), 12);
    expect(poissonUpperTail(0, 2)).toBe(1);
    expect(poissonUpperTail(1, 0)).toBe(0);
  });

  it("finds the smallest count that reaches the probability", () => {
    // λ = 1: P(X ≤ 3) = 0.9810, P(X ≤ 4) = 0.9963; λ = 9: P(X ≤ 16) = 0.9889, P(X ≤ 17) = 0.9947.
    expect(poissonQuantile(0.98, 1)).toBe(3);
    expect(poissonQuantile(0.99, 1)).toBe(4);
    expect(poissonQuantile(0.99, 9)).toBe(17);
    expect(poissonQuantile(0.01, 9)).toBe(3);
    expect(poissonQuantile(0.5, 0)).toBe(0);
  });

  it("has the mean as median when the mean is a whole number, however large", () => {
    for (const mean of [1, 2, 10, 250, 4_000, 100_000]) expect(poissonQuantile(0.5, mean)).toBe(mean);
  });

  it("brackets its probability for every quantile asked of it", () => {
    for (const mean of [0.3, 2.7, 40, 900]) {
      for (const p of [0.001, 0.01, 0.2, 0.5, 0.9, 0.99, 0.9999]) {
        const x = poissonQuantile(p, mean);
        expect(1 - poissonUpperTail(x + 1, mean)).toBeGreaterThanOrEqual(p - 1e-12);
        if (x > 0) expect(1 - poissonUpperTail(x, mean)).toBeLessThan(p);
      }
    }
  });

  it("refuses a mean below zero and a probability outside 0 to 1, saying which", () => {
    expect(() => poissonUpperTail(1, -2)).toThrow(/-2/);
    expect(() => poissonQuantile(1, 3)).toThrow(/got 1/);
  });
});

describe("negative binomial", () => {
  it("sums its own terms", () => {
    // size 2, prob ½: P(0) = ¼, P(1) = 2·¼·½ = ¼, so P(X ≥ 2) = ½. size ½: P(0) = √½.
    expect(negativeBinomialUpperTail(2, 2, 0.5)).toBeCloseTo(0.5, 7);
    expect(negativeBinomialUpperTail(1, 0.5, 0.5)).toBeCloseTo(1 - Math.SQRT1_2, 7);
    expect(negativeBinomialQuantile(0.5, 2, 0.5)).toBe(1);
    expect(negativeBinomialQuantile(0.51, 2, 0.5)).toBe(2);
  });

  it("comes near the Poisson of its mean when its size is large", () => {
    expect(negativeBinomialUpperTail(15, 9e6, 1 / (1 + 1e-6))).toBeCloseTo(poissonUpperTail(15, 9), 5);
  });

  it("refuses a size or probability that makes no distribution", () => {
    expect(() => negativeBinomialUpperTail(1, 0, 0.5)).toThrow(RangeError);
    expect(() => negativeBinomialUpperTail(1, 3, 1)).toThrow(RangeError);
  });
});
