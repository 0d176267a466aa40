import { MIN_PRESENT, newScores, scoreUnits, type Prepared } from "./kernel.ts";
import { siblingShares, type Aggregation, type FlatTree } from "./tree.ts";

/** One unit's score taken apart. Arrays are in the order of `tree.ids`; NaN marks what is missing or does not count. */
export interface UnitPoints {
  /** The unit's score; NaN when it has none, and then every `points` is NaN. */
  readonly total: number;
  readonly scores: Float64Array;
  /**
   * Points of the unit's score that come from each node: those of a node's
   * children add up to its own, and the root's are the score. NaN where the node
   * is missing, or stands below a node that is.
   */
  readonly points: Float64Array;
}

/**
 * Takes the score of one unit apart, exactly: the points of the leaves add up to
 * the score (rounding of sums aside, below 1e-9).
 *
 * Arithmetic mean: `c_ij = W_d·w_j·y_ij`, with the weights renormalised over what
 * is present. Power and geometric means, homogeneous of degree 1, by Euler's
 * theorem `c_j = y_j·∂S/∂y_j`: `w·s^p·S^(1−p)` and `w·S` at each level.
 * Complement-geometric: `−ln(1 − S/100) = Σ w·(−ln(1 − s/100))` adds up at every
 * level, so a node's points are shared in proportion to `w·(−ln(1 − s/100))`,
 * with `max(1 − s/100, floor/100)` where it has a floor; where it has none and
 * children stand at 100, those alone share them, by weight.
 * @param unit position among the units
 */
export function unitPoints(
  prepared: Prepared,
  weights: Float64Array,
  aggregation: Aggregation,
  unit: number,
  minPresent: number = MIN_PRESENT,
): UnitPoints {
  const { tree, units, y } = prepared;
  if (!(Number.isInteger(unit) && unit >= 0 && unit < units)) throw new RangeError(`no unit ${unit} among ${units}`);
  const m = tree.leaves.length;
  return rowPoints(tree, y.subarray(unit * m, (unit + 1) * m), weights, aggregation, minPresent);
}

/** `unitPoints` for a row of normalised figures, one a leaf, NaN where missing. */
export function rowPoints(
  tree: FlatTree,
  y: Float64Array,
  weights: Float64Array,
  aggregation: Aggregation,
  minPresent: number = MIN_PRESENT,
): UnitPoints {
  const one = { tree, units: 1, y };
  const out = newScores(one, { nodes: true });
  scoreUnits(one, weights, aggregation, out, minPresent);
  const scores = out.nodes ?? new Float64Array(0);
  const points = new Float64Array(tree.ids.length);
  const splitter = newSplitter(tree, weights, aggregation);
  splitRow(splitter, scores, 0, points);
  return { total: out.total[0] ?? Number.NaN, scores, points };
}

/**
 * Points of every leaf for every unit, for the stacked bars of a whole list.
 * @param nodeScores scores of every node, from `scoreUnits` with the same arguments
 * @returns `out[unit · leaves + leaf]`, NaN where missing or where the unit has no score
 */
export function leafPoints(prepared: Prepared, weights: Float64Array, aggregation: Aggregation, nodeScores: Float64Array): Float64Array {
  const { tree, units } = prepared;
  const count = tree.ids.length;
  const m = tree.leaves.length;
  const out = new Float64Array(units * m);
  const points = new Float64Array(count);
  const splitter = newSplitter(tree, weights, aggregation);
  for (let i = 0; i < units; i += 1) {
    splitRow(splitter, nodeScores, i * count, points);
    for (let j = 0; j < m; j += 1) out[i * m + j] = points[tree.leafNode[j] ?? 0] ?? Number.NaN;
  }
  return out;
}

interface Splitter {
  readonly tree: FlatTree;
  /** Share of each node among its siblings. */
  readonly shares: Float64Array;
  readonly kinds: readonly Aggregation[];
  /** Points per point of a node's own score. */
  readonly slope: Float64Array;
}

