import { sampleSums } from "./shrinkage.ts";
import type { Joined, PriorBase, Sample } from "./shrinkage.ts";

/**
 * Why a prior is not the one asked for, or has no spread:
 * - `too-few-units`: Clayton–Kaldor needs two units with data, Marshall was used;
 * - `no-variance`: the raw rates are all equal, Marshall was used;
 * - `iteration-did-not-converge`: Marshall was used instead of Clayton–Kaldor;
 * - `no-neighbours`: no neighbour of the unit has data, so that its neighbourhood is itself;
 * - `variance-not-positive`: Marshall's variance between units came out at or below
 *   0 (no difference beyond chance), so that every estimate is the overall rate.
 */
export type GammaFallback =
  | "too-few-units"
  | "no-variance"
  | "iteration-did-not-converge"
  | "no-neighbours"
  | "variance-not-positive";

/** A gamma prior of rates. `mean` is Marshall's m (his overall rate) or Clayton–Kaldor's ν/α times the overall rate; `variance` is Marshall's a. */
export interface GammaPrior extends PriorBase {
  /** The method that gave the figures, after fall-backs. */
  readonly method: "marshall" | "clayton-kaldor" | "overall-rate";
  /** In the order they happened; empty when the method asked for worked. */
  readonly fallbacks: readonly GammaFallback[];
  /** mean² / variance; Clayton–Kaldor's ν. null when the variance is 0. */
  readonly shape: number | null;
  /** mean / variance, in units of exposure; Clayton–Kaldor's α divided by the overall rate. null when the variance is 0. */
  readonly rate: number | null;
  /** Updates made by Clayton–Kaldor's iteration, 0 with other methods. */
  readonly iterations: number;
}

/**
 * Prior by moments weighted by exposure: `m = ΣO/Σn`, `a = Σn(p − m)²/Σn − m/n̄`.
 * Marshall, "Mapping disease and mortality rates using empirical Bayes
 * estimators", Applied Statistics 40(2), 1991.
 */
export function marshallPrior(sample: Sample, fallbacks: readonly GammaFallback[] = []): GammaPrior {
  const { overall, meanExposure, spread } = sampleSums(sample);
  return momentPrior(sample, overall, spread - overall / meanExposure, fallbacks);
}

/** The gamma prior of a mean and a variance; a variance at or below 0 leaves the mean alone. */
export function momentPrior(sample: Pick<Sample, "members" | "scope">, mean: number, variance: number, fallbacks: readonly GammaFallback[]): GammaPrior {
  const base = { scope: sample.scope, units: sample.members.length, overall: mean, mean, iterations: 0 };
  const shape = (mean * mean) / variance;
  const rate = mean / variance;
  if (!(variance > 0 && Number.isFinite(shape) && Number.isFinite(rate))) {
    return { ...base, variance: 0, method: "overall-rate", fallbacks: [...fallbacks, "variance-not-positive"], shape: null, rate: null };
  }
  return { ...base, variance, method: "marshall", fallbacks, shape, rate };
}

/**
 * Prior by Clayton & Kaldor, "Empirical Bayes estimates of age-standardized
 * relative risks for use in disease mapping", Biometrics 43(3), 1987, method of
 * moments: relative risks θ ~ gamma(ν, α), with E = n·ΣO/Σn, solved by repeating
 *
 *     θ̂ = (O + ν)/(E + α),  ν/α = mean θ̂,  ν/α² = Σ(1 + α/E)(θ̂ − ν/α)²/(N − 1)
 *
 * from the moments of O/E, until mean and variance each change by at most
 * `tolerance · (old + new)`.
 */
export function claytonKaldorPrior(sample: Sample, tolerance: number, maxIterations: number): GammaPrior {
  const { counts, members } = sample;
  const units = members.length;
  if (units < 2) return marshallPrior(sample, ["too-few-units"]);
  const { overall } = sampleSums(sample);
  if (overall === 0) return marshallPrior(sample, ["no-variance"]);
  const observed = Float64Array.from(members, (i) => counts.events[i] ?? Number.NaN);
  const expected = Float64Array.from(members, (i) => (counts.exposure[i] ?? Number.NaN) * overall);
  const risk = Float64Array.from(observed, (o, k) => o / (expected[k] ?? Number.NaN));

  let mean = average(risk);
  let variance = weightedVariance(risk, mean, expected, 0);
  if (variance === 0) return marshallPrior(sample, ["no-variance"]);
  for (let iteration = 1; iteration <= maxIterations && variance > 0; iteration += 1) {
    const nu = (mean * mean) / variance;
    const alpha = mean / variance;
    for (let k = 0; k < units; k += 1) {
      risk[k] = ((observed[k] ?? Number.NaN) + nu) / ((expected[k] ?? Number.NaN) + alpha);
    }
    const oldMean = mean;
    const oldVariance = variance;
    mean = average(risk);
    variance = weightedVariance(risk, mean, expected, alpha);
    const isSettled =
      Math.abs(mean - oldMean) <= tolerance * (mean + oldMean) && Math.abs(variance - oldVariance) <= tolerance * (variance + oldVariance);
    if (isSettled && Number.isFinite(nu) && Number.isFinite(alpha)) {
      const rate = alpha / overall;
      return {
        scope: sample.scope,
        units,
        overall,
        mean: nu / rate,
        variance: nu / (rate * rate),
        method: "clayton-kaldor",
        fallbacks: [],
        shape: nu,
        rate,
        iterations: iteration,
      };
    }
  }
  return marshallPrior(sample, ["iteration-did-not-converge"]);
}

/** Posterior gamma(shape + O, rate + n), whose mean is `w·O/n + (1 − w)·mean` with w = n/(n + rate). */
export function joinGamma(prior: GammaPrior, events: number, exposure: number): Joined {
  if (prior.shape === null || prior.rate === null) return { ownWeight: 0, posterior: { kind: "fixed", value: prior.mean } };
  const ownWeight = exposure / (exposure + prior.rate);
  const shape = prior.shape + events;
  if (shape === 0) return { ownWeight, posterior: { kind: "fixed", value: 0 } };
  return { ownWeight, posterior: { kind: "gamma", shape, rate: prior.rate + exposure } };
}

function average(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function weightedVariance(risk: Float64Array, mean: number, expected: Float64Array, alpha: number): number {
  let sum = 0;
  for (let k = 0; k < risk.length; k += 1) {
    const deviation = (risk[k] ?? Number.NaN) - mean;
    sum += (1 + alpha / (expected[k] ?? Number.NaN)) * deviation * deviation;
  }
  return sum / (risk.length - 1);
}
