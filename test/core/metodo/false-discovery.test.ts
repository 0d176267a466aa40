import { describe, expect, it } from "vitest";
import { benjaminiHochberg } from "../../../src/core/metodo/false-discovery.ts";

describe("benjaminiHochberg", () => {
  it("adjusts the fifteen p values of Benjamini and Hochberg's own example", () => {
    // JRSS B 57 (1995), section 4.1: at q = 0.05 the procedure rejects the four smallest.
    const p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    const adjusted = benjaminiHochberg(p).map((v) => v ?? NaN);
    expect(adjusted.filter((v) => v <= 0.05)).toHaveLength(4);
    // 15·0.0001/1, 15·0.0004/2, 15·0.0019/3, 15·0.0095/4.
    [0.0015, 0.003, 0.0095, 0.035625].forEach((v, i) => expect(adjusted[i]).toBeCloseTo(v, 12));
    // Positions 5–8 take the least of what follows: 15·0.0298/7 = 0.0638571… for 5 to 7 (15·0.0201/5 = 0.0603 is less for 5).
    expect(adjusted[4]).toBeCloseTo(0.0603, 12);
    expect(adjusted[5]).toBeCloseTo((15 * 0.0298) / 7, 12);
    expect(adjusted[6]).toBeCloseTo((15 * 0.0298) / 7, 12);
    expect(adjusted[14]).toBe(1);
  });

  it("keeps the order given, gives equal p one figure, and leaves what was not tested out of the count", () => {
    // Two tests: 0.04·2/2 = 0.04 and min(0.04, 0.03·2/1) = 0.04.
    expect(benjaminiHochberg([0.04, null, 0.03])).toEqual([0.04, null, 0.04]);
    expect(benjaminiHochberg([0.2, 0.2, 0.2])).toEqual([0.2, 0.2, 0.2]);
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([null])).toEqual([null]);
  });

  it("refuses a p outside 0–1", () => {
    expect(() => benjaminiHochberg([0.5, 1.2])).toThrow(new RangeError("p of test 1 must be between 0 and 1, got 1.2"));
    expect(() => benjaminiHochberg([NaN])).toThrow(RangeError);
  });
});
