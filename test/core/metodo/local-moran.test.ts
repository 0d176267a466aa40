import { describe, expect, it } from "vitest";
import { localMoran, significantQuadrant } from "../../../src/core/metodo/local-moran.ts";
import type { LocalMoranInput, LocalMoranValue } from "../../../src/core/metodo/local-moran.ts";
import { columbusColumn, columbusNeighbours, columbusPath, meanOf, permutationsOf, varianceOf } from "./columbus.ts";

const RING = [[1, 5], [0, 2], [1, 3], [2, 4], [3, 5], [4, 0]];

function valueOf(input: LocalMoranInput, unit: number): LocalMoranValue {
  const found = localMoran(input).units[unit];
  if (found?.reason !== null) throw new Error(`no local Moran for ${unit}`);
  return found;
}

describe("localMoran", () => {
  it("multiplies a unit's deviation by its neighbours' mean deviation over the variance", () => {
    // 1 2 3 4 on a path: z = −1.5 −0.5 0.5 1.5, m2 = 1.25; unit 1: lag (−1.5 + 0.5)/2 = −0.5, I = (−0.5/1.25)(−0.5) = 0.2.
    const { I, z, lag, quadrant } = valueOf({ values: [1, 2, 3, 4], neighbours: [[1], [0, 2], [1, 3], [2]] }, 1);
    expect(I).toBeCloseTo(0.2, 12);
    expect([z, lag, quadrant]).toEqual([-0.5, -0.5, "low-low"]);
  });

  it.each(["row", "binary"] as const)("has the moments of all orders, with the unit's value kept and without, with %s weights", (style) => {
    const values = [2, 9, 4, 7, 7, 1];
    const neighbours = [[1], [0, 2, 4], [1, 3], [2], [1, 5], [4]];
    const orders = permutationsOf(values.map((_, i) => i));
    for (const unit of [0, 1, 4]) {
      const { conditional, total } = valueOf({ values, neighbours, style }, unit);
      const of = (kept: readonly number[][]): number[] =>
        kept.map((order) => valueOf({ values: order.map((i) => values[i] ?? NaN), neighbours, style }, unit).I);
      const all = of(orders);
      const own = of(orders.filter((order) => order[unit] === unit));
      expect(meanOf(all)).toBeCloseTo(total.expected, 9);
      expect(varianceOf(all)).toBeCloseTo(total.variance, 9);
      expect(meanOf(own)).toBeCloseTo(conditional.expected, 9);
      expect(varianceOf(own)).toBeCloseTo(conditional.variance, 9);
    }
  });

  it("adds up to the global statistic", () => {
    const input = { values: [2, 9, 4, 7, 7, 1], neighbours: RING } as const;
    const { units, global } = localMoran(input);
    // Row weights: s0 = n, so I = Σ I_i / n.
    const sum = units.reduce((s, u) => s + (u.reason === null ? u.I : NaN), 0);
    expect(typeof global === "string" ? NaN : global.I).toBeCloseTo(sum / 6, 12);
  });

  it("gives an island and a missing figure no value but a reason", () => {
    const { units } = localMoran({ values: [1, 2, 3, 4, 9, null], neighbours: [[1], [0, 2], [1, 3], [2], [], [0]] });
    expect(units.map((u) => u.reason)).toEqual([null, null, null, null, "no-neighbours", "missing"]);
  });

  it("makes an island of a unit whose every neighbour lacks a figure", () => {
    const { units } = localMoran({ values: [1, 2, 3, 4, 8, null], neighbours: [[1], [0, 2], [1, 3], [2], [5], [4]] });
    expect(units.map((u) => u.reason)).toEqual([null, null, null, null, "no-neighbours", "missing"]);
  });

  it("gives the reason to every unit when all figures are equal or too few", () => {
    expect(localMoran({ values: [5, 5, 5, 5, null, 5], neighbours: RING }).units.map((u) => u.reason)).toEqual([
      "constant", "constant", "constant", "constant", "missing", "constant",
    ]);
    expect(localMoran({ values: [5, 4, 3, null, null, null], neighbours: RING }).global).toBe("too-few");
  });

  it("refuses permutations without a seed or in a number that cannot be", () => {
    const input = { values: [1, 2, 3, 4, 5, 6], neighbours: RING };
    expect(() => localMoran({ ...input, permutations: 99 })).toThrow(new TypeError("99 permutations need a seed"));
    expect(() => localMoran({ ...input, permutations: -1, seed: 1 })).toThrow(RangeError);
  });

  it.skipIf(columbusPath === null)("gives spdep's localmoran of Columbus within 1e-9: statistic, both sets of moments, p and quadrants", () => {
    const input = { values: columbusColumn("CRIME").map(Number), neighbours: columbusNeighbours() };
    const { units } = localMoran(input);
    expect(units).toHaveLength(49);
    const check = (found: typeof units, figures: Record<string, (u: LocalMoranValue) => number | null>): void => {
      for (const [name, figure] of Object.entries(figures)) {
        columbusColumn(name).forEach((published, i) => {
          const unit = found[i];
          const ours = unit?.reason === null ? figure(unit) : null;
          expect(Math.abs((ours ?? NaN) - Number(published)), `${name} of ${i}`).toBeLessThan(1e-9);
        });
      }
    };
    check(units, {
      Ii: (u) => u.I,
      E_Ii_cond: (u) => u.conditional.expected,
      Var_Ii_cond: (u) => u.conditional.variance,
      Z_cond: (u) => u.conditional.z,
      p_cond: (u) => u.conditional.p,
    });
    // Its total moments stand beside the statistic with n − 1.
    check(localMoran({ ...input, divisor: "n-1" }).units, {
      Ii_n1: (u) => u.I,
      E_Ii_total: (u) => u.total.expected,
      Var_Ii_total: (u) => u.total.variance,
      Z_total: (u) => u.total.z,
      Z_cond: (u) => u.conditional.z,
      p_cond: (u) => u.conditional.p,
    });
    expect(units.map((u) => (u.reason === null ? u.quadrant : u.reason))).toEqual(columbusColumn("quadr").map((q) => q.toLowerCase()));
  });

  it.skipIf(columbusPath === null).each(["HOVAL", "INC"])("gives spdep's statistic of Columbus's %s within 1e-9", (name) => {
    const { units } = localMoran({ values: columbusColumn(name).map(Number), neighbours: columbusNeighbours() });
    columbusColumn(`Ii_${name}`).forEach((published, i) => {
      const unit = units[i];
      expect(Math.abs((unit?.reason === null ? unit.I : NaN) - Number(published))).toBeLessThan(1e-9);
    });
  });
});

