import { randomGamma } from "d3-random";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { RandomStream } from "./random-stream.ts";

/** Where random numbers come from: uniform on [0, 1), the same sequence for the same seed on every machine. */
export type Source = () => number;

/** A whole or decimal number, or any text; a number and its own decimal text (7 and "7") are one seed. */
export type Seed = number | string;

const LABEL_SEPARATOR = "\u0000";

/**
 * Seeded uniform numbers: multiples of 2⁻³² in [0, 1), by xoshiro128** (see `RandomStream`).
 * The 128 bits of state are the first 16 bytes, big-endian words, of the SHA-256 of the
 * seed's text in UTF-8, so that near seeds give unrelated sequences.
 * @throws RangeError for a number that is not finite; TypeError for an empty text.
 */
export function seededSource(seed: Seed): Source {
  const stream = seededStream(seed);
  return () => stream.uniform();
}

/** The generator behind `seededSource`, for inner loops. */
export function seededStream(seed: Seed): RandomStream {
  const digest = sha256(utf8ToBytes(seedText(seed)));
  const view = new DataView(digest.buffer, digest.byteOffset, 16);
  return new RandomStream([view.getUint32(0), view.getUint32(4), view.getUint32(8), view.getUint32(12)]);
}

/**
 * A seed for an independent stream: `splitSeed(seed, "pesos")` and `splitSeed(seed, "unidade", 12)`
 * give sequences that do not depend on how much of each other was used.
 * @throws as `seededSource`; RangeError for a label that is not finite.
 */
export function splitSeed(seed: Seed, ...labels: readonly (string | number)[]): string {
  return [seed, ...labels].map((part) => seedText(part)).join(LABEL_SEPARATOR);
}

/** Draws from a gamma of the given shape and rate (mean = shape / rate, variance = shape / rate²). */
export type GammaSampler = (shape: number, rate: number) => number;

/**
 * Gamma draws by d3-random (Marsaglia & Tsang, ACM TOMS 26(3), 2000) from one source.
 * The sampler throws RangeError for a shape or rate that is not finite and above 0.
 */
export function gammaSampler(source: Source): GammaSampler {
  const gamma = randomGamma.source(source);
  return (shape, rate) => {
    requirePositive(shape, "shape of the gamma");
    requirePositive(rate, "rate of the gamma");
    return gamma(shape, 1 / rate)();
  };
}

/** Draws from a beta of the given parameters (mean = a / (a + b)); always inside [0, 1]. */
export type BetaSampler = (a: number, b: number) => number;

/**
 * Beta draws as X / (X + Y) of two gammas, worked in logarithms so that parameters near 0
 * do not end in 0/0. The sampler throws RangeError for a parameter that is not finite and above 0.
 */
export function betaSampler(source: Source): BetaSampler {
  const logGamma = logGammaSampler(source);
  return (a, b) => {
    requirePositive(a, "first parameter of the beta");
    requirePositive(b, "second parameter of the beta");
    const x = logGamma(a);
    return 1 / (1 + Math.exp(logGamma(b) - x));
  };
}

/** Writes one Dirichlet draw into `out`, which is as long as `concentration` and ends up adding to 1. */
export type DirichletSampler = (concentration: ArrayLike<number>, out: Float64Array) => void;

/**
 * Dirichlet draws as gammas over their sum, worked in logarithms. A concentration of 0 gives
 * a share of exactly 0; with a single one above 0, its share is exactly 1 and nothing is drawn.
 * The sampler throws RangeError for a concentration below 0 or not finite, for all 0, and for
 * an `out` of another length.
 */
export function dirichletSampler(source: Source): DirichletSampler {
  const logGamma = logGammaSampler(source);
  return (concentration, out) => {
    const n = concentration.length;
    if (out.length !== n) throw new RangeError(`room for ${out.length} shares, ${n} concentrations given`);
    let positive = 0;
    let only = -1;
    for (let i = 0; i < n; i += 1) {
      const c = concentration[i] ?? NaN;
      if (!(c >= 0 && c < Infinity)) throw new RangeError(`concentration ${i} of the Dirichlet must be finite and ≥ 0, got ${c}`);
      if (c > 0) {
        positive += 1;
        only = i;
      }
    }
    if (positive === 0) throw new RangeError(`all ${n} concentrations of the Dirichlet are 0`);
    out.fill(0);
    if (positive === 1) {
      out[only] = 1;
      return;
    }
    let largest = -Infinity;
    for (let i = 0; i < n; i += 1) {
      const c = concentration[i] ?? 0;
      if (c === 0) continue;
      const log = logGamma(c);
      out[i] = log;
      if (log > largest) largest = log;
    }
    let sum = 0;
    for (let i = 0; i < n; i += 1) {
      if (concentration[i] === 0) continue;
      const share = Math.exp((out[i] ?? 0) - largest);
      out[i] = share;
      sum += share;
    }
    for (let i = 0; i < n; i += 1) out[i] = (out[i] ?? 0) / sum;
  };
}

/**
 * A whole number in 0 … n − 1, each as likely to within n·2⁻³².
 * @throws RangeError for an `n` that is not a whole number ≥ 1.
 */
export function randomIndex(source: Source, n: number): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`a draw needs a whole number of choices ≥ 1, got ${n}`);
  return Math.floor(source() * n);
}

/**
 * `count` different positions of 0 … n − 1 in the order drawn, each subset as likely
 * (Fisher–Yates, first `count` steps).
 * @throws RangeError for an `n` that is not a whole number ≥ 0 or a `count` outside 0 … n.
 */
export function sampleIndices(source: Source, n: number, count: number): number[] {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`cannot draw from ${n} positions`);
  if (!Number.isInteger(count) || count < 0 || count > n) throw new RangeError(`cannot draw ${count} of ${n} positions`);
  const positions = Array.from({ length: n }, (_, i) => i);
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(source() * (n - i));
    const held = positions[i] ?? 0;
    positions[i] = positions[j] ?? 0;
    positions[j] = held;
  }
  return positions.slice(0, count);
}

/**
 * Natural logarithm of a gamma of rate 1. Below shape 1 the draw is G(shape + 1)·U^(1/shape)
 * (Marsaglia & Tsang, section 6), whose product would fall under the smallest double.
 */
function logGammaSampler(source: Source): (shape: number) => number {
  const gamma = randomGamma.source(source);
  return (shape) =>
    shape < 1 ? Math.log(gamma(shape + 1, 1)()) + Math.log(1 - source()) / shape : Math.log(gamma(shape, 1)());
}

function requirePositive(value: number, what: string): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${what} must be finite and above 0, got ${value}`);
}

function seedText(seed: Seed): string {
  if (typeof seed === "number" && !Number.isFinite(seed)) throw new RangeError(`a seed must be a finite number, got ${seed}`);
  if (seed === "") throw new TypeError("a seed cannot be an empty text");
  return String(seed);
}
