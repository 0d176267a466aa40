import type { Prepared } from "./kernel.ts";
import type { Direction } from "./normalise.ts";
import type { Posterior } from "./posterior.ts";

/** One leaf whose figures are known by a posterior: a draw times `multiplier` is put on the goalposts. */
export interface LeafPosteriors {
  readonly leaf: string;
  /** Aligned with the units; null leaves the normalised figure as it is. */
  readonly posterior: readonly (Posterior | null)[];
  /** From events per unit of exposure to the unit of the goalposts; 1 unless said. */
  readonly multiplier?: number;
  readonly direction: Direction;
  readonly lo: number;
  readonly hi: number;
}

/** What is ranked, and what is not known of it. */
export interface DrawInput {
  /** Normalised figures, from `prepareTable` or `preparePriority`. */
  readonly prepared: Prepared;
  /** Group (porte) of each unit, among which missing figures find donors; null has none. Absent: all units are one group. */
  readonly groups?: readonly (string | null)[];
  /** Absent: every figure present is taken as it is. */
  readonly posteriors?: readonly LeafPosteriors[];
}

/** A `DrawInput` in typed arrays: made once for each version of the data, cheap to post to a worker. */
export interface DrawData {
  readonly prepared: Prepared;
  /** −1 where the unit has no group. */
  readonly groupOf: Int32Array;
  readonly groups: number;
  /** Positions in `prepared.y` with a posterior, rising; the next three are aligned with it. */
  readonly cells: Int32Array;
  /** 1 = beta of `first` and `second`; 0 = gamma of shape `first` and rate `second`. */
  readonly isBeta: Uint8Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** By leaf: normalised figure = `offset + slope · draw`, cut at 0 and 100. */
  readonly offset: Float64Array;
  readonly slope: Float64Array;
}

/**
 * Lays what is not known of the figures flat. A fixed posterior has nothing to draw.
 * @throws RangeError for groups or posteriors of another length than the units, a leaf that is not in
 * the tree or named twice, goalposts equal or reversed, a posterior whose parameters are not finite and
 * above 0, or one where the figure is missing; each names leaf and unit
 */
export function packDraws(input: DrawInput): DrawData {
  const { prepared, posteriors = [] } = input;
  const { tree, units, y } = prepared;
  const m = tree.leaves.length;
  const leafOf = new Map(tree.leaves.map((id, j) => [id, j]));
  const byLeaf: (LeafPosteriors | null)[] = tree.leaves.map(() => null);
  for (const posterior of posteriors) {
    const j = leafOf.get(posterior.leaf);
    if (j === undefined) throw new RangeError(`posteriors of "${posterior.leaf}", which is not a leaf of the tree`);
    if (byLeaf[j] !== null) throw new RangeError(`posteriors of "${posterior.leaf}" are given twice`);
    checkLeaf(posterior, units);
    byLeaf[j] = posterior;
  }
  const room = posteriors.reduce((sum, { posterior }) => sum + posterior.filter(isSpread).length, 0);
  const cells = new Int32Array(room);
  const isBeta = new Uint8Array(room);
  const first = new Float64Array(room);
  const second = new Float64Array(room);
  let c = 0;
  // Unit by unit, as `y` lies: the draws write it in one pass.
  for (let i = 0; i < units; i += 1) {
    for (let j = 0; j < m; j += 1) {
      const leaf = byLeaf[j] ?? null;
      const belief = leaf?.posterior[i] ?? null;
      if (leaf === null || !isSpread(belief)) continue;
      const [p, q] = belief.kind === "gamma" ? [belief.shape, belief.rate] : [belief.a, belief.b];
      if (!(p > 0 && q > 0 && p < Infinity && q < Infinity)) throw new RangeError(`${belief.kind} posterior of "${leaf.leaf}" in unit ${i} has parameters ${p} and ${q}`);
      if (Number.isNaN(y[i * m + j] ?? NaN)) throw new RangeError(`"${leaf.leaf}" of unit ${i} is missing and has a posterior`);
      cells[c] = i * m + j;
      isBeta[c] = belief.kind === "beta" ? 1 : 0;
      first[c] = p;
      second[c] = q;
      c += 1;
    }
  }
  const perUnit = byLeaf.map((leaf) => (leaf === null ? 0 : (100 * leaf.direction) / (leaf.hi - leaf.lo)));
  return {
    prepared,
    ...groupNumbers(input.groups, units),
    cells,
    isBeta,
    first,
    second,
    slope: Float64Array.from(byLeaf, (leaf, j) => (perUnit[j] ?? 0) * (leaf?.multiplier ?? 1)),
    offset: Float64Array.from(byLeaf, (leaf, j) => (leaf === null ? 0 : -(perUnit[j] ?? 0) * (leaf.direction === 1 ? leaf.lo : leaf.hi))),
  };
}

function checkLeaf({ leaf, posterior, multiplier = 1, direction, lo, hi }: LeafPosteriors, units: number): void {
  if (posterior.length !== units) throw new RangeError(`"${leaf}" has ${posterior.length} posteriors for ${units} units`);
  if (!(Number.isFinite(lo) && Number.isFinite(hi) && lo < hi)) throw new RangeError(`goalposts of "${leaf}" must be finite with lo < hi, got ${lo} and ${hi}`);
  if (!Number.isFinite(multiplier)) throw new RangeError(`multiplier of "${leaf}" must be finite, got ${multiplier}`);
  if (Math.abs(direction) !== 1) throw new RangeError(`direction of "${leaf}" must be 1 or -1, got ${String(direction)}`);
}

function isSpread(belief: Posterior | null): belief is Exclude<Posterior, { kind: "fixed" }> {
  return belief !== null && belief.kind !== "fixed";
}

function groupNumbers(groups: DrawInput["groups"], units: number): Pick<DrawData, "groupOf" | "groups"> {
  if (groups === undefined) return { groupOf: new Int32Array(units), groups: 1 };
  if (groups.length !== units) throw new RangeError(`${groups.length} groups for ${units} units`);
  const numbers = new Map<string, number>();
  const groupOf = Int32Array.from(groups, (group) => {
    if (group === null) return -1;
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, numbers.size);
    return numbers.size - 1;
  });
  return { groupOf, groups: numbers.size };
}
