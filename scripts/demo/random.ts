/**
 * Seeded random numbers for the demonstration set: same seed, same sequence on
 * every machine. Only sums, products and integer operations are used, so no
 * platform's `Math.log` or `Math.cos` can change a byte.
 */
export interface Random {
  /** Uniform in [0, 1). */
  readonly unit: () => number;
  /** Uniform whole number in [min, max]. */
  readonly integer: (min: number, max: number) => number;
  /** True with probability `p`. */
  readonly chance: (p: number) => boolean;
  /** One of the keys, with probability in proportion to its weight. */
  readonly weighted: <K extends string>(weights: Readonly<Record<K, number>>) => K;
  /** Position in a list of weights, with probability in proportion to them. */
  readonly index: (weights: readonly number[]) => number;
  /** One item of a list that is not empty. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** `n` different items (or all, when there are fewer), in random order. */
  readonly sample: <T>(items: readonly T[], n: number) => T[];
  /** Approximately normal (sum of 12 uniforms), mean 0 and standard deviation 1. */
  readonly normal: () => number;
}

/**
 * Mulberry32, by Tommy Ettinger (public domain): 32 bits of state, period 2³².
 * Enough for a demonstration; never to be used where chance must be strong.
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (min: number, max: number): number => min + Math.floor(unit() * (max - min + 1));
  const index = (weights: readonly number[]): number => {
    let rest = unit() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => (rest -= weight) < 0);
    return found === -1 ? weights.length - 1 : found;
  };
  const pick = <T>(items: readonly T[]): T => {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError("pick needs a list that is not empty");
    return item;
  };
  return {
    unit,
    integer,
    index,
    pick,
    chance: (p) => unit() < p,
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const keys = Object.keys(weights) as K[];
      const key = keys[index(keys.map((k) => weights[k]))];
      if (key === undefined) throw new RangeError("weighted needs at least one key");
      return key;
    },
    sample: (items, n) => {
      const rest = [...items];
      const taken: (typeof rest)[number][] = [];
      while (rest.length > 0 && taken.length < n) taken.push(...rest.splice(integer(0, rest.length - 1), 1));
      return taken;
    },
    normal: () => {
      let sum = -6;
      for (let i = 0; i < 12; i += 1) sum += unit();
      return sum;
    },
  };
}
