import { NEVER, type Compiled } from "./compiled.ts";
import type { Fitting } from "./fitting.ts";
import type { PlanState } from "./plan-state.ts";

const LEAST_GAIN = 1e-9;

/**
 * Moves whole tours to a slot of another period, or swaps two, while that gives more points: the same
 * visits sooner. One pass, first improvement; in place.
 */
export class Exchange {
  readonly #c: Compiled;
  readonly #fitting: Fitting;
  readonly #stamp: () => number;
  /** Points of each row in each period, at row·periods + period; true for the row's stamp. */
  readonly #points: Float64Array;
  readonly #known: Int32Array;

  constructor(compiled: Compiled, fitting: Fitting, rows: number, stamp: () => number) {
    this.#c = compiled;
    this.#fitting = fitting;
    this.#stamp = stamp;
    this.#points = new Float64Array(rows * compiled.problem.periods);
    this.#known = new Int32Array(rows);
  }

  apply(state: PlanState): boolean {
    const { problem, slots } = this.#c;
    if (problem.periods < 2) return false;
    for (let r = 0; r < state.top; r += 1) if ((state.length[r] ?? 0) > 0) this.#learn(state, r);
    let isBetter = false;
    for (let a = 0; a < state.top; a += 1) {
      if ((state.length[a] ?? 0) === 0) continue;
      for (let s = 0; s < slots; s += 1) if (this.#tryMove(state, a, s)) isBetter = true;
      for (let b = a + 1; b < state.top; b += 1) {
        if ((state.length[b] ?? 0) > 0 && this.#trySwap(state, a, b)) isBetter = true;
      }
    }
    return isBetter;
  }

  #learn(state: PlanState, row: number): void {
    if (this.#known[row] === state.stamp[row]) return;
    const { n, gain, problem } = this.#c;
    const length = state.length[row] ?? 0;
    for (let p = 0; p < problem.periods; p += 1) {
      let sum = 0;
      for (let k = 0; k < length; k += 1) sum += gain[p * n + (state.seq[row * state.width + k] ?? 0)] ?? 0;
      this.#points[row * problem.periods + p] = sum;
    }
    this.#known[row] = state.stamp[row] ?? 0;
  }

  #pointsIn(row: number, slot: number): number {
    return this.#points[row * this.#c.problem.periods + (this.#c.slotPeriod[slot] ?? 0)] ?? 0;
  }

  #may(state: PlanState, row: number, slot: number): boolean {
    const length = state.length[row] ?? 0;
    for (let k = 0; k < length; k += 1) {
      if (this.#c.may[(state.seq[row * state.width + k] ?? 0) * this.#c.slots + slot] === NEVER) return false;
    }
    return true;
  }

  #tryMove(state: PlanState, row: number, slot: number): boolean {
    const from = state.slot[row] ?? 0;
    if (from === slot || this.#pointsIn(row, slot) <= this.#pointsIn(row, from) + LEAST_GAIN) return false;
    if ((state.days[row] ?? 0) > this.#fitting.room(state, slot, true) || !this.#may(state, row, slot)) return false;
    const before = state.stamp[row] ?? 0;
    state.move(row, slot, this.#stamp());
    if (this.#fitting.fits(state, slot)) {
      this.#known[row] = state.stamp[row] ?? 0;
      return true;
    }
    state.move(row, from, before);
    return false;
  }

  #trySwap(state: PlanState, a: number, b: number): boolean {
    const slotA = state.slot[a] ?? 0;
    const slotB = state.slot[b] ?? 0;
    if (this.#c.slotPeriod[slotA] === this.#c.slotPeriod[slotB]) return false;
    const change = this.#pointsIn(a, slotB) + this.#pointsIn(b, slotA) - this.#pointsIn(a, slotA) - this.#pointsIn(b, slotB);
    if (change <= LEAST_GAIN) return false;
    const longer = (state.days[a] ?? 0) - (state.days[b] ?? 0);
    if (longer > this.#fitting.room(state, slotB, false) || -longer > this.#fitting.room(state, slotA, false)) return false;
    if (!this.#may(state, a, slotB) || !this.#may(state, b, slotA)) return false;
    const stampA = state.stamp[a] ?? 0;
    const stampB = state.stamp[b] ?? 0;
    state.move(a, slotB, this.#stamp());
    state.move(b, slotA, this.#stamp());
    if (this.#fitting.fits(state, slotA) && this.#fitting.fits(state, slotB)) {
      this.#known[a] = state.stamp[a] ?? 0;
      this.#known[b] = state.stamp[b] ?? 0;
      return true;
    }
    state.move(a, slotA, stampA);
    state.move(b, slotB, stampB);
    return false;
  }
}
