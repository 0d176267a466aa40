import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { teamOrienteering } from "../../../scripts/bench/team-orienteering.ts";
import { checkPlan } from "../../../src/core/routing/check-plan.ts";
import { createSearch } from "../../../src/core/routing/search.ts";
import { sharedPath } from "../../shared.ts";

const FOLDER = sharedPath("metodo/referencias/top_chao");
const STEPS = 5000;

describe("team orienteering (Chao, Golden & Wasil, EJOR 88, 1996, set 4)", () => {
  it.skipIf(FOLDER === null)(
    "comes within 2 % of the published scores on average, and within 4 % on each",
    () => {
      const folder = FOLDER ?? "";
      const scores = new Map(readFileSync(join(folder, "chao_results.csv"), "utf8").trim().split(/\r?\n/).map((line) => line.split(",") as [string, string]));
      const gaps: number[] = [];
      for (const file of readdirSync(join(folder, "instances")).sort()) {
        const problem = teamOrienteering(readFileSync(join(folder, "instances", file), "utf8"));
        const search = createSearch(problem, { seed: 1, iterations: STEPS });
        search.step(STEPS);
        const plan = search.best();
        expect(checkPlan(problem, plan), file).toEqual([]);
        const published = Number(scores.get(file));
        const gap = published > 0 ? (published - plan.objective) / published : 0;
        expect(gap, file).toBeLessThanOrEqual(0.04);
        gaps.push(gap);
      }
      expect(gaps).toHaveLength(30);
      expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThanOrEqual(0.02);
    },
    300_000,
  );

  it("refuses a text that is no instance", () => {
    expect(() => teamOrienteering("n 3\nm 1\ntmax x\n")).toThrow("tmax");
    expect(() => teamOrienteering("n 3\nm 1\ntmax 5\n0 0 0\n")).toThrow("3 points announced, 1 read");
  });
});
