import { ckmeans } from "simple-statistics";

/** Where the limit between two classes is put: at the smallest value of the upper one, or halfway between the two. */
export type BreakConvention = "minima" | "midpoints";

/** The values that fell in one class. */
export interface BreakClass {
  /** Smallest and largest of them. */
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

/** Classes as plain data: what a method file freezes are the lower limits, `breaks` without its last. */
export interface Breaks {
  /**
   * Smallest value, limits between classes, largest value: one more than the classes, never
   * decreasing. Classes are half-open `[breaks[c], breaks[c + 1])`, the last closed. Empty without values.
   */
  readonly breaks: readonly number[];
  readonly classes: readonly BreakClass[];
  /** Goodness of variance fit, `1 − Σ within-class squares / Σ squares`, 0–1; 1 when all values are equal, null without values. */
  readonly gvf: number | null;
}

/**
 * Classes with the least sum of squares within them, exact (Wang & Song, The R Journal 3(2),
 * 2011), by simple-statistics. The same partition as Fisher's and Jenks's natural breaks.
 * Equal values never split; fewer distinct values than `k` give one class each, so that the
 * number of classes is `classes.length`, not always `k`.
 * @param values any order; null is missing and takes no part.
 * @param k classes wanted, at least 1.
 * @throws RangeError for a `k` that is not a whole number ≥ 1 or a value that is not finite.
 */
export function ckmeansBreaks(
  values: readonly (number | null)[],
  k: number,
  options: { readonly convention?: BreakConvention } = {},
): Breaks {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`number of classes must be a whole number ≥ 1, got ${k}`);
  const present = values.flatMap((value, i) => {
    if (value === null) return [];
    if (!Number.isFinite(value)) throw new RangeError(`value ${i} must be finite or null, got ${value}`);
    return [value];
  });
  if (present.length === 0) return { breaks: [], classes: [], gvf: null };
  const distinct = new Set(present).size;
  const clusters = ckmeans(present, Math.min(k, distinct));
  const classes = clusters.map((cluster) => ({ min: cluster[0] ?? NaN, max: cluster.at(-1) ?? NaN, count: cluster.length }));
  return { breaks: limits(classes, options.convention ?? "minima"), classes, gvf: varianceFit(clusters) };
}

/**
 * Class of a value under lower limits frozen earlier, perhaps from other data: a limit belongs
 * to the class it opens; below the first limit is the first class, and the last has no upper end.
 * @param lowerLimits `breaks` without its last, rising, at least one.
 * @throws RangeError for a value that is NaN, or limits that are none, not finite or not rising.
 */
export function classOfValue(lowerLimits: readonly number[], value: number): number {
  if (Number.isNaN(value)) throw new RangeError("NaN belongs to no class");
  checkLowerLimits(lowerLimits);
  let found = 0;
  for (let c = 1; c < lowerLimits.length; c += 1) if (value >= (lowerLimits[c] ?? Infinity)) found = c;
  return found;
}

/** @throws RangeError for lower limits of classes that are none, not finite or not rising. */
export function checkLowerLimits(lowerLimits: readonly number[]): void {
  if (lowerLimits.length === 0) throw new RangeError("classes need at least one lower limit");
  lowerLimits.forEach((limit, i) => {
    if (!Number.isFinite(limit)) throw new RangeError(`lower limit ${i} must be finite, got ${limit}`);
    if (limit <= (lowerLimits[i - 1] ?? -Infinity)) throw new RangeError(`lower limits must rise: ${lowerLimits.join(", ")}`);
  });
}

function limits(classes: readonly BreakClass[], convention: BreakConvention): number[] {
  const out = classes.map(({ min }, c) => {
    const below = classes[c - 1];
    return convention === "minima" || below === undefined ? min : (below.max + min) / 2;
  });
  const last = classes.at(-1);
  return last === undefined ? out : [...out, last.max];
}

function varianceFit(clusters: readonly (readonly number[])[]): number {
  const total = sumOfSquares(clusters.flat());
  return total === 0 ? 1 : 1 - clusters.reduce((sum, cluster) => sum + sumOfSquares(cluster), 0) / total;
}

function sumOfSquares(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
}
