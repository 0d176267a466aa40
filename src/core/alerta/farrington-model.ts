import { normalQuantile, normalUpperTail, studentTwoSided } from "./distributions.ts";
import { fitQuasiPoisson, predictCount, type QuasiPoissonFit } from "./quasi-poisson.ts";

/** Counts a model of Farrington's is fitted to, and the point it is asked of. */
export interface FarringtonData {
  readonly times: readonly number[];
  readonly counts: readonly number[];
  /** Column by column, the seasonal ones; empty for none. The point asked of is in the last group. */
  readonly seasons: readonly (readonly number[])[];
  readonly seasonsNow: readonly number[];
  readonly now: number;
  /** Logarithm of the exposure; null for none. */
  readonly offset: readonly number[] | null;
  readonly offsetNow: number;
}

/** What the model is allowed. */
export interface FarringtonModel {
  /** Standardised Anscombe residuals above it weigh less. */
  readonly weightsThreshold: number;
  /** A trend stays in when its p is below; null asks for none. */
  readonly trendBelow: number | null;
  /** Years of the base; a trend asks for three. */
  readonly years: number;
  /**
   * Dispersion of standard errors and of the trend's test: φ by Pearson, never
   * below 1 for standard errors ("farrington"), or what R's `farringtonFlexible` 1.20.3 uses, which
   * takes the weights of the counts for those of the fit.
   */
  readonly errors: "farrington" | "surveillance";
}

/** Expected count of the point asked of. */
export interface Expected {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly se: number;
  /** Overdispersion, at least 1. */
  readonly phi: number;
  readonly trend: boolean;
}

/**
 * Expected count under a reweighted quasi-Poisson model with a trend where it is
 * significant, the base has three years and the prediction is not above any count of the base.
 * Source: Farrington, C. P. et al. (1996), "A statistical algorithm for the early
 * detection of outbreaks of infectious disease", JRSS A 159.
 * @returns null where the model does not converge
 */
export function expectedCount(data: FarringtonData, model: FarringtonModel): Expected | null {
  if (model.trendBelow !== null) {
    const withTrend = fitReweighted(data, true, model);
    if (withTrend !== null) {
      const expected = predicted(withTrend, data, true, model);
      const slope = withTrend.fit.coefficients[1] ?? Number.NaN;
      const variance = withTrend.testDispersion * (withTrend.fit.inverse[1]?.[1] ?? Number.NaN);
      const p = studentTwoSided(slope / Math.sqrt(variance), withTrend.fit.degreesOfFreedom);
      if (model.years >= 3 && p < model.trendBelow && expected.mean <= Math.max(...data.counts)) return expected;
    }
  }
  const without = fitReweighted(data, false, model);
  return without === null ? null : predicted(without, data, false, model);
}

interface Reweighted {
  readonly fit: QuasiPoissonFit;
  readonly phi: number;
  readonly errorDispersion: number;
  readonly testDispersion: number;
}

function fitReweighted(data: FarringtonData, trend: boolean, { weightsThreshold, errors }: FarringtonModel): Reweighted | null {
  const { counts } = data;
  const offset = data.offset ?? undefined;
  const rows = counts.map((_, i) => rowOf(data, trend, data.times[i] ?? Number.NaN, data.seasons.map((column) => column[i] ?? Number.NaN)));
  const first = fitQuasiPoisson(rows, counts, { offset });
  if (first === null || first.degreesOfFreedom <= 0) return null;
  const weights = outbreakWeights(anscombeResiduals(first, counts, Math.max(first.dispersion, 1)), weightsThreshold);
  const fit = fitQuasiPoisson(rows, counts, { weights, offset });
  if (fit === null || fit.degreesOfFreedom <= 0) return null;
  const phi = Math.max(fit.dispersion, 1);
  if (errors === "farrington") return { fit, phi, errorDispersion: phi, testDispersion: fit.dispersion };
  const theirs =
    counts.reduce((sum, y, i) => {
      const mu = fit.fitted[i] ?? Number.NaN;
      return sum + (weights[i] ?? Number.NaN) * ((y - mu) / mu) ** 2;
    }, 0) / fit.degreesOfFreedom;
  return { fit, phi, errorDispersion: theirs, testDispersion: theirs };
}

function predicted({ fit, phi, errorDispersion }: Reweighted, data: FarringtonData, trend: boolean, model: FarringtonModel): Expected {
  const row = rowOf(data, trend, data.now, data.seasonsNow);
  const { mean, se } = predictCount(fit, row, errorDispersion, data.offsetNow);
  return { mean, se, phi, trend: trend && model.trendBelow !== null };
}

/** Time is counted back from the point asked of, in units of the base's length, so that the fit is well conditioned. */
function rowOf({ times, now }: FarringtonData, trend: boolean, time: number, seasons: readonly number[]): number[] {
  const span = Math.max(1, now - (times[0] ?? now));
  return [1, ...(trend ? [(time - now) / span] : []), ...seasons];
}

/** Standardised Anscombe residuals of a Poisson, 3/2·(y^⅔·μ^−⅙ − μ^½) / √(φ·(1 − h)). */
function anscombeResiduals(fit: QuasiPoissonFit, counts: readonly number[], phi: number): number[] {
  return counts.map((y, i) => {
    const mu = fit.fitted[i] ?? Number.NaN;
    return (1.5 * (y ** (2 / 3) * mu ** (-1 / 6) - Math.sqrt(mu))) / Math.sqrt(phi * (1 - (fit.hat[i] ?? Number.NaN)));
  });
}

/** Weights γ·s⁻² above the threshold and γ elsewhere, which add up to the number of points. */
function outbreakWeights(residuals: readonly number[], threshold: number): number[] {
  const raw = residuals.map((s) => (s > threshold ? s ** -2 : 1));
  const gamma = raw.length / raw.reduce((a, b) => a + b, 0);
  return raw.map((w) => gamma * w);
}

/** Bounds of a count, and the probability of one at least as large as that seen. */
export interface CountBounds {
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

/**
 * Bounds by the normal on the scale of the power ⅔, with the uncertainty of the mean.
 * @param tail probability above the upper bound
 */
export function deltaBounds({ mean, se, phi }: Expected, count: number, tail: number): CountBounds {
  const power = 2 / 3;
  const spread = Math.sqrt((4 / 9) * Math.cbrt(mean) * (phi + (se * se) / mean));
  const centre = mean ** power;
  const reach = normalQuantile(1 - tail) * spread;
  return {
    lower: centre > reach ? (centre - reach) ** (1 / power) : 0,
    upper: (centre + reach) ** (1 / power),
    p: normalUpperTail((count ** power - centre) / spread),
  };
}
