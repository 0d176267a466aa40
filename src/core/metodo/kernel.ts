import { checkAggregation, siblingShares, type Aggregation, type FlatTree } from "./tree.ts";

/** Figures ready to be joined: everything that does not depend on the weights. */
export interface Prepared {
  readonly tree: FlatTree;
  /** How many units. */
  readonly units: number;
  /** Normalised figures, unit by unit: `y[unit · leaves + leaf]`. NaN marks missing and never leaves the kernel's arrays. */
  readonly y: Float64Array;
}

/** Where `scoreUnits` writes; made once by `newScores`, used again as often as wanted. */
export interface Scores {
  /** Score of the root by unit; NaN = no score. */
  readonly total: Float64Array;
  /** Score of every node, `nodes[unit · nodeCount + node]`, NaN = missing; null when not asked for. */
  readonly nodes: Float64Array | null;
}

/** Scores closer than this are the same score: below it lies only the rounding of sums. */
export const TIE = 1e-9;
/** Tolerance of the comparison with the least share of weight present. */
export const PRESENCE_TOLERANCE = 1e-9;
/** Least share of the weight of the children that must be present for a node to have a score. */
export const MIN_PRESENT = 2 / 3;

/** Buffers for `scoreUnits`. */
export function newScores(prepared: Prepared, options: { readonly nodes: boolean }): Scores {
  return {
    total: new Float64Array(prepared.units),
    nodes: options.nodes ? new Float64Array(prepared.units * prepared.tree.ids.length) : null,
  };
}

/**
 * Scores every unit: O(units × nodes), nothing allocated per unit. Weights are
 * not checked here (see `checkTreeWeights`).
 *
 * At every node the children present share its weight, if they hold at least
 * `minPresent` of the weight of all its children; otherwise the node is missing.
 * @param weights one a node, in the order of `tree.ids`, any scale
 */
export function scoreUnits(
  prepared: Prepared,
  weights: Float64Array,
  aggregation: Aggregation,
  out: Scores,
  minPresent: number = MIN_PRESENT,
): void {
  run(prepared, weights, aggregation, out, minPresent, Number.NaN);
}

/**
 * Score of every unit as if each missing figure had been `fill`: with the ends of
 * the scale, the hard bounds of the score. Arithmetic mean on 0–100:
 * `S_min = Σ present W·y` and `S_max = S_min + 100·Σ missing W`, W not renormalised.
 * @param total one figure a unit, written in place
 */
export function scoreFilled(
  prepared: Prepared,
  weights: Float64Array,
  aggregation: Aggregation,
  fill: number,
  total: Float64Array,
): void {
  run(prepared, weights, aggregation, { total, nodes: null }, 0, fill);
}

/**
 * Share of the effective weight that is present, 0–1, by unit.
 * @param effective effective weight of every node, from `effectiveWeights`
 */
export function presentWeight(prepared: Prepared, effective: Float64Array): Float64Array {
  const { tree, units, y } = prepared;
  const m = tree.leaves.length;
  const out = new Float64Array(units);
  for (let i = 0; i < units; i += 1) {
    let sum = 0;
    for (let j = 0; j < m; j += 1) {
      if (!Number.isNaN(y[i * m + j] ?? Number.NaN)) sum += effective[tree.leafNode[j] ?? 0] ?? 0;
    }
    out[i] = Math.min(1, sum);
  }
  return out;
}

/** Reusable buffers of `rankScores`. */
export interface RankScratch {
  readonly sorted: Float64Array;
  readonly positions: Uint32Array;
}

export function newRankScratch(units: number): RankScratch {
  return { sorted: new Float64Array(units), positions: new Uint32Array(units) };
}

/**
 * Positions by score: 1 = highest, scores within 1e-9 of the first of their group
 * share its position and the next ones are skipped ("1224"); 0 where the score is NaN.
 * @param ranks one a unit, written in place
 * @returns how many units have a position
 */
