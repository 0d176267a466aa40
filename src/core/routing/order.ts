import { checkProblem } from "./check-problem.ts";
import { compile, type Compiled } from "./compiled.ts";
import type { RouteProblem } from "./problem.ts";
import { EXACT_STOPS, reorder } from "./reorder.ts";
import { NOWHERE, Scheduler } from "./scheduler.ts";
import { TIME_TIE, tourDays, tourKm, tourTime } from "./tour-figures.ts";

/** Stops in the order of the visits, with what the tour takes. */
export interface OrderedTour {
  readonly stops: readonly number[];
  /** Travel and service, in the problem's unit. */
  readonly time: number;
  readonly km: number;
  /** Days it occupies. */
  readonly days: number;
  /** First day at which the tour could begin, alone in its slot but for frozen tours; null when there is none. */
  readonly start: number | null;
}

/** Up to this many stops every order is tried when the windows bar the shortest both ways. */
const EVERY_ORDER = 7;

/**
 * The order of least time (of equal times, least km) in which a crew visits these stops: exact up to
 * 8 stops (Held & Karp, J. SIAM 10(1), 1962), by 2-opt and Or-opt above. Where windows bar every
 * beginning of that order, its reverse is tried, then up to 7 stops every order, the shortest that
 * can begin being taken. Frozen tours that hold any of the stops are not in the way.
 * @throws RangeError for a slot or a stop that is not there, a stop given twice, and as `checkProblem`.
 */
export function orderTour(problem: RouteProblem, slot: number, stops: readonly number[]): OrderedTour {
  if (problem.slots[slot] === undefined) throw new RangeError(`there is no slot ${slot}`);
  if (new Set(stops).size !== stops.length) throw new RangeError(`a stop is twice in ${stops.join(", ")}`);
  tourTime(problem, stops);
  const asked = { ...problem, frozen: problem.frozen.filter((tour) => !tour.stops.some((stop) => stops.includes(stop))) };
  checkProblem(asked);
  const c = compile(asked);
  const sorted = [...stops].sort((a, b) => a - b);
  const seq = Int32Array.from(sorted.length > EXACT_STOPS ? fromNearestToNearest(c, sorted) : sorted);
  reorder(c, seq, 0, seq.length);
  const shortest = described(c, slot, Array.from(seq));
  if (shortest.start !== null || stops.length === 0) return shortest;
  const turned = described(c, slot, [...shortest.stops].reverse());
  if (turned.start !== null && turned.time <= shortest.time + TIME_TIE) return turned;
  return (stops.length <= EVERY_ORDER ? shortestThatBegins(c, slot, sorted) : null) ?? shortest;
}

function described(c: Compiled, slot: number, stops: readonly number[]): OrderedTour {
  const { problem } = c;
  const time = tourTime(problem, stops);
  const days = tourDays(problem, time);
  return { stops, time, km: tourKm(problem, stops), days, start: firstDay(c, slot, stops, days) };
}

function firstDay(c: Compiled, slot: number, stops: readonly number[], days: number): number | null {
  const from = c.slotFrom[slot] ?? 0;
  if (!c.problem.wholeDays) return days <= (c.slotLength[slot] ?? 0) + TIME_TIE ? from : null;
  const scheduler = new Scheduler(c, 1);
  const seq = Int32Array.from(stops);
  scheduler.fill(0, slot, seq, 0, seq.length, days, false);
  const day = scheduler.next(0, 0);
  return day >= NOWHERE ? null : from + day;
}

function fromNearestToNearest(c: Compiled, stops: readonly number[]): number[] {
  const left = [...stops];
  const order: number[] = [];
  let place = 0;
  while (left.length > 0) {
    let best = 0;
    for (let k = 1; k < left.length; k += 1) {
      if ((c.time[place * c.places + (left[k] ?? 0) + 2] ?? 0) < (c.time[place * c.places + (left[best] ?? 0) + 2] ?? 0)) best = k;
    }
    const [stop = 0] = left.splice(best, 1);
    order.push(stop);
    place = stop + 2;
  }
  return order;
}

function shortestThatBegins(c: Compiled, slot: number, stops: readonly number[]): OrderedTour | null {
  let best: OrderedTour | null = null;
  const order: number[] = [];
  const isTaken = stops.map(() => false);
  const extend = (): void => {
    if (order.length === stops.length) {
      const time = tourTime(c.problem, order);
      const isLonger = best !== null && time >= best.time - TIME_TIE;
      if (isLonger) return;
      const tour = described(c, slot, [...order]);
      if (tour.start !== null) best = tour;
      return;
    }
    for (const [k, stop] of stops.entries()) {
      if (isTaken[k] === true) continue;
      isTaken[k] = true;
      order.push(stop);
      extend();
      order.pop();
      isTaken[k] = false;
    }
  };
  extend();
  return best;
}
