import { assemble, type TourDraft } from "./assemble.ts";
import { checkProblem } from "./check-problem.ts";
import { compile, type Compiled } from "./compiled.ts";
import { Fitting } from "./fitting.ts";
import { PlanState } from "./plan-state.ts";
import type { RoutePlan, RouteProblem } from "./problem.ts";
import { Repair } from "./repair.ts";
import { reorder, tidy } from "./reorder.ts";
import { TIME_TIE } from "./tour-figures.ts";

/** What every way of making a plan works with, for one problem. */
export class Workshop {
  readonly c: Compiled;
  readonly fitting: Fitting;
  readonly repair: Repair;
  /** Stamp of each row when it was last put in exact order, and in a good one. */
  readonly #ordered: Int32Array;
  readonly #tidied: Int32Array;
  readonly #before: Int32Array;

  /** @throws RangeError as `checkProblem`. */
  constructor(problem: RouteProblem) {
    checkProblem(problem);
    this.c = compile(problem);
    const rows = new PlanState(this.c).rows;
    this.fitting = new Fitting(this.c, rows);
    this.repair = new Repair(this.c, this.fitting, rows);
    this.#ordered = new Int32Array(rows);
    this.#tidied = new Int32Array(rows);
    this.#before = new Int32Array(this.c.n);
  }

  empty(): PlanState {
    return new PlanState(this.c);
  }

  /**
   * Puts every tour in its best order, where its slot's windows still hold so; returns whether time was saved.
   * Not `isExact`: in a good order, at less cost.
   */
  settle(state: PlanState, isExact: boolean): boolean {
    let isShorter = false;
    for (let r = 0; r < state.top; r += 1) {
      const stamp = state.stamp[r] ?? 0;
      const ordered = isExact ? this.#ordered : this.#tidied;
      if (stamp === 0 || ordered[r] === stamp) continue;
      if (this.#settleRow(state, r, stamp, isExact)) isShorter = true;
      ordered[r] = state.stamp[r] ?? 0;
    }
    return isShorter;
  }

  #settleRow(state: PlanState, row: number, stamp: number, isExact: boolean): boolean {
    const at = row * state.width;
    const length = state.length[row] ?? 0;
    for (let k = 0; k < length; k += 1) this.#before[k] = state.seq[at + k] ?? 0;
    if (isExact) reorder(this.c, state.seq, at, length);
    else tidy(this.c, state.seq, at, length);
    let isSame = true;
    for (let k = 0; k < length && isSame; k += 1) isSame = this.#before[k] === state.seq[at + k];
    if (isSame) return false;
    const time = state.time[row] ?? 0;
    state.measure(row, this.repair.stamp());
    const isLonger = (state.time[row] ?? 0) > time + TIME_TIE;
    if (!isLonger && this.fitting.fits(state, state.slot[row] ?? 0)) return (state.time[row] ?? 0) < time - TIME_TIE;
    for (let k = 0; k < length; k += 1) state.seq[at + k] = this.#before[k] ?? 0;
    state.measure(row, stamp);
    return false;
  }

  /**
   * After stops were taken out: a tour whose visits moved to days it may not have, or that grew (where a
   * detour is shorter than the direct way), goes whole. `known` = the state before.
   */
  mend(state: PlanState, known: PlanState): void {
    const { problem } = this.c;
    for (let r = 0; r < state.top; r += 1) {
      if ((state.length[r] ?? 0) > 0 && state.stamp[r] !== known.stamp[r] && (state.days[r] ?? 0) > problem.maxTourDays + TIME_TIE) state.drop(r);
    }
    for (let r = 0; r < state.top; r += 1) {
      if ((state.length[r] ?? 0) === 0 || state.stamp[r] === known.stamp[r]) continue;
      if (!this.fitting.fits(state, state.slot[r] ?? 0)) state.drop(r);
    }
  }

  /** The state's tours and the frozen ones, as a plan. */
  plan(state: PlanState): RoutePlan {
    const { problem } = this.c;
    const drafts: TourDraft[] = problem.frozen.map((tour) => ({ ...tour, frozen: true }));
    for (let r = 0; r < state.top; r += 1) {
      const length = state.length[r] ?? 0;
      if (length === 0) continue;
      const at = r * state.width;
      drafts.push({ slot: state.slot[r] ?? 0, stops: Array.from(state.seq.subarray(at, at + length)), start: null, frozen: false });
    }
    return assemble(this.c, problem, drafts, true);
  }

  /** The free tours of a plan that this problem allows; the rest is left out, stop by stop. */
  load(state: PlanState, plan: RoutePlan): void {
    const { c } = this;
    for (const tour of plan.tours) {
      if (tour.slot >= c.slots) continue;
      let row = -1;
      for (const stop of tour.stops) {
        if (stop >= c.n || c.isFrozen[stop] === 1 || (state.rowOf[stop] ?? -1) >= 0) continue;
        if ((c.may[stop * c.slots + tour.slot] ?? 0) === 0) continue;
        if (row < 0 && this.fitting.room(state, tour.slot, true) < 0) continue;
        if (row < 0) row = state.open(tour.slot, stop, this.repair.stamp());
        else state.insert(row, state.length[row] ?? 0, stop, this.repair.stamp());
        if (row < 0) break;
      }
      while (row >= 0 && (state.length[row] ?? 0) > 0 && !this.#isAllowed(state, row)) {
        state.remove(state.seq[row * state.width + (state.length[row] ?? 1) - 1] ?? 0, this.repair.stamp());
      }
    }
  }

  #isAllowed(state: PlanState, row: number): boolean {
    return (state.days[row] ?? 0) <= this.c.problem.maxTourDays + TIME_TIE && this.fitting.fits(state, state.slot[row] ?? 0);
  }
}
