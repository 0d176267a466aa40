import { compile, type Compiled } from "./compiled.ts";
import type { RoutePlan, RouteProblem, Tour } from "./problem.ts";
import { chooseStarts } from "./schedule.ts";
import { Scheduler } from "./scheduler.ts";
import { tourDays, tourKm, tourTime } from "./tour-figures.ts";

/** A tour by its stops only; times, km, days and objective are worked out. */
export interface TourDraft {
  readonly slot: number;
  /** In the order of the visits. */
  readonly stops: readonly number[];
  /** Position of the first day; null = to be chosen. */
  readonly start: number | null;
  readonly frozen: boolean;
}

/**
 * The plan of these tours, in the order of their stops as given: first days chosen where null
 * (for a slot whose tours do not fit, one after the other from the slot's first day: `checkPlan` says what is wrong).
 * Sums are made in the plan's order, so that equal tours give equal figures to the last bit.
 * The problem's frozen tours are there only when they are among `tours`.
 * @throws RangeError for a slot or a stop that is not there, or a stop in two tours.
 */
export function assemblePlan(problem: RouteProblem, tours: readonly TourDraft[]): RoutePlan {
  const seen = new Set<number>();
  for (const { slot, stops } of tours) {
    if (problem.slots[slot] === undefined) throw new RangeError(`there is no slot ${slot}`);
    for (const stop of stops) {
      if (seen.has(stop)) throw new RangeError(`stop ${stop} is in two tours`);
      seen.add(stop);
    }
  }
  const frozen = tours.flatMap(({ slot, stops, start }) => (start === null ? [] : [{ slot, stops, start }]));
  return assemble(compile({ ...problem, frozen: problem.wholeDays ? frozen : [] }), problem, tours, false);
}

/**
 * The plan of the compiled problem's own tours; `isBothWays`: a tour is turned where only that keeps its windows.
 * @param problem whose demands are counted
 */
export function assemble(c: Compiled, problem: RouteProblem, drafts: readonly TourDraft[], isBothWays: boolean): RoutePlan {
  const tours: Tour[] = [];
  for (const slot of problem.slots.keys()) {
    const own = drafts.filter((draft) => draft.slot === slot);
    if (own.length === 0) continue;
    const starts = chooseStarts(c, slot, own, isBothWays) ?? inARow(problem, slot, own);
    const placed = own.map((draft, k) => tourOf(c, problem, draft, starts[k] ?? 0, isBothWays));
    tours.push(...placed.sort((a, b) => a.start - b.start || (a.stops[0] ?? 0) - (b.stops[0] ?? 0)));
  }
  return withSums(problem, tours);
}

/** The plan of tours that are in order, with its sums and the demands it leaves unmet. */
export function withSums(problem: RouteProblem, tours: readonly Tour[]): RoutePlan {
  const isPlanned = new Uint8Array(problem.stops);
  let gain = 0;
  let km = 0;
  for (const tour of tours) {
    const period = problem.slots[tour.slot]?.period ?? 0;
    for (const stop of tour.stops) {
      isPlanned[stop] = 1;
      gain += problem.gain[period * problem.stops + stop] ?? 0;
    }
    km += tour.km;
  }
  const short = [...problem.quotas.entries()].flatMap(([quota, { stops, least }]) => {
    const by = least - stops.reduce((sum, stop) => sum + (isPlanned[stop] ?? 0), 0);
    return by > 0 ? [{ quota, by }] : [];
  });
  return { tours, objective: gain - problem.kmCost * km, gain, km, missing: problem.required.filter((stop) => isPlanned[stop] !== 1), short };
}

function tourOf(c: Compiled, problem: RouteProblem, draft: TourDraft, start: number, isBothWays: boolean): Tour {
  const time = tourTime(problem, draft.stops);
  const days = tourDays(problem, time);
  let stops = draft.stops;
  if (isBothWays && !draft.frozen && c.isReversible && problem.wholeDays) {
    const scheduler = new Scheduler(c, 1);
    const seq = Int32Array.from(stops);
    if (!scheduler.isAllowed(start, seq, 0, seq.length, days)) stops = [...stops].reverse();
  }
  return { slot: draft.slot, stops, time, km: tourKm(problem, stops), days, start, frozen: draft.frozen };
}

function inARow(problem: RouteProblem, slot: number, drafts: readonly TourDraft[]): number[] {
  let t = problem.slots[slot]?.from ?? 0;
  return drafts.map((draft) => {
    if (draft.start !== null) return draft.start;
    const start = t;
    t += tourDays(problem, tourTime(problem, draft.stops)) + problem.gap;
    return start;
  });
}
