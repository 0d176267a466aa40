import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { seededStream } from "../../../../src/core/metodo/seeded-random.ts";
import { assemblePlan } from "../../../../src/core/routing/assemble.ts";
import { greedyPlan } from "../../../../src/core/routing/greedy.ts";
import type { RoutePlan, RouteProblem } from "../../../../src/core/routing/problem.ts";
import { createBound, type BoundOptions, type Limite } from "../../../../src/data/visitas/limite/bound.ts";
import { bestByVisited, meets, randomProblem } from "./brute-force.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

function boundOf(problem: RouteProblem, plan: RoutePlan, options?: BoundOptions): Limite {
  const bound = createBound(highs, problem, plan, options);
  while (bound.step()) if ((bound.state().limite ?? Infinity) < plan.objective - 1e-6) throw new Error("the bound fell below the plan");
  const state = bound.state();
  bound.dispose();
  return state;
}

/** The best plan among those that meet what `plan` meets. */
function optimum(problem: RouteProblem, plan: RoutePlan): number {
  const required = problem.required.filter((stop) => !plan.missing.includes(stop));
  const quotas = problem.quotas.map(({ least }, quota) => ({ quota, least: least - (plan.short.find((short) => short.quota === quota)?.by ?? 0) }));
  let best = -Infinity;
  for (const [mask, value] of bestByVisited(problem).entries()) if (meets(problem, mask, required, quotas)) best = Math.max(best, value);
  return best;
}

/**
 * A line: base at 0, stops at 1, 2, 3 hours, an hour a visit, days of 8 hours; 10 km an hour, 0.1
 * point a km; one crew, one period, `days` days, tours of 2 days at most.
 */
function line(days: number, gain: readonly number[], more: Partial<RouteProblem> = {}): RouteProblem {
  const at = [0, 0, 1, 2, 3];
  const hours = at.flatMap((a) => at.map((b) => Math.abs(a - b)));
  return {
    stops: 3,
    time: Float64Array.from(hours),
    km: Float64Array.from(hours, (h) => 10 * h),
    service: Float64Array.from([1, 1, 1]),
    day: 8,
    wholeDays: true,
    maxTourDays: 2,
    slots: [{ crew: 0, period: 0, days, from: 0, to: 10, maxTours: Infinity }],
    periods: 1,
    gap: 0,
    gain: Float64Array.from(gain),
    kmCost: 0.1,
    windows: [null, null, null],
    weeks: null,
    slotsOf: [null, null, null],
    required: [],
    quotas: [],
    frozen: [],
    ...more,
  };
}

