import { normalQuantile, poissonQuantile, poissonUpperTail } from "./distributions.ts";

/** Centre line and limits of a control chart at one point, in the unit of what is charted. */
export interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** Standard deviations between the centre line and the limits, by Shewhart's convention. */
const SIGMAS = 3;

/** Mean range of two normal figures over their standard deviation (d₂ of samples of 2). */
const D2 = 1.128;
/** Upper limit of ranges of two over their mean (D₄ of samples of 2). */
const D4 = 3.267;

/**
 * Standard deviation by moving ranges: their mean over d₂, those above D₄ times
 * their mean left out once. NaN for fewer than two figures.
 * Source: Nelson, L. S. (1982), "Control charts for individual measurements",
 * J. Quality Technology 14; as qicharts2 0.7.
 */
export function movingRangeSigma(values: readonly number[]): number {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? Number.NaN)));
  const limit = D4 * mean(ranges);
  return mean(ranges.filter((range) => range < limit || limit === 0)) / D2;
}

/**
 * I chart of individual figures; the same limits at every point.
 * @throws RangeError for fewer than two figures
 */
export function iChart(values: readonly number[], sigmas = SIGMAS): Limits {
  if (values.length < 2) throw new RangeError(`an I chart needs two figures or more, got ${values.length}`);
  const centre = mean(values);
  const spread = sigmas * movingRangeSigma(values);
  return { centre, lower: centre - spread, upper: centre + spread };
}

/** Events and what they happened over (inhabitant-days, patient-days…), point by point. */
export interface Rates {
  readonly events: readonly number[];
  /** Each above zero. */
  readonly exposure: readonly number[];
}

/** The centre of a chart of rates and the overdispersion of its points. */
export interface RateCentre {
  /** Events per unit of exposure. */
  readonly rate: number;
  /** Laney's σz: spread of the standardised rates, 1 where they vary as a Poisson. */
  readonly sigmaZ: number;
}

/**
 * Centre of a u or u′ chart.
 * Source: Laney, D. B. (2002), "Improved control charts for attributes", Quality
 * Engineering 14(4).
 * @throws RangeError for lists of different lengths, an exposure that is not above zero or fewer than two points
 */
export function rateCentre({ events, exposure }: Rates): RateCentre {
  if (events.length !== exposure.length) throw new RangeError(`${events.length} counts for ${exposure.length} exposures`);
  if (events.length < 2) throw new RangeError(`a chart of rates needs two points or more, got ${events.length}`);
  for (const e of exposure) if (!(e > 0)) throw new RangeError(`exposure must be above zero, got ${e}`);
  const rate = sum(events) / sum(exposure);
  const z = events.map((n, i) => (n / at(exposure, i) - rate) / Math.sqrt(rate / at(exposure, i)));
  return { rate, sigmaZ: rate === 0 ? Number.NaN : movingRangeSigma(z) };
}

/** Limits of the rate of a point on a u chart: rate ± 3·√(rate / exposure), never below zero. */
export function uLimits({ rate }: Pick<RateCentre, "rate">, exposure: number, sigmas = SIGMAS): Limits {
  return spreadAround(rate, sigmas * Math.sqrt(rate / exposure));
}

/** Limits of the rate of a point on Laney's u′ chart: those of the u chart, σz times as wide. */
export function uPrimeLimits({ rate, sigmaZ }: RateCentre, exposure: number, sigmas = SIGMAS): Limits {
  return spreadAround(rate, sigmas * sigmaZ * Math.sqrt(rate / exposure));
}

/**
 * Limits of a count on a c chart by the Poisson itself, as whole counts inside
 * which the point stays: above `upper` lies a probability of at most `tail`, below
 * `lower` too. The normal limits of a c chart are wrong for small counts: with 1
 * expected they would accept −2 to 4.
 * @param tail default that of 3 standard deviations, 0.00135
 * @throws RangeError for an expected count below zero
 */
export function exactPoissonLimits(expected: number, tail = THREE_SIGMA_TAIL): Limits {
  if (expected === 0) return { centre: 0, lower: 0, upper: 0 };
  const below = poissonQuantile(tail, expected);
  return {
    centre: expected,
    // The quantile itself when what lies up to it is more than the tail, which it is but for a tie.
    lower: 1 - poissonUpperTail(below + 1, expected) <= tail ? below + 1 : below,
    upper: poissonQuantile(1 - tail, expected),
  };
}

/** Probability above 3 standard deviations of a normal, Φ(−3), to the digits convention uses. */
const THREE_SIGMA_TAIL = 0.00135;

/** Standard deviations whose upper tail is `tail`. */
export function sigmasOf(tail: number): number {
  return -normalQuantile(tail);
}

/** Runs of points on one side of the median, and the longest that chance allows. */
export interface Runs {
  readonly longest: number;
  readonly longestAllowed: number;
  readonly crossings: number;
  readonly fewestCrossings: number;
  /** Points not on the median, which are the ones that count. */
  readonly useful: number;
  readonly signal: boolean;
}

/**
 * Shift by runs: a signal is a run longer than round(log₂ n + 3) or fewer crossings
 * of the centre than the 5 % quantile of a binomial of n − 1 and ½, with n the points off it.
 * Source: Anhøj, J. & Olesen, A. V. (2014), "Run charts revisited", PLoS ONE 9(11).
 */
export function runs(values: readonly number[], centre: number): Runs {
  const sides = values.flatMap((value) => (value === centre ? [] : [value > centre]));
  let longest = 0;
  let crossings = 0;
  let run = 0;
  sides.forEach((side, i) => {
    const changed = i > 0 && side !== sides[i - 1];
    if (changed) crossings += 1;
    run = changed ? 1 : run + 1;
    longest = Math.max(longest, run);
  });
  const useful = sides.length;
  const longestAllowed = useful === 0 ? 0 : Math.round(Math.log2(useful) + 3);
  const fewestCrossings = useful < 2 ? 0 : halfBinomialQuantile(0.05, useful - 1);
  return { longest, longestAllowed, crossings, fewestCrossings, useful, signal: longest > longestAllowed || crossings < fewestCrossings };
}

/** Smallest k with P(X ≤ k) ≥ p, X binomial of n and ½. */
function halfBinomialQuantile(p: number, n: number): number {
  let k = 0;
  let logTerm = -n * Math.LN2;
  let cumulative = Math.exp(logTerm);
  while (cumulative < p && k < n) {
    logTerm += Math.log((n - k) / (k + 1));
    k += 1;
    cumulative += Math.exp(logTerm);
  }
  return k;
}

function spreadAround(centre: number, spread: number): Limits {
  return { centre, lower: Math.max(0, centre - spread), upper: centre + spread };
}

function at(values: readonly number[], i: number): number {
  return values[i] ?? Number.NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
