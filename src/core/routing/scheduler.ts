import { ANY_DAY, type Compiled } from "./compiled.ts";
import { TIME_TIE } from "./tour-figures.ts";

/** Up to this many tours of a slot, whether they fit is exact. */
const EXACT_TOURS = 11;
/** A day that no slot has. */
export const NOWHERE = 0x7fff;

/**
 * First days for the tours of one slot: one crew, so one tour at a time, each with the days on which
 * it may begin. Tours fit if and only if some order does, each begun as early as it may; the earliest
 * end of every subset of them (dynamic programming) settles it exactly.
 *
 * Tours are described in rows (`fill`), which stay until filled again, and then asked about together
 * (`clear`, `use`, `fits`). Days are counted from the slot's first. Only for whole days.
 */
export class Scheduler {
  readonly #c: Compiled;
  readonly #span: number;
  /** For row k, the first day ≥ t on which its tour may begin, at k·span + t. */
  readonly #next: Int16Array;
  readonly #days: Int16Array;
  readonly #used: Int32Array;
  #count = 0;
  readonly #end = new Int16Array(1 << EXACT_TOURS);
  readonly #lastOf = new Int8Array(1 << EXACT_TOURS);
  readonly #begin: Int16Array;
  readonly #length: Int16Array;
  readonly #beginBack: Int16Array;
  readonly #lengthBack: Int16Array;

  constructor(compiled: Compiled, rows: number) {
    this.#c = compiled;
    this.#span = compiled.slotLength.reduce((most, length) => Math.max(most, length), 0) + 1;
    this.#next = new Int16Array(this.#span * rows);
    this.#days = new Int16Array(rows);
    this.#used = new Int32Array(rows);
    this.#begin = new Int16Array(compiled.n);
    this.#length = new Int16Array(compiled.n);
    this.#beginBack = new Int16Array(compiled.n);
    this.#lengthBack = new Int16Array(compiled.n);
  }

