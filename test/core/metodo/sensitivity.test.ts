import { describe, expect, it } from "vitest";
import { prepareTable } from "../../../src/core/metodo/composite.ts";
import { newScores, rankScores, scoreUnits } from "../../../src/core/metodo/kernel.ts";
import type { Prepared } from "../../../src/core/metodo/kernel.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";
import { smallestWeightChange } from "../../../src/core/metodo/sensitivity.ts";
import { effectiveWeights, siblingShares } from "../../../src/core/metodo/tree.ts";
import type { Aggregation, TreeNode } from "../../../src/core/metodo/tree.ts";

const GOALPOSTS = { kind: "goalposts", lo: 0, hi: 100 } as const;

function table(tree: TreeNode, columns: Record<string, (number | null)[]>): Prepared {
  const units = (Object.values(columns)[0] ?? []).map((_, i) => `u${i}`);
  return prepareTable({ table: { units, columns }, tree, normalisation: GOALPOSTS });
}

const pair = (p: number, q: number): TreeNode => ({ id: "nota", weight: 1, children: [{ id: "p", weight: p }, { id: "q", weight: q }] });

/** Position of a unit with one node's share moved, ranked from scratch; 0 = no score. */
function rankAt(prepared: Prepared, aggregation: Aggregation, node: number, share: number, unit: number, minPresent?: number): number {
  const { tree } = prepared;
  const shares = new Float64Array(tree.ids.length);
  siblingShares(tree, tree.weights, shares);
  const parent = tree.parent[node] ?? 0;
  const weights = Float64Array.from(tree.weights);
  for (let c = tree.childStart[parent] ?? 0; c < (tree.childStart[parent + 1] ?? 0); c += 1) {
    const child = tree.childNodes[c] ?? 0;
    weights[child] = child === node ? share : ((shares[child] ?? 0) * (1 - share)) / (1 - (shares[node] ?? 0));
  }
  const out = newScores(prepared, { nodes: false });
  scoreUnits(prepared, weights, aggregation, out, minPresent);
  const ranks = new Uint32Array(prepared.units);
  rankScores(out.total, ranks);
  return ranks[unit] ?? 0;
}

