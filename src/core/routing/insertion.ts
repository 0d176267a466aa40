import { NEVER } from "./compiled.ts";
import type { PlanState } from "./plan-state.ts";
import type { RoutePlan, RouteProblem } from "./problem.ts";
import { reorder } from "./reorder.ts";
import { TIME_TIE } from "./tour-figures.ts";
import { Workshop } from "./workshop.ts";

/** The place where one more stop costs least. */
export interface Insertion {
  /** Index in `plan.tours` of the tour it joins; null = a tour of its own. */
  readonly tour: number | null;
  readonly slot: number;
  /** The tour's stops with the new one, ordered. */
  readonly stops: readonly number[];
  /** What it adds to its tour before anyone leaves, in the problem's unit, days and km. */
  readonly time: number;
  readonly days: number;
  readonly km: number;
  /** True when the plan with it keeps every rule. */
  readonly feasible: boolean;
  /** When it is not: stops that would have to leave that slot for it, fewest points first; empty when none are enough. */
  readonly wouldPushOut: readonly number[];
  /** Objective with the stop and without those pushed out, less the plan's; as if it fitted when none are enough. */
  readonly change: number;
}

export interface Insertions {
  /** Within the days left; null when it fits nowhere. */
  readonly within: Insertion | null;
  /** As if other stops could leave (the same as `within` when it fits); null when no slot could ever hold it. */
  readonly beyond: Insertion | null;
}

/** How many of the cheapest places are looked into for whom a stop would push out. */
const PLACES = 3;

/**
 * Where a stop outside the plan would cost least: fewest days more, then least time more, then the lower slot.
 * Nobody required, nor of a quota without one to spare, is pushed out.
 * @throws RangeError for a stop that is not there, is frozen or is in the plan, and as `checkProblem`.
 */
export function cheapestInsertion(problem: RouteProblem, plan: RoutePlan, stop: number): Insertions {
  return insertionFinder(problem, plan)(stop);
}

/** The same for many stops and one plan. */
export function insertionFinder(problem: RouteProblem, plan: RoutePlan): (stop: number) => Insertions {
  const finder = new Finder(problem, plan);
  return (stop) => finder.find(stop);
}

interface Place {
  /** −1 = a new tour. */
  readonly row: number;
  readonly slot: number;
  readonly stops: readonly number[];
  readonly time: number;
  readonly days: number;
  readonly km: number;
}

class Finder {
  readonly #workshop: Workshop;
  readonly #base: PlanState;
  readonly #trial: PlanState;
  /** Index in the plan of each row. */
  readonly #tourOf: number[] = [];
  readonly #objective: number;

  constructor(problem: RouteProblem, plan: RoutePlan) {
    this.#workshop = new Workshop(problem);
    const { repair } = this.#workshop;
    this.#base = this.#workshop.empty();
    this.#trial = this.#workshop.empty();
    for (const [index, tour] of plan.tours.entries()) {
      const [first, ...others] = tour.stops;
      if (tour.frozen || first === undefined) continue;
      const row = this.#base.open(tour.slot, first, repair.stamp());
      if (row < 0) continue;
      for (const stop of others) this.#base.insert(row, this.#base.length[row] ?? 0, stop, repair.stamp());
      this.#tourOf[row] = index;
    }
    this.#objective = this.#base.objective();
  }