  /** Whether these stops may be in the slot on any of its days. */
  isUnbound(slot: number, seq: Int32Array, at: number, length: number): boolean {
    for (let k = 0; k < length; k += 1) {
      const stop = seq[at + k] ?? 0;
      if (this.#c.may[stop * this.#c.slots + slot] !== ANY_DAY && (this.#c.runs[stop] ?? null) !== null) return false;
    }
    return true;
  }

  /** Describes in `row` a tour of these stops that occupies `days`; one that may be travelled backwards takes either way's windows. */
  fill(row: number, slot: number, seq: Int32Array, at: number, length: number, days: number, isBothWays: boolean): void {
    const c = this.#c;
    this.#days[row] = days;
    const last = (c.slotLength[slot] ?? 0) - days;
    const blocked = c.blocked[slot] ?? null;
    const isUnbound = this.isUnbound(slot, seq, at, length);
    const isTurnable = isBothWays && c.isReversible && length > 1;
    if (!isUnbound) {
      this.#visits(seq, at, length, days, false);
      if (isTurnable) this.#visits(seq, at, length, days, true);
    }
    let next = NOWHERE;
    let free = 0;
    const from = c.slotFrom[slot] ?? 0;
    for (let t = this.#span - 1; t >= 0; t -= 1) {
      free = t >= (c.slotLength[slot] ?? 0) || (blocked !== null && blocked[t] === 1) ? 0 : free + 1;
      if (t <= last && free >= days && (isUnbound || this.#isOpen(from + t, seq, at, length, false) || (isTurnable && this.#isOpen(from + t, seq, at, length, true)))) next = t;
      this.#next[row * this.#span + t] = next;
    }
  }

  /** Whether every visit is inside its window when the tour begins on this day of the timeline, in this order. */
  isAllowed(day: number, seq: Int32Array, at: number, length: number, days: number): boolean {
    this.#visits(seq, at, length, days, false);
    return this.#isOpen(day, seq, at, length, false);
  }

  /** First days of the visits and how many days each lasts. */
  #visits(seq: Int32Array, at: number, length: number, days: number, isBackwards: boolean): void {
    const c = this.#c;
    const unit = c.problem.day;
    const begins = isBackwards ? this.#beginBack : this.#begin;
    const lengths = isBackwards ? this.#lengthBack : this.#length;
    let place = 0;
    let time = 0;
    for (let k = 0; k < length; k += 1) {
      const index = isBackwards ? length - 1 - k : k;
      const stop = seq[at + index] ?? 0;
      time += c.time[place * c.places + stop + 2] ?? 0;
      const service = c.service[stop] ?? 0;
      const first = Math.min(days - 1, Math.floor(time / unit + TIME_TIE));
      time += service;
      const last = service > 0 ? Math.max(first, Math.min(days - 1, Math.ceil(time / unit - TIME_TIE) - 1)) : first;
      begins[index] = first;
      lengths[index] = last - first + 1;
      place = stop + 2;
    }
  }

  #isOpen(day: number, seq: Int32Array, at: number, length: number, isBackwards: boolean): boolean {
    const begins = isBackwards ? this.#beginBack : this.#begin;
    const lengths = isBackwards ? this.#lengthBack : this.#length;
    for (let k = 0; k < length; k += 1) {
      const runs = this.#c.runs[seq[at + k] ?? 0] ?? null;
      if (runs !== null && (runs[day + (begins[k] ?? 0)] ?? 0) < (lengths[k] ?? 0)) return false;
    }
    return true;
  }

  /** No tours in question yet. */
  clear(): void {
    this.#count = 0;
  }

  /** Puts the tour of a row in question. */
  use(row: number): void {
    this.#used[this.#count] = row;
    this.#count += 1;
  }

  /** First day ≥ t on which the tour of a row may begin; `NOWHERE` when there is none. */
  next(row: number, t: number): number {
    return t < this.#span ? (this.#next[row * this.#span + t] ?? NOWHERE) : NOWHERE;
  }

  /** Whether the tours in question fit together in the slot. */
  fits(): boolean {
    const count = this.#count;
    if (count > EXACT_TOURS) return this.#byUrgency() !== null;
    const gap = this.#c.problem.gap;
    const all = (1 << count) - 1;
    this.#end[0] = 0;
    for (let set = 1; set <= all; set += 1) {
      let best = NOWHERE;
      let last = 0;
      for (let k = 0; k < count; k += 1) {
        const rest = set & ~(1 << k);
        if (rest === set) continue;
        const from = this.#end[rest] ?? NOWHERE;
        if (from >= NOWHERE) continue;
        const row = this.#used[k] ?? 0;
        const begin = this.next(row, rest === 0 ? from : from + gap);
        if (begin >= NOWHERE) continue;
        const end = begin + (this.#days[row] ?? 0);
        if (end < best) {
          best = end;
          last = k;
        }
      }
      if (best >= NOWHERE && set === all) return false;
      this.#end[set] = best;
      this.#lastOf[set] = last;
    }
    return true;
  }

  /** First days of the tours in question, in the order put, each as early as `fits` found; null when they do not fit. */
  earliest(): number[] | null {
    const count = this.#count;
    if (count > EXACT_TOURS) return this.#byUrgency();
    if (!this.fits()) return null;
    const gap = this.#c.problem.gap;
    const starts: number[] = Array.from({ length: count }, () => 0);
    for (let set = (1 << count) - 1; set > 0; ) {
      const k = this.#lastOf[set] ?? 0;
      const rest = set & ~(1 << k);
      starts[k] = this.next(this.#used[k] ?? 0, rest === 0 ? 0 : (this.#end[rest] ?? 0) + gap);
      set = rest;
    }
    return starts;
  }

  /** Tours with the soonest last possible beginning first, each as early as it may. */
  #byUrgency(): number[] | null {
    const latest = Array.from({ length: this.#count }, (_, k) => {
      const row = this.#used[k] ?? 0;
      let day = -1;
      for (let t = this.next(row, 0); t < NOWHERE; t = this.next(row, t + 1)) day = t;
      return day;
    });
    const order = latest.map((_, k) => k).sort((a, b) => (latest[a] ?? 0) - (latest[b] ?? 0) || a - b);
    const starts: number[] = latest.map(() => 0);
    let t = 0;
    for (const k of order) {
      const row = this.#used[k] ?? 0;
      const begin = this.next(row, t);
      if (begin >= NOWHERE) return null;
      starts[k] = begin;
      t = begin + (this.#days[row] ?? 0) + this.#c.problem.gap;
    }
    return starts;
  }
}
