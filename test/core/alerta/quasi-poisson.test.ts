import { describe, expect, it } from "vitest";
import { fitQuasiPoisson, predictCount } from "../../../src/core/alerta/quasi-poisson.ts";

const ones = (n: number): number[][] => Array.from({ length: n }, () => [1]);

describe("fitQuasiPoisson", () => {
  it("of a constant is the mean, with Pearson's dispersion over n − 1", () => {
    // 2, 4, 9: mean 5; Σ(y − 5)²/5 = (9 + 1 + 16)/5 = 5.2; over 2 degrees 2.6; leverage of each ⅓.
    const fit = fitQuasiPoisson(ones(3), [2, 4, 9]);
    expect(Math.exp(fit?.coefficients[0] ?? NaN)).toBeCloseTo(5, 10);
    expect(fit?.dispersion).toBeCloseTo(2.6, 7);
    expect(fit?.hat[0]).toBeCloseTo(1 / 3, 8);
    // Variance of the log mean: 1/Σμ = 1/15.
    expect(fit?.inverse[0]?.[0]).toBeCloseTo(1 / 15, 8);
  });

  it("of two groups is the mean of each", () => {
    const fit = fitQuasiPoisson([[1, 0], [1, 0], [1, 1], [1, 1]], [1, 3, 6, 10]);
    if (fit === null) throw new Error("no fit");
    expect(predictCount(fit, [1, 0], 1).mean).toBeCloseTo(2, 8);
    // Second group: mean 8, se of the log 1/√16, so se 8/4.
    expect(predictCount(fit, [1, 1], 1)).toEqual({ mean: expect.closeTo(8, 6) as number, se: expect.closeTo(2, 6) as number });
    expect(predictCount(fit, [1, 1], 4).se).toBeCloseTo(4, 6);
  });

  it("with an offset is the rate, and with weights the weighted mean", () => {
    const rate = fitQuasiPoisson(ones(2), [2, 4], { offset: [Math.log(10), Math.log(20)] });
    expect(Math.exp(rate?.coefficients[0] ?? NaN)).toBeCloseTo(6 / 30, 10);
    const weighted = fitQuasiPoisson(ones(2), [2, 8], { weights: [3, 1] });
    expect(Math.exp(weighted?.coefficients[0] ?? NaN)).toBeCloseTo(14 / 4, 9);
  });

  it("recovers an exponential growth", () => {
    const counts = [1, 2, 4, 8, 16];
    const fit = fitQuasiPoisson(counts.map((_, t) => [1, t]), counts);
    expect(fit?.coefficients[1]).toBeCloseTo(Math.LN2, 8);
  });

  it("does not fit columns that tell the same, more of them than counts, or counts of nothing", () => {
    expect(fitQuasiPoisson([[1, 2], [1, 2], [1, 2]], [3, 4, 5])).toBeNull();
    expect(fitQuasiPoisson([[1, 0]], [3])).toBeNull();
    expect(fitQuasiPoisson(ones(30), Array<number>(30).fill(0))).toBeNull();
    expect(() => fitQuasiPoisson(ones(2), [1])).toThrow(/2 rows/);
  });
});