describe("the bound of a plan", () => {
  it("is the plan's own objective where one tour takes all there is", () => {
    // 0 → 1 → 2 → 3 → 0: 3 + 3 hours of road and 3 of visits = 9 hours, two days; 30 + 20 + 10 − 0.1 · 60 km = 54.
    const problem = line(2, [30, 20, 10]);
    const limite = boundOf(problem, assemblePlan(problem, [{ slot: 0, stops: [0, 1, 2], start: null, frozen: false }]));
    expect(limite.limite).toBeCloseTo(54, 5);
    expect(limite.distancia).toBeCloseTo(0, 6);
    expect(limite).toMatchObject({ provado: true, motivo: null });
  });

  it("says how far from the best a plan of one stop is", () => {
    // One day: 0 → 1 → 2 → 0 takes 4 + 2 = 6 hours and 40 km: 30 + 20 − 4 = 46. With stop 3 any other is too long: 0 → 2 → 3 → 0 takes 6 + 2 = 8 hours: 20 + 10 − 6 = 24.
    const problem = line(1, [30, 20, 10]);
    // The plan: stop 1 alone, 30 − 2 = 28; (46 − 28) ÷ 46 = 0.3913.
    const limite = boundOf(problem, assemblePlan(problem, [{ slot: 0, stops: [0], start: null, frozen: false }]));
    expect(limite.limite).toBeCloseTo(46, 4);
    expect(limite.distancia).toBeCloseTo(18 / 46, 5);
  });

  it("counts frozen tours as they are and gives their days to no other", () => {
    // Frozen: stop 3 alone, 6 + 1 = 7 hours, 60 km: 10 − 6 = 4, one of the two days. Left: one day, 46 as above without stop 3.
    const problem = line(2, [30, 20, 10], { frozen: [{ slot: 0, stops: [2], start: 3 }] });
    const limite = boundOf(problem, assemblePlan(problem, [{ slot: 0, stops: [2], start: 3, frozen: true }]));
    expect(limite.limite).toBeCloseTo(50, 4);
  });

  it("asks only for the demands that the plan meets", () => {
    // Stop 3 is required: in one day 0 → 1 → 3 → 0 takes 6 + 2 = 8 hours: 30 + 10 − 6 = 34. A plan without it is measured against 46.
    const problem = line(1, [30, 20, 10], { required: [2] });
    const withIt = assemblePlan(problem, [{ slot: 0, stops: [1, 2], start: null, frozen: false }]);
    const without = assemblePlan(problem, [{ slot: 0, stops: [0, 1], start: null, frozen: false }]);
    expect(boundOf(problem, withIt).limite).toBeCloseTo(34, 4);
    expect(boundOf(problem, without).limite).toBeCloseTo(46, 4);
  });

  it("is never below the best of 60 small problems, whatever their demands, nor is it at any round", () => {
    const random = seededStream("limite");
    let gaps = 0;
    for (let at = 0; at < 60; at += 1) {
      const problem = randomProblem(random, { hasDemands: at % 2 === 1, hasWindows: false });
      const plan = greedyPlan(problem);
      const best = optimum(problem, plan);
      expect(best).toBeGreaterThanOrEqual(plan.objective - 1e-6);
      const bound = createBound(highs, problem, plan);
      do {
        const { limite } = bound.state();
        if (limite !== null) expect(limite).toBeGreaterThanOrEqual(best - 1e-6);
      } while (bound.step());
      const { limite } = bound.state();
      bound.dispose();
      expect(limite ?? 0).toBeGreaterThanOrEqual(best - 1e-6);
      gaps += ((limite ?? 0) - best) / Math.max(1, best);
    }
    expect(gaps / 60).toBeLessThan(0.06);
  });

  it("is never below the best of 40 small problems with windows", () => {
    const random = seededStream("janelas");
    for (let at = 0; at < 40; at += 1) {
      const problem = randomProblem(random, { hasDemands: at % 2 === 1, hasWindows: true });
      const plan = greedyPlan(problem);
      expect(boundOf(problem, plan).limite ?? 0).toBeGreaterThanOrEqual(optimum(problem, plan) - 1e-6);
    }
  });

  it("still holds when rounds and labels run out", () => {
    const random = seededStream("cortado");
    for (let at = 0; at < 20; at += 1) {
      const problem = randomProblem(random, { hasDemands: false, hasWindows: false });
      const plan = greedyPlan(problem);
      const limite = boundOf(problem, plan, { rounds: 1, labels: 3 });
      expect(limite.limite ?? 0).toBeGreaterThanOrEqual(optimum(problem, plan) - 1e-6);
    }
  });

  it("is the same when worked out again", () => {
    const problem = randomProblem(seededStream("duas vezes"), { hasDemands: true, hasWindows: true });
    const plan = greedyPlan(problem);
    expect(boundOf(problem, plan)).toEqual(boundOf(problem, plan));
  });

  it("refuses tours that are not of whole days", () => {
    const problem = { ...line(1, [1, 1, 1]), wholeDays: false };
    expect(() => createBound(highs, problem, { tours: [], objective: 0, gain: 0, km: 0, missing: [], short: [] })).toThrow(RangeError);
  });
});
