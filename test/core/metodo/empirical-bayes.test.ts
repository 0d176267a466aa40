import { describe, expect, it } from "vitest";
import { empiricalBayes } from "../../../src/core/metodo/empirical-bayes.ts";
import { posteriorMean } from "../../../src/core/metodo/posterior.ts";
import { sharedPath } from "../../shared.ts";
import { figure, largestRelativeError, referenceRows } from "./reference-rows.ts";

const auckland = sharedPath("metodo/referencias/eb_auckland/auckland_eb.csv");
const queen = sharedPath("metodo/referencias/eb_auckland/auckland_queen_neighbours.csv");
const rowsOf = (path: string | null) => referenceRows(path ?? "");
const columnOf = (path: string | null, column: string) => rowsOf(path).map((row) => figure(row, column));

/** Two lists of numbers as close as rounding of sums. */
function expectClose(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(largestRelativeError(actual, expected)).toBeLessThan(1e-12);
}

describe("infant deaths in Auckland (spdep 1.2-7, DCluster)", () => {
  const events = auckland === null ? [] : columnOf(auckland, "cases");
  const exposure = auckland === null ? [] : columnOf(auckland, "pop");
  const neighbours: number[][] = events.map(() => []);
  if (queen !== null) for (const row of rowsOf(queen)) neighbours[(figure(row, "i") ?? 0) - 1]?.push((figure(row, "j") ?? 0) - 1);

  it.skipIf(auckland === null)("Marshall gives EBest's estimates and its published a and m", () => {
    const { estimate, raw, priors } = empiricalBayes({ events, exposure, method: "marshall" });
    expect(largestRelativeError(raw, columnOf(auckland, "raw"))).toBeLessThan(1e-9);
    expect(largestRelativeError(estimate, columnOf(auckland, "eb_global_marshall"))).toBeLessThan(1e-9);
    // spdep's documentation of EBest: a = 7.284173e-07, m = 0.002633436; digits beyond from its run.
    expect(priors).toHaveLength(1);
    expectClose([priors[0]?.variance ?? null, priors[0]?.mean ?? null], [7.28417290097515e-7, 0.00263343619313617]);
  });

  it.skipIf(auckland === null)("Clayton–Kaldor gives DCluster's relative risks and its gamma parameters", () => {
    const { estimate, priors } = empiricalBayes({ events, exposure });
    const prior = priors[0];
    const overall = prior?.overall ?? Number.NaN;
    const risks = estimate.map((value) => (value === null ? null : value / overall));
    expect(prior?.method).toBe("clayton-kaldor");
    expect(largestRelativeError(risks, columnOf(auckland, "dcluster_smthrr"))).toBeLessThan(1e-9);
    expectClose([prior?.shape ?? null, (prior?.rate ?? Number.NaN) * overall], [8.07768775074647, 7.95878555826567]);
  });

  it.skipIf(auckland === null || queen === null)("Marshall over neighbourhoods gives EBlocal's estimates, with the deviations of spdep and of GeoDa", () => {
    const spdep = empiricalBayes({ events, exposure, neighbours });
    expect(largestRelativeError(spdep.estimate, columnOf(auckland, "eb_local"))).toBeLessThan(1e-9);
    expect(largestRelativeError(spdep.priors.map((p) => p.mean), columnOf(auckland, "local_m"))).toBeLessThan(1e-9);
    expect(largestRelativeError(spdep.priors.map((p) => p.variance), columnOf(auckland, "local_a"))).toBeLessThan(1e-9);
    const geoda = empiricalBayes({ events, exposure, neighbours, geoda: true });
    expect(largestRelativeError(geoda.estimate, columnOf(auckland, "eb_local_geoda"))).toBeLessThan(1e-9);
  });

  it.skipIf(auckland === null)("every estimate is the mean of its posterior and lies between the raw rate and the prior mean", () => {
    for (const method of ["marshall", "clayton-kaldor"] as const) {
      const { estimate, posterior, raw, ownWeight, priors } = empiricalBayes({ events, exposure, method });
      expectClose(posterior.map((p) => (p === null ? null : posteriorMean(p))), estimate);
      const mean = priors[0]?.mean ?? Number.NaN;
      expectClose(estimate, raw.map((r, i) => (ownWeight[i] ?? Number.NaN) * (r ?? 0) + (1 - (ownWeight[i] ?? 0)) * mean));
      expect(Math.min(...ownWeight.map((w) => w ?? -1))).toBeGreaterThan(0);
      expect(Math.max(...ownWeight.map((w) => w ?? 2))).toBeLessThan(1);
    }
  });
});

