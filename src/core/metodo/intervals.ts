import jstat from "jstat";
import { checkCounts, countProblem } from "./counts.ts";

/** Limits of a two-sided interval, in the unit of the figure times the multiplier. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** An interval of a rate, and the formula it comes from. */
export interface RateInterval extends Interval {
  readonly method: "exact" | "byar";
}

export interface IntervalOptions {
  /** Confidence of the two-sided interval, strictly between 0 and 1; default 0.95. */
  readonly confidence?: number;
  /** Factor of the unit shown (1000 = per thousand), > 0; default 1. */
  readonly multiplier?: number;
}

/** Byar's approximation is used from this count on. */
const BYAR_FROM = 10;

/**
 * Interval of a rate `events / exposure`: exact Poisson under 10 events, Byar's
 * approximation from 10 on, as Public Health England does ("Technical Guide:
 * Confidence Intervals", PHE, 2018). Null when a count is missing or the exposure is 0.
 * @throws RangeError for wrong counts (see `countProblem`) or options out of range
 */
export function rateInterval(events: number | null, exposure: number | null, options: IntervalOptions = {}): RateInterval | null {
  checkCounts(events, exposure, "rate");
  const confidence = checkedConfidence(options.confidence);
  const multiplier = checkedMultiplier(options);
  if (events === null || exposure === null || exposure === 0) return null;
  const factor = multiplier / exposure;
  if (events >= BYAR_FROM) {
    const { lower, upper } = byarCount(events, { confidence });
    if (lower !== null) return { lower: lower * factor, upper: upper * factor, method: "byar" };
  }
  const { lower, upper } = exactCount(events, { confidence });
  return { lower: lower * factor, upper: upper * factor, method: "exact" };
}

/**
 * Interval of a proportion `events / exposure` by Wilson, "Probable inference, the
 * law of succession, and statistical inference", JASA 22(158), 1927, without
 * continuity correction. Null when a count is missing or the exposure is 0.
 * @throws RangeError for wrong counts, events above the exposure among them, or options out of range
 */
export function wilsonInterval(events: number | null, exposure: number | null, options: IntervalOptions = {}): Interval | null {
  checkCounts(events, exposure, "proportion");
  const z = twoSidedZ(options.confidence);
  const multiplier = checkedMultiplier(options);
  if (events === null || exposure === null || exposure === 0) return null;
  const square = z * z;
  const centre = 2 * events + square;
  const reach = z * Math.sqrt(square + 4 * events * (1 - events / exposure));
  const width = 2 * (exposure + square);
  return { lower: (multiplier * Math.max(0, centre - reach)) / width, upper: multiplier * Math.min(1, (centre + reach) / width) };
}

/**
 * Limits of a Poisson count by Byar's approximation: Breslow & Day, "Statistical
 * Methods in Cancer Research", volume II, IARC, 1987, p. 69. The lower limit is null
 * where the approximation would go below 0 (small counts, 0 among them).
 * @param count events, finite ≥ 0
 * @throws RangeError for a count that is not one or a confidence out of range
 */
export function byarCount(count: number, options: Pick<IntervalOptions, "confidence"> = {}): { readonly lower: number | null; readonly upper: number } {
  checkCount(count);
  const z = twoSidedZ(options.confidence);
  const root = 1 - 1 / (9 * count) - z / (3 * Math.sqrt(count));
  const next = count + 1;
  return {
    lower: count === 0 || root < 0 ? null : count * root ** 3,
    upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}

/**
 * Exact interval of a Poisson count by quantiles of χ²: `χ²(α/2; 2x)/2` to
 * `χ²(1 − α/2; 2x + 2)/2`, from 0 when x = 0. Garwood, "Fiducial limits for the
 * Poisson distribution", Biometrika 28(3/4), 1936.
 * @param count events, finite ≥ 0
 * @throws RangeError for a count that is not one or a confidence out of range
 */
export function exactCount(count: number, options: Pick<IntervalOptions, "confidence"> = {}): Interval {
  checkCount(count);
  const tail = (1 - checkedConfidence(options.confidence)) / 2;
  // χ²(p; 2k)/2 is the quantile of a gamma of shape k and scale 1.
  return { lower: count === 0 ? 0 : jstat.gamma.inv(tail, count, 1), upper: jstat.gamma.inv(1 - tail, count + 1, 1) };
}

function checkCount(count: number): void {
  if (countProblem(count, null, "rate") !== null) throw new RangeError(`a count of events must be finite and not negative, got ${count}`);
}

/**
 * Standard deviations of a normal that hold a share `confidence` of it around the mean; 1.96 for 0.95.
 * @throws RangeError for a confidence that is not strictly between 0 and 1
 */
export function twoSidedZ(confidence?: number): number {
  return jstat.normal.inv(1 - (1 - checkedConfidence(confidence)) / 2, 0, 1);
}

function checkedConfidence(confidence = 0.95): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie strictly between 0 and 1, got ${confidence}`);
  return confidence;
}

function checkedMultiplier({ multiplier = 1 }: IntervalOptions): number {
  if (!(Number.isFinite(multiplier) && multiplier > 0)) throw new RangeError(`multiplier must be a number > 0, got ${multiplier}`);
  return multiplier;
}
