import { describe, expect, it } from "vitest";
import { earsBound, earsHistory, type EarsMethod } from "../../../src/core/alerta/ears.ts";
import { agona, figure, isAbsent } from "./published.ts";

const CASES = (["C1", "C2", "C3"] as const).flatMap((method) => [7, 14].map((baseline) => [method, baseline] as const));

describe("EARS on Salmonella Agona", () => {
  it.skipIf(isAbsent).each(CASES)("%s of %i weeks has the published bounds and alarms of 293 weeks", (method: EarsMethod, baseline) => {
    const rows = agona.results(`ears_${method}_baseline${baseline}`);
    expect(rows).toHaveLength(293);
    for (const row of rows) {
      const at = figure(row, "week") - 1;
      const bound = earsBound(agona.counts, at, method, { baseline });
      expect(bound?.upper).toBeCloseTo(figure(row, "upperbound"), 11);
      expect(Number((agona.counts[at] ?? NaN) > (bound?.upper ?? NaN))).toBe(figure(row, "alarm"));
    }
  });
});

describe("earsBound", () => {
  it("is mean + z·sd of the points just before for C1, two earlier for C2", () => {
    // 1 to 7: mean 4, sd √(28/6).
    const counts = [1, 2, 3, 4, 5, 6, 7, 50, 60, 9];
    const upper = 4 + 3.090232306167813 * Math.sqrt(28 / 6);
    expect(earsBound(counts, 7, "C1")?.upper).toBeCloseTo(upper, 10);
    expect(earsBound(counts, 9, "C2")?.upper).toBeCloseTo(upper, 10);
  });

  it("says nothing without enough points before, nor of a base of equal counts", () => {
    expect(earsHistory("C3")).toBe(11);
    expect(earsBound([1, 2, 3, 4, 5, 6, 7], 6, "C1")).toBeNull();
    expect(earsBound(Array<number>(12).fill(3), 10, "C2")).toBeNull();
  });

  it("refuses a base of two points", () => {
    expect(() => earsBound([1, 2, 3], 2, "C1", { baseline: 2 })).toThrow(/got 2/);
  });
});
