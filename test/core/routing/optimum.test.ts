import { describe, expect, it } from "vitest";
import { greedyPlan } from "../../../src/core/routing/greedy.ts";
import { createSearch } from "../../../src/core/routing/search.ts";
import { bestPlan, unmet } from "./brute-force.ts";
import { randomProblem } from "./random-problem.ts";

const INSTANCES = 60;
const STEPS = 300;

describe("problems of few stops, against every plan there is", () => {
  it("are planned as well as can be nearly always, and never better than can be", () => {
    let optimal = 0;
    for (let k = 0; k < INSTANCES; k += 1) {
      const seed = `otimo-${k}`;
      const problem = randomProblem(seed, { stops: 4, crews: 1 + (k % 2), periods: 1 + (k % 3 === 0 ? 1 : 0), hasFrozen: false });
      const best = bestPlan(problem);
      const search = createSearch(problem, { seed, iterations: STEPS });
      search.step(STEPS);
      const found = search.best();
      for (const plan of [found, greedyPlan(problem)]) {
        expect(unmet(plan), seed).toBeGreaterThanOrEqual(unmet(best));
        if (unmet(plan) === unmet(best)) expect(plan.objective, seed).toBeLessThanOrEqual(best.objective + 1e-6);
      }
      if (unmet(found) === unmet(best) && found.objective > best.objective - 1e-6) optimal += 1;
    }
    expect(optimal).toBeGreaterThanOrEqual(INSTANCES - 3);
  });
});
