import type { RandomStream } from "../metodo/random-stream.ts";
import { NEVER, type Compiled } from "./compiled.ts";
import { Detours } from "./detours.ts";
import type { Fitting } from "./fitting.ts";
import type { PlanState } from "./plan-state.ts";
import { TIME_TIE, tourDays } from "./tour-figures.ts";

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
  /** Kilometres count nothing at first: two stops may pay for a road that neither pays alone. */
  readonly isBold: boolean;
}

/** Above any score that points can make: a demanded stop comes before all others. */
const DEMANDED = 1e12;
const LEAST_EFFORT = 0.02;
const NEW = -1;
const NONE = -2;

/** Puts stops into the plan, one at a time, each at its cheapest place, until none fits or none pays. */
export class Repair {
  readonly #c: Compiled;
  readonly #fitting: Fitting;
  readonly #rows: number;
  readonly #detours: Detours;
  /** Best option of stop u in slot s at u·slots + s, a row or NEW, and its score; NONE = it fits nowhere there. */
  readonly #option: Int32Array;
  readonly #score: Float64Array;
  /** Best slot of each stop, −1 = none, its score and the second best slot's. */
  readonly #slot: Int32Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #factor: Float64Array;
  readonly #waiting: Int32Array;
  /** Repair in which an option of a stop was found not to fit. */
  readonly #barred: Int32Array;
  readonly #bonus: number;
  readonly #day: number;
  readonly #kmCost: number;
  /** Days of a tour to each stop alone. */
  readonly #soloDays: Float64Array;
  /** Time that each row may still take, and days that a new tour of each slot may. */
  readonly #slack: Float64Array;
  readonly #room: Float64Array;
  /** Rows of each slot, in order: the first, and the one after each; −1 = no more. */
  readonly #head: Int32Array;
  readonly #after: Int32Array;
  #round = 0;
  #rule: RepairRule = { dayWeight: 0.5, isSquared: false, noise: 0, isRegret: false, isBold: false };
  #stamps = 0;

