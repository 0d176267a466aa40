import type { RandomStream } from "../metodo/random-stream.ts";
import { NEVER, type Compiled } from "./compiled.ts";
import type { Fitting } from "./fitting.ts";
import type { PlanState } from "./plan-state.ts";
import { TIME_TIE } from "./tour-figures.ts";

/** How stops without a place are put in order. */
export interface RepairRule {
  /** 0–1: how much a day begun counts, against the time taken. */
  readonly dayWeight: number;
  /** Points squared over time, instead of points over time. */
  readonly isSquared: boolean;
  /** Each stop's score is multiplied by a number within this much of 1. */
  readonly noise: number;
  /** Put first who loses most by waiting, instead of who gives most. */
  readonly isRegret: boolean;
}

/** Above any score that points can make: a demanded stop comes before all others. */
const DEMANDED = 1e12;
const LEAST_EFFORT = 0.02;
const NONE = -0x7fffffff;

/** Puts stops into the plan, one at a time, each at its cheapest place, until none fits or none pays. */
export class Repair {
  readonly #c: Compiled;
  readonly #fitting: Fitting;
  readonly #rows: number;
  /** Cheapest time and position of stop u in row r at u·rows + r, true for the row's stamp. */
  readonly #cost: Float64Array;
  readonly #position: Int32Array;
  readonly #known: Int32Array;
  /** Best option of each stop: row, or −1 − slot for a new tour. */
  readonly #option: Int32Array;
  readonly #optionSlot: Int32Array;
  readonly #score: Float64Array;
  readonly #second: Float64Array;
  readonly #secondSlot: Int32Array;
  readonly #factor: Float64Array;
  readonly #waiting: Int32Array;
  /** Repair in which an option of a stop was found not to fit. */
  readonly #barred: Int32Array;
  readonly #bonus: number;
  #round = 0;
  #rule: RepairRule = { dayWeight: 0.5, isSquared: false, noise: 0, isRegret: false };
  #stamps = 0;

  constructor(compiled: Compiled, fitting: Fitting, rows: number) {
    const { n, slots, gain } = compiled;
    this.#c = compiled;
    this.#fitting = fitting;
    this.#rows = rows;
    this.#cost = new Float64Array(n * rows);
    this.#position = new Int32Array(n * rows);
    this.#known = new Int32Array(n * rows);
    this.#option = new Int32Array(n);
    this.#optionSlot = new Int32Array(n);
    this.#score = new Float64Array(n);
    this.#second = new Float64Array(n);
    this.#secondSlot = new Int32Array(n);
    this.#factor = new Float64Array(n);
    this.#waiting = new Int32Array(n);
    this.#barred = new Int32Array(n * (rows + slots));
    this.#bonus = gain.reduce((most, value) => Math.max(most, value), 1);
  }

  /** A stamp no row had. */
  stamp(): number {
    this.#stamps += 1;
    return this.#stamps;
  }

