import { describe, expect, it } from "vitest";
import { byarCount, exactCount, rateInterval, wilsonInterval } from "../../../src/core/metodo/intervals.ts";
import { sharedPath } from "../../shared.ts";
import { figure, largestRelativeError, referenceRows, text } from "./reference-rows.ts";

const phe = (file: string): string | null => sharedPath(`metodo/referencias/phe_indicator_methods/${file}`);
const pairs = phe("testdata_Byars_Wilson__testdata_B_W.csv");
const proportions = phe("testdata_Proportion__testdata_Prop.csv");
const groupedProportions = phe("testdata_Proportion__testdata_Prop_g.csv");
const rates = phe("testdata_Rate__testdata_Rate.csv");
const groupedRates = phe("testdata_Rate__testdata_Rate_g.csv");

/** Limits of a file side by side with ours, as two columns of equal length. */
function columns(rows: readonly ReadonlyMap<string, string>[], ours: (row: ReadonlyMap<string, string>) => readonly (number | null)[], theirs: readonly string[]) {
  return { actual: rows.flatMap(ours), expected: rows.flatMap((row) => theirs.map((column) => figure(row, column))) };
}

describe("intervals of PHEindicatormethods 2.1.0", () => {
  it.skipIf(pairs === null)("Byar and Wilson give its limits of counts and proportions", () => {
    const rows = referenceRows(pairs ?? "");
    const { actual, expected } = columns(
      rows,
      (row) => {
        const confidence = Number.parseFloat(text(row, "confidence")) / 100;
        const x = figure(row, "x") ?? Number.NaN;
        const limits = text(row, "method") === "Byars" ? byarCount(x, { confidence }) : wilsonInterval(x, figure(row, "n"), { confidence });
        return [limits?.lower ?? null, limits?.upper ?? null];
      },
      ["lowercl", "uppercl"],
    );
    expect(rows).toHaveLength(13);
    expect(largestRelativeError(actual, expected)).toBeLessThan(1e-9);
  });

  it.skipIf(proportions === null || groupedProportions === null)("proportions get its Wilson limits at 95 % and 99.8 %, and none where a count is missing", () => {
    const rows = referenceRows(proportions ?? "");
    const { actual, expected } = columns(
      rows,
      (row) =>
        [0.95, 0.998].flatMap((confidence) => {
          const limits = wilsonInterval(figure(row, "Numerator"), figure(row, "Denominator"), { confidence, multiplier: Number(text(row, "multiplier")) });
          return [limits?.lower ?? null, limits?.upper ?? null];
        }),
      ["lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"],
    );
    const grouped = referenceRows(groupedProportions ?? "");
    const sums = columns(
      grouped,
      (row) => {
        const limits = wilsonInterval(figure(row, "Numerator"), figure(row, "Denominator"));
        return [limits?.lower ?? null, limits?.upper ?? null];
      },
      ["lowercl", "uppercl"],
    );
    expect([rows.length, grouped.length]).toEqual([19, 11]);
    expect(largestRelativeError(actual, expected)).toBeLessThan(1e-9);
    expect(largestRelativeError(sums.actual, sums.expected)).toBeLessThan(1e-9);
  });

  it.skipIf(rates === null || groupedRates === null)("rates get its limits, exact below 10 events and Byar's from 10 on", () => {
    const rows = referenceRows(rates ?? "");
    const { actual, expected } = columns(
      rows,
      (row) =>
        [0.95, 0.998].flatMap((confidence) => {
          const limits = rateInterval(figure(row, "Numerator"), figure(row, "Denominator"), { confidence, multiplier: Number(text(row, "multiplier")) });
          if (limits !== null) expect(limits.method).toBe(text(row, "method") === "Exact" ? "exact" : "byar");
          return [limits?.lower ?? null, limits?.upper ?? null];
        }),
      ["lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"],
    );
    const grouped = referenceRows(groupedRates ?? "");
    const sums = columns(
      grouped,
      (row) => {
        const limits = rateInterval(figure(row, "Numerator"), figure(row, "Denominator"), { multiplier: 1e5 });
        return [limits?.lower ?? null, limits?.upper ?? null];
      },
      ["lowercl", "uppercl"],
    );
    expect([rows.length, grouped.length]).toEqual([20, 12]);
    expect(largestRelativeError(actual, expected)).toBeLessThan(1e-9);
    expect(largestRelativeError(sums.actual, sums.expected)).toBeLessThan(1e-9);
  });
});

