import { negativeBinomialQuantile, negativeBinomialUpperTail, poissonQuantile, poissonUpperTail } from "./distributions.ts";
import { deltaBounds, expectedCount, type CountBounds, type Expected, type FarringtonData, type FarringtonModel } from "./farrington-model.ts";
import { ENOUGH_CASES, type EnoughCases } from "./metodos.ts";
import { referencePoints, type PastYears } from "./past-years.ts";

/** Answer of a Farrington test. `enough` false: the bounds stand, but no alarm is raised. */
export interface FarringtonBound extends CountBounds, Expected {
  readonly enough: boolean;
}

/**
 * Farrington's test of 1996: a base of the same weeks or months of past years, a
 * trend where it holds, past outbreaks weighing less. An alarm is a count above `upper` with
 * enough cases. As R `surveillance` 1.20.3, `algo.farrington` with its defaults.
 * @param alpha of the two-sided interval
 * @returns null where the series does not go that far back or the model does not converge
 */
export function farrington1996(counts: readonly number[], at: number, years: PastYears, alpha = 0.05): FarringtonBound | null {
  const points = referencePoints(at, years);
  if (points === null) return null;
  const data = dataOf(counts, points, at, null);
  const expected = expectedCount(data, { weightsThreshold: 1, trendBelow: 0.05, years: years.b, errors: "farrington" });
  const count = counts[at] ?? Number.NaN;
  return expected === null
    ? null
    : { ...expected, ...deltaBounds(expected, count, alpha / 2), enough: hasEnoughCases(counts, at, ENOUGH_CASES) };
}

export interface FlexibleOptions extends PastYears, Omit<FarringtonModel, "years"> {
  /** Seasonal groups a year is cut into, that of the tested point ± w included; 1 uses only the latter. */
  readonly periods: number;
  /** Points before the tested one kept out of the base, lest it adapt to a rise under way. */
  readonly pastNotIncluded: number;
  /** "delta": normal on the scale of the power ⅔. "nb": quantiles of the negative binomial of the expected count. */
  readonly threshold: "delta" | "nb";
  /** Probability above the upper bound. */
  readonly tail: number;
  /** What the counts happened over, point by point; null counts every point alike. */
  readonly exposure: readonly number[] | null;
}

/**
 * The improved Farrington test: all of the past years as base, cut into seasonal groups.
 * With `errors: "surveillance"` it gives what R `surveillance` 1.20.3, `farringtonFlexible`, does.
 * Source: Noufaily, A. et al. (2013), "An improved algorithm for outbreak detection
 * in multiple surveillance systems", Statistics in Medicine 32.
 * @returns null where the series does not go that far back or the model does not converge
 */
export function farringtonFlexible(counts: readonly number[], at: number, options: FlexibleOptions): FarringtonBound | null {
  const { frequency, b, w, exposure, tail, threshold } = options;
  if (at - b * frequency - w < 0) return null;
  const groups = seasonalGroups(at, options);
  const points = [...groups.keys()].filter((i) => i < at - options.pastNotIncluded).sort((x, y) => x - y);
  if (points.length === 0) return null;
  const present = [...new Set(points.map((i) => groups.get(i) ?? 0))].sort((x, y) => x - y).slice(1);
  const data: FarringtonData = {
    ...dataOf(counts, points, at, exposure),
    seasons: present.map((group) => points.map((i) => (groups.get(i) === group ? 1 : 0))),
    seasonsNow: present.map((group) => (group === options.periods ? 1 : 0)),
  };
  const expected = expectedCount(data, { ...options, years: b });
  if (expected === null) return null;
  const count = counts[at] ?? Number.NaN;
  const bounds = threshold === "delta" ? deltaBounds(expected, count, tail) : negativeBinomialBounds(expected, count, tail);
  return { ...expected, ...bounds, enough: hasEnoughCases(counts, at, ENOUGH_CASES) };
}

/** Seasonal group of each point of the base: `periods` within w of the tested one's place in the year, 1 to periods − 1 between. */
function seasonalGroups(at: number, { frequency, b, w, periods }: FlexibleOptions): Map<number, number> {
  const groups = new Map<number, number>();
  for (let i = at - w; i <= at; i += 1) groups.set(i, periods);
  for (let year = 1; year <= b; year += 1) {
    const centre = at - year * frequency;
    for (let i = centre - w; i <= centre + w; i += 1) groups.set(i, periods);
    if (periods === 1) continue;
    const between = frequency - 2 * w - 1;
    const [size, rest] = [Math.floor(between / (periods - 1)), between % (periods - 1)];
    let next = centre + w + 1;
    for (let group = 1; group < periods; group += 1) {
      const end = next + size + (group <= rest ? 1 : 0);
      for (; next < end; next += 1) groups.set(next, group);
    }
  }
  return groups;
}

function dataOf(counts: readonly number[], points: readonly number[], at: number, exposure: readonly number[] | null): FarringtonData {
  return {
    times: points,
    counts: points.map((i) => counts[i] ?? Number.NaN),
    seasons: [],
    seasonsNow: [],
    now: at,
    offset: exposure === null ? null : points.map((i) => Math.log(exposure[i] ?? Number.NaN)),
    offsetNow: exposure === null ? 0 : Math.log(exposure[at] ?? Number.NaN),
  };
}

/** Quantiles of a count whose variance is `phi` times its mean. */
function negativeBinomialBounds({ mean, phi }: Expected, count: number, tail: number): CountBounds {
  if (phi <= 1) return { lower: poissonQuantile(tail, mean), upper: poissonQuantile(1 - tail, mean), p: poissonUpperTail(count, mean) };
  const size = mean / (phi - 1);
  return {
    lower: negativeBinomialQuantile(tail, size, 1 / phi),
    upper: negativeBinomialQuantile(1 - tail, size, 1 / phi),
    p: negativeBinomialUpperTail(count, size, 1 / phi),
  };
}

function hasEnoughCases(counts: readonly number[], at: number, { cases, points }: EnoughCases): boolean {
  return counts.slice(Math.max(0, at - points + 1), at + 1).reduce((a, b) => a + b, 0) >= cases;
}
