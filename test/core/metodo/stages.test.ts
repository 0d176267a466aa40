import { describe, expect, it } from "vitest";
import { denominate, imputeGroupMean, sampleShape, screenByAvailability, winsoriseBySkew } from "../../../src/core/metodo/stages.ts";
import type { Table } from "../../../src/core/metodo/tree.ts";

const TABLE: Table = { units: ["A", "B", "C"], columns: { x: [10, null, 30], y: [1, 2, null] } };

describe("stages of published indices", () => {
  it("divides by a denominator and leaves missing what lacks either", () => {
    expect(denominate(TABLE, { x: "pop" }, { pop: [5, 5, null] })).toEqual({ units: TABLE.units, columns: { x: [2, null, null], y: [1, 2, null] } });
  });

  it("refuses a denominator of zero, unknown or of another length", () => {
    expect(() => denominate(TABLE, { x: "pop" }, { pop: [0, 1, 1] })).toThrow(new RangeError('denominator "pop" of "x" is 0 for unit "A"'));
    expect(() => denominate(TABLE, { x: "area" }, { pop: [1, 1, 1] })).toThrow('no column "area"');
    expect(() => denominate(TABLE, { z: "pop" }, { pop: [1, 1, 1] })).toThrow('no column "z"');
    expect(() => denominate(TABLE, { x: "pop" }, { pop: [1] })).toThrow('column "pop" has 1 figures for 3 units');
  });

  it("puts the mean of the group where there is one", () => {
    expect(imputeGroupMean(TABLE, ["g", "g", "h"]).columns).toEqual({ x: [10, 10, 30], y: [1, 2, null] });
    expect(imputeGroupMean(TABLE, ["g", "g", "g"]).columns).toEqual({ x: [10, 20, 30], y: [1, 2, 1.5] });
    expect(() => imputeGroupMean(TABLE, ["g"])).toThrow("1 groups for 3 units");
  });

  it("keeps the units with enough figures", () => {
    const { table, removed, availability } = screenByAvailability(TABLE, 0.75);
    expect(table).toEqual({ units: ["A"], columns: { x: [10], y: [1] } });
    expect(removed).toEqual(["B", "C"]);
    expect(availability).toEqual([1, 0.5, 0.5]);
    expect(screenByAvailability(TABLE, 0.5).removed).toEqual([]);
    expect(() => screenByAvailability(TABLE, 90)).toThrow("the least availability must be within 0–1, got 90");
  });

  it("skew and kurtosis of 1, 2, 3, 4, 10, by hand", () => {
    // mean 4, deviations −3 −2 −1 0 6: Σd² = 50, Σd³ = 180, Σd⁴ = 1394
    // g1 = √5·180/50^1.5; G1 = g1·√20/3 = 1.697056…; g2 = 5·1394/2500 − 3; G2 = (6·g2 + 6)·4/(3·2)
    const { skew, kurtosis } = sampleShape([1, 2, null, 3, 4, 10]);
    expect(skew).toBeCloseTo((Math.sqrt(5) * 180 * Math.sqrt(20)) / (50 ** 1.5 * 3), 12);
    expect(kurtosis).toBeCloseTo(((6 * (6970 / 2500 - 3) + 6) * 4) / 6, 12);
    expect(() => sampleShape([1, 2, 3])).toThrow("skew and kurtosis need at least four figures, got 3");
    expect(() => sampleShape([2, 2, 2, 2])).toThrow("skew and kurtosis need figures that differ, all 4 are 2");
  });

  it("winsorises the skewed end, whichever it is", () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100];
    const high = winsoriseBySkew(values);
    expect(high.before.skew).toBeGreaterThan(2);
    expect(high).toMatchObject({ moved: 1, passes: true, values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30] });
    const low = winsoriseBySkew(values.map((x) => -x));
    expect(low.values).toEqual(high.values.map((x) => (x === null ? null : -x)));
  });

  it("winsorises equal extremes together, and then both with the next", () => {
    const base = Array.from({ length: 22 }, (_, i) => i + 1);
    expect(winsoriseBySkew([...base, 500, 500])).toMatchObject({ moved: 2, values: [...base, 22, 22] });
    expect(winsoriseBySkew([...base, 400, 500])).toMatchObject({ moved: 2, values: [...base, 22, 22] });
  });

  it("stops at the limit of points and leaves alone what passes", () => {
    expect(winsoriseBySkew([1, 2, 3, 4, 5, null])).toMatchObject({ values: [1, 2, 3, 4, 5, null], moved: 0, passes: true });
    const stopped = winsoriseBySkew([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 300, 1000], { maxPoints: 1 });
    expect(stopped).toMatchObject({ moved: 1 });
    expect(stopped.values.slice(-2)).toEqual([300, 300]);
  });
});
