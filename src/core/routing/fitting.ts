import { SOME_DAYS, type Compiled } from "./compiled.ts";
import type { PlanState } from "./plan-state.ts";
import { Scheduler } from "./scheduler.ts";
import { TIME_TIE, tourDays } from "./tour-figures.ts";

/** Answers, for states of one problem, whether the tours of a slot fit in its days, windows and frozen tours. */
export class Fitting {
  readonly #c: Compiled;
  readonly #scheduler: Scheduler;
  /** Stamp and slot of what each of the scheduler's rows describes. */
  readonly #filled: Int32Array;
  readonly #trial: Int32Array;
  readonly #trialRow: number;

  constructor(compiled: Compiled, rows: number) {
    this.#c = compiled;
    this.#scheduler = new Scheduler(compiled, rows + 1);
    this.#filled = new Int32Array(rows);
    this.#trial = new Int32Array(compiled.n + 1);
    this.#trialRow = rows;
  }

  /** Days that a slot's tours may still add to, and that a new tour may take. */
  room(state: PlanState, slot: number, isNew: boolean): number {
    const c = this.#c;
    const used = state.used[slot] ?? 0;
    const tours = state.tours[slot] ?? 0;
    if (isNew && tours >= (c.slotTours[slot] ?? 0)) return -1;
    const gaps = c.problem.gap * (isNew ? tours : Math.max(0, tours - 1));
    return Math.min((c.slotDays[slot] ?? 0) - used, (c.slotLength[slot] ?? 0) - used - gaps) + TIME_TIE;
  }

  /** Whether the slot's days say all: no frozen tour, no tour with windows. */
  isPlain(state: PlanState, slot: number): boolean {
    if ((this.#c.blocked[slot] ?? null) !== null) return false;
    if (!this.#c.problem.wholeDays) return true;
    for (let r = 0; r < state.top; r += 1) {
      if ((state.length[r] ?? 0) > 0 && state.slot[r] === slot && !this.#scheduler.isUnbound(slot, state.seq, r * state.width, state.length[r] ?? 0)) return false;
    }
    return true;
  }

  /** Whether the slot keeps its rules as it stands. */
  fits(state: PlanState, slot: number): boolean {
    if (this.room(state, slot, false) < 0 || (state.tours[slot] ?? 0) > (this.#c.slotTours[slot] ?? 0)) return false;
    if (this.isPlain(state, slot)) return true;
    this.#others(state, slot, -1);
    return this.#scheduler.fits();
  }

  /**
   * Whether the slot would keep its windows with a stop inserted in a row at a position, or, with row −1,
   * in a tour of its own. Days were looked at before.
   */
  fitsWith(state: PlanState, slot: number, row: number, position: number, stop: number, time: number): boolean {
    const c = this.#c;
    if (c.may[stop * c.slots + slot] !== SOME_DAYS && this.isPlain(state, slot)) return true;
    let length = 0;
    if (row >= 0) {
      const at = row * state.width;
      length = state.length[row] ?? 0;
      for (let k = 0; k < position; k += 1) this.#trial[k] = state.seq[at + k] ?? 0;
      for (let k = position; k < length; k += 1) this.#trial[k + 1] = state.seq[at + k] ?? 0;
    }
    this.#trial[position] = stop;
    this.#scheduler.fill(this.#trialRow, slot, this.#trial, 0, length + 1, tourDays(c.problem, time), true);
    if (this.#scheduler.next(this.#trialRow, 0) > c.horizon) return false;
    this.#others(state, slot, row);
    this.#scheduler.use(this.#trialRow);
    return this.#scheduler.fits();
  }

  #others(state: PlanState, slot: number, except: number): void {
    this.#scheduler.clear();
    for (let r = 0; r < state.top; r += 1) {
      if (r === except || (state.length[r] ?? 0) === 0 || state.slot[r] !== slot) continue;
      const stamp = state.stamp[r] ?? 0;
      if (this.#filled[r] !== stamp) {
        this.#scheduler.fill(r, slot, state.seq, r * state.width, state.length[r] ?? 0, state.days[r] ?? 0, true);
        this.#filled[r] = stamp;
      }
      this.#scheduler.use(r);
    }
  }
}
