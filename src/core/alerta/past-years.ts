import { negativeBinomialQuantile } from "./distributions.ts";

/** Which past points a count is compared with: those around the same point of earlier years. */
export interface PastYears {
  /** Points a year: 52 weeks, 12 months. */
  readonly frequency: number;
  /** Years back. */
  readonly b: number;
  /** Points on each side. */
  readonly w: number;
}

/** Positions `at − i·frequency ± w` for i from b to 1, oldest first; null where one is before the series. */
export function referencePoints(at: number, { frequency, b, w }: PastYears): number[] | null {
  if (at - b * frequency - w < 0) return null;
  return Array.from({ length: b }, (_, i) => at - (b - i) * frequency).flatMap((centre) =>
    Array.from({ length: 2 * w + 1 }, (_, j) => centre - w + j),
  );
}

/**
 * Upper bound by the negative binomial that a Gamma(½, 0) prior and the past
 * counts give the next one: the 1 − alpha quantile of size Σ + ½ and
 * probability n/(n + 1). A larger count is an alarm.
 * Source: Riebler, A. (2004), as R `surveillance` 1.20.3, `algo.bayes`.
 * @returns null where the series does not go that far back
 */
export function bayesBound(counts: readonly number[], at: number, years: PastYears, alpha = 0.05): number | null {
  const points = referencePoints(at, years);
  if (points === null) return null;
  const total = points.reduce((sum, i) => sum + (counts[i] ?? Number.NaN), 0);
  return negativeBinomialQuantile(1 - alpha, total + 0.5, points.length / (points.length + 1));
}

/**
 * Upper limits of the 95 % confidence belt of a Poisson count of 0 to 20.
 * Source: Crow, E. L. & Gardner, R. S. (1959), "Confidence intervals for the
 * expectation of a Poisson variable", Biometrika 46, table 1.
 */
export const CROW_GARDNER_UPPER: readonly number[] = [
  3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768, 17.633, 19.05, 20.335, 21.364, 22.945, 23.762, 25.4,
  26.306, 27.735, 28.966, 30.017,
];

/**
 * Upper bound of the Robert Koch Institute's rule: for a mean of the past points up
 * to 20, the upper limit of Crow & Gardner for the mean rounded down; above, mean + 2 standard
 * deviations. A larger count is an alarm. Source: R `surveillance` 1.20.3, `algo.rki`.
 * @returns null where the series does not go that far back
 */
export function rkiBound(counts: readonly number[], at: number, years: PastYears): number | null {
  const points = referencePoints(at, years);
  if (points === null) return null;
  const past = points.map((i) => counts[i] ?? Number.NaN);
  const mean = past.reduce((a, b) => a + b, 0) / past.length;
  if (mean <= 20) return CROW_GARDNER_UPPER[Math.floor(mean)] ?? null;
  return mean + 2 * Math.sqrt(past.reduce((a, b) => a + (b - mean) ** 2, 0) / (past.length - 1));
}
