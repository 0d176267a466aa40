/**
 * Putting figures of different units on one scale where higher means more need.
 * Fixed goalposts are the method's; the others look at the sample, so that one
 * unit's figure moves everybody's, and are for study and for published sets.
 */

/** 1: a higher figure means more need; −1: a higher figure means less. */
export type Direction = 1 | -1;

/** Missing is null. */
export type Column = readonly (number | null)[];

export type Normalisation =
  /** `100·clip((x − lo)/(hi − lo), 0, 1)`; direction −1: `100·clip((hi − x)/(hi − lo), 0, 1)`. `lo` < `hi` in the indicator's unit. Never looks at the sample. */
  | { readonly kind: "goalposts"; readonly lo: number; readonly hi: number }
  /** `a + (b − a)·(x − min)/(max − min)`, 0 to 100 unless said. */
  | { readonly kind: "min-max"; readonly a?: number; readonly b?: number }
  /** `mean + sd·(x − x̄)/s`, s with n − 1; mean 0 and sd 1 unless said. */
  | { readonly kind: "z-score"; readonly mean?: number; readonly sd?: number }
  /** `100·(rank − 1)/(n − 1)`, rank 1 = least need, equal figures share the lowest (Excel's PERCENTRANK.INC, CDC's SVI). */
  | { readonly kind: "percentile-rank" }
  /** 1 = least need, equal figures share the lowest position. */
  | { readonly kind: "rank" }
  /** `rank − 1`: how many units have a lower figure (Borda). */
  | { readonly kind: "borda" }
  /** The figure itself, its sign turned round by direction −1. */
  | { readonly kind: "none" };

/** The ends of a normalised scale, or null where it has none. */
export interface Scale {
  readonly lo: number;
  readonly hi: number;
}

/** @returns where normalised figures lie; null for z-scores and for figures left as they are */
export function scaleOf(normalisation: Normalisation, present: number): Scale | null {
  switch (normalisation.kind) {
    case "goalposts":
    case "percentile-rank":
      return { lo: 0, hi: 100 };
    case "min-max":
      return { lo: normalisation.a ?? 0, hi: normalisation.b ?? 100 };
    case "rank":
      return { lo: 1, hi: Math.max(1, present) };
    case "borda":
      return { lo: 0, hi: Math.max(0, present - 1) };
    case "z-score":
    case "none":
      return null;
  }
}

/**
 * Normalises one indicator. Missing stays missing. Where all figures present are
 * equal the sample tells nobody apart: min–max gives the middle of its scale,
 * the z-score its mean, and the ranks everybody the first position.
 * @throws RangeError for a figure that is not finite, goalposts that are equal,
 * reversed or not finite, or a scale whose ends are equal or reversed
 */
export function normalise(values: Column, direction: Direction, normalisation: Normalisation): (number | null)[] {
  checkNormalisation(normalisation);
  checkColumn(values);
  switch (normalisation.kind) {
    case "goalposts": {
      const { lo, hi } = normalisation;
      return map(values, (x) => goalpostScore(x, direction, lo, hi));
    }
    case "min-max": {
      const { a = 0, b = 100 } = normalisation;
      const { min, max } = extent(values);
      const span = max - min;
      if (!(span > 0)) return map(values, () => (a + b) / 2);
      return map(values, (x) => (direction === 1 ? (x - min) / span : (max - x) / span) * (b - a) + a);
    }
    case "z-score": {
      const { mean: target = 0, sd: spread = 1 } = normalisation;
      const present = values.filter((x): x is number => x !== null);
      const mean = present.reduce((sum, x) => sum + x, 0) / present.length;
      const variance = present.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (present.length - 1);
      const { min, max } = extent(values);
      if (!(max > min)) return map(values, () => target);
      return map(values, (x) => ((direction * (x - mean)) / Math.sqrt(variance)) * spread + target);
    }
    case "percentile-rank": {
      const { ranks, present } = minRanks(values, direction);
      return map(ranks, (rank) => (present > 1 ? (100 * (rank - 1)) / (present - 1) : 0));
    }
    case "rank":
      return minRanks(values, direction).ranks;
    case "borda":
      return map(minRanks(values, direction).ranks, (rank) => rank - 1);
    case "none":
      return map(values, (x) => (direction === 1 ? x : 0 - x));
  }
}

/** One figure on fixed goalposts, 0–100; not checked, for the inner loops (see `normalise`). */
export function goalpostScore(x: number, direction: Direction, lo: number, hi: number): number {
  const share = direction === 1 ? (x - lo) / (hi - lo) : (hi - x) / (hi - lo);
  return 100 * Math.min(1, Math.max(0, share));
}

/** @throws RangeError when the parameters cannot make a scale */
export function checkNormalisation(normalisation: Normalisation): void {
  if (normalisation.kind === "goalposts") {
    const { lo, hi } = normalisation;
    if (!(Number.isFinite(lo) && Number.isFinite(hi) && lo < hi)) {
      throw new RangeError(`goalposts must be finite with lo < hi, got lo ${lo} and hi ${hi}`);
    }
  } else if (normalisation.kind === "min-max") {
    const { a = 0, b = 100 } = normalisation;
    if (!(Number.isFinite(a) && Number.isFinite(b) && a < b)) {
      throw new RangeError(`the scale must be finite with a < b, got a ${a} and b ${b}`);
    }
  } else if (normalisation.kind === "z-score") {
    const { mean = 0, sd = 1 } = normalisation;
    if (!(Number.isFinite(mean) && Number.isFinite(sd) && sd > 0)) {
      throw new RangeError(`the z-score needs a finite mean and a deviation above 0, got ${mean} and ${sd}`);
    }
  }
}

/** @throws RangeError naming the position of a figure that is not a finite number nor null */
export function checkColumn(values: Column): void {
  values.forEach((x, i) => {
    if (x !== null && !Number.isFinite(x)) throw new RangeError(`figure ${i} must be finite or null, got ${x}`);
  });
}

/** Least and greatest figure present; ±Infinity when none is. */
export function extent(values: Column): { readonly min: number; readonly max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const x of values) {
    if (x === null) continue;
    if (x < min) min = x;
    if (x > max) max = x;
  }
  return { min, max };
}

function minRanks(values: Column, direction: Direction): { ranks: (number | null)[]; present: number } {
  const sorted = Float64Array.from(
    values.filter((x): x is number => x !== null),
    (x) => direction * x,
  ).sort();
  const first = new Map<number, number>();
  for (let k = sorted.length - 1; k >= 0; k -= 1) first.set(sorted[k] ?? 0, k + 1);
  return { ranks: map(values, (x) => first.get(direction * x) ?? 0), present: sorted.length };
}

function map(values: Column, f: (x: number) => number): (number | null)[] {
  return values.map((x) => (x === null ? null : f(x)));
}