  find(stop: number): Insertions {
    const { c } = this.#workshop;
    if (!Number.isInteger(stop) || stop < 0 || stop >= c.n) throw new RangeError(`stop ${stop} is not in 0 … ${c.n - 1}`);
    if (c.isFrozen[stop] === 1 || (this.#base.rowOf[stop] ?? -1) >= 0) throw new RangeError(`stop ${stop} is in the plan already`);
    const places = this.#places(stop);
    for (const place of places) {
      this.#put(place, stop);
      if (this.#keepsRules(place.slot)) {
        const within = this.#insertion(place, true, []);
        return { within, beyond: within };
      }
    }
    let beyond: Insertion | null = null;
    for (const place of places.slice(0, PLACES)) {
      this.#put(place, stop);
      const pushed = this.#pushOut(place, stop);
      const found = this.#insertion(place, false, pushed);
      const isBetter = beyond === null || (found.wouldPushOut.length > 0 && (beyond.wouldPushOut.length === 0 || found.change > beyond.change));
      if (isBetter) beyond = found;
    }
    return { within: null, beyond };
  }

  /** Every place whose tour alone keeps its days, cheapest first. */
  #places(stop: number): Place[] {
    const { c } = this.#workshop;
    const base = this.#base;
    const places: Place[] = [];
    for (let slot = 0; slot < c.slots; slot += 1) {
      if (c.may[stop * c.slots + slot] === NEVER) continue;
      for (let row = -1; row < base.top; row += 1) {
        if (row >= 0 && ((base.length[row] ?? 0) === 0 || base.slot[row] !== slot)) continue;
        const place = this.#place(stop, slot, row);
        if (place !== null) places.push(place);
      }
    }
    return places.sort((a, b) => a.days - b.days || a.time - b.time || a.slot - b.slot || a.row - b.row);
  }

  #place(stop: number, slot: number, row: number): Place | null {
    const trial = this.#trial;
    trial.copyFrom(this.#base);
    const { repair } = this.#workshop;
    const target = row < 0 ? trial.open(slot, stop, repair.stamp()) : row;
    if (target < 0) return null;
    if (row >= 0) {
      trial.insert(row, trial.length[row] ?? 0, stop, repair.stamp());
      reorder(this.#workshop.c, trial.seq, row * trial.width, trial.length[row] ?? 0);
      trial.measure(row, repair.stamp());
    }
    if ((trial.days[target] ?? 0) > this.#workshop.c.problem.maxTourDays + TIME_TIE) return null;
    const before = (values: Float64Array): number => (row < 0 ? 0 : (values[row] ?? 0));
    const at = target * trial.width;
    return {
      row,
      slot,
      stops: Array.from(trial.seq.subarray(at, at + (trial.length[target] ?? 0))),
      time: (trial.time[target] ?? 0) - before(this.#base.time),
      days: (trial.days[target] ?? 0) - before(this.#base.days),
      km: (trial.km[target] ?? 0) - before(this.#base.km),
    };
  }

  #put(place: Place, stop: number): void {
    const trial = this.#trial;
    const { repair } = this.#workshop;
    trial.copyFrom(this.#base);
    if (place.row < 0) {
      trial.open(place.slot, stop, repair.stamp());
      return;
    }
    trial.insert(place.row, 0, stop, repair.stamp());
    trial.seq.set(place.stops, place.row * trial.width);
    trial.measure(place.row, repair.stamp());
  }

  #keepsRules(slot: number): boolean {
    const trial = this.#trial;
    for (let r = 0; r < trial.top; r += 1) {
      if ((trial.length[r] ?? 0) > 0 && trial.slot[r] === slot && (trial.days[r] ?? 0) > this.#workshop.c.problem.maxTourDays + TIME_TIE) return false;
    }
    return this.#workshop.fitting.fits(trial, slot);
  }

  /** Takes stops out of the trial's slot until it keeps its rules, then puts back who need not have left. */
  #pushOut(place: Place, stop: number): number[] {
    const { c, repair } = this.#workshop;
    const trial = this.#trial;
    const period = (c.slotPeriod[place.slot] ?? 0) * c.n;
    const candidates: number[] = [];
    for (let r = 0; r < trial.top; r += 1) {
      if ((trial.length[r] ?? 0) === 0 || trial.slot[r] !== place.slot) continue;
      for (const other of trial.seq.subarray(r * trial.width, r * trial.width + (trial.length[r] ?? 0))) {
        if (other !== stop) candidates.push(other);
      }
    }
    candidates.sort((a, b) => (c.gain[period + a] ?? 0) - (c.gain[period + b] ?? 0) || a - b);
    const out: number[] = [];
    for (const other of candidates) {
      if (this.#keepsRules(place.slot)) break;
      if (!this.#isSpare(other)) continue;
      trial.remove(other, repair.stamp());
      out.push(other);
    }
    if (!this.#keepsRules(place.slot)) {
      this.#put(place, stop);
      return [];
    }
    return out.filter((_, k) => !this.#canStay(place, stop, out, k));
  }

  #canStay(place: Place, stop: number, out: number[], k: number): boolean {
    const without = out.filter((_, other) => other !== k);
    this.#put(place, stop);
    for (const other of without) this.#trial.remove(other, this.#workshop.repair.stamp());
    const isEnough = this.#keepsRules(place.slot);
    if (isEnough) out[k] = -1;
    else if (out[k] !== undefined) this.#trial.remove(out[k], this.#workshop.repair.stamp());
    return isEnough;
  }

  #isSpare(stop: number): boolean {
    const { c } = this.#workshop;
    if (c.isRequired[stop] === 1) return false;
    return !(c.quotasOf[stop]?.some((q) => (this.#trial.quotaNeeds[q] ?? 0) >= 0) ?? false);
  }

  #insertion(place: Place, feasible: boolean, wouldPushOut: readonly number[]): Insertion {
    return {
      tour: place.row < 0 ? null : (this.#tourOf[place.row] ?? null),
      slot: place.slot,
      stops: place.stops,
      time: place.time,
      days: place.days,
      km: place.km,
      feasible,
      wouldPushOut,
      change: this.#trial.objective() - this.#objective,
    };
  }
}
