/** Lower and upper probability at which a base period's goalposts are read. */
export const QUANTIS_DA_BASE = { lo: 0.05, hi: 0.95 } as const;

/** Decimal places a frozen goalpost keeps. */
const CASAS = 4;

/**
 * Sample quantile by linear interpolation of order statistics: definition 7 of
 * Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50(4), 1996 (the default of R and NumPy).
 * @param sorted finite figures in ascending order, at least one
 * @param p probability, 0–1
 * @throws RangeError without figures
 */
export function quantile7(sorted: ArrayLike<number>, p: number): number {
  const last = sorted.length - 1;
  const h = last * Math.min(1, Math.max(0, p));
  const below = sorted[Math.floor(h)];
  const above = sorted[Math.min(Math.floor(h) + 1, last)];
  if (below === undefined || above === undefined) throw new RangeError("a quantile needs at least one figure");
  return below + (h - Math.floor(h)) * (above - below);
}

/**
 * Goalposts of a base period: its 5th and 95th percentiles (definition 7),
 * rounded to four decimal places, to be frozen in a method file.
 * @param figures the indicator's figures in that period, in its own unit; null is missing
 * @throws RangeError when no figure is there, one is not finite, or the two percentiles are equal
 */
export function baseGoalposts(figures: readonly (number | null)[], indicador: string): { readonly lo: number; readonly hi: number } {
  const sorted = Float64Array.from(figures.filter((x): x is number => x !== null)).sort();
  if (sorted.length === 0) throw new RangeError(`"${indicador}" has no figure in its base period`);
  if (!sorted.every(Number.isFinite)) throw new RangeError(`"${indicador}" has a figure that is not finite in its base period`);
  const lo = rounded(quantile7(sorted, QUANTIS_DA_BASE.lo));
  const hi = rounded(quantile7(sorted, QUANTIS_DA_BASE.hi));
  if (!(lo < hi)) throw new RangeError(`"${indicador}" tells nobody apart in its base period: p5 and p95 are both ${lo}`);
  return { lo, hi };
}

function rounded(x: number): number {
  return Number(x.toFixed(CASAS));
}
