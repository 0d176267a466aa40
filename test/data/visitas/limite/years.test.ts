import loadHighs from "highs";
import { expect, it } from "vitest";
import { yearOfVisits } from "../../../../scripts/bench/plan-instances.ts";
import { createSearch } from "../../../../src/core/routing/search.ts";
import { createBound } from "../../../../src/data/visitas/limite/bound.ts";

it("a year of visits to 142 municipalities is planned within 3 % of a proved limit", { timeout: 120_000 }, async () => {
  const problem = yearOfVisits("ano-4");
  const search = createSearch(problem, { seed: 1, iterations: 20_000 });
  search.step(20_000);
  const plan = search.best();
  const bound = createBound(await loadHighs(), problem, plan);
  while (bound.step());
  const { limite } = bound.state();
  bound.dispose();
  expect(limite).not.toBeNull();
  expect(limite ?? 0).toBeGreaterThanOrEqual(plan.objective);
  expect(((limite ?? 0) - plan.objective) / (limite ?? 1)).toBeLessThanOrEqual(0.03);
});
