import { benjaminiHochberg } from "./false-discovery.ts";
import { globalFrom, moments, prepareMoran } from "./moran.ts";
import type { GlobalMoran, Moments, MoranAbsence, MoranInput, PreparedMoran } from "./moran.ts";
import { seededSource } from "./seeded-random.ts";
import type { Seed } from "./seeded-random.ts";
import { neighbourCount } from "./spatial-weights.ts";

export interface LocalMoranInput extends MoranInput {
  /** Permutations a unit for the pseudo p; default 0: none. The smallest two-sided pseudo p is 2 / (permutations + 1). */
  readonly permutations?: number;
  /** Needed with permutations. */
  readonly seed?: Seed;
  /**
   * Divisor of the variance m2: `n` (default; Anselin 1995, spdep) or `n-1` (GeoDa, PySAL,
   * spdep's `mlvar = FALSE`). Neither z of the conditional moments nor any p value but that
   * of the total moments depends on it.
   */
  readonly divisor?: "n" | "n-1";
}

/** The unit's own value and that of its neighbours against the mean; exactly the mean counts as low. */
export type Quadrant = "high-high" | "low-low" | "high-low" | "low-high";

/** Local Moran of one unit. */
export interface LocalMoranValue {
  readonly reason: null;
  /** `I_i = (z_i / m2) · Σ_j w_ij z_j`, z the deviations from the mean and m2 = Σz² over the divisor. */
  readonly I: number;
  /** The unit's deviation from the mean, in the unit of the values. */
  readonly z: number;
  /** Weighted sum of the neighbours' deviations: their mean deviation in style `row`. */
  readonly lag: number;
  readonly quadrant: Quadrant;
  /** The unit's own value kept, the others in any order (Sokal, Oden & Thomson, Geographical Analysis 30, 1998). */
  readonly conditional: Moments;
  /**
   * All values in any order (Anselin, Geographical Analysis 27, 1995). Exact with divisor `n`; with
   * `n-1` only the kurtosis takes the divisor and not the expectation, as in spdep.
   */
  readonly total: Moments;
  /** `min(1, 2·(min(#{I* ≥ I}, #{I* ≤ I}) + 1) / (permutations + 1))`; null without permutations. */
  readonly pseudoP: number | null;
  /** `pseudoP` (without permutations, the conditional p) after Benjamini & Hochberg; null when there is neither. */
  readonly adjustedP: number | null;
}

/** No local Moran, and why: no figure, no neighbour with a figure, all figures equal, or fewer than four of them. */
export interface LocalMoranMissing {
  readonly reason: "missing" | MoranAbsence;
}

export interface LocalMoran {
  /** Aligned with the input. */
  readonly units: readonly (LocalMoranValue | LocalMoranMissing)[];
  /** The statistic of the whole map; the reason when there is none. */
  readonly global: GlobalMoran | MoranAbsence;
}

/**
 * Local Moran's I_i (Anselin 1995), as spdep's `localmoran`, with an optional conditional
 * permutation test. Each permutation keeps a unit's value and draws as many of the other
 * values, without replacement, as it has neighbours; one draw serves all units, so that
 * their pseudo p are each valid but not independent.
 * @throws RangeError for a value that is not finite, lists of different lengths, neighbours
 * out of range, or a number of permutations that is not a whole number ≥ 0; TypeError for
 * permutations without a seed.
 */
export function localMoran(input: LocalMoranInput): LocalMoran {
  const { values, permutations = 0, seed, divisor = "n" } = input;
  if (!Number.isInteger(permutations) || permutations < 0) throw new RangeError(`permutations must be a whole number ≥ 0, got ${permutations}`);
  if (permutations > 0 && seed === undefined) throw new TypeError(`${permutations} permutations need a seed`);
  const prepared = prepareMoran(input);
  if (typeof prepared === "string") {
    return { units: values.map((value) => ({ reason: value === null ? "missing" : prepared })), global: prepared };
  }
  const pseudo = permutations > 0 && seed !== undefined ? pseudoPs(prepared, permutations, seed) : null;
  const units = values.map((value, i) => {
    if (value === null) return { reason: "missing" as const };
    if (neighbourCount(prepared.weights, i) === 0) return { reason: "no-neighbours" as const };
    return localValue(prepared, i, divisor === "n" ? 1 : 1 - 1 / prepared.present.length, pseudo?.[i] ?? null);
  });
  const adjusted = benjaminiHochberg(units.map((u) => (u.reason === null ? (pseudo === null ? u.conditional.p : u.pseudoP) : null)));
  return {
    units: units.map((u, i) => (u.reason === null ? { ...u, adjustedP: adjusted[i] ?? null } : u)),
    global: globalFrom(prepared),
  };
}

