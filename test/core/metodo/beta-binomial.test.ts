import { describe, expect, it } from "vitest";
import { betaBinomial } from "../../../src/core/metodo/beta-binomial.ts";
import { countProblem } from "../../../src/core/metodo/counts.ts";
import { posteriorMean } from "../../../src/core/metodo/posterior.ts";
import { largestRelativeError } from "./reference-rows.ts";

function expectClose(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(largestRelativeError(actual, expected)).toBeLessThan(1e-12);
}

describe("betaBinomial by hand", () => {
  it("takes the beta prior from the moments", () => {
    // p = 0.2, 0.8 of 10 each: b = 0.5, s² = 0.09, n̄ = 10, A = (0.9 − 0.25)/9 = 0.65/9.
    // Strength b(1 − b)/A − 1 = 2.25/0.65 − 1 = 32/13; a = b = 16/13; w = 10/(10 + 32/13) = 65/81.
    const result = betaBinomial({ events: [2, 8], exposure: [10, 10] });
    const prior = result.priors[0];
    expectClose([prior?.variance ?? null, prior?.a ?? null, prior?.b ?? null], [0.65 / 9, 16 / 13, 16 / 13]);
    expectClose(result.ownWeight, [65 / 81, 65 / 81]);
    expectClose(result.estimate, [0.5 - (0.3 * 65) / 81, 0.5 + (0.3 * 65) / 81]);
    expect(prior).toMatchObject({ method: "moments", fallbacks: [], scope: { kind: "whole" }, units: 2 });
    const [first] = result.posterior;
    expect(first?.kind).toBe("beta");
    if (first?.kind === "beta") expectClose([first.a, first.b], [2 + 16 / 13, 8 + 16 / 13]);
  });

  it("gives Martuzzi & Elliott's weights where the exposures differ", () => {
    // O = 4, 3 of n = 5, 15: b = 0.35, s² = (5·0.45² + 15·0.15²)/20 = 0.0675, n̄ = 10. Their weight
    // ρ = (n·s² − n/n̄·b(1 − b))/((n − 1)s² + (n̄ − n)/n̄·b(1 − b)), b(1 − b) = 0.2275:
    // ρ₁ = (0.3375 − 0.11375)/(0.27 + 0.11375) = 179/307, ρ₂ = (1.0125 − 0.34125)/(0.945 − 0.11375) = 537/665.
    const result = betaBinomial({ events: [4, 3], exposure: [5, 15] });
    expectClose(result.ownWeight, [179 / 307, 537 / 665]);
    expectClose(result.estimate, [0.35 + (0.45 * 179) / 307, 0.35 - (0.15 * 537) / 665]);
    expectClose(result.posterior.map((p) => (p === null ? null : posteriorMean(p))), result.estimate);
  });

  it("gives every unit the overall proportion when chance explains the differences", () => {
    // p = 0.4, 0.6 of 10 each: s² = 0.01, n̄·s² = 0.1 < b(1 − b) = 0.25.
    const result = betaBinomial({ events: [4, 6], exposure: [10, 10] });
    expect(result.estimate).toEqual([0.5, 0.5]);
    expect(result.posterior[0]).toEqual({ kind: "fixed", value: 0.5 });
    expect(result.priors[0]).toMatchObject({ method: "overall-proportion", variance: 0, fallbacks: ["variance-not-positive"], a: null, b: null });
  });

  it("learns nothing from one trial each, and everything from all or nothing", () => {
    const single = betaBinomial({ events: [0, 1, 1], exposure: [1, 1, 1] });
    expectClose(single.estimate, [2 / 3, 2 / 3, 2 / 3]);
    expect(single.priors[0]?.fallbacks).toEqual(["one-trial-each"]);
    // 3 of 3, 0 of 7, 2 of 2: s² = b(1 − b), so that A = b(1 − b) and the prior has no strength.
    const divided = betaBinomial({ events: [3, 0, 2], exposure: [3, 7, 2] });
    expect(divided.estimate).toEqual([1, 0, 1]);
    expect(divided.ownWeight).toEqual([1, 1, 1]);
    expect(divided.priors[0]).toMatchObject({ method: "own-proportion", fallbacks: ["variance-largest"] });
  });

  it("nobody and everybody are proportions of 0 and 1", () => {
    expect(betaBinomial({ events: [0, 0], exposure: [5, 9] }).estimate).toEqual([0, 0]);
    expect(betaBinomial({ events: [5, 9], exposure: [5, 9] }).estimate).toEqual([1, 1]);
    expect(betaBinomial({ events: [3], exposure: [4] }).estimate).toEqual([0.75]);
  });
});

describe("groups of proportions", () => {
  const many = Array.from({ length: 20 }, (_, i) => ({ events: (i * 3) % 9, exposure: 10, group: "grande" }));
  const single = Array.from({ length: 25 }, (_, i) => ({ events: i % 2, exposure: 1, group: "pequeno" }));
  const units = [...many, ...single];
  const columns = { events: units.map((u) => u.events), exposure: units.map((u) => u.exposure), groups: units.map((u) => u.group) };

  it("a large group has its own prior; one whose data cannot tell a variance takes the prior of the whole", () => {
    const result = betaBinomial(columns);
    expect(result.priors.map((p) => [p.scope.kind, p.units, p.method])).toEqual([
      ["group", 20, "moments"],
      ["whole", 45, "moments"],
    ]);
    expect(result.estimate.slice(0, 20)).toEqual(betaBinomial({ events: many.map((u) => u.events), exposure: many.map((u) => u.exposure) }).estimate);
    expect(result.priorOf[20]).toBe(1);
  });
});

describe("counts that are missing or wrong", () => {
  it("a missing count and an exposure of 0 give null", () => {
    const result = betaBinomial({ events: [2, null, 8, 0], exposure: [10, 10, 10, 0] });
    expectClose(result.estimate, [0.5 - (0.3 * 65) / 81, null, 0.5 + (0.3 * 65) / 81, null]);
    expect(result.absence).toEqual([null, "missing", null, "zero-exposure"]);
    expect(betaBinomial({ events: [null], exposure: [null] })).toMatchObject({ estimate: [null], priors: [] });
  });

  it("events above the exposure are refused by indicator and unit", () => {
    const input = { events: [2, 11], exposure: [10, 10], units: ["Aurora", "Boa Vista"], indicator: "cadastro" };
    expect(() => betaBinomial(input)).toThrow('indicator "cadastro", unit "Boa Vista": 11 events of 10 exposed: a proportion cannot have more events than exposure');
    expect(() => betaBinomial({ events: [-1], exposure: [10] })).toThrow("unit \"0\": -1 events of 10 exposed");
  });

  it("a caller can ask first", () => {
    expect(countProblem(11, 10, "proportion")).toBe("events-above-exposure");
    expect(countProblem(11, 10, "rate")).toBeNull();
    expect(countProblem(1, 0, "rate")).toBe("events-without-exposure");
    expect(countProblem(Number.NaN, null, "rate")).toBe("not-a-count");
    expect(countProblem(null, -1, "proportion")).toBe("not-a-count");
    expect(countProblem(0, 0, "proportion")).toBeNull();
    expect(countProblem(null, 4, "rate")).toBeNull();
  });
});
