import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ebStandardise } from "../../../src/core/metodo/eb-standardise.ts";
import { sharedPath } from "../../shared.ts";

const aucklandPath = sharedPath("metodo/referencias/eb_auckland/auckland_eb.csv");

describe("ebStandardise", () => {
  it("divides the distance from the overall rate by its own spread", () => {
    // x = 100 100 200, o = 10 30 20: b = 60/400 = 0.15; p = 0.1 0.3 0.1;
    // s² = (100·0.0025 + 100·0.0225 + 200·0.0025)/400 = 3/400 = 0.0075; x̄ = 400/3; a = 0.0075 − 0.15·3/400 = 0.006375.
    const { z, a, b } = ebStandardise({ events: [10, 30, 20], exposure: [100, 100, 200] });
    expect(b).toBeCloseTo(0.15, 12);
    expect(a).toBeCloseTo(0.006375, 12);
    // v = a + 0.0015 for the first two, a + 0.00075 for the third.
    [-0.05 / Math.sqrt(0.007875), 0.15 / Math.sqrt(0.007875), -0.05 / Math.sqrt(0.007125)].forEach((v, i) => expect(z[i]).toBeCloseTo(v, 12));
  });

  it("falls back on the variance of chance alone where the sum is not above 0", () => {
    // x = 10 1000, o = 1 102: b = 103/1010; s² is nearly 0, a = s² − b/505 < 0, so |a| exceeds b/1000 but not b/10.
    const { z, a, b } = ebStandardise({ events: [1, 102], exposure: [10, 1000] });
    const rate = 103 / 1010;
    expect(b).toBeCloseTo(rate, 12);
    expect(a).toBeLessThan(-rate / 1000);
    expect(z[1]).toBeCloseTo((0.102 - rate) / Math.sqrt(rate / 1000), 12);
    expect(z[0]).toBeCloseTo((0.1 - rate) / Math.sqrt((a ?? NaN) + rate / 10), 12);
  });

  it("leaves out units without a count or without anybody exposed", () => {
    const { z, b } = ebStandardise({ events: [10, null, 5, 0, 30], exposure: [100, 50, null, 0, 100] });
    expect(b).toBeCloseTo(0.2, 12);
    expect(z.map((v) => v === null)).toEqual([false, true, true, true, false]);
  });

  it("has no figure where there is no event or nobody with data", () => {
    expect(ebStandardise({ events: [0, 0], exposure: [5, 9] })).toEqual({ z: [null, null], b: 0, a: null });
    expect(ebStandardise({ events: [null], exposure: [5] })).toEqual({ z: [null], b: null, a: null });
  });

  it("refuses counts that cannot be, naming unit and indicator", () => {
    expect(() => ebStandardise({ events: [1, -2], exposure: [5, 5], units: ["A", "B"], indicator: "faltas" })).toThrow(
      /indicator "faltas", unit "B": -2 events of 5 exposed/,
    );
    expect(() => ebStandardise({ events: [1], exposure: [NaN] })).toThrow(RangeError);
    expect(() => ebStandardise({ events: [1], exposure: [] })).toThrow(RangeError);
  });

  it.skipIf(aucklandPath === null)("has Auckland's published a and b, and the spread that spdep's shrunk rates imply", () => {
    const rows = readFileSync(aucklandPath ?? "", "utf8").trim().split("\n").slice(1).map((row) => row.split(",").map(Number));
    const { z, a, b } = ebStandardise({ events: rows.map((r) => r[1] ?? NaN), exposure: rows.map((r) => r[2] ?? NaN) });
    expect(Math.abs((a ?? NaN) / 7.28417290097515e-7 - 1)).toBeLessThan(1e-9);
    expect(Math.abs((b ?? NaN) / 0.00263343619313617 - 1)).toBeLessThan(1e-9);
    rows.forEach(([, , , raw = NaN, shrunk = NaN], i) => {
      // Marshall's estimate is b + (a / v)(p − b), so z² = (p − b)² / v = (p − b)(estimate − b) / a.
      const squared = ((raw - (b ?? NaN)) * (shrunk - (b ?? NaN))) / (a ?? NaN);
      expect(Math.abs((z[i] ?? NaN) ** 2 / squared - 1)).toBeLessThan(1e-9);
      expect(Math.sign(z[i] ?? NaN)).toBe(Math.sign(raw - (b ?? NaN)));
    });
  });
});
