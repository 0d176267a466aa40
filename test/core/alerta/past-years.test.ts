import { describe, expect, it } from "vitest";
import { poissonUpperTail } from "../../../src/core/alerta/distributions.ts";
import { bayesBound, CROW_GARDNER_UPPER, referencePoints, rkiBound } from "../../../src/core/alerta/past-years.ts";
import { agona, figure, isAbsent } from "./published.ts";

const YEARS = { frequency: 52, b: 2, w: 4 };

describe("bounds by past years on Salmonella Agona", () => {
  it.skipIf(isAbsent).each([
    ["rki", rkiBound],
    ["bayes", bayesBound],
  ] as const)("%s has exactly the published bounds and alarms of 31 weeks", (name, boundOf) => {
    const rows = agona.results(name);
    expect(rows).toHaveLength(31);
    for (const row of rows) {
      const at = figure(row, "week") - 1;
      const bound = boundOf(agona.counts, at, YEARS);
      expect(bound).toBe(figure(row, "upperbound"));
      expect(Number((agona.counts[at] ?? NaN) > (bound ?? NaN))).toBe(figure(row, "alarm"));
    }
  });
});

describe("referencePoints", () => {
  it("stand around the same month of past years, oldest first", () => {
    expect(referencePoints(30, { frequency: 12, b: 2, w: 1 })).toEqual([5, 6, 7, 17, 18, 19]);
  });

  it("do not exist before the series", () => {
    expect(referencePoints(24, { frequency: 12, b: 2, w: 1 })).toBeNull();
    expect(bayesBound([1, 2], 1, YEARS)).toBeNull();
    expect(rkiBound([1, 2], 1, YEARS)).toBeNull();
  });
});

describe("bounds", () => {
  it("by Bayes is a geometric quantile where one past count of nothing is known", () => {
    // Size ½, prob ½: P(0) = 0.707, P(≤ 1) = 0.884, P(≤ 2) = 0.884 + 0.707·3/8·¼ = 0.950…; 0.9502 ≥ 0.95.
    expect(bayesBound([0, 7], 1, { frequency: 1, b: 1, w: 0 })).toBe(2);
  });

  it("by the RKI is mean + 2 sd for a mean above 20", () => {
    // 30 and 34: mean 32, sd √8.
    expect(rkiBound([30, 34, 99], 2, { frequency: 1, b: 2, w: 0 })).toBeCloseTo(32 + 2 * Math.sqrt(8), 12);
  });
});

describe("Crow and Gardner's limits", () => {
  it("lie where the shortest acceptance sets of 95 % let go of each count, to the digits printed", () => {
    // The upper limit of x is the largest mean whose shortest set [a, b] with P ≥ 95 % still starts at or below x.
    // Of sets equally short the one that starts highest is taken, and the start never goes back as the mean grows.
    CROW_GARDNER_UPPER.forEach((printed, x) => {
      expect(startOfShortest(printed - 0.0006), `${x} below ${printed}`).toBeLessThanOrEqual(x);
      expect(startOfShortest(printed + 0.0006), `${x} above ${printed}`).toBeGreaterThan(x);
    });
  });
});

/** Highest start of the shortest sets of whole counts that hold 95 % of a Poisson. */
function startOfShortest(mean: number): number {
  const within = (a: number, b: number): number => poissonUpperTail(a, mean) - poissonUpperTail(b + 1, mean);
  for (let size = 1; ; size += 1) {
    for (let a = Math.ceil(mean); a >= 0; a -= 1) if (within(a, a + size - 1) >= 0.95) return a;
  }
}
