import { MIN_PRESENT, newRankScratch, newScores, rankScores, scoreUnits, type Prepared } from "./kernel.ts";
import type { Aggregation } from "./tree.ts";

/** The ranking without one node. Arrays are aligned with the units. */
export interface LeftOut {
  /** The node left out, a leaf or a whole branch. */
  readonly id: string;
  /** NaN = no score. */
  readonly scores: Float64Array;
  /** 0 = no score. */
  readonly ranks: Uint32Array;
  /** Mean of |rank − rank with everything| over the units ranked both times; null when none is. */
  readonly meanAbsRankChange: number | null;
}

export interface LeaveOneOut {
  /** With everything. */
  readonly scores: Float64Array;
  readonly ranks: Uint32Array;
  readonly without: readonly LeftOut[];
}

export interface LeaveOneOutOptions {
  /** Ids of the nodes to leave out one at a time; every node but the root unless said. */
  readonly elements?: readonly string[];
  readonly minPresent?: number;
}

/**
 * Scores and ranks again without each node in turn: its weight goes to its
 * siblings in proportion to theirs, and an only child takes its parent along.
 * @throws RangeError for an id that is not in the tree, or for the root
 */
export function leaveOneOut(
  prepared: Prepared,
  weights: Float64Array,
  aggregation: Aggregation,
  { elements, minPresent = MIN_PRESENT }: LeaveOneOutOptions = {},
): LeaveOneOut {
  const { tree, units } = prepared;
  const root = tree.ids.length - 1;
  const position = new Map(tree.ids.map((id, k) => [id, k]));
  const scratch = newRankScratch(units);
  const rankWith = (trial: Float64Array): { readonly scores: Float64Array; readonly ranks: Uint32Array } => {
    const out = newScores(prepared, { nodes: false });
    scoreUnits(prepared, trial, aggregation, out, minPresent);
    const ranks = new Uint32Array(units);
    rankScores(out.total, ranks, scratch);
    return { scores: out.total, ranks };
  };
  const nominal = rankWith(weights);
  const without = (elements ?? tree.ids.slice(0, root)).map((id): LeftOut => {
    const k = position.get(id);
    if (k === undefined) throw new RangeError(`no node "${id}" in the tree of weights`);
    if (k === root) throw new RangeError(`"${id}" is the root and cannot be left out`);
    const trial = Float64Array.from(weights);
    trial[k] = 0;
    const { scores, ranks } = rankWith(trial);
    return { id, scores, ranks, meanAbsRankChange: meanAbsChange(nominal.ranks, ranks) };
  });
  return { ...nominal, without };
}

function meanAbsChange(a: Uint32Array, b: Uint32Array): number | null {
  let sum = 0;
  let both = 0;
  for (let i = 0; i < a.length; i += 1) {
    const before = a[i] ?? 0;
    const after = b[i] ?? 0;
    if (before === 0 || after === 0) continue;
    sum += Math.abs(after - before);
    both += 1;
  }
  return both === 0 ? null : sum / both;
}
