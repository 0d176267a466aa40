import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recentTrend, type Trend, type TrendPoint } from "../../../src/core/alerta/trend.ts";
import { sharedPath } from "../../shared.ts";

const path = sharedPath("metodo/referencias/fingertips_trend/cases.json");

interface Case {
  readonly id: string;
  readonly expected: string;
  readonly points: readonly (TrendPoint & { readonly year: number })[];
}

const cases: readonly Case[] = path === null ? [] : (JSON.parse(readFileSync(path, "utf8")) as { readonly cases: readonly Case[] }).cases;

/** Markers of Fingertips, without whether the direction is good. */
function published(marker: string): Trend {
  if (marker.startsWith("Increasing")) return "rising";
  if (marker.startsWith("Decreasing")) return "falling";
  return marker === "NoChange" ? "none" : "cannot-say";
}

function trendOf(id: string): Trend {
  const points = cases.find((one) => one.id === id)?.points ?? [];
  return recentTrend(points.toSorted((a, b) => a.year - b.year));
}

describe("recentTrend", () => {
  it.skipIf(path === null)("says what Fingertips shows of the indicators that have intervals", () => {
    const withIntervals = cases.filter(({ points }) => points.every(({ lower }) => lower !== null));
    expect(withIntervals).toHaveLength(5);
    for (const { id, expected } of withIntervals) expect(trendOf(id), id).toBe(published(expected));
  });

  // Fingertips shows "no change" here: without intervals its sums are empty and 0/0 is not above the threshold. We say that it cannot be said.
  it.skipIf(path === null)("cannot be said of the one indicator without intervals", () => {
    expect(trendOf("GpRegisteredPopulationOver65")).toBe("cannot-say");
  });

  const flat = (values: readonly number[], width: number): TrendPoint[] => values.map((value) => ({ value, lower: value - width, upper: value + width }));

  it("needs a χ² above 9.5495", () => {
    // Slope 1, equal weights (3.92/2w)²: χ² = 10·(1.96/w)². w = 1.9: 10.64; w = 2.1: 8.71.
    expect(recentTrend(flat([1, 2, 3, 4, 5], 1.9))).toBe("rising");
    expect(recentTrend(flat([5, 4, 3, 2, 1], 1.9))).toBe("falling");
    expect(recentTrend(flat([1, 2, 3, 4, 5], 2.1))).toBe("none");
  });

  it("must not hang on one point", () => {
    // Without the last point the slope of 5, 4, 3, 2 falls.
    expect(recentTrend(flat([5, 4, 3, 2, 30], 0.1))).toBe("none");
  });

  it("looks at the last five points, and cannot be said of four", () => {
    expect(recentTrend(flat([90, 1, 2, 3, 4, 5], 1))).toBe("rising");
    expect(recentTrend(flat([1, 2, 3, 4], 0.1))).toBe("cannot-say");
    expect(recentTrend(flat([1, 2, 3, 4, 5], 0))).toBe("cannot-say");
  });
});
