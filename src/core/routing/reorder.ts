import type { Compiled } from "./compiled.ts";
import { TIME_TIE } from "./tour-figures.ts";

/** Up to this many stops the order of a tour is exact. */
export const EXACT_STOPS = 8;
const FULL = 1 << EXACT_STOPS;

const reach = new Float64Array(FULL * EXACT_STOPS);
const reachKm = new Float64Array(FULL * EXACT_STOPS);
const previous = new Int8Array(FULL * EXACT_STOPS);
const members = new Int32Array(EXACT_STOPS);

/** Up to this many stops `tidy` is exact: more cost it too much. */
const TIDY_STOPS = 5;

/** As `reorder`, at less cost: exact only for the shortest tours. */
export function tidy(c: Compiled, seq: Int32Array, at: number, length: number): void {
  if (length <= TIDY_STOPS) exact(c, seq, at, length);
  else localOptimum(c, seq, at, length);
}

/**
 * Puts `length` stops of `seq` from `at` in the order of least travel time, of equal times least km:
 * exact up to `EXACT_STOPS` stops, and then a function of the set alone; above, a local optimum of 2-opt and Or-opt.
 */
export function reorder(c: Compiled, seq: Int32Array, at: number, length: number): void {
  if (length <= EXACT_STOPS) exact(c, seq, at, length);
  else localOptimum(c, seq, at, length);
}

/** Held & Karp, J. SIAM 10(1), 1962. */
function exact(c: Compiled, seq: Int32Array, at: number, length: number): void {
  for (let k = 0; k < length; k += 1) {
    const stop = seq[at + k] ?? 0;
    let slot = k;
    while (slot > 0 && (members[slot - 1] ?? 0) > stop) {
      members[slot] = members[slot - 1] ?? 0;
      slot -= 1;
    }
    members[slot] = stop;
  }
  if (length < 2) return;
  const { time, km, places } = c;
  const all = (1 << length) - 1;
  for (let set = 1; set <= all; set += 1) {
    for (let k = 0; k < length; k += 1) {
      if ((set & (1 << k)) === 0) continue;
      const rest = set & ~(1 << k);
      const to = (members[k] ?? 0) + 2;
      const cell = set * EXACT_STOPS + k;
      if (rest === 0) {
        reach[cell] = time[to] ?? 0;
        reachKm[cell] = km[to] ?? 0;
        continue;
      }
      let best = Infinity;
      let bestKm = Infinity;
      let from = -1;
      for (let j = 0; j < length; j += 1) {
        if ((rest & (1 << j)) === 0) continue;
        const leg = ((members[j] ?? 0) + 2) * places + to;
        const t = (reach[rest * EXACT_STOPS + j] ?? 0) + (time[leg] ?? 0);
        if (t > best + TIME_TIE) continue;
        const k2 = (reachKm[rest * EXACT_STOPS + j] ?? 0) + (km[leg] ?? 0);
        if (t < best - TIME_TIE || k2 < bestKm - TIME_TIE) {
          best = t;
          bestKm = k2;
          from = j;
        }
      }
      reach[cell] = best;
      reachKm[cell] = bestKm;
      previous[cell] = from;
    }
  }
  let best = Infinity;
  let bestKm = Infinity;
  let last = 0;
  for (let k = 0; k < length; k += 1) {
    const leg = ((members[k] ?? 0) + 2) * places + 1;
    const t = (reach[all * EXACT_STOPS + k] ?? 0) + (time[leg] ?? 0);
    const k2 = (reachKm[all * EXACT_STOPS + k] ?? 0) + (km[leg] ?? 0);
    if (t < best - TIME_TIE || (t <= best + TIME_TIE && k2 < bestKm - TIME_TIE)) {
      best = t;
      bestKm = k2;
      last = k;
    }
  }
  let set = all;
  for (let k = length - 1; k >= 0; k -= 1) {
    seq[at + k] = members[last] ?? 0;
    const cell = set * EXACT_STOPS + last;
    set &= ~(1 << last);
    last = previous[cell] ?? 0;
  }
}