describe("the permutation test", () => {
  it("comes near the exact two-sided p of every possible set of neighbours", () => {
    const values = [9, 8, 1, 2, 7, 3, 4, 6];
    const neighbours = [[1, 4], [0, 2], [1, 3], [2, 5], [0, 7], [3, 6], [5, 7], [4, 6]];
    const permutations = 40_000;
    const { units } = localMoran({ values, neighbours, permutations, seed: "exata" });
    units.forEach((unit, i) => {
      const others = values.filter((_, j) => j !== i);
      const observed = (neighbours[i] ?? []).reduce((s, j) => s + (values[j] ?? NaN), 0);
      // C(7, 2) = 21 equally likely pairs; equal values of I count on both sides.
      const pairs = others.flatMap((a, k) => others.slice(k + 1).map((b) => a + b));
      const above = pairs.filter((s) => s >= observed).length / 21;
      const below = pairs.filter((s) => s <= observed).length / 21;
      const exact = Math.min(1, 2 * Math.min(above, below));
      // Standard error of twice a proportion is at most 1/√n = 0.005; four of them.
      expect(Math.abs((unit.reason === null ? (unit.pseudoP ?? NaN) : NaN) - exact)).toBeLessThan(0.02);
    });
  });

  it("is the same for the same seed, another for another, and none without permutations", () => {
    const input = { values: [9, 8, 1, 2, 7, 3], neighbours: RING, permutations: 199 };
    const ps = (seed: number) => localMoran({ ...input, seed }).units.map((u) => (u.reason === null ? u.pseudoP : null));
    expect(ps(1)).toEqual(ps(1));
    expect(ps(1)).not.toEqual(ps(2));
    expect(valueOf({ ...input, permutations: 0 }, 0).pseudoP).toBeNull();
  });

  it("gives 1 to a unit exactly at the mean and never less than 2/(permutations + 1)", () => {
    // Mean 5; unit 0 is at it.
    const at = valueOf({ values: [5, 4, 6, 1, 9, 5], neighbours: RING, permutations: 99, seed: 1 }, 0);
    expect([at.z, at.pseudoP]).toEqual([0, 1]);
    const values = Array.from({ length: 60 }, (_, i) => (i < 10 ? 100 + i : i % 7));
    const neighbours = values.map((_, i) => [i - 2, i - 1, i + 1, i + 2].filter((j) => j >= 0 && j < 60));
    const middle = valueOf({ values, neighbours, permutations: 99, seed: 1 }, 5);
    expect(middle.pseudoP).toBe(2 / 100);
  });

  it("counts outcomes that are equal but added in another order on both sides", () => {
    // Tenths: 0.1 + 0.2 + 0.3 differs in the last bit by order. Two values only, so nearly all outcomes tie.
    const values = [0.1, 0.3, 0.1, 0.3, 0.1, 0.3];
    const neighbours = values.map((_, i) => values.flatMap((__, j) => (j === i ? [] : [j])));
    const { units } = localMoran({ values, neighbours, permutations: 50, seed: 2 });
    for (const u of units) expect(u.reason === null ? u.pseudoP : NaN).toBe(1);
  });

  it("rejects about as often as it says where there is no pattern", () => {
    // 400 values in an order unrelated to their ring: i·7919 mod 400 is a permutation of 0 … 399.
    const values = Array.from({ length: 400 }, (_, i) => ((i * i * 31 + i * 7919) % 401) + i / 1e6);
    const neighbours = values.map((_, i) => [(i + 399) % 400, (i + 1) % 400, (i + 200) % 400].sort((a, b) => a - b));
    const { units } = localMoran({ values, neighbours, permutations: 999, seed: 5 });
    const rejected = units.filter((u) => u.reason === null && (u.pseudoP ?? 1) <= 0.1).length / 400;
    expect(rejected).toBeGreaterThan(0.04);
    expect(rejected).toBeLessThan(0.16);
    expect(units.filter((u) => significantQuadrant(u) !== null).length).toBeLessThanOrEqual(4);
  });

  it.skipIf(columbusPath === null)("finds Columbus's core high and its edge low after Benjamini–Hochberg", () => {
    const input = { values: columbusColumn("CRIME").map(Number), neighbours: columbusNeighbours(), permutations: 9_999, seed: 2024 };
    const { units } = localMoran(input);
    const conditional = columbusColumn("p_cond").map(Number);
    units.forEach((u, i) => {
      if (u.reason !== null) throw new Error(`unit ${i} has no value`);
      expect(u.adjustedP).toBeGreaterThanOrEqual(u.pseudoP ?? NaN);
      // The normal approximation and the permutations agree roughly where there are several neighbours.
      if ((input.neighbours[i]?.length ?? 0) >= 6) expect(Math.abs((u.pseudoP ?? NaN) - (conditional[i] ?? NaN))).toBeLessThan(0.05);
    });
    const quadrants = units.map((u) => significantQuadrant(u));
    expect(quadrants.filter((q) => q === "high-high").length).toBeGreaterThan(0);
    expect(quadrants.filter((q) => q !== null && q !== "high-high" && q !== "low-low")).toEqual([]);
  });
});
