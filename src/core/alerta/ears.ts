import { normalQuantile } from "./distributions.ts";

/** Which of the three EARS statistics: by the points just before, two points away, or with the two points between. */
export type EarsMethod = "C1" | "C2" | "C3";

export interface EarsOptions {
  /** Points of the base; default 7, at least 3. */
  readonly baseline?: number;
  /** Probability of a false alarm; default 0.001, and 0.025 for C3. */
  readonly alpha?: number;
}

export interface EarsBound {
  /** Mean of the base. */
  readonly mean: number;
  /** Standard deviation of the base. */
  readonly sd: number;
  readonly upper: number;
}

/** Points that have to come before the first one tested. */
export function earsHistory(method: EarsMethod, baseline = 7): number {
  return baseline + { C1: 0, C2: 2, C3: 4 }[method];
}

/**
 * Upper bound of the count at position `at` by EARS; a larger count is an alarm.
 * C1 is mean + z·sd of the `baseline` points just before, C2 of those two points
 * earlier. C3 follows R `surveillance` 1.20.3, `earsC`: count + sd·(z − Σ max(0, C2ᵢ − 1))
 * over the two points before, never under 0, so that it compares the two points
 * before with their bases and not the count itself.
 * Source: Hutwagner, L. et al. (2003), "The bioterrorism preparedness and response
 * Early Aberration Reporting System", J. Urban Health 80.
 * @returns null where the base is shorter than it should be or all its points are equal
 * @throws RangeError for a base of fewer than 3 points
 */
export function earsBound(counts: readonly number[], at: number, method: EarsMethod, { baseline = 7, alpha }: EarsOptions = {}): EarsBound | null {
  if (!(baseline >= 3)) throw new RangeError(`the base of EARS has 3 points or more, got ${baseline}`);
  if (at < earsHistory(method, baseline) || at >= counts.length) return null;
  const z = normalQuantile(1 - (alpha ?? (method === "C3" ? 0.025 : 0.001)));
  const { mean, sd } = baseOf(counts, at - (method === "C1" ? 1 : 3), baseline);
  if (sd === 0) return null;
  if (method !== "C3") return { mean, sd, upper: mean + z * sd };
  let past = 0;
  for (const t of [at - 2, at - 1]) {
    const before = baseOf(counts, t - 3, baseline);
    const above = (counts[t] ?? Number.NaN) - before.mean;
    // A base without spread says nothing of its point unless the point is above it, and then everything.
    past += above <= 0 ? 0 : Math.max(0, above / before.sd - 1);
  }
  return { mean, sd, upper: Math.max(0, (counts[at] ?? Number.NaN) + sd * (z - past)) };
}

function baseOf(counts: readonly number[], last: number, size: number): { mean: number; sd: number } {
  const base = counts.slice(last - size + 1, last + 1);
  const mean = base.reduce((a, b) => a + b, 0) / size;
  return { mean, sd: Math.sqrt(base.reduce((a, b) => a + (b - mean) ** 2, 0) / (size - 1)) };
}
