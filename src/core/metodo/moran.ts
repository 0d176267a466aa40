import jstat from "jstat";
import { neighbourCount, spatialLag, spatialWeights, weightSums } from "./spatial-weights.ts";
import type { Neighbours, SpatialWeights, WeightStyle } from "./spatial-weights.ts";

/** An expectation and variance under a null hypothesis, and where the observed value lies in it. */
export interface Moments {
  readonly expected: number;
  readonly variance: number;
  /** (observed − expected) / √variance; null when the variance is 0. */
  readonly z: number | null;
  /** Two-sided, normal approximation: 2·(1 − Φ(|z|)); null with `z`. */
  readonly p: number | null;
}

export interface MoranInput {
  /** One figure a unit, finite; null when missing. */
  readonly values: readonly (number | null)[];
  /** Aligned with `values`. A unit without a figure is nobody's neighbour. */
  readonly neighbours: Neighbours;
  /** Default `row`. */
  readonly style?: WeightStyle;
}

/** Moran's I of a whole map. */
export interface GlobalMoran {
  /** `(n / s0) · ΣΣ w_ij z_i z_j / Σ z_i²`, z the deviations from the mean. */
  readonly I: number;
  /** Units with a figure and at least one neighbour: the n of the formulas. Islands count in the mean alone. */
  readonly n: number;
  /** Had the same values fallen on the units in any order. */
  readonly randomisation: Moments;
  /** Had the values been drawn from one normal distribution. */
  readonly normality: Moments;
}

/** Why there is no Moran's I at all. */
export type MoranAbsence = "too-few" | "constant" | "no-neighbours";

/** Fewest units for which the variance under randomisation exists. */
const FEWEST = 4;

/**
 * Global Moran's I with its moments under randomisation and normality (Moran, Biometrika 37,
 * 1950; Cliff & Ord, “Spatial Processes”, 1981, p. 21), as spdep's `moran.test` with islands
 * taken out of n.
 * @returns the reason instead, when fewer than four units take part, all values are equal, or nobody has a neighbour.
 * @throws RangeError for a value that is not finite, or lists of different lengths.
 */
export function globalMoran(input: MoranInput): GlobalMoran | MoranAbsence {
  const prepared = prepareMoran(input);
  return typeof prepared === "string" ? prepared : globalFrom(prepared);
}

/** Values and weights after the missing were taken out: what global and local statistics share. */
export interface PreparedMoran {
  readonly weights: SpatialWeights;
  /** Positions of the units with a figure. */
  readonly present: Int32Array;
  /** Deviations from the mean of those with a figure; 0 where missing. */
  readonly z: Float64Array;
  /** Weighted sum of the neighbours' deviations. */
  readonly lag: Float64Array;
  readonly mean: number;
  /** Σz²/n and Σz⁴/n over the units with a figure. */
  readonly m2: number;
  readonly m4: number;
}

/**
 * Takes the missing out, centres the values and lays the neighbours flat.
 * @throws as `globalMoran`.
 */
export function prepareMoran({ values, neighbours, style = "row" }: MoranInput): PreparedMoran | MoranAbsence {
  if (values.length !== neighbours.length) {
    throw new RangeError(`${values.length} values for ${neighbours.length} lists of neighbours`);
  }
  const weights = spatialWeights(neighbours, style, (i) => values[i] !== null);
  const present = Int32Array.from(values.flatMap((value, i) => (value === null ? [] : [i])));
  const n = present.length;
  let sum = 0;
  let first: number | null = null;
  let isConstant = true;
  for (const i of present) {
    const value = values[i] ?? NaN;
    if (!Number.isFinite(value)) throw new RangeError(`value of unit ${i} must be finite or null, got ${value}`);
    first ??= value;
    isConstant &&= value === first;
    sum += value;
  }
  if (n < FEWEST) return "too-few";
  if (isConstant) return "constant";
  const mean = sum / n;
  const z = new Float64Array(values.length);
  let square = 0;
  let fourth = 0;
  for (const i of present) {
    const deviation = (values[i] ?? NaN) - mean;
    z[i] = deviation;
    square += deviation * deviation;
    fourth += deviation ** 4;
  }
  return { weights, present, z, lag: spatialLag(weights, z), mean, m2: square / n, m4: fourth / n };
}

/** Global Moran's I of what `prepareMoran` gave. */
export function globalFrom(prepared: PreparedMoran): GlobalMoran | MoranAbsence {
  const { weights, present, z, lag, m2, m4 } = prepared;
  let n = 0;
  let product = 0;
  for (const i of present) {
    if (neighbourCount(weights, i) > 0) n += 1;
    product += (z[i] ?? 0) * (lag[i] ?? 0);
  }
  if (n === 0) return "no-neighbours";
  if (n < FEWEST) return "too-few";
  const { s0, s1, s2 } = weightSums(weights);
  const observed = (n / s0) * (product / (m2 * present.length));
  const expected = -1 / (n - 1);
  const kurtosis = m4 / (m2 * m2);
  const s0Squared = s0 * s0;
  const underRandomisation =
    (n * (s1 * (n * n - 3 * n + 3) - n * s2 + 3 * s0Squared) - kurtosis * (s1 * (n * n - n) - 2 * n * s2 + 6 * s0Squared)) /
      ((n - 1) * (n - 2) * (n - 3) * s0Squared) -
    expected ** 2;
  const underNormality = (n * n * s1 - n * s2 + 3 * s0Squared) / (s0Squared * (n * n - 1)) - expected ** 2;
  return {
    I: observed,
    n,
    randomisation: moments(observed, expected, underRandomisation),
    normality: moments(observed, expected, underNormality),
  };
}

/** Where an observed value lies under an expectation and variance. A variance within rounding of 0 counts as 0. */
export function moments(observed: number, expected: number, variance: number): Moments {
  if (!(variance > 1e-14 * Math.max(expected * expected, Number.MIN_VALUE))) return { expected, variance: Math.max(0, variance), z: null, p: null };
  const z = (observed - expected) / Math.sqrt(variance);
  return { expected, variance, z, p: twoSidedNormal(z) };
}

/** 2·(1 − Φ(|z|)), absolute error below 1e-11. */
export function twoSidedNormal(z: number): number {
  // erf(x) is the regularised lower incomplete gamma function P(½, x²).
  return z === 0 ? 1 : Math.min(1, Math.max(0, 1 - jstat.lowRegGamma(0.5, (z * z) / 2)));
}
