import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../src/core/routing/check-plan.ts";
import { greedyPlan, rankOrderPlan } from "../../../src/core/routing/greedy.ts";
import type { RoutePlan } from "../../../src/core/routing/problem.ts";
import { createSearch } from "../../../src/core/routing/search.ts";
import { randomProblem } from "./random-problem.ts";

const INSTANCES = 500;
const SEEDS = Array.from({ length: INSTANCES }, (_, k) => `propriedade-${k}`);
const STEPS = 60;

function unmet(plan: RoutePlan): number {
  return plan.missing.length + plan.short.reduce((sum, { by }) => sum + by, 0);
}

describe("500 random problems", () => {
  it("are planned without breaking a rule, in one go, in the order of a list and by the search", () => {
    for (const seed of SEEDS) {
      const problem = randomProblem(seed);
      expect(checkPlan(problem, greedyPlan(problem)), `greedy, ${seed}`).toEqual([]);
      const order = Array.from({ length: problem.stops }, (_, i) => problem.stops - 1 - i);
      expect(checkPlan(problem, rankOrderPlan(problem, order)), `list, ${seed}`).toEqual([]);
      const search = createSearch(problem, { seed, iterations: STEPS });
      search.step(STEPS);
      expect(checkPlan(problem, search.best()), `search, ${seed}`).toEqual([]);
    }
  });

  it("are never planned worse by the search than at once", () => {
    let better = 0;
    for (const seed of SEEDS) {
      const problem = randomProblem(seed);
      const greedy = greedyPlan(problem);
      const search = createSearch(problem, { seed, iterations: STEPS });
      search.step(STEPS);
      const found = search.best();
      expect(unmet(found), seed).toBeLessThanOrEqual(unmet(greedy));
      if (unmet(found) === unmet(greedy)) expect(found.objective, seed).toBeGreaterThanOrEqual(greedy.objective);
      if (found.objective > greedy.objective) better += 1;
    }
    expect(better).toBeGreaterThan(INSTANCES / 10);
  });

  it("are planned the same by the same seed, however the steps are cut", () => {
    for (const seed of SEEDS.slice(0, 150)) {
      const problem = randomProblem(seed);
      const whole = createSearch(problem, { seed: 7, iterations: STEPS });
      whole.step(STEPS);
      const cut = createSearch(randomProblem(seed), { seed: 7, iterations: STEPS });
      while (!cut.done) {
        cut.step(7);
        cut.best();
      }
      expect(cut.iteration).toBe(STEPS);
      expect(cut.best(), seed).toEqual(whole.best());
    }
  });

  it("keep a plan to begin with, or better it", () => {
    for (const seed of SEEDS.slice(0, 150)) {
      const problem = randomProblem(seed);
      const first = createSearch(problem, { seed: 1, iterations: STEPS });
      first.step(STEPS);
      const from = first.best();
      const next = createSearch(problem, { seed: 2, iterations: 5, from }).best();
      expect(unmet(next), seed).toBeLessThanOrEqual(unmet(from));
      if (unmet(next) === unmet(from)) expect(next.objective, seed).toBeGreaterThanOrEqual(from.objective - 1e-9);
    }
  });
});