function localOptimum(c: Compiled, seq: Int32Array, at: number, length: number): void {
  let isBetter = true;
  while (isBetter) {
    isBetter = twoOpt(c, seq, at, length);
    isBetter = orOpt(c, seq, at, length) || isBetter;
  }
}

function twoOpt(c: Compiled, seq: Int32Array, at: number, length: number): boolean {
  const { time, places } = c;
  let isBetter = false;
  for (let i = 0; i < length - 1; i += 1) {
    const before = (i === 0 ? 0 : (seq[at + i - 1] ?? 0) + 2) * places;
    for (let j = i + 1; j < length; j += 1) {
      const first = (seq[at + i] ?? 0) + 2;
      const last = (seq[at + j] ?? 0) + 2;
      const after = j === length - 1 ? 1 : (seq[at + j + 1] ?? 0) + 2;
      const change = (time[before + last] ?? 0) + (time[first * places + after] ?? 0) - (time[before + first] ?? 0) - (time[last * places + after] ?? 0);
      if (change >= -TIME_TIE) continue;
      reverse(seq, at + i, at + j);
      isBetter = true;
    }
  }
  return isBetter;
}

function reverse(seq: Int32Array, from: number, to: number): void {
  for (let i = from, j = to; i < j; i += 1, j -= 1) {
    const held = seq[i] ?? 0;
    seq[i] = seq[j] ?? 0;
    seq[j] = held;
  }
}

/** Moves runs of one to three stops, either way round, to where they cost least. */
function orOpt(c: Compiled, seq: Int32Array, at: number, length: number): boolean {
  const { time, places } = c;
  let isBetter = false;
  for (let size = 1; size <= 3 && size < length; size += 1) {
    for (let i = 0; i + size <= length; i += 1) {
      const first = (seq[at + i] ?? 0) + 2;
      const last = (seq[at + i + size - 1] ?? 0) + 2;
      const before = i === 0 ? 0 : (seq[at + i - 1] ?? 0) + 2;
      const after = i + size === length ? 1 : (seq[at + i + size] ?? 0) + 2;
      const saved = (time[before * places + first] ?? 0) + (time[last * places + after] ?? 0) - (time[before * places + after] ?? 0);
      if (saved <= TIME_TIE) continue;
      let best = saved - TIME_TIE;
      let target = -1;
      let isTurned = false;
      for (let j = 0; j <= length; j += 1) {
        if (j >= i && j <= i + size) continue;
        const left = j === 0 ? 0 : (seq[at + j - 1] ?? 0) + 2;
        const right = j === length ? 1 : (seq[at + j] ?? 0) + 2;
        const base = time[left * places + right] ?? 0;
        const straight = (time[left * places + first] ?? 0) + (time[last * places + right] ?? 0) - base;
        const turned = (time[left * places + last] ?? 0) + (time[first * places + right] ?? 0) - base;
        if (straight < best) {
          best = straight;
          target = j;
          isTurned = false;
        }
        if (turned < best) {
          best = turned;
          target = j;
          isTurned = true;
        }
      }
      if (target < 0) continue;
      moveRun(seq, at, i, size, target, isTurned);
      isBetter = true;
    }
  }
  return isBetter;
}

/** Rotates by three reversals: no room is taken. */
function moveRun(seq: Int32Array, at: number, i: number, size: number, target: number, isTurned: boolean): void {
  const from = Math.min(i, target);
  const to = Math.max(i + size, target);
  if (isTurned) reverse(seq, at + i, at + i + size - 1);
  if (target < i) {
    reverse(seq, at + from, at + i - 1);
    reverse(seq, at + i, at + to - 1);
  } else {
    reverse(seq, at + from, at + i + size - 1);
    reverse(seq, at + i + size, at + to - 1);
  }
  reverse(seq, at + from, at + to - 1);
}
