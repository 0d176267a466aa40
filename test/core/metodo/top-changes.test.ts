import { describe, expect, it } from "vitest";
import { compareImported, topChanges } from "../../../src/core/metodo/top-changes.ts";

describe("topChanges", () => {
  it("names who enters, leaves and stays", () => {
    expect(topChanges([1, 2, 3, 4], [2, 3, 1, 4], 2)).toEqual({ enter: [2], leave: [1], stay: [0] });
  });

  it("lets ties on the line all be in, and a unit without a score never", () => {
    expect(topChanges([1, 2, 3, 0], [1, 2, 2, 0], 2)).toEqual({ enter: [2], leave: [], stay: [0, 1] });
    expect(topChanges([0, 1], [1, 0], 1)).toEqual({ enter: [0], leave: [1], stay: [] });
  });

  it("refuses rankings of different units and places that cannot be", () => {
    expect(() => topChanges([1], [1, 2], 1)).toThrow(new RangeError("rankings of 1 and 2 units"));
    expect(() => topChanges([1], [1], 0)).toThrow(RangeError);
  });
});

describe("compareImported", () => {
  // Ours: u0 first … u4 fifth, u5 without a score. Theirs, low is need: u3 0.1, u0 0.3, u4 0.49, u1 0.5, u5 0.2, u2 missing.
  const ours = [1, 2, 3, 4, 5, 0];
  const imported = { values: [0.3, 0.5, null, 0.1, 0.49, 0.2], cut: 0.5, lowIsNeed: true };

  it("ranks the imported index by need and leaves out of the lists who cannot be compared", () => {
    const { ranks, top, notCompared } = compareImported(ours, imported, 3);
    expect([...ranks]).toEqual([3, 5, 0, 1, 4, 2]);
    expect(notCompared).toEqual([2, 5]);
    // Theirs: u3, u5, u0. Ours: u0, u1, u2. u2 and u5 are not compared.
    expect(top).toEqual({ enter: [1], leave: [3], stay: [0] });
  });

  it("calls who is strictly on the needy side of the cut", () => {
    const { called, calledInTop, calledOutsideTop, topNotCalled } = compareImported(ours, imported, 3);
    expect(called).toEqual([0, 3, 4, 5]);
    expect(calledInTop).toEqual([0]);
    expect(calledOutsideTop).toEqual([3, 4]);
    expect(topNotCalled).toEqual([1]);
  });

  it("turns round for an index where a high figure means need", () => {
    const { ranks, called } = compareImported([1, 2, 3], { values: [0.2, 0.5, 0.9], cut: 0.5, lowIsNeed: false }, 1);
    expect([...ranks]).toEqual([3, 2, 1]);
    expect(called).toEqual([2]);
  });

  it("compares nobody with an index that is all missing", () => {
    const { top, called, notCompared } = compareImported([1, 2], { values: [null, null], cut: 0.5, lowIsNeed: true }, 1);
    expect([top, called, notCompared]).toEqual([{ enter: [], leave: [], stay: [] }, [], [0, 1]]);
  });

  it("refuses figures and a cut outside 0–1", () => {
    const run = (values: (number | null)[], cut = 0.5) => () => compareImported([1], { values, cut, lowIsNeed: true }, 1);
    expect(run([50])).toThrow(new RangeError("imported figure of unit 0 must be between 0 and 1, got 50"));
    expect(run([NaN])).toThrow(RangeError);
    expect(run([0.5], 50)).toThrow(new RangeError("the cut must be between 0 and 1, got 50"));
    expect(run([0.5, 0.5])).toThrow(/2 imported figures for 1 units/);
  });
});
