import { describe, expect, it } from "vitest";
import { leaveOneOut } from "../../../src/core/metodo/leave-one-out.ts";
import type { Prepared } from "../../../src/core/metodo/kernel.ts";
import { flattenTree } from "../../../src/core/metodo/tree.ts";

const NONE = Number.NaN;
const tree = flattenTree({
  id: "nota",
  weight: 1,
  children: [{ id: "d", weight: 1, children: [{ id: "a", weight: 1 }, { id: "b", weight: 1 }] }, { id: "f", weight: 1, children: [{ id: "c", weight: 1 }] }],
});
/** Scores with everything: A (0+100)/4 + 50/2 = 50, B 25 + 15 = 40, C 15 + 15 = 30, D none. */
const table: Prepared = { tree, units: 4, y: Float64Array.from([0, 100, 50, 100, 0, 30, 30, 30, 30, NONE, 10, NONE]) };

describe("leaving one out", () => {
  const result = leaveOneOut(table, tree.weights, { kind: "arithmetic" });
  const without = (id: string) => result.without.find((left) => left.id === id);

  it("tries every indicator and every branch, and not the root", () => {
    expect(result.without.map(({ id }) => id)).toEqual(["a", "b", "d", "c", "f"]);
    expect(Array.from(result.scores)).toEqual([50, 40, 30, NONE]);
    expect(Array.from(result.ranks)).toEqual([1, 2, 3, 0]);
  });

  it("without a, its sibling b takes the whole of d: A 75, B 15, C 30", () => {
    expect(Array.from(without("a")?.scores ?? [])).toEqual([75, 15, 30, NONE]);
    expect(Array.from(without("a")?.ranks ?? [])).toEqual([1, 3, 2, 0]);
    // |1−1| + |2−3| + |3−2| over three ranked units
    expect(without("a")?.meanAbsRankChange).toBeCloseTo(2 / 3, 14);
  });

  it("without c, an only child, its branch goes too, as without the branch itself", () => {
    expect(Array.from(without("c")?.scores ?? [])).toEqual([50, 50, 30, NONE]);
    expect(Array.from(without("c")?.ranks ?? [])).toEqual([1, 1, 3, 0]);
    expect(without("f")?.scores).toEqual(without("c")?.scores);
  });

  it("a unit without a figure is scored where what it lacks is left out", () => {
    // without a and with f's figure missing D still lacks half; a unit with only b and c is scored without a
    const holed: Prepared = { tree, units: 2, y: Float64Array.from([NONE, 10, 20, 40, 40, 40]) };
    const { scores, without: lefts } = leaveOneOut(holed, tree.weights, { kind: "arithmetic" }, { elements: ["a"] });
    expect(Array.from(scores)).toEqual([NONE, 40]);
    expect(Array.from(lefts[0]?.scores ?? [])).toEqual([15, 40]);
    // only the unit ranked both times counts: from 1 to 1
    expect(lefts[0]?.meanAbsRankChange).toBe(0);
  });

  it("the only node left out leaves nobody ranked, and no mean", () => {
    const single = flattenTree({ id: "nota", weight: 1, children: [{ id: "a", weight: 1 }] });
    const [left] = leaveOneOut({ tree: single, units: 1, y: Float64Array.from([5]) }, single.weights, { kind: "arithmetic" }).without;
    expect(Array.from(left?.ranks ?? [])).toEqual([0]);
    expect(left?.meanAbsRankChange).toBeNull();
  });

  it("the root and nodes it does not have cannot be left out", () => {
    expect(() => leaveOneOut(table, tree.weights, { kind: "arithmetic" }, { elements: ["nota"] })).toThrow('"nota" is the root and cannot be left out');
    expect(() => leaveOneOut(table, tree.weights, { kind: "arithmetic" }, { elements: ["z"] })).toThrow('no node "z" in the tree of weights');
  });
});