describe("exactCount", () => {
  it("has closed limits at the smallest counts", () => {
    // P(X = 0; λ) = e^−λ: from 0 events the upper limit is −ln 0.025, from 1 event the lower one −ln 0.975.
    expect(exactCount(0).lower).toBe(0);
    expect(exactCount(0).upper).toBeCloseTo(-Math.log(0.025), 12);
    expect(exactCount(1).lower).toBeCloseTo(-Math.log(0.975), 12);
  });

  it("leaves half of the doubt beyond each limit, for any count", () => {
    const poisson = (k: number, lambda: number): number => {
      let term = Math.exp(-lambda);
      let sum = term;
      for (let i = 1; i <= k; i += 1) {
        term *= lambda / i;
        sum += term;
      }
      return sum;
    };
    for (const count of [1, 2, 9, 40, 200]) {
      for (const confidence of [0.8, 0.95, 0.998]) {
        const { lower, upper } = exactCount(count, { confidence });
        expect(poisson(count, upper)).toBeCloseTo((1 - confidence) / 2, 10);
        expect(1 - poisson(count - 1, lower)).toBeCloseTo((1 - confidence) / 2, 10);
      }
    }
  });
});

describe("wilsonInterval", () => {
  it("starts at 0 when nobody has the event and ends at 1 when everybody has", () => {
    // x = 0, n = 4: upper limit z²/(n + z²), z² = 3.841458820694124.
    expect(wilsonInterval(0, 4)?.lower).toBe(0);
    expect(wilsonInterval(0, 4)?.upper).toBeCloseTo(3.841458820694124 / 7.841458820694124, 12);
    expect(wilsonInterval(4, 4)?.lower).toBeCloseTo(4 / 7.841458820694124, 12);
    expect(wilsonInterval(4, 4)?.upper).toBe(1);
  });

  it("is not closed on an exposure of 0 or a missing count", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(null, 10)).toBeNull();
    expect(wilsonInterval(3, null)).toBeNull();
    expect(rateInterval(0, 0)).toBeNull();
    expect(rateInterval(null, null)).toBeNull();
  });
});

describe("what an interval refuses", () => {
  it("counts that cannot be", () => {
    expect(() => wilsonInterval(11, 10)).toThrow("11 events of 10 exposed: a proportion cannot have more events than exposure");
    expect(() => rateInterval(-1, 10)).toThrow("-1 events of 10 exposed");
    expect(() => rateInterval(1, Number.NaN)).toThrow("1 events of NaN exposed");
    expect(() => rateInterval(2, 0)).toThrow("there are events where nobody is exposed");
    expect(() => byarCount(-2)).toThrow("got -2");
    expect(() => exactCount(Number.POSITIVE_INFINITY)).toThrow("got Infinity");
  });

  it("events above the exposure are a rate and no proportion", () => {
    expect(rateInterval(250, 220)?.method).toBe("byar");
  });

  it("a confidence or a multiplier out of range", () => {
    expect(() => wilsonInterval(1, 2, { confidence: 95 })).toThrow("confidence must lie strictly between 0 and 1, got 95");
    expect(() => exactCount(3, { confidence: 1 })).toThrow("got 1");
    expect(() => rateInterval(1, 2, { multiplier: 0 })).toThrow("multiplier must be a number > 0, got 0");
    expect(() => rateInterval(1, 2, { confidence: Number.NaN })).toThrow("got NaN");
  });
});

describe("rateInterval", () => {
  it("is exact up to 9 events and Byar's from 10 on, per unit of the multiplier", () => {
    const { lower, upper } = exactCount(9);
    expect(rateInterval(9, 50, { multiplier: 1000 })).toEqual({ lower: lower * 20, upper: upper * 20, method: "exact" });
    const byar = byarCount(10);
    expect(rateInterval(10, 50, { multiplier: 1000 })).toEqual({ lower: (byar.lower ?? 0) * 20, upper: byar.upper * 20, method: "byar" });
  });
});

describe("byarCount", () => {
  it("has no lower limit at 0 or where it would be negative, and an upper one always", () => {
    // 1 event at 99.8 %: 1 − 1/9 − 3.0902/3 = −0.141 < 0.
    expect(byarCount(1, { confidence: 0.998 }).lower).toBeNull();
    expect(byarCount(0).lower).toBeNull();
    // 0 events at 95 %: (1 − 1/9 + 1.959963984540054/3)³ = 1.5422102170689069³.
    expect(byarCount(0).upper).toBeCloseTo(1.5422102170689069 ** 3, 12);
  });
});
