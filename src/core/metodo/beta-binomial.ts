import { sampleSums, shrinkByGroups } from "./shrinkage.ts";
import type { Joined, PriorBase, Sample, Shrinkage, ShrinkageInput } from "./shrinkage.ts";

/**
 * Why a prior has no spread of its own:
 * - `variance-not-positive`: no difference beyond chance, every estimate is the overall proportion;
 * - `one-trial-each`: a mean exposure of at most 1 tells nothing of the difference
 *   between units; a group then takes the prior of the whole, and the whole the overall proportion;
 * - `variance-largest`: every unit has 0 or all of its exposure, so that nothing is
 *   learnt from the others and every estimate is the raw proportion.
 */
export type BetaFallback = "variance-not-positive" | "one-trial-each" | "variance-largest";

export interface BetaPrior extends PriorBase {
  /** The method that gave the figures, after fall-backs. */
  readonly method: "moments" | "overall-proportion" | "own-proportion";
  /** Empty when the method of moments worked. */
  readonly fallbacks: readonly BetaFallback[];
  /** `mean · strength`, where the strength a + b is `mean(1 − mean)/variance − 1`; null without a proper prior. */
  readonly a: number | null;
  /** `(1 − mean) · strength`; null without a proper prior. */
  readonly b: number | null;
}

/**
 * Shrinks proportions towards what units like them have in common: binomial events
 * with beta proportions.
 *
 * Method of moments by Martuzzi & Elliott, "Empirical Bayes estimation of small area
 * prevalence of non-rare conditions", Statistics in Medicine 15(17), 1996: with
 * `b = ΣO/Σn` and `s² = Σn(p − b)²/Σn`, the variance between units is
 * `A = (n̄·s² − b(1 − b))/(n̄ − 1)` and the weight of a unit's own data
 * `n·A/((n − 1)·A + b(1 − b))`, which is n/(n + a + b) under a beta prior of mean b
 * and variance A.
 *
 * Figures are proportions 0–1. A missing count or an exposure of 0 gives null, never
 * the prior mean.
 * @throws RangeError for wrong counts, events above the exposure among them (see
 * `countProblem`), or columns of different lengths
 */
export function betaBinomial(input: ShrinkageInput): Shrinkage<BetaPrior> {
  return shrinkByGroups(input, {
    kind: "proportion",
    fit: momentsPrior,
    join: joinBeta,
    isEstimable: (prior) => !prior.fallbacks.includes("one-trial-each"),
  });
}

function momentsPrior(sample: Sample): BetaPrior {
  const { units, overall, meanExposure, spread } = sampleSums(sample);
  const base = { scope: sample.scope, units, overall, mean: overall };
  const without = (method: BetaPrior["method"], fallback: BetaFallback, variance: number): BetaPrior => ({
    ...base,
    variance,
    method,
    fallbacks: [fallback],
    a: null,
    b: null,
  });
  if (meanExposure <= 1) return without("overall-proportion", "one-trial-each", 0);
  const binomial = overall * (1 - overall);
  const variance = (meanExposure * spread - binomial) / (meanExposure - 1);
  const strength = binomial / variance - 1;
  if (!(variance > 0 && Number.isFinite(strength))) return without("overall-proportion", "variance-not-positive", 0);
  if (strength <= ROUNDING) return without("own-proportion", "variance-largest", binomial);
  return { ...base, variance, method: "moments", fallbacks: [], a: overall * strength, b: (1 - overall) * strength };
}

/** A strength below this is 0 but for the rounding of sums: it is 0 exactly when every proportion is 0 or 1. */
const ROUNDING = 1e-9;

function joinBeta(prior: BetaPrior, events: number, exposure: number): Joined {
  if (prior.method === "own-proportion") return { ownWeight: 1, posterior: { kind: "fixed", value: events / exposure } };
  if (prior.a === null || prior.b === null) return { ownWeight: 0, posterior: { kind: "fixed", value: prior.mean } };
  return {
    ownWeight: exposure / (exposure + prior.a + prior.b),
    posterior: { kind: "beta", a: prior.a + events, b: prior.b + exposure - events },
  };
}