describe("Marshall by hand", () => {
  it("weighs a unit's own rate by a/(a + m/n)", () => {
    // p = 0.01, 0.09; m = 10/200 = 0.05; s² = 0.04² = 0.0016; m/n̄ = 0.0005; a = 0.0011.
    // w = 0.0011/(0.0011 + 0.0005) = 0.6875; estimates 0.05 ∓ 0.6875·0.04.
    // Gamma: shape m²/a = 25/11, rate m/a = 500/11.
    const result = empiricalBayes({ events: [1, 9], exposure: [100, 100], method: "marshall" });
    expectClose(result.estimate, [0.0225, 0.0775]);
    expectClose(result.ownWeight, [0.6875, 0.6875]);
    expect(result.priors[0]).toMatchObject({ method: "marshall", fallbacks: [], units: 2, iterations: 0 });
    const [first] = result.posterior;
    expect(first?.kind).toBe("gamma");
    if (first?.kind === "gamma") expectClose([first.shape, first.rate], [36 / 11, 1600 / 11]);
  });

  it("gives every unit the overall rate when its variance is not positive", () => {
    // p = 0.01, 0.03; m = 0.02; s² = 0.0001 < m/n̄ = 0.0002, so a < 0.
    const result = empiricalBayes({ events: [1, 3, null], exposure: [100, 100, 50], method: "marshall" });
    expectClose(result.estimate, [0.02, 0.02, null]);
    expect(result.ownWeight).toEqual([0, 0, null]);
    expect(result.posterior[0]).toEqual({ kind: "fixed", value: 0.02 });
    expect(result.priors[0]).toMatchObject({ method: "overall-rate", variance: 0, shape: null, rate: null, fallbacks: ["variance-not-positive"] });
  });
});

describe("Clayton–Kaldor by hand", () => {
  it("starts from the moments of O/E and updates the relative risks", () => {
    // O = 1, 3 of 100 each: overall 0.02, E = 2, 2; O/E = 0.5, 1.5, mean 1, variance 0.5: ν = α = 2.
    // θ̂ = 3/4, 5/4; as rates 0.015 and 0.025. So wide a tolerance stops after the first update.
    const result = empiricalBayes({ events: [1, 3], exposure: [100, 100], tolerance: 10 });
    expectClose(result.estimate, [0.015, 0.025]);
    expectClose([result.priors[0]?.shape ?? null, result.priors[0]?.rate ?? null], [2, 100]);
    expectClose(result.ownWeight, [0.5, 0.5]);
    expect(result.priors[0]?.iterations).toBe(1);
  });

  it("meets its two equations where it stops", () => {
    const events = [2, 30, 4, 11, 0, 25, 8, 60];
    const exposure = [200, 900, 310, 400, 150, 1000, 620, 1300];
    const { estimate, priors } = empiricalBayes({ events, exposure, tolerance: 1e-14 });
    const prior = priors[0];
    if (prior === undefined || prior.shape === null || prior.rate === null) throw new Error("the example has a gamma prior");
    // 140 events of 4,880.
    expectClose([prior.overall], [140 / 4880]);
    const alpha = prior.rate * prior.overall;
    const risks = estimate.map((value) => (value ?? Number.NaN) / prior.overall);
    const mean = risks.reduce((a, b) => a + b, 0) / 8;
    expect(Math.abs(prior.shape / alpha - mean)).toBeLessThan(1e-9);
    const second = risks.reduce((sum, risk, i) => sum + (1 + alpha / ((exposure[i] ?? 0) * prior.overall)) * (risk - mean) ** 2, 0) / 7;
    expect(Math.abs(prior.shape / alpha ** 2 - second)).toBeLessThan(1e-9);
  });

  it("leaves the field to Marshall when it does not converge, and says so", () => {
    // Marshall's a of these counts is 0.0011, as above.
    const result = empiricalBayes({ events: [1, 9], exposure: [100, 100], maxIterations: 1 });
    expect(result.priors[0]).toMatchObject({ method: "marshall", fallbacks: ["iteration-did-not-converge"] });
    expectClose(result.estimate, [0.0225, 0.0775]);
  });

  it("ends at the overall rate when chance explains the differences", () => {
    // p = 0.01, 0.011, 0.009, 0.0102: their spread is far under the Poisson variance m/n̄.
    const result = empiricalBayes({ events: [100, 110, 90, 102], exposure: [1e4, 1e4, 1e4, 1e4] });
    expect(result.priors[0]?.method).toBe("overall-rate");
    expect(result.priors[0]?.fallbacks).toEqual(["iteration-did-not-converge", "variance-not-positive"]);
    expectClose(result.estimate, [0.01005, 0.01005, 0.01005, 0.01005]);
  });

  it("needs rates that differ, and two of them", () => {
    expect(empiricalBayes({ events: [2, 4], exposure: [100, 200] }).priors[0]?.fallbacks).toEqual(["no-variance", "variance-not-positive"]);
    expect(empiricalBayes({ events: [0, 0], exposure: [100, 200] }).estimate).toEqual([0, 0]);
    const alone = empiricalBayes({ events: [3], exposure: [60] });
    expect(alone.estimate).toEqual([0.05]);
    expect(alone.priors[0]?.fallbacks).toEqual(["too-few-units", "variance-not-positive"]);
  });
});

