import { describe, expect, it } from "vitest";
import { farrington1996, farringtonFlexible, type FlexibleOptions } from "../../../src/core/alerta/farrington.ts";
import { normalQuantile } from "../../../src/core/alerta/distributions.ts";
import { agona, figure, isAbsent } from "./published.ts";

const YEARS = { frequency: 52, b: 4, w: 3 };

/** The two sets of options of the man page of `farringtonFlexible`. */
const CONTROLS: readonly (readonly [string, FlexibleOptions])[] = [
  [
    "control1",
    {
      ...YEARS,
      periods: 1,
      weightsThreshold: 1,
      pastNotIncluded: 3,
      trendBelow: 0.05,
      threshold: "delta",
      tail: 0.1,
      exposure: null,
      errors: "surveillance",
    },
  ],
  [
    "control2",
    {
      ...YEARS,
      periods: 10,
      weightsThreshold: 2.58,
      pastNotIncluded: 26,
      trendBelow: 1,
      threshold: "delta",
      tail: 0.1,
      exposure: null,
      errors: "surveillance",
    },
  ],
];

describe("Farrington on Salmonella Agona", () => {
  // The column "trend" of the reference is 1 in every week: it holds the option asked for, not whether a trend stayed.
  it.skipIf(isAbsent)("the test of 1996 has the published bounds and alarms of 31 weeks", () => {
    const rows = agona.results("farrington1996_b4_w3_alpha0.01");
    expect(rows).toHaveLength(31);
    for (const row of rows) {
      const bound = farrington1996(agona.counts, figure(row, "week") - 1, YEARS, 0.01);
      expect(bound?.upper).toBeCloseTo(figure(row, "upperbound"), 10);
      expect(Number(bound?.enough === true && figure(row, "observed") > bound.upper)).toBe(figure(row, "alarm"));
    }
  });

  it.skipIf(isAbsent).each(CONTROLS)("the flexible test has the published figures of 31 weeks with %s", (name, options) => {
    const rows = agona.results(`farringtonFlexible_docs_${name}`);
    expect(rows).toHaveLength(31);
    for (const row of rows) {
      const bound = farringtonFlexible(agona.counts, figure(row, "week") - 1, options);
      if (bound === null) throw new Error(`no bound for week ${row["week"]}`);
      expect(bound.upper).toBeCloseTo(figure(row, "upperbound"), 10);
      expect(bound.mean).toBeCloseTo(figure(row, "expected"), 10);
      expect(bound.phi).toBeCloseTo(figure(row, "phi"), 10);
      expect(bound.p).toBeCloseTo(figure(row, "pvalue"), 10);
      // Their mu0 takes the figures of the count's own scale for those of its logarithm.
      expect(Math.exp(bound.mean + normalQuantile(0.9) * bound.se) / figure(row, "mu0")).toBeCloseTo(1, 10);
      expect(Number(bound.enough && figure(row, "observed") > bound.upper)).toBe(figure(row, "alarm"));
    }
  });
});

const MONTHLY: FlexibleOptions = {
  frequency: 12,
  b: 2,
  w: 1,
  periods: 4,
  weightsThreshold: 2.58,
  pastNotIncluded: 3,
  trendBelow: 1,
  errors: "farrington",
  threshold: "nb",
  tail: 0.01,
  exposure: null,
};

/** Counts 8, 12, 8, 12… of which a mean of 10 and no trend can be told. */
const STEADY = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 8 : 12));

describe("farringtonFlexible by month", () => {
  it("expects the level of the past of a steady series", () => {
    const bound = farringtonFlexible(STEADY, 36, MONTHLY);
    expect(bound?.mean).toBeGreaterThan(8);
    expect(bound?.mean).toBeLessThan(12);
    expect(bound?.phi).toBe(1);
    expect(bound?.trend).toBe(false);
  });

  it("expects of a month by its exposure", () => {
    const exposure = STEADY.map((_, i) => (i === 36 ? 2 : 1));
    const twice = farringtonFlexible(STEADY, 36, { ...MONTHLY, exposure });
    const once = farringtonFlexible(STEADY, 36, MONTHLY);
    expect((twice?.mean ?? NaN) / (once?.mean ?? NaN)).toBeCloseTo(2, 6);
  });

  it("raises nothing on fewer than 5 cases in 4 points, and says nothing without the past", () => {
    const scarce = STEADY.map((n, i) => (i >= 33 && i <= 36 ? 1 : n));
    expect(farringtonFlexible(scarce, 36, MONTHLY)?.enough).toBe(false);
    expect(farringtonFlexible(STEADY, 24, MONTHLY)).toBeNull();
    expect(farrington1996(STEADY, 24, { frequency: 12, b: 2, w: 1 })).toBeNull();
  });

  it("has no model of a past without any case", () => {
    expect(farringtonFlexible(Array<number>(40).fill(0), 36, MONTHLY)).toBeNull();
  });
});