/**
 * The quadrant when the unit's adjusted p is at most `q`, else null: what a cluster map paints.
 * @param q false discovery rate accepted; default 0.05.
 */
export function significantQuadrant(unit: LocalMoranValue | LocalMoranMissing, q = 0.05): Quadrant | null {
  return unit.reason === null && unit.adjustedP !== null && unit.adjustedP <= q ? unit.quadrant : null;
}

/** @param scale the divisor over n: 1, or (n − 1)/n. */
function localValue(prepared: PreparedMoran, i: number, scale: number, pseudoP: number | null): LocalMoranValue {
  const { weights, present, m2, m4 } = prepared;
  const n = present.length;
  const z = prepared.z[i] ?? 0;
  const lag = prepared.lag[i] ?? 0;
  const each = weights.each[i] ?? 0;
  const count = neighbourCount(weights, i);
  const sum = each * count;
  const squares = each * each * count;
  const own = (z / m2) * scale;
  const observed = own * lag;
  const conditionalMean = -(own * z * sum) / (n - 1);
  const conditionalVariance = own ** 2 * (n / (n - 2)) * (squares - sum ** 2 / (n - 1)) * (m2 - z ** 2 / (n - 1));
  const kurtosis = (m4 / (m2 * m2)) * scale;
  const totalVariance =
    (squares * (n - kurtosis)) / (n - 1) + ((sum ** 2 - squares) * (2 * kurtosis - n)) / ((n - 1) * (n - 2)) - (sum / (n - 1)) ** 2;
  return {
    reason: null,
    I: observed,
    z,
    lag,
    quadrant: `${z > 0 ? "high" : "low"}-${lag > 0 ? "high" : "low"}`,
    conditional: moments(observed, conditionalMean, conditionalVariance),
    total: moments(observed, -sum / (n - 1), totalVariance),
    pseudoP,
    adjustedP: null,
  };
}

/** Two-sided pseudo p by unit; NaN where there is no neighbour. */
function pseudoPs(prepared: PreparedMoran, permutations: number, seed: Seed): Float64Array {
  const { weights, present, z, lag, m2 } = prepared;
  const n = present.length;
  const own = Float64Array.from(present, (i) => z[i] ?? 0);
  const counts = Int32Array.from(present, (i) => neighbourCount(weights, i));
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const sums = Float64Array.from(present, (i, position) => {
    const count = counts[position] ?? 0;
    return count === 0 ? 0 : (lag[i] ?? 0) / (weights.each[i] ?? 1);
  });
  // Equal sets added in another order are the same outcome.
  const tolerance = 1e-10 * Math.sqrt(m2);
  const above = new Int32Array(n);
  const below = new Int32Array(n);
  const source = seededSource(seed);
  const pool = Int32Array.from({ length: n - 1 }, (_, i) => i);
  for (let p = 0; p < permutations; p += 1) {
    for (let k = 0; k < most; k += 1) {
      const other = k + Math.floor(source() * (n - 1 - k));
      const held = pool[k] ?? 0;
      pool[k] = pool[other] ?? 0;
      pool[other] = held;
    }
    for (let position = 0; position < n; position += 1) {
      const count = counts[position] ?? 0;
      let sum = 0;
      for (let k = 0; k < count; k += 1) {
        const drawn = pool[k] ?? 0;
        // The pool numbers the other units: those from the unit's own place on are one further.
        sum += own[drawn < position ? drawn : drawn + 1] ?? 0;
      }
      const difference = sum - (sums[position] ?? 0);
      if (difference >= -tolerance) above[position] = (above[position] ?? 0) + 1;
      if (difference <= tolerance) below[position] = (below[position] ?? 0) + 1;
    }
  }
  const out = new Float64Array(z.length).fill(NaN);
  present.forEach((i, position) => {
    if ((counts[position] ?? 0) === 0) return;
    // With the unit exactly at the mean every permutation gives I = 0.
    const tail = own[position] === 0 ? permutations : Math.min(above[position] ?? 0, below[position] ?? 0);
    out[i] = Math.min(1, (2 * (tail + 1)) / (permutations + 1));
  });
  return out;
}