export function rankScores(scores: Float64Array, ranks: Uint32Array, scratch: RankScratch = newRankScratch(scores.length)): number {
  const { sorted, positions } = scratch;
  sorted.set(scores);
  sorted.sort();
  let ranked = sorted.length;
  while (ranked > 0 && Number.isNaN(sorted[ranked - 1] ?? 0)) ranked -= 1;
  let leader = Number.POSITIVE_INFINITY;
  let position = 0;
  for (let k = ranked - 1; k >= 0; k -= 1) {
    const score = sorted[k] ?? 0;
    if (leader - score > TIE) {
      leader = score;
      position = ranked - k;
    }
    positions[k] = position;
  }
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? Number.NaN;
    if (Number.isNaN(score)) {
      ranks[i] = 0;
      continue;
    }
    let low = 0;
    let high = ranked - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? 0) < score) low = middle + 1;
      else high = middle;
    }
    ranks[i] = positions[low] ?? 0;
  }
  return ranked;
}

const ARITHMETIC = 0;
const SQUARE = 1;
const POWER = 2;
const COMPLEMENT = 3;
const GEOMETRIC = 4;

function codeOf(aggregation: Aggregation): number {
  if (aggregation.kind === "arithmetic") return ARITHMETIC;
  if (aggregation.kind === "power") return aggregation.p === 2 ? SQUARE : POWER;
  return aggregation.kind === "complement-geometric" ? COMPLEMENT : GEOMETRIC;
}

function run(prepared: Prepared, weights: Float64Array, aggregation: Aggregation, out: Scores, minPresent: number, fill: number): void {
  checkAggregation(aggregation, "the call");
  const { tree, units, y } = prepared;
  const { childStart, childNodes, leafOf } = tree;
  const count = tree.ids.length;
  const m = tree.leaves.length;
  const shares = new Float64Array(count);
  siblingShares(tree, weights, shares);
  const childLeaf = Int32Array.from(childNodes, (child) => leafOf[child] ?? -1);
  const childShare = Float64Array.from(childNodes, (child) => shares[child] ?? 0);
  const inner = Int32Array.from(tree.ids.keys()).filter((k) => (leafOf[k] ?? -1) < 0);
  const codes = Uint8Array.from(tree.aggregations, (own) => codeOf(own ?? aggregation));
  const parameters = Float64Array.from(tree.aggregations, (own) => parameterOf(own ?? aggregation));
  const nodes = out.nodes;
  const row = new Float64Array(count);
  const least = minPresent - PRESENCE_TOLERANCE;
  const filled = !Number.isNaN(fill);
  for (let i = 0; i < units; i += 1) {
    const cells = i * m;
    for (let v = 0; v < inner.length; v += 1) {
      const k = inner[v] ?? 0;
      const to = childStart[k + 1] ?? 0;
      const code = codes[k] ?? ARITHMETIC;
      const p = parameters[k] ?? 0;
      let present = 0;
      let sum = 0;
      for (let c = childStart[k] ?? 0; c < to; c += 1) {
        const leaf = childLeaf[c] ?? -1;
        let score = (leaf >= 0 ? y[cells + leaf] : row[childNodes[c] ?? 0]) ?? Number.NaN;
        const share = childShare[c] ?? 0;
        if (share === 0) continue;
        if (score !== score) {
          if (!filled || leaf < 0) continue;
          score = fill;
        }
        present += share;
        if (code === ARITHMETIC) sum += share * score;
        else if (code === SQUARE) sum += share * score * score;
        else if (code === POWER) sum += share * score ** p;
        else sum += share * Math.log(code === COMPLEMENT ? Math.max(100 - score, p) : score);
      }
      row[k] = present > 0 && present >= least ? restored(code, p, sum / present) : Number.NaN;
    }
    if (nodes !== null) {
      nodes.set(row, i * count);
      for (let j = 0; j < m; j += 1) nodes[i * count + (tree.leafNode[j] ?? 0)] = y[cells + j] ?? Number.NaN;
    }
    const total = (inner.length > 0 ? row[count - 1] : y[cells]) ?? Number.NaN;
    out.total[i] = filled && total !== total ? fill : total;
  }
}

function restored(code: number, p: number, mean: number): number {
  if (code === ARITHMETIC) return mean;
  if (code === SQUARE) return Math.sqrt(mean);
  if (code === POWER) return mean ** (1 / p);
  return code === COMPLEMENT ? 100 - Math.exp(mean) : Math.exp(mean);
}

/** The power, or the floor of the complement. */
function parameterOf(aggregation: Aggregation): number {
  if (aggregation.kind === "power") return aggregation.p;
  return aggregation.kind === "complement-geometric" ? (aggregation.floor ?? 0) : 0;
}
