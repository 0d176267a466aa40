import { describe, expect, it } from "vitest";
import { rowPoints } from "../../../src/core/metodo/contributions.ts";
import { roundedContributions, roundedTree } from "../../../src/core/metodo/rounded.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";
import { flattenTree, type Aggregation } from "../../../src/core/metodo/tree.ts";
import { formatNumber } from "../../../src/core/format.ts";

describe("printed parts add up to the printed whole", () => {
  it("three thirds of 100 are 33,4 + 33,3 + 33,3: the unit owed goes to the first of equal remainders", () => {
    expect(roundedContributions([100 / 3, 100 / 3, 100 / 3], 100, 1)).toEqual({ parts: [33.4, 33.3, 33.3], whole: 100 });
  });

  it("the largest remainders take the units: 1.04 + 2.03 + 3.08 = 6.15 prints as 1.1 + 2 + 3.1 = 6.2", () => {
    // floors 1.0, 2.0, 3.0 make 6.0; 6.15 is printed 6.2; the two units go to 0.8 and to 0.4 of the last place
    expect(roundedContributions([1.04, 2.03, 3.08], 6.15, 1)).toEqual({ parts: [1.1, 2, 3.1], whole: 6.2 });
  });

  it("a missing part stays missing and a part of exactly zero stays zero", () => {
    expect(roundedContributions([null, 0, 0.96, 0.99], 1.95, 1)).toEqual({ parts: [null, 0, 1, 1], whole: 2 });
    expect(roundedContributions([0, 0, 0.5], 0.5, 0)).toEqual({ parts: [0, 0, 1], whole: 1 });
  });

  it("a sum of doubles that should be whole owes nothing: 0.1 + 0.2", () => {
    expect(roundedContributions([0.1 + 0.2, 0.7], 1, 1)).toEqual({ parts: [0.3, 0.7], whole: 1 });
  });

  it("parts below zero are cut down as well: −0.26 and 1.31 make 1.05, printed 1.1", () => {
    // floors −0.3 and 1.3 make 1.0; the unit owed goes to −0.26, whose remainder is 0.4 against 0.1
    expect(roundedContributions([-0.26, 1.31], 1.05, 1)).toEqual({ parts: [-0.2, 1.3], whole: 1.1 });
  });

  it("parts that do not add up, and figures that are not numbers, are refused", () => {
    expect(() => roundedContributions([1, 2], 4, 1)).toThrow(new RangeError("parts that add up to 3 cannot be printed as 4"));
    expect(() => roundedContributions([1, 2.5], 3.2, 1)).toThrow(RangeError);
    expect(() => roundedContributions([Number.NaN], 0, 1)).toThrow("part 0 must be finite or null, got NaN");
    expect(() => roundedContributions([1], Number.POSITIVE_INFINITY, 1)).toThrow("the whole must be finite, got Infinity");
    expect(() => roundedContributions([1], 1, 1.5)).toThrow("decimals must be a whole number 0–12, got 1.5");
  });

  it.each([0, 1, 2, 3])("2,000 random scores with %s decimals: digits add up, and no part moves a whole unit", (decimals) => {
    const source = seededSource(`rounded ${decimals}`);
    const scale = 10 ** decimals;
    for (let trial = 0; trial < 2000; trial += 1) {
      const parts = Array.from({ length: 1 + Math.floor(source() * 12) }, () => (source() < 0.1 ? null : source() < 0.1 ? 0 : source() * 9));
      const whole = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
      const printed = roundedContributions(parts, whole, decimals);
      const digits = (x: number): number => Math.round(x * scale);
      expect(printed.parts.reduce<number>((sum, part) => sum + digits(part ?? 0), 0)).toBe(digits(printed.whole));
      expect(formatNumber(printed.whole, decimals)).toBe(formatNumber(whole, decimals));
      printed.parts.forEach((part, i) => {
        const own = parts[i] ?? null;
        if (own === null) expect(part).toBeNull();
        else expect(Math.abs((part ?? Number.NaN) - own)).toBeLessThan(1 / scale + 1e-9);
      });
    }
  });

  it.each<Aggregation>([{ kind: "arithmetic" }, { kind: "power", p: 2 }, { kind: "complement-geometric" }])(
    "down a tree, indicators add up to their dimension and dimensions to the score, under %j",
    (aggregation) => {
      const source = seededSource(`tree ${aggregation.kind}`);
      const tree = flattenTree({
        id: "nota",
        weight: 1,
        children: [5, 3, 4].map((size, d) => ({
          id: `d${d}`,
          weight: 1 + d,
          children: Array.from({ length: size }, (_, j) => ({ id: `d${d}i${j}`, weight: source() })),
        })),
      });
      let scored = 0;
      for (let trial = 0; trial < 500; trial += 1) {
        const y = Float64Array.from(tree.leaves, () => (source() < 0.08 ? Number.NaN : 100 * source()));
        const { points, total } = rowPoints(tree, y, tree.weights, aggregation);
        if (Number.isNaN(total)) continue;
        scored += 1;
        const printed = roundedTree(tree, points, 1);
        const tenths = printed.map((x) => (x === null ? null : Math.round(x * 10)));
        expect(formatNumber(printed[tree.ids.length - 1] ?? Number.NaN, 1)).toBe(formatNumber(total, 1));
        tree.ids.forEach((_, k) => {
          const children = tree.childNodes.subarray(tree.childStart[k], tree.childStart[k + 1]);
          if (children.length === 0 || tenths[k] === null) return;
          expect(children.reduce((sum, child) => sum + (tenths[child] ?? 0), 0)).toBe(tenths[k]);
        });
        points.forEach((point, k) => {
          expect(printed[k] === null).toBe(Number.isNaN(point));
        });
      }
      expect(scored).toBeGreaterThan(300);
    },
  );

  it("a unit without a score has nothing to print", () => {
    const tree = flattenTree({ id: "nota", weight: 1, children: [{ id: "a", weight: 1 }] });
    expect(() => roundedTree(tree, Float64Array.from([Number.NaN, Number.NaN]), 1)).toThrow("the whole must be finite, got NaN");
  });
});