  constructor(compiled: Compiled, fitting: Fitting, rows: number) {
    const { n, slots, gain } = compiled;
    this.#c = compiled;
    this.#fitting = fitting;
    this.#rows = rows;
    this.#detours = new Detours(compiled, rows);
    this.#option = new Int32Array(n * slots);
    this.#score = new Float64Array(n * slots);
    this.#slot = new Int32Array(n);
    this.#first = new Float64Array(n);
    this.#second = new Float64Array(n);
    this.#factor = new Float64Array(n);
    this.#waiting = new Int32Array(n);
    this.#barred = new Int32Array(n * (rows + slots));
    this.#bonus = gain.reduce((most, value) => Math.max(most, value), 1);
    this.#day = compiled.problem.day;
    this.#kmCost = compiled.problem.kmCost;
    this.#soloDays = compiled.soloTime.map((time) => tourDays(compiled.problem, time));
    this.#slack = new Float64Array(rows);
    this.#room = new Float64Array(slots);
    this.#head = new Int32Array(slots);
    this.#after = new Int32Array(rows);
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
    for (let s = 0; s < c.slots; s += 1) this.#measureSlot(state, s);
    let waiting = 0;
    for (let u = 0; u < c.n; u += 1) {
      if ((state.rowOf[u] ?? -1) >= 0 || c.isFrozen[u] === 1 || skip?.[u] === 1) continue;
      this.#factor[u] = stream === null || rule.noise === 0 ? 1 : 1 + rule.noise * (2 * stream.uniform() - 1);
      this.#consider(state, u);
      if ((this.#slot[u] ?? -1) < 0) continue;
      this.#waiting[waiting] = u;
      waiting += 1;
    }
    while (waiting > 0) {
      const k = this.#nextToPlace(state, waiting);
      const u = this.#waiting[k] ?? 0;
      const slot = this.#slot[u] ?? 0;
      const option = this.#option[u * c.slots + slot] ?? NONE;
      const isPlaced = this.#place(state, u, slot, option === NEW ? -1 : option);
      if (isPlaced) {
        for (let j = k + 1; j < waiting; j += 1) this.#waiting[j - 1] = this.#waiting[j] ?? 0;
        this.#measureSlot(state, slot);
        waiting = this.#update(state, waiting - 1, this.#hasJustMet(state, u) ? -1 : slot);
      } else {
        this.#considerSlot(state, u, slot);
        this.#choose(u);
        if ((this.#slot[u] ?? -1) >= 0) continue;
        for (let j = k + 1; j < waiting; j += 1) this.#waiting[j - 1] = this.#waiting[j] ?? 0;
        waiting -= 1;
      }
    }
  }

  /** Position among the waiting of who goes first. */
  #nextToPlace(state: PlanState, waiting: number): number {
    const { isRegret } = this.#rule;
    let best = 0;
    let bestValue = -Infinity;
    for (let k = 0; k < waiting; k += 1) {
      const u = this.#waiting[k] ?? 0;
      const score = this.#first[u] ?? 0;
      let value = isRegret ? score - (this.#second[u] ?? 0) + 0.001 * score : score;
      if (this.#isDemanded(state, u)) value += DEMANDED;
      if (value > bestValue) {
        bestValue = value;
        best = k;
      }
    }
    return best;
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
      let bestRow = -1;
      for (let s = 0; s < c.slots; s += 1) {
        this.#measureSlot(state, s);
        if (c.may[u * c.slots + s] === NEVER) continue;
        for (let r = this.#head[s] ?? -1; ; r = this.#after[r] ?? -1) {
          const time = r < 0 ? (c.soloTime[u] ?? 0) : this.#detours.time(state, u, r);
          const days = this.#daysMore(state, u, s, r, time);
          const isCheaper = days >= 0 && (days < bestDays - TIME_TIE || (days <= bestDays + TIME_TIE && time < bestTime - TIME_TIE));
          if (isCheaper) {
            bestDays = days;
            bestTime = time;
            bestSlot = s;
            bestRow = r;
          }
          if (r < 0) break;
        }
      }
      if (bestSlot < 0) return false;
      if (this.#place(state, u, bestSlot, bestRow)) return true;
    }
  }

  /** Learns how much the rows of a slot, and a new one, may still take. */
  #measureSlot(state: PlanState, s: number): void {
    const { problem } = this.#c;
    const room = this.#fitting.room(state, s, false);
    this.#room[s] = this.#fitting.room(state, s, true);
    this.#head[s] = -1;
    for (let r = state.top - 1; r >= 0; r -= 1) {
      if ((state.length[r] ?? 0) === 0 || state.slot[r] !== s) continue;
      this.#after[r] = this.#head[s] ?? -1;
      this.#head[s] = r;
      const days = Math.min(problem.maxTourDays, (state.days[r] ?? 0) + (problem.wholeDays ? Math.floor(room) : room));
      this.#slack[r] = (days + TIME_TIE) * this.#day - (state.time[r] ?? 0);
    }
  }

  /** Days more at an option, −1 when there is no room for them. Row −1 = a new tour. */
  #daysMore(state: PlanState, u: number, s: number, r: number, more: number): number {
    if (r < 0) {
      const days = this.#soloDays[u] ?? 0;
      return days > (this.#room[s] ?? 0) || this.#barred[u * (this.#rows + this.#c.slots) + this.#rows + s] === this.#round ? -1 : days;
    }
    if (more > (this.#slack[r] ?? 0) || this.#barred[u * (this.#rows + this.#c.slots) + r] === this.#round) return -1;
    const length = ((state.time[r] ?? 0) + more) / this.#day;
    const after = this.#c.problem.wholeDays ? Math.max(1, Math.ceil(length - TIME_TIE)) : length;
    return Math.max(0, after - (state.days[r] ?? 0));
  }

  #isDemanded(state: PlanState, u: number): boolean {
    if (this.#c.isRequired[u] === 1) return true;
    const quotas = this.#c.quotasOf[u];
    if (quotas === undefined) return false;
    for (const q of quotas) if ((state.quotaNeeds[q] ?? 0) > 0) return true;
    return false;
  }

  /** Finds the best options of a stop everywhere. */
  #consider(state: PlanState, u: number): void {
    for (let s = 0; s < this.#c.slots; s += 1) this.#considerSlot(state, u, s);
    this.#choose(u);
  }

  #considerSlot(state: PlanState, u: number, s: number): void {
    const c = this.#c;
    const cell = u * c.slots + s;
    this.#option[cell] = NONE;
    this.#score[cell] = -1;
    if (c.may[cell] === NEVER) return;
    const isDemanded = this.#isDemanded(state, u);
    const gain = c.gain[(c.slotPeriod[s] ?? 0) * c.n + u] ?? 0;
    if (gain === 0 && !isDemanded) return;
    const { dayWeight, isSquared } = this.#rule;
    const timeWeight = (1 - dayWeight) / this.#day;
    const kmCost = this.#rule.isBold ? 0 : this.#kmCost;
    for (let r = this.#head[s] ?? -1; ; r = this.#after[r] ?? -1) {
      const time = r < 0 ? (c.soloTime[u] ?? 0) : this.#detours.time(state, u, r);
      const days = this.#daysMore(state, u, s, r, time);
      if (days >= 0) {
        const km = r < 0 ? (c.soloKm[u] ?? 0) : this.#detours.km(state, u, r);
        const points = isDemanded ? Math.max(0, gain + this.#bonus - kmCost * km) : gain - kmCost * km;
        const effort = Math.max(LEAST_EFFORT, dayWeight * days + timeWeight * time + LEAST_EFFORT);
        const score = ((isSquared ? points * points : points) / effort) * (this.#factor[u] ?? 1);
        if ((points > 0 || isDemanded) && score > (this.#score[cell] ?? 0)) {
          this.#score[cell] = score;
          this.#option[cell] = r < 0 ? NEW : r;
        }
      }
      if (r < 0) return;
    }
  }

  /** Chooses the best slot of a stop, and the second best's score. */
  #choose(u: number): void {
    const { slots } = this.#c;
    let slot = -1;
    let first = -1;
    let second = 0;
    for (let s = 0; s < slots; s += 1) {
      const score = this.#score[u * slots + s] ?? -1;
      if (score > first) {
        if (first > 0) second = first;
        first = score;
        slot = s;
      } else if (score > second) {
        second = score;
      }
    }
    this.#slot[u] = slot;
    this.#first[u] = first;
    this.#second[u] = second;
  }

  /** Puts a stop in a row (−1 = a new one of the slot); false when windows bar it there, which is then remembered. */
  #place(state: PlanState, u: number, slot: number, row: number): boolean {
    const c = this.#c;
    const position = row < 0 ? 0 : this.#detours.position(u, row);
    const time = row < 0 ? (c.soloTime[u] ?? 0) : (state.time[row] ?? 0) + this.#detours.known(u, row);
    if (this.#fitting.fitsWith(state, slot, row, position, u, time)) {
      if (row >= 0) {
        state.insert(row, position, u, this.stamp());
        return true;
      }
      if (state.open(slot, u, this.stamp()) >= 0) return true;
    }
    this.#barred[u * (this.#rows + c.slots) + (row < 0 ? this.#rows + slot : row)] = this.#round;
    return false;
  }

  /** Whether this stop, just placed, was the last that some quota lacked. */
  #hasJustMet(state: PlanState, u: number): boolean {
    const quotas = this.#c.quotasOf[u];
    if (quotas === undefined) return false;
    for (const q of quotas) if (state.quotaNeeds[q] === 0) return true;
    return false;
  }

  /** After a change of a slot (−1 = of any): renews its options; returns how many stops still have one. */
  #update(state: PlanState, waiting: number, slot: number): number {
    let kept = 0;
    for (let k = 0; k < waiting; k += 1) {
      const u = this.#waiting[k] ?? 0;
      if (slot < 0) {
        this.#consider(state, u);
      } else if (this.#c.may[u * this.#c.slots + slot] !== NEVER) {
        this.#considerSlot(state, u, slot);
        this.#choose(u);
      }
      if ((this.#slot[u] ?? -1) < 0) continue;
      this.#waiting[kept] = u;
      kept += 1;
    }
    return kept;
  }
}
