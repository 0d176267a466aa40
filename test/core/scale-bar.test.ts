import { describe, expect, it } from "vitest";
import { kmPerUnit, roundLength } from "../../src/core/scale-bar.ts";

describe("kmPerUnit", () => {
  it("is 111.32 km a degree at the equator", () => {
    // 10° over 1,000 units: 1,113.2 km over 1,000.
    const amarras = [
      { x: 0, lon: -60, lat: 0 },
      { x: 1000, lon: -50, lat: 0 },
    ];
    expect(kmPerUnit(amarras)).toBeCloseTo(1.1132, 6);
  });

  it("shrinks with the cosine of the mean latitude: half at 60°", () => {
    const amarras = [
      { x: 0, lon: -60, lat: -55 },
      { x: 500, lon: -55, lat: -60 },
      { x: 1000, lon: -50, lat: -65 },
    ];
    expect(kmPerUnit(amarras)).toBeCloseTo(0.5566, 4);
  });

  it("is unknown with fewer than two places apart in longitude", () => {
    expect(kmPerUnit([])).toBeNull();
    expect(kmPerUnit([{ x: 3, lon: -50, lat: 1 }])).toBeNull();
  });
});

describe("roundLength", () => {
  it("gives 1, 2 or 5 times a power of ten, never longer than asked", () => {
    expect([263, 199, 100, 99, 7, 0.3].map(roundLength)).toEqual([200, 100, 100, 50, 5, 0.2]);
  });
});