describe("smallestWeightChange", () => {
  it("finds where two units meet, to bring one in", () => {
    // u0 = (100, 0), u1 = (20, 60), w = ½: 50 > 40. u1 leads when 100s < 20s + 60(1 − s): s < 60/140 = 3/7.
    const prepared = table(pair(1, 1), { p: [100, 20], q: [0, 60] });
    const found = smallestWeightChange({ prepared, topK: 1, unit: 1 });
    expect([found?.rank, found?.inTop]).toEqual([2, false]);
    const p = found?.nodes.find(({ id }) => id === "p")?.change;
    expect(p?.from).toBe(0.5);
    expect(p?.to).toBeCloseTo(3 / 7, 6);
    expect(p?.rank).toBe(1);
    // The two shares are one and the same decision: q moves from ½ to 4/7.
    expect(found?.nodes.find(({ id }) => id === "q")?.change?.to).toBeCloseTo(4 / 7, 6);
  });

  it("puts one out just beyond the tie, not at it", () => {
    // The same units: at 3/7 they share the first place, and u0 is still in.
    const prepared = table(pair(1, 1), { p: [100, 20], q: [0, 60] });
    const change = smallestWeightChange({ prepared, topK: 1, unit: 0 })?.smallest?.change;
    expect(change?.to).toBeLessThan(3 / 7);
    expect(change?.to).toBeGreaterThan(3 / 7 - 1e-6);
    expect(change?.rank).toBe(2);
  });

  it("says that no weight does it when one unit is ahead in everything", () => {
    const prepared = table(pair(1, 1), { p: [80, 20], q: [70, 60] });
    const found = smallestWeightChange({ prepared, topK: 1, unit: 1 });
    expect(found?.smallest).toBeNull();
    expect(found?.nodes.map(({ change }) => change)).toEqual([null, null]);
  });

  it("solves the meeting of a unit with a missing figure, whose score does not depend on that weight", () => {
    // Weights p 1, q 4, r 5; u0 lacks p: (50·4 + 30·5)/9 = 350/9 = 38.9 whatever the share s of p. u1 = (90, 20, 20): 20 + 70s.
    // They meet at s = (350/9 − 20)/70 = 17/63 = 0.2698…, from 0.1 where u1 has 27.
    const tree = { id: "nota", weight: 1, children: [{ id: "p", weight: 1 }, { id: "q", weight: 4 }, { id: "r", weight: 5 }] };
    const prepared = table(tree, { p: [null, 90], q: [50, 20], r: [30, 20] });
    const change = smallestWeightChange({ prepared, topK: 1, unit: 1 })?.nodes.find(({ id }) => id === "p")?.change;
    expect(change?.from).toBeCloseTo(0.1, 12);
    expect(change?.to).toBeCloseTo(17 / 63, 6);
  });

  it("counts losing the score as going out", () => {
    // u0 lacks p, at 0.2: present 0.8. With p above 1/3 less than two thirds is left. Until then it leads: 60 against 50.
    const tree = { id: "nota", weight: 1, children: [{ id: "p", weight: 1 }, { id: "q", weight: 2 }, { id: "r", weight: 2 }] };
    const prepared = table(tree, { p: [null, 50], q: [60, 50], r: [60, 50] });
    const change = smallestWeightChange({ prepared, topK: 1, unit: 0 })?.nodes.find(({ id }) => id === "p")?.change;
    expect(change?.to).toBeCloseTo(1 / 3, 6);
    expect(change?.to).toBeGreaterThan(1 / 3);
    expect(change?.rank).toBeNull();
  });

  it("measures the smallest change on the whole index, so that a dimension and an indicator compare", () => {
    // x has p and q (½ each), y has r; x and y weigh ½. u0: x = (100 + 0)/2 = 50, y = 40: 45. u1: x = 48, y = 48: 48.
    // Dimension x: u0 leads when 50s + 40(1 − s) > 48: s = 0.8, 0.3 of the whole. Indicator p: 100t/2 + 20 > 48: t = 0.56, 0.06·½ = 0.03.
    const tree = {
      id: "nota",
      weight: 1,
      children: [
        { id: "x", weight: 1, children: [{ id: "p", weight: 1 }, { id: "q", weight: 1 }] },
        { id: "y", weight: 1, children: [{ id: "r", weight: 1 }] },
      ],
    };
    const found = smallestWeightChange({ prepared: table(tree, { p: [100, 48], q: [0, 48], r: [40, 48] }), topK: 1, unit: 0 });
    expect(found?.nodes.map(({ id }) => id)).toEqual(["p", "q", "x", "y"]);
    expect(found?.smallest?.id).toBe("p");
    expect(found?.smallest?.change.effectiveFrom).toBeCloseTo(0.25, 12);
    expect(found?.smallest?.change.effectiveTo).toBeCloseTo(0.28, 6);
    expect(found?.nodes.find(({ id }) => id === "x")?.change?.effectiveTo).toBeCloseTo(0.8, 6);
  });

  it.each<Aggregation>([{ kind: "arithmetic" }, { kind: "power", p: 2 }, { kind: "complement-geometric" }])(
    "agrees with ranking again on a fine grid of shares, with missing figures, by $kind",
    (aggregation) => {
      const source = seededSource(`grade ${aggregation.kind}`);
      const tree: TreeNode = {
        id: "nota",
        weight: 1,
        children: [
          { id: "x", weight: 2, children: [{ id: "a", weight: 1 }, { id: "b", weight: 2 }, { id: "c", weight: 1 }] },
          { id: "y", weight: 3, children: [{ id: "d", weight: 1 }, { id: "e", weight: 1 }] },
          { id: "z", weight: 1, children: [{ id: "f", weight: 1 }] },
        ],
      };
      let crossed = 0;
      for (let round = 0; round < 4; round += 1) {
        const column = () => Array.from({ length: 12 }, () => (source() < 0.15 ? null : Math.round(100 * source())));
        const prepared = table(tree, { a: column(), b: column(), c: column(), d: column(), e: column(), f: column() });
        const { tree: laid } = prepared;
        const whole = effectiveWeights(laid, laid.weights);
        for (let unit = 0; unit < 12; unit += 3) {
          const found = smallestWeightChange({ prepared, aggregation, topK: 4, unit });
          if (found === null) continue;
          const isIn = (rank: number) => rank >= 1 && rank <= 4;
          for (const { id, change } of found.nodes) {
            const k = laid.ids.indexOf(id);
            const from = (whole[k] ?? NaN) / (whole[laid.parent[k] ?? 0] ?? NaN);
            const reach = change === null ? Infinity : Math.abs(change.to - from);
            if (change !== null) {
              crossed += 1;
              expect(isIn(rankAt(prepared, aggregation, k, change.to, unit))).toBe(!found.inTop);
            }
            const grid = Array.from({ length: 249 }, (_, g) => (g + 1) / 250).filter((share) => Math.abs(share - from) < reach - 1e-6);
            expect(grid.filter((share) => isIn(rankAt(prepared, aggregation, k, share, unit)) !== found.inTop), id).toEqual([]);
          }
        }
      }
      expect(crossed).toBeGreaterThan(20);
    },
  );

  it("has nothing to say of a unit without a score, and refuses one that is not there", () => {
    const prepared = table(pair(1, 1), { p: [100, null], q: [0, 60] });
    expect(smallestWeightChange({ prepared, topK: 1, unit: 1 })).toBeNull();
    expect(() => smallestWeightChange({ prepared, topK: 1, unit: 2 })).toThrow(new RangeError("there is no unit 2 among 2"));
    expect(() => smallestWeightChange({ prepared, topK: 0, unit: 0 })).toThrow(RangeError);
    expect(() => smallestWeightChange({ prepared, topK: 1, unit: 0, weights: Float64Array.of(1, -1, 1) })).toThrow(/weight of "q" must be a number ≥ 0, got -1/);
  });
});