describe("neighbourhoods by hand", () => {
  it("takes each unit's mean and variance from itself and its neighbours", () => {
    // 0 – 1 are neighbours and 2 an island. Pair: the same counts as Marshall by hand above; every
    // member has the same neighbourhood, so that spdep's and GeoDa's deviations agree.
    const input = { events: [1, 9, 4], exposure: [100, 100, 200], neighbours: [[1], [0], []] };
    for (const geoda of [false, true]) {
      const result = empiricalBayes({ ...input, geoda });
      expectClose(result.estimate, [0.0225, 0.0775, 0.02]);
      expect(result.priors[2]?.fallbacks).toEqual(["no-neighbours", "variance-not-positive"]);
      expect(result.priors[0]?.scope).toEqual({ kind: "neighbourhood", unit: 0 });
    }
  });

  it("measures deviations as spdep or as GeoDa does", () => {
    // A line 0 – 1 – 2 of 100 persons each: m₀ = 0.05, m₁ = 0.06, m₂ = 0.085.
    // Unit 0 by GeoDa: a = (0.04² + 0.04²)/2 − 0.0005 = 0.0011, w = 0.6875 → 0.0225.
    // Unit 0 by spdep: the deviation of unit 1 is from m₁, a = (0.04² + 0.03²)/2 − 0.0005 = 0.00075, w = 0.6 → 0.026.
    // Unit 1 by GeoDa: a = (0.05² + 0.03² + 0.02²)/3 − 0.0006 = 0.002/3, w = 10/19.
    const line = { events: [1, 9, 8], exposure: [100, 100, 100], neighbours: [[1], [0, 2], [1]] };
    const byGeoda = empiricalBayes({ ...line, geoda: true });
    expectClose(byGeoda.estimate.slice(0, 2), [0.0225, 0.06 + (0.03 * 10) / 19]);
    expectClose(empiricalBayes(line).estimate.slice(0, 1), [0.026]);
  });

  it("leaves units without a figure out of the neighbourhoods of others", () => {
    const result = empiricalBayes({ events: [1, null, 9, 5], exposure: [100, 500, 100, 0].map((e, i) => (i === 3 ? null : e)), neighbours: [[1, 2, 3], [0], [0, 3], [0]] });
    expectClose(result.estimate, [0.0225, null, 0.0775, null]);
    expect(result.priorOf).toEqual([0, null, 1, null]);
  });

  it("a neighbourhood without events has the rate 0", () => {
    const result = empiricalBayes({ events: [0, 0, 8], exposure: [10, 10, 10], neighbours: [[1], [0, 2], [1]] });
    expect(result.estimate[0]).toBe(0);
    expect(result.posterior[0]).toEqual({ kind: "fixed", value: 0 });
  });
});

describe("groups", () => {
  const big = Array.from({ length: 20 }, (_, i) => ({ events: 3 + (i % 7) * 2, exposure: 400 + 10 * i, group: "grande" }));
  const small = Array.from({ length: 19 }, (_, i) => ({ events: 1 + (i % 5) * 3, exposure: 90 + i, group: "pequeno" }));
  const units = [...big, ...small, { events: 5, exposure: 100, group: null }];
  const columns = (rows: typeof units) => ({ events: rows.map((u) => u.events), exposure: rows.map((u) => u.exposure), groups: rows.map((u) => u.group) });

  it("a group of 20 units has a prior of its own and one of 19 takes the prior of the whole", () => {
    const result = empiricalBayes(columns(units));
    const alone = empiricalBayes({ events: big.map((u) => u.events), exposure: big.map((u) => u.exposure) });
    const whole = empiricalBayes({ events: units.map((u) => u.events), exposure: units.map((u) => u.exposure) });
    expect(result.estimate.slice(0, 20)).toEqual(alone.estimate);
    expect(result.estimate.slice(20)).toEqual(whole.estimate.slice(20));
    expect(result.priors.map((p) => [p.scope, p.units])).toEqual([
      [{ kind: "group", group: "grande" }, 20],
      [{ kind: "whole" }, 40],
    ]);
    expect([result.priorOf[0], result.priorOf[20], result.priorOf[39]]).toEqual([0, 1, 1]);
  });

  it("counts only units with data, so that a missing figure can cost a group its prior", () => {
    const input = columns(units);
    const result = empiricalBayes({ ...input, events: input.events.map((e, i) => (i === 4 ? null : e)) });
    expect(result.priors.map((p) => [p.scope.kind, p.units])).toEqual([["whole", 39]]);
    expect(result.estimate[4]).toBeNull();
  });

  it("takes another minimum", () => {
    expect(empiricalBayes({ ...columns(units), minGroup: 19 }).priors.map((p) => p.units)).toEqual([20, 19, 40]);
    expect(() => empiricalBayes({ ...columns(units), minGroup: 0 })).toThrow("minGroup must be an integer ≥ 1, got 0");
  });
});