function newSplitter(tree: FlatTree, weights: Float64Array, aggregation: Aggregation): Splitter {
  const shares = new Float64Array(tree.ids.length);
  siblingShares(tree, weights, shares);
  return { tree, shares, kinds: tree.aggregations.map((own) => own ?? aggregation), slope: new Float64Array(tree.ids.length) };
}

/** Writes the points of one unit; `from` is where its row of `scores` begins. */
function splitRow(splitter: Splitter, scores: Float64Array, from: number, points: Float64Array): void {
  const { tree, kinds, slope } = splitter;
  const root = tree.ids.length - 1;
  points.fill(Number.NaN);
  points[root] = scores[from + root] ?? Number.NaN;
  slope[root] = 1;
  for (let k = root; k >= 0; k -= 1) {
    const whole = points[k] ?? Number.NaN;
    const kind = kinds[k];
    if (tree.childStart[k] === tree.childStart[k + 1] || whole !== whole || kind === undefined) continue;
    if (kind.kind === "complement-geometric") splitByLogs(splitter, scores, from, points, k, (kind.floor ?? 0) / 100);
    else splitBySlope(splitter, scores, from, points, k, kind);
  }
}

function splitBySlope(
  { tree, shares, slope }: Splitter,
  scores: Float64Array,
  from: number,
  points: Float64Array,
  k: number,
  kind: Exclude<Aggregation, { kind: "complement-geometric" }>,
): void {
  const { childNodes } = tree;
  const first = tree.childStart[k] ?? 0;
  const end = tree.childStart[k + 1] ?? 0;
  const mean = scores[from + k] ?? Number.NaN;
  let present = 0;
  for (let c = first; c < end; c += 1) {
    const child = childNodes[c] ?? 0;
    const score = scores[from + child] ?? Number.NaN;
    if (score === score) present += shares[child] ?? 0;
  }
  const each = (slope[k] ?? 0) / present;
  const straight = kind.kind === "arithmetic";
  for (let c = first; c < end; c += 1) {
    const child = childNodes[c] ?? 0;
    const score = scores[from + child] ?? Number.NaN;
    const own = each * (shares[child] ?? 0) * (straight ? 1 : steepness(kind, score, mean));
    slope[child] = own;
    points[child] = own * score;
  }
}

function splitByLogs(
  { tree, shares, slope }: Splitter,
  scores: Float64Array,
  from: number,
  points: Float64Array,
  k: number,
  floor: number,
): void {
  const children = tree.childNodes.subarray(tree.childStart[k], tree.childStart[k + 1]);
  const whole = points[k] ?? 0;
  let sum = 0;
  let atTop = 0;
  for (const child of children) {
    const score = scores[from + child] ?? Number.NaN;
    const share = shares[child] ?? 0;
    if (share === 0 || score !== score) continue;
    if (score >= 100 && floor === 0) atTop += share;
    else sum += share * logNeed(score, floor);
  }
  for (const child of children) {
    const score = scores[from + child] ?? Number.NaN;
    const share = shares[child] ?? 0;
    const log = share === 0 ? 0 : share * logNeed(score, floor);
    const part = atTop > 0 ? (score >= 100 ? share / atTop : 0) : sum === 0 ? 0 : log / sum;
    points[child] = score === score ? whole * part : Number.NaN;
    slope[child] = score > 0 ? (whole * part) / score : 0;
  }
}

/** `−ln max(1 − s/100, floor)`: what adds up under the complement-geometric mean. */
function logNeed(score: number, floor: number): number {
  return score > 100 * (1 - floor) ? -Math.log(Math.max(1 - score / 100, floor)) : -Math.log1p(-score / 100);
}

/** `∂S/∂s` of a child of weight 1; 0 for a child at 0 under a power, whose points are 0 anyhow. */
function steepness(kind: Aggregation, score: number, mean: number): number {
  if (score === 0 || mean === 0) return 0;
  return kind.kind === "power" ? (score / mean) ** (kind.p - 1) : mean / score;
}
