import { describe, expect, it } from "vitest";
import { seededStream } from "../../../../src/core/metodo/seeded-random.ts";
import type { RouteProblem } from "../../../../src/core/routing/problem.ts";
import { boundModel, between, timeOf, type TourClass } from "../../../../src/data/visitas/limite/model.ts";
import { Pricer } from "../../../../src/data/visitas/limite/pricing.ts";
import { randomProblem } from "./brute-force.ts";

/** At d: points of the best tour of d days or fewer, by trying every order of every set of stops. */
function everyTour(problem: RouteProblem, group: TourClass, prize: Float64Array, start: number | null): Float64Array {
  const best = new Float64Array(group.maxDays + 1);
  const walk = (at: number, visited: readonly number[], end: number, points: number): void => {
    for (const stop of group.stops) {
      if (visited.includes(stop)) continue;
      const arrival = end + between(problem, problem.time, at, stop + 2);
      // Windows: at once, or after waiting for some later morning.
      const isWindowed = start !== null && problem.windows[stop] !== null;
      const mornings = isWindowed ? Array.from({ length: group.maxDays }, (_, d) => d * problem.day).filter((morning) => morning > arrival) : [];
      for (const begin of [arrival, ...mornings]) {
        const leaves = begin + (problem.service[stop] ?? 0);
        if (start !== null && !isOpen(problem, stop, start + Math.floor(begin / problem.day), start + Math.ceil(leaves / problem.day) - 1)) continue;
        const so = points + (prize[stop] ?? 0) - problem.kmCost * between(problem, problem.km, at, stop + 2);
        const whole = so - problem.kmCost * between(problem, problem.km, stop + 2, 1);
        const days = Math.max(1, Math.ceil((leaves + between(problem, problem.time, stop + 2, 1)) / problem.day));
        for (let d = days; d <= group.maxDays; d += 1) best[d] = Math.max(best[d] ?? 0, whole);
        walk(stop + 2, [...visited, stop], leaves, so);
      }
    }
  };
  walk(0, [], 0, 0);
  return best;
}

function isOpen(problem: RouteProblem, stop: number, first: number, last: number): boolean {
  const window = problem.windows[stop];
  return !window || (window[first] === 1 && !window.subarray(first, last + 1).includes(0) && last < window.length);
}

/** Calls back with random prizes for each class of many small problems. */
function eachClass(seed: string, problems: number, hasWindows: boolean, visit: (problem: RouteProblem, group: TourClass, pricer: Pricer, prize: Float64Array, random: number) => void): void {
  const random = seededStream(seed);
  for (let at = 0; at < problems; at += 1) {
    // Kilometres dear enough that a way round through a stop of no points can pay.
    const problem = { ...randomProblem(random, { hasDemands: false, hasWindows }), kmCost: 0.1 };
    const model = boundModel(problem);
    const pricer = new Pricer(model, 10_000);
    for (const group of model.classes) {
      const prize = Float64Array.from({ length: problem.stops }, () => Math.floor(random.uniform() * 40) - 8);
      visit(problem, group, pricer, prize, random.uniform());
    }
  }
}

describe("the price of a class's tours", () => {
  it("is that of the best tour of each length, among all there are", () => {
    // Six stops at most are all in each other's neighbourhood: no walk comes back to one.
    eachClass("tudo", 200, false, (problem, group, pricer, prize) => {
      const { best } = pricer.price({ group, prize, perDay: 0, tours: 10, start: null, isExact: true });
      for (const [d, points] of everyTour(problem, group, prize, null).entries()) expect(best[d]).toBeCloseTo(points, 7);
    });
  });

  it("is never below what a day costs, and exact above it", () => {
    eachClass("por dia", 200, false, (problem, group, pricer, prize, random) => {
      const perDay = 12 * random;
      const { best } = pricer.price({ group, prize, perDay, tours: 10, start: null, isExact: true });
      for (const [d, points] of everyTour(problem, group, prize, null).entries()) expect(best[d]).toBeCloseTo(Math.max(points, perDay * d), 7);
    });
  });

  it("keeps to the windows when the first day is given, waiting for them where that is needed", () => {
    eachClass("janelas", 150, true, (problem, group, pricer, prize) => {
      for (const start of [group.from, group.from + 2]) {
        const { best } = pricer.price({ group, prize, perDay: 0, tours: 10, start, isExact: true });
        for (const [d, points] of everyTour(problem, group, prize, start).entries()) expect(best[d]).toBeCloseTo(points, 7);
      }
    });
  });

  it("is from above when tours are wanted soon or labels run out", () => {
    eachClass("depressa", 150, false, (problem, group, pricer, prize) => {
      const few = new Pricer(boundModel(problem), 4);
      const soon = pricer.price({ group, prize, perDay: 0, tours: 10, start: null, isExact: false });
      const cut = few.price({ group, prize, perDay: 0, tours: 10, start: null, isExact: true });
      for (const [d, points] of everyTour(problem, group, prize, null).entries()) {
        expect(soon.best[d]).toBeGreaterThanOrEqual(points - 1e-7);
        expect(cut.best[d]).toBeGreaterThanOrEqual(points - 1e-7);
      }
    });
  });

  it("comes with tours worth their days, best first, as many as were asked for", () => {
    eachClass("viagens", 100, false, (problem, group, pricer, prize) => {
      const { tours } = pricer.price({ group, prize, perDay: 3, tours: 4, start: null, isExact: true });
      const worth = tours.map(({ stops, days, km }) => {
        expect(days).toBe(Math.max(1, Math.ceil(timeOf(problem, stops) / problem.day)));
        expect(days).toBeLessThanOrEqual(group.maxDays);
        return stops.reduce((sum, stop) => sum + (prize[stop] ?? 0), 0) - problem.kmCost * km - 3 * days;
      });
      expect(tours.length).toBeLessThanOrEqual(4);
      expect(worth).toEqual([...worth].sort((a, b) => b - a));
      for (const each of worth) expect(each).toBeGreaterThan(0);
    });
  });
});