describe("counts that are missing or wrong", () => {
  it("a missing count and an exposure of 0 give null and say which, and do not touch the others", () => {
    const result = empiricalBayes({ events: [1, null, 9, 0, 4], exposure: [100, 100, 100, 0, null], method: "marshall" });
    expectClose(result.estimate, [0.0225, null, 0.0775, null, null]);
    expect(result.absence).toEqual([null, "missing", null, "zero-exposure", "missing"]);
    expect(result.raw[3]).toBeNull();
    expect(result.posterior[1]).toBeNull();
  });

  it("all missing is an answer without priors", () => {
    const result = empiricalBayes({ events: [null, null], exposure: [10, null] });
    expect(result).toMatchObject({ estimate: [null, null], priors: [], priorOf: [null, null] });
    expect(empiricalBayes({ events: [], exposure: [] }).estimate).toEqual([]);
    expect(empiricalBayes({ events: [null], exposure: [3], neighbours: [[]] }).priors).toEqual([]);
  });

  it("wrong counts are refused by indicator and unit", () => {
    const units = ["Aurora", "Boa Vista"];
    const given = (events: number[], exposure: number[]) => () => empiricalBayes({ events, exposure, units, indicator: "obitos" });
    expect(given([1, -3], [10, 10])).toThrow('indicator "obitos", unit "Boa Vista": -3 events of 10 exposed: counts must be finite');
    expect(given([1, 3], [10, -10])).toThrow("3 events of -10 exposed");
    expect(given([Number.NaN, 3], [10, 10])).toThrow('unit "Aurora": NaN events');
    expect(given([1, 3], [10, 0])).toThrow("there are events where nobody is exposed");
    expect(given([1], [10, 10])).toThrow("1 units have events and 2 have exposure");
    expect(() => empiricalBayes({ events: [1], exposure: [10], units })).toThrow("2 unit names for 1 units");
    expect(() => empiricalBayes({ events: [1], exposure: [10], groups: [] })).toThrow("0 groups for 1 units");
  });

  it("more events than persons are a rate like any other", () => {
    // p = 3, 1, m = 2, s² = 1, m/n̄ = 0.2: a = 0.8, w = 0.8.
    expectClose(empiricalBayes({ events: [30, 10], exposure: [10, 10], method: "marshall" }).estimate, [2.8, 1.2]);
  });

  it("neighbour lists and options that do not fit are refused", () => {
    const counts = { events: [1, 2], exposure: [10, 10] };
    expect(() => empiricalBayes({ ...counts, neighbours: [[1]] })).toThrow("1 neighbour lists for 2 units");
    expect(() => empiricalBayes({ ...counts, neighbours: [[2], [0]] })).toThrow("neighbour 2 of unit 0");
    expect(() => empiricalBayes({ ...counts, neighbours: [[0], [0]] })).toThrow("unit 0 is listed as its own neighbour");
    expect(() => empiricalBayes({ ...counts, neighbours: [[1, 1], [0]] })).toThrow("neighbour 1 is listed twice for unit 0");
    expect(() => empiricalBayes({ ...counts, neighbours: [[1], [0]], method: "clayton-kaldor" })).toThrow('"marshall" only');
    expect(() => empiricalBayes({ ...counts, neighbours: [[1], [0]], groups: ["a", "a"] })).toThrow("not from both");
    expect(() => empiricalBayes({ ...counts, geoda: true })).toThrow("geoda needs neighbours");
    expect(() => empiricalBayes({ ...counts, tolerance: 0 })).toThrow("tolerance must be a number > 0, got 0");
    expect(() => empiricalBayes({ ...counts, maxIterations: 2.5 })).toThrow("got 2.5");
  });
});