  /** Fills the plan; `stream` null = no noise. Stops marked in `skip` stay out. */
  fill(state: PlanState, rule: RepairRule, stream: RandomStream | null, skip: Uint8Array | null): void {
    const c = this.#c;
    this.#round += 1;
    this.#rule = rule;
    let waiting = 0;
    for (let u = 0; u < c.n; u += 1) {
      if ((state.rowOf[u] ?? -1) >= 0 || c.isFrozen[u] === 1 || skip?.[u] === 1) continue;
      this.#factor[u] = stream === null || rule.noise === 0 ? 1 : 1 + rule.noise * (2 * stream.uniform() - 1);
      this.#consider(state, u);
      if (this.#option[u] === NONE) continue;
      this.#waiting[waiting] = u;
      waiting += 1;
    }
    while (waiting > 0) {
      let best = -1;
      let bestValue = -Infinity;
      for (let k = 0; k < waiting; k += 1) {
        const u = this.#waiting[k] ?? 0;
        const score = this.#score[u] ?? 0;
        let value = rule.isRegret ? score - Math.max(this.#second[u] ?? 0, 0) + 0.001 * score : score;
        if (this.#isDemanded(state, u)) value += DEMANDED;
        if (value > bestValue) {
          bestValue = value;
          best = k;
        }
      }
      const u = this.#waiting[best] ?? 0;
      const slot = this.#optionSlot[u] ?? 0;
      const row = this.#place(state, u);
      if (row >= 0) {
        waiting -= 1;
        for (let k = best; k < waiting; k += 1) this.#waiting[k] = this.#waiting[k + 1] ?? 0;
        waiting = this.#update(state, waiting, this.#hasJustMet(state, u) ? -1 : slot, row);
      } else {
        this.#consider(state, u);
        if (this.#option[u] === NONE) {
          waiting -= 1;
          for (let k = best; k < waiting; k += 1) this.#waiting[k] = this.#waiting[k + 1] ?? 0;
        }
      }
    }
  }

  /**
   * Puts one stop at the place of fewest days more, then least time more, then lower slot, whatever it
   * gives; returns whether it fitted.
   */
  placeCheapest(state: PlanState, u: number): boolean {
    const c = this.#c;
    this.#round += 1;
    for (;;) {
      let bestDays = Infinity;
      let bestTime = Infinity;
      let bestSlot = -1;
      let bestOption = NONE;
      for (let s = 0; s < c.slots; s += 1) {
        if (c.may[u * c.slots + s] === NEVER) continue;
        for (let r = -1; r < state.top; r += 1) {
          if (r >= 0 && ((state.length[r] ?? 0) === 0 || state.slot[r] !== s)) continue;
          const time = r < 0 ? (c.soloTime[u] ?? 0) : this.cost(state, u, r);
          const days = this.#daysMore(state, u, s, r, time);
          if (days === Infinity || days > bestDays + TIME_TIE || (days > bestDays - TIME_TIE && time >= bestTime - TIME_TIE)) continue;
          bestDays = days;
          bestTime = time;
          bestSlot = s;
          bestOption = r < 0 ? -1 - s : r;
        }
      }
      if (bestOption === NONE) return false;
      this.#option[u] = bestOption;
      this.#optionSlot[u] = bestSlot;
      if (this.#place(state, u) >= 0) return true;
    }
  }

  /** Time that a stop adds to a row at its cheapest position. */
  cost(state: PlanState, u: number, r: number): number {
    const cell = u * this.#rows + r;
    const stamp = state.stamp[r] ?? 0;
    if (this.#known[cell] === stamp) return this.#cost[cell] ?? 0;
    const { time, places } = this.#c;
    const { seq } = state;
    const own = (u + 2) * places;
    const at = r * state.width;
    const length = state.length[r] ?? 0;
    let best = Infinity;
    let position = 0;
    let left = 0;
    let there = time[own] ?? 0;
    for (let k = 0; k <= length; k += 1) {
      const right = k === length ? 1 : (seq[at + k] ?? 0) + 2;
      const on = time[own + right] ?? 0;
      const more = there + on - (time[left * places + right] ?? 0);
      if (more < best) {
        best = more;
        position = k;
      }
      left = right;
      there = on;
    }
    best += this.#c.service[u] ?? 0;
    this.#cost[cell] = best;
    this.#position[cell] = position;
    this.#known[cell] = stamp;
    return best;
  }

  /** Days more at an option, Infinity when there is no room for them. Row −1 = a new tour. */
  #daysMore(state: PlanState, u: number, s: number, r: number, more: number): number {
    const c = this.#c;
    const barred = u * (this.#rows + c.slots) + (r < 0 ? this.#rows + s : r);
    if (this.#barred[barred] === this.#round) return Infinity;
    const { problem } = c;
    const before = r < 0 ? 0 : (state.days[r] ?? 0);
    const length = ((r < 0 ? 0 : (state.time[r] ?? 0)) + more) / problem.day;
    const after = problem.wholeDays ? Math.max(1, Math.ceil(length - TIME_TIE)) : length;
    if (after > problem.maxTourDays + TIME_TIE) return Infinity;
    const days = after - before;
    return days > this.#fitting.room(state, s, r < 0) ? Infinity : days;
  }

  #isDemanded(state: PlanState, u: number): boolean {
    if (this.#c.isRequired[u] === 1) return true;
    const quotas = this.#c.quotasOf[u];
    if (quotas === undefined) return false;
    for (const q of quotas) if ((state.quotaNeeds[q] ?? 0) > 0) return true;
    return false;
  }

  /** Finds the best and second best options of a stop. */
  #consider(state: PlanState, u: number): void {
    const c = this.#c;
    this.#option[u] = NONE;
    this.#score[u] = -Infinity;
    this.#second[u] = -Infinity;
    this.#secondSlot[u] = -1;
    const isDemanded = this.#isDemanded(state, u);
    for (let r = 0; r < state.top; r += 1) {
      if ((state.length[r] ?? 0) > 0) this.#offer(state, u, state.slot[r] ?? 0, r, isDemanded);
    }
    for (let s = 0; s < c.slots; s += 1) this.#offer(state, u, s, -1, isDemanded);
  }

  #offer(state: PlanState, u: number, s: number, r: number, isDemanded: boolean): void {
    const c = this.#c;
    if (c.may[u * c.slots + s] === NEVER) return;
    const gain = c.gain[(c.slotPeriod[s] ?? 0) * c.n + u] ?? 0;
    if (gain === 0 && !isDemanded) return;
    const time = r < 0 ? (c.soloTime[u] ?? 0) : this.cost(state, u, r);
    const days = this.#daysMore(state, u, s, r, time);
    if (days === Infinity) return;
    let points = gain - c.problem.kmCost * (r < 0 ? (c.soloKm[u] ?? 0) : this.#kmMore(state, u, r));
    if (isDemanded) points = Math.max(0, points + this.#bonus);
    else if (points <= 0) return;
    const { dayWeight, isSquared } = this.#rule;
    const effort = Math.max(LEAST_EFFORT, dayWeight * days + ((1 - dayWeight) * time) / c.problem.day + LEAST_EFFORT);
    const score = ((isSquared ? points * points : points) / effort) * (this.#factor[u] ?? 1);
    if (score > (this.#score[u] ?? 0)) {
      this.#second[u] = this.#score[u] ?? 0;
      this.#secondSlot[u] = this.#optionSlot[u] ?? 0;
      this.#score[u] = score;
      this.#option[u] = r < 0 ? -1 - s : r;
      this.#optionSlot[u] = s;
    } else if (score > (this.#second[u] ?? 0)) {
      this.#second[u] = score;
      this.#secondSlot[u] = s;
    }
  }

  #kmMore(state: PlanState, u: number, r: number): number {
    const { km, places } = this.#c;
    const k = this.#position[u * this.#rows + r] ?? 0;
    const at = r * state.width;
    const left = k === 0 ? 0 : (state.seq[at + k - 1] ?? 0) + 2;
    const right = k === (state.length[r] ?? 0) ? 1 : (state.seq[at + k] ?? 0) + 2;
    const own = (u + 2) * places;
    return (km[own + left] ?? 0) + (km[own + right] ?? 0) - (km[left * places + right] ?? 0);
  }

  /** Puts a stop at its best option; −1 when its windows bar it there, which is then remembered. */
  #place(state: PlanState, u: number): number {
    const c = this.#c;
    const option = this.#option[u] ?? NONE;
    const slot = this.#optionSlot[u] ?? 0;
    const row = option < 0 ? -1 : option;
    const position = row < 0 ? 0 : (this.#position[u * this.#rows + row] ?? 0);
    const time = row < 0 ? (c.soloTime[u] ?? 0) : (state.time[row] ?? 0) + (this.#cost[u * this.#rows + row] ?? 0);
    if (this.#fitting.fitsWith(state, slot, row, position, u, time)) {
      if (row < 0) {
        const opened = state.open(slot, u, this.stamp());
        if (opened >= 0) return opened;
      } else {
        state.insert(row, position, u, this.stamp());
        return row;
      }
    }
    this.#barred[u * (this.#rows + c.slots) + (row < 0 ? this.#rows + slot : row)] = this.#round;
    return -1;
  }

  /** Whether this stop, just placed, was the last that some quota lacked. */
  #hasJustMet(state: PlanState, u: number): boolean {
    const quotas = this.#c.quotasOf[u];
    if (quotas === undefined) return false;
    for (const q of quotas) if (state.quotaNeeds[q] === 0) return true;
    return false;
  }

  /** After a change of a row: renews the options of its slot (−1 = of all); returns how many stops still have one. */
  #update(state: PlanState, waiting: number, slot: number, row: number): number {
    let kept = 0;
    for (let k = 0; k < waiting; k += 1) {
      const u = this.#waiting[k] ?? 0;
      if (slot < 0 || this.#optionSlot[u] === slot || (this.#rule.isRegret && this.#secondSlot[u] === slot)) this.#consider(state, u);
      else this.#offer(state, u, slot, row, this.#isDemanded(state, u));
      if (this.#option[u] === NONE) continue;
      this.#waiting[kept] = u;
      kept += 1;
    }
    return kept;
  }
}
