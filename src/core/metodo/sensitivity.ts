import { MIN_PRESENT, newRankScratch, newScores, rankScores, scoreUnits } from "./kernel.ts";
import type { Prepared } from "./kernel.ts";
import { aggregationScale, placesByShare } from "./share-sweep.ts";
import type { SharePlaces } from "./share-sweep.ts";
import { checkTreeWeights, effectiveWeights, siblingShares } from "./tree.ts";
import type { Aggregation } from "./tree.ts";

export interface SensitivityInput {
  readonly prepared: Prepared;
  /** One a node; the tree's own unless said. */
  readonly weights?: Float64Array;
  /** Arithmetic unless said. */
  readonly aggregation?: Aggregation;
  readonly minPresent?: number;
  /** Places on the list, ≥ 1. */
  readonly topK: number;
  /** Position of the unit among the units. */
  readonly unit: number;
}

/** A change of one weight that puts the unit in or out of the first K. */
export interface WeightChange {
  /** Share among its siblings, 0–1; theirs keep their proportions. */
  readonly from: number;
  readonly to: number;
  /** The same as shares of the whole index. */
  readonly effectiveFrom: number;
  readonly effectiveTo: number;
  /** The unit's position after it; null when it has no score then. */
  readonly rank: number | null;
}

export interface NodeSensitivity {
  readonly id: string;
  /** Null: no share of this weight alone moves the unit across the line. */
  readonly change: WeightChange | null;
}

export interface Sensitivity {
  /** Under the weights as they are. */
  readonly rank: number;
  readonly inTop: boolean;
  /** One for each node that has siblings to share with, in the order of the tree. */
  readonly nodes: readonly NodeSensitivity[];
  /** The one that moves least of the whole index; null when none does. */
  readonly smallest: (NodeSensitivity & { readonly change: WeightChange }) | null;
}

/** How far inside the first range on the other side of the line the answer lies, in shares; the first that a new ranking confirms. */
const INSIDE = [1e-8, 1e-6, 1e-4, 0.5];
/** Moves of the whole index closer than this are the same; the first weight of the tree is named. */
const SAME_MOVE = 1e-12;
/** Ranges tried on the other side of the line before a weight is given up. */
const TRIES = 8;

/**
 * The smallest change of one weight, the others keeping their proportions, that puts a unit in or
 * out of the first K. For each weight the shares at which the unit meets each competitor are solved
 * exactly (quotients of linear functions, missing figures included), the nearest one that moves it
 * across the line is taken, and a ranking with the new weights confirms it. O(units log units) a weight.
 * @returns null when the unit has no score
 * @throws RangeError for a unit or number of places that cannot be, weights that cannot rank, or a
 * tree in which some node has an aggregation of its own
 */
export function smallestWeightChange(input: SensitivityInput): Sensitivity | null {
  const { prepared, aggregation = { kind: "arithmetic" }, minPresent = MIN_PRESENT, topK, unit } = input;
  const { tree, units } = prepared;
  const weights = input.weights ?? tree.weights;
  if (!Number.isInteger(unit) || unit < 0 || unit >= units) throw new RangeError(`there is no unit ${unit} among ${units}`);
  if (!Number.isInteger(topK) || topK < 1) throw new RangeError(`the places on the list must be a whole number ≥ 1, got ${topK}`);
  const own = tree.aggregations.findIndex((a) => a !== null);
  if (own >= 0) throw new RangeError(`node "${tree.ids[own]}" has an aggregation of its own`);
  checkTreeWeights(tree, weights);

  const out = newScores(prepared, { nodes: false });
  const ranks = new Uint32Array(units);
  const scratch = newRankScratch(units);
  const rankWith = (trial: Float64Array): number => {
    scoreUnits(prepared, trial, aggregation, out, minPresent);
    rankScores(out.total, ranks, scratch);
    return ranks[unit] ?? 0;
  };
  const isIn = (rank: number): boolean => rank >= 1 && rank <= topK;
  const rank = rankWith(weights);
  if (rank === 0) return null;
  const inTop = isIn(rank);

  const shares = new Float64Array(tree.ids.length);
  siblingShares(tree, weights, shares);
  const effective = effectiveWeights(tree, weights);
  const places = placesByShare(prepared, shares, aggregationScale(aggregation), minPresent, unit);
  const nodes: NodeSensitivity[] = [];
  for (const [k, id] of tree.ids.entries()) {
    const parent = tree.parent[k] ?? -1;
    const from = shares[k] ?? 0;
    if (parent < 0 || !((effective[parent] ?? 0) > 0) || from >= 1) continue;
    const moved = (to: number): Float64Array => {
      const trial = Float64Array.from(weights);
      for (let c = tree.childStart[parent] ?? 0; c < (tree.childStart[parent + 1] ?? 0); c += 1) {
        const child = tree.childNodes[c] ?? 0;
        trial[child] = child === k ? to : ((shares[child] ?? 0) * (1 - to)) / (1 - from);
      }
      return trial;
    };
    nodes.push({ id, change: nearest(places(k), k, parent, moved) });
  }
  let smallest: Sensitivity["smallest"] = null;
  for (const { id, change } of nodes) {
    if (change !== null && (smallest === null || moveOf(change) < moveOf(smallest.change) - SAME_MOVE)) smallest = { id, change };
  }
  return { rank, inTop, nodes, smallest };

  function nearest(found: SharePlaces, k: number, parent: number, moved: (to: number) => Float64Array): WeightChange | null {
    const from = shares[k] ?? 0;
    const across = rangesAcross(found, from, topK, inTop).slice(0, TRIES);
    for (const { start, end, towards } of across) {
      for (const inside of INSIDE) {
        const step = Math.min(inside, (end - start) / 2);
        const to = towards === 1 ? start + step : end - step;
        const after = rankWith(moved(to));
        if (isIn(after) === inTop) continue;
        const whole = effective[parent] ?? 0;
        return { from, to, effectiveFrom: whole * from, effectiveTo: whole * to, rank: after === 0 ? null : after };
      }
    }
    return null;
  }
}

function moveOf({ effectiveFrom, effectiveTo }: WeightChange): number {
  return Math.abs(effectiveTo - effectiveFrom);
}

/** Ranges of shares in which the unit is on the other side of the line, the nearest first, with the direction in which they are entered. */
function rangesAcross({ limits, above }: SharePlaces, from: number, topK: number, inTop: boolean) {
  const ranges: { start: number; end: number; towards: 1 | -1; distance: number }[] = [];
  for (let r = 0; r < above.length; r += 1) {
    const start = limits[r] ?? 0;
    const end = limits[r + 1] ?? 0;
    const ahead = above[r] ?? NaN;
    if (ahead < topK === inTop || !(end > start)) continue;
    if (end > from) ranges.push({ start: Math.max(start, from), end, towards: 1, distance: Math.max(0, start - from) });
    if (start < from) ranges.push({ start, end: Math.min(end, from), towards: -1, distance: Math.max(0, from - end) });
  }
  return ranges.sort((a, b) => a.distance - b.distance);
}
