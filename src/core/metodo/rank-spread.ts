/** Where the units fell over the draws. Arrays are aligned with the units. */
export interface RankSpread {
  /** Draws in which the unit had a score. */
  readonly scored: Uint32Array;
  /**
   * Positions that half, 5 % and 95 % of the unit's scored draws do not exceed: the smallest position
   * whose cumulative share reaches it (Hyndman & Fan, The American Statistician 50, 1996, type 1).
   * 0 for a unit never scored.
   */
  readonly median: Uint32Array;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Share of all draws in which the unit was among the first K. */
  readonly top: Float64Array;
  /** Share of the unit's draws with a score on the classes' scale in each class, `[unit · classes + class]`; null without classes. */
  readonly classes: Float64Array | null;
}

/** How sure a place among the first K is; null below 0.2. */
export type Firmeza = "firme" | "provavel" | "possivel";

/** Word for the share of draws in which a unit is among the first K: firme from 0.8, provável from 0.5, possível from 0.2. */
export function firmezaOf(top: number): Firmeza | null {
  return top >= 0.8 ? "firme" : top >= 0.5 ? "provavel" : top >= 0.2 ? "possivel" : null;
}

/** The class with the largest share and that share; the first of equal ones; null for a unit never scored or without classes. */
export function likelyClass(spread: RankSpread, unit: number): { readonly classe: number; readonly share: number } | null {
  if (spread.classes === null || spread.scored[unit] === 0) return null;
  const count = spread.classes.length / spread.scored.length;
  let best = 0;
  for (let c = 1; c < count; c += 1) {
    if ((spread.classes[unit * count + c] ?? 0) > (spread.classes[unit * count + best] ?? 0)) best = c;
  }
  return { classe: best, share: spread.classes[unit * count + best] ?? 0 };
}

/** Ranks of every draw as they come, and the classes of their scores. */
export interface RankLog {
  /** Takes one draw: position by unit, 0 = no score; and the scores, or null where they are not on the scale of the classes. */
  readonly add: (ranks: Uint32Array, scores: Float64Array | null) => void;
  readonly spread: () => RankSpread;
}

/**
 * Room for `draws` rankings of `units` units (2 bytes each up to 65,535 units).
 * @param lowerLimits of the classes to count, rising; null for none
 */
export function rankLog(units: number, draws: number, topK: number, lowerLimits: readonly number[] | null): RankLog {
  const log = units < 0x1_0000 ? new Uint16Array(units * draws) : new Uint32Array(units * draws);
  const classes = lowerLimits?.length ?? 0;
  const inner = Float64Array.from(lowerLimits?.slice(1) ?? []);
  const inClass = new Uint32Array(units * classes);
  let drawn = 0;
  return {
    add: (ranks, scores) => {
      log.set(ranks, drawn * units);
      drawn += 1;
      if (classes === 0 || scores === null) return;
      for (let i = 0; i < units; i += 1) {
        if (ranks[i] === 0) continue;
        const score = scores[i] ?? NaN;
        let c = 0;
        while (c < inner.length && score >= (inner[c] ?? Infinity)) c += 1;
        inClass[i * classes + c] = (inClass[i * classes + c] ?? 0) + 1;
      }
    },
    spread: () => {
      const spread = quantiles(log, units, drawn, topK);
      return {
        ...spread,
        classes: classes === 0 ? null : sharesOf(inClass, classes),
      };
    },
  };
}

/** Counts as shares of each unit's total; 0 for a unit that has none. */
function sharesOf(counts: Uint32Array, classes: number): Float64Array {
  const shares = new Float64Array(counts.length);
  for (let from = 0; from < counts.length; from += classes) {
    let total = 0;
    for (let c = 0; c < classes; c += 1) total += counts[from + c] ?? 0;
    for (let c = 0; c < classes; c += 1) shares[from + c] = (counts[from + c] ?? 0) / Math.max(1, total);
  }
  return shares;
}

function quantiles(log: Uint16Array | Uint32Array, units: number, drawn: number, topK: number): Omit<RankSpread, "classes"> {
  const scored = new Uint32Array(units);
  const median = new Uint32Array(units);
  const low = new Uint32Array(units);
  const high = new Uint32Array(units);
  const top = new Float64Array(units);
  const tally = new Uint32Array(units + 1);
  for (let i = 0; i < units; i += 1) {
    let least = units + 1;
    let most = 0;
    let inTop = 0;
    let count = 0;
    for (let d = 0; d < drawn; d += 1) {
      const rank = log[d * units + i] ?? 0;
      if (rank === 0) continue;
      tally[rank] = (tally[rank] ?? 0) + 1;
      count += 1;
      if (rank < least) least = rank;
      if (rank > most) most = rank;
      if (rank <= topK) inTop += 1;
    }
    scored[i] = count;
    top[i] = drawn === 0 ? 0 : inTop / drawn;
    if (count === 0) continue;
    const wanted = (share: number): number => Math.max(1, Math.ceil(share * count - 1e-9));
    let rank = least;
    let upTo = tally[rank] ?? 0;
    const reach = (target: number): number => {
      while (upTo < target && rank < most) {
        rank += 1;
        upTo += tally[rank] ?? 0;
      }
      return rank;
    };
    low[i] = reach(wanted(0.05));
    median[i] = reach(wanted(0.5));
    high[i] = reach(wanted(0.95));
    tally.fill(0, least, most + 1);
  }
  return { scored, median, low, high, top };
}
