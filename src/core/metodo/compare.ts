import { rowPoints, type UnitPoints } from "./contributions.ts";
import { MIN_PRESENT } from "./kernel.ts";
import type { Aggregation, FlatTree } from "./tree.ts";

/**
 * The unit in the middle of the ranking: of the units with a score, the one whose
 * score is the lower median (position ⌈n/2⌉ from the lowest; the first given of
 * equal scores). A real unit, so that its points can stand beside another's.
 * @param scores one a unit, NaN = no score
 * @returns its position among the units, or null when none has a score
 */
export function medianUnit(scores: Float64Array): number | null {
  const sorted = scores.filter((score) => !Number.isNaN(score)).sort();
  const median = sorted[Math.ceil(sorted.length / 2) - 1];
  return median === undefined ? null : scores.indexOf(median);
}

/** What each node adds to the difference between two scores, `a − b`; null where both lack it. Missing on one side counts as no points. */
export interface PointDifference {
  /** `a.total − b.total`; the differences of the leaves add up to it. */
  readonly total: number;
  readonly points: readonly (number | null)[];
}

/**
 * Why `a` scores more, or less, than `b`, node by node.
 * @returns null when one of them has no score
 */
export function pointDifference(a: UnitPoints, b: UnitPoints): PointDifference | null {
  if (a.points.length !== b.points.length) throw new RangeError(`points of trees with ${a.points.length} and ${b.points.length} nodes`);
  if (Number.isNaN(a.total) || Number.isNaN(b.total)) return null;
  const points = Array.from(a.points, (point, k) => {
    const other = b.points[k] ?? Number.NaN;
    return Number.isNaN(point) && Number.isNaN(other) ? null : (Number.isNaN(point) ? 0 : point) - (Number.isNaN(other) ? 0 : other);
  });
  return { total: a.total - b.total, points };
}

/** One unit in one period. Normalise both periods on the same goalposts. */
export interface Period {
  /** Normalised figures, one a leaf, NaN where missing. */
  readonly y: Float64Array;
  /** One weight a node, in the order of `tree.ids`. */
  readonly weights: Float64Array;
}

/** Change of a score between two periods; arrays have one figure a node, and at every leaf `real + weighting` is the change of its points. */
export interface PeriodChange {
  /** Score after − score before = `real + weighting`. */
  readonly total: number;
  /** What the figures themselves moved. */
  readonly real: number;
  /** What other weights, and indicators that appeared or disappeared, moved. */
  readonly weighting: number;
  readonly realByNode: Float64Array;
  readonly weightingByNode: Float64Array;
}

/**
 * Splits the change of one unit's score in two, after Bennet ("The theory of
 * measurement of changes in cost of living", Journal of the Royal Statistical
 * Society 83(3), 1920). With `c = W·y`, W renormalised over what is present:
 * `real = ½(W₀ + W₁)(y₁ − y₀)` and `weighting = ½(y₀ + y₁)(W₁ − W₀)`; for other
 * aggregations the same mean over both orders, with points in the place of W·y.
 * A figure present in one period only has no change of its own: all of its
 * points, and what they took from or gave to the others, are `weighting`.
 * @returns null when the unit has no score in one of the periods
 */
export function periodChange(
  tree: FlatTree,
  before: Period,
  after: Period,
  aggregation: Aggregation,
  minPresent: number = MIN_PRESENT,
): PeriodChange | null {
  const m = tree.leaves.length;
  for (const { y } of [before, after]) {
    if (y.length !== m) throw new RangeError(`${y.length} figures for ${m} leaves`);
  }
  const corner = (weighting: Period, figures: Float64Array, other: Float64Array): UnitPoints => {
    const row = weighting.y.map((own, j) => {
      const figure = figures[j] ?? Number.NaN;
      return Number.isNaN(own) ? Number.NaN : Number.isNaN(figure) ? (other[j] ?? Number.NaN) : figure;
    });
    return rowPoints(tree, row, weighting.weights, aggregation, minPresent);
  };
  const c00 = corner(before, before.y, after.y);
  const c11 = corner(after, after.y, before.y);
  if (Number.isNaN(c00.total) || Number.isNaN(c11.total)) return null;
  const c01 = corner(before, after.y, before.y);
  const c10 = corner(after, before.y, after.y);
  const half = (high1: number, low1: number, high2: number, low2: number): number =>
    (orZero(high1) - orZero(low1) + orZero(high2) - orZero(low2)) / 2;
  const at = (c: UnitPoints, k: number): number => c.points[k] ?? Number.NaN;
  return {
    total: c11.total - c00.total,
    real: half(c01.total, c00.total, c11.total, c10.total),
    weighting: half(c10.total, c00.total, c11.total, c01.total),
    realByNode: Float64Array.from(tree.ids, (_, k) => half(at(c01, k), at(c00, k), at(c11, k), at(c10, k))),
    weightingByNode: Float64Array.from(tree.ids, (_, k) => half(at(c10, k), at(c00, k), at(c11, k), at(c01, k))),
  };
}

function orZero(points: number): number {
  return Number.isNaN(points) ? 0 : points;
}
