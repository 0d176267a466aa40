import jstat from "jstat";

// jStat's ln Γ holds 9 digits: tails of the negative binomial and of Student's t are good to about 1e-8, the others to 1e-11.

/** Quantile of the standard normal distribution, 0 < p < 1. */
export function normalQuantile(p: number): number {
  return jstat.normal.inv(p, 0, 1);
}

/** P(Z ≥ z) of the standard normal distribution. */
export function normalUpperTail(z: number): number {
  const half = jstat.lowRegGamma(0.5, (z * z) / 2) / 2;
  return z > 0 ? 0.5 - half : 0.5 + half;
}

/** P(|T| ≥ |t|) of Student's t with `df` degrees of freedom. */
export function studentTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * jstat.studentt.cdf(-Math.abs(t), df));
}

/** P(T ≥ t) of Student's t with `df` degrees of freedom. */
export function studentUpperTail(t: number, df: number): number {
  return jstat.studentt.cdf(-t, df);
}

/** P(X ≥ x) of a count whose expected value is `mean` (mean ≥ 0, x a whole number). */
export function poissonUpperTail(x: number, mean: number): number {
  checkMean(mean);
  if (x <= 0) return 1;
  return mean === 0 ? 0 : clamp(jstat.lowRegGamma(x, mean));
}

/** Smallest x with P(X ≤ x) ≥ p. */
export function poissonQuantile(p: number, mean: number): number {
  return smallest(p, mean, Math.sqrt(mean), (x) => poissonUpperTail(x, mean));
}

/**
 * P(X ≥ x) of a negative binomial of parameters `size` > 0 and 0 < `prob` < 1:
 * mean size·(1 − prob)/prob, as R's `pnbinom`.
 */
export function negativeBinomialUpperTail(x: number, size: number, prob: number): number {
  if (!(size > 0) || !(prob > 0 && prob < 1)) throw new RangeError(`size must be > 0 and prob in 0–1, got ${size} and ${prob}`);
  return x <= 0 ? 1 : clamp(jstat.ibeta(1 - prob, x, size));
}

/** Smallest x with P(X ≤ x) ≥ p, as R's `qnbinom`. */
export function negativeBinomialQuantile(p: number, size: number, prob: number): number {
  const mean = (size * (1 - prob)) / prob;
  return smallest(p, mean, Math.sqrt(mean / prob), (x) => negativeBinomialUpperTail(x, size, prob));
}

/** A probability met but for rounding counts as met, as R's discrete quantiles do. */
const FUZZ = 64 * Number.EPSILON;

/** Smallest whole x ≥ 0 with 1 − P(X ≥ x + 1) ≥ p, looked for around mean ± spread. */
function smallest(p: number, mean: number, spread: number, upperTail: (x: number) => number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`probability must be between 0 and 1, got ${p}`);
  const reached = (x: number): boolean => 1 - upperTail(x + 1) >= p * (1 - FUZZ);
  const guess = Math.max(0, Math.floor(mean + normalQuantile(p) * spread));
  let step = Math.max(1, Math.ceil(spread / 4));
  let high = guess;
  while (!reached(high)) {
    high += step;
    step *= 2;
  }
  let low = high - step;
  while (low >= 0 && reached(low)) {
    high = low;
    low -= step;
    step *= 2;
  }
  low = Math.max(-1, low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function clamp(p: number): number {
  return Math.max(0, Math.min(1, p));
}

function checkMean(mean: number): void {
  if (!(mean >= 0) || !Number.isFinite(mean)) throw new RangeError(`the mean of a count must be ≥ 0, got ${mean}`);
}
