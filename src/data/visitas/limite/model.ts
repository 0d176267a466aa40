import type { RouteProblem } from "../../../core/routing/problem.ts";

/** What a slot has left for tours that are not frozen. */
export interface SlotRoom {
  readonly slot: number;
  /** Days in the field. */
  readonly days: number;
  /** Days of the timeline, those in the field and the gaps between tours. */
  readonly span: number;
  readonly tours: number;
  /** First and one-past-last position in the timeline. */
  readonly from: number;
  readonly to: number;
  /** Positions that frozen tours take, ascending. */
  readonly taken: readonly number[];
}

/** Slots of one period that admit the same stops: one tour of the relaxation may be in any of them. */
export interface TourClass {
  readonly period: number;
  readonly slots: readonly SlotRoom[];
  /** Most days of a tour. */
  readonly maxDays: number;
  /** Stops that may be in it, ascending. */
  readonly stops: readonly number[];
  /** Sum of the slots' days and of their tours. */
  readonly days: number;
  readonly tours: number;
  /** From the first position of a slot to one past the last. */
  readonly from: number;
  readonly to: number;
}

/** What the relaxation keeps of a problem. */
export interface BoundModel {
  readonly problem: RouteProblem;
  readonly classes: readonly TourClass[];
  /** Points of the frozen tours, less their kilometres. */
  readonly frozenPoints: number;
  /** 1 for the stops of frozen tours. */
  readonly isFrozen: Uint8Array;
  /** Points a tour can at most win back by passing through a stop (where the kilometres are no metric), Infinity where it can win time. */
  readonly detourWin: Float64Array;
  /** Least time from each stop to the end, through others where that is shorter. */
  readonly homeward: Float64Array;
}

/** Above this many different rosters of stops, the slots of a period are one class: a looser bound, sooner. */
const MOST_CLASSES = 16;

/**
 * The relaxation of a problem: aggregated slots, windows only as "some day of the slot on which the visit may begin".
 * Every plan of the problem is one of the relaxation.
 * @throws RangeError for a problem without whole days, which the relaxation does not know.
 */
export function boundModel(problem: RouteProblem): BoundModel {
  if (!problem.wholeDays) throw new RangeError("the bound knows tours of whole days only, got wholeDays false");
  const isFrozen = new Uint8Array(problem.stops);
  let frozenPoints = 0;
  for (const tour of problem.frozen) {
    const period = problem.slots[tour.slot]?.period ?? 0;
    let before = 0;
    let km = 0;
    for (const stop of tour.stops) {
      isFrozen[stop] = 1;
      frozenPoints += problem.gain[period * problem.stops + stop] ?? 0;
      km += between(problem, problem.km, before, stop + 2);
      before = stop + 2;
    }
    frozenPoints -= problem.kmCost * (km + between(problem, problem.km, before, 1));
  }
  const rooms = problem.slots.map((_, slot) => roomOf(problem, slot));
  const rosters = problem.slots.map((_, slot) => rosterOf(problem, slot, isFrozen));
  let classes = classesBy(problem, rooms, rosters, (slot) => `${problem.slots[slot]?.period ?? 0} ${rosters[slot]?.join(" ") ?? ""}`);
  if (classes.length > MOST_CLASSES) classes = classesBy(problem, rooms, rosters, (slot) => String(problem.slots[slot]?.period ?? 0));
  return { problem, classes, frozenPoints, isFrozen, detourWin: detourWins(problem), homeward: homewards(problem) };
}

/** A figure of the problem's square tables between two places. */
export function between(problem: RouteProblem, table: Float64Array, a: number, b: number): number {
  return table[a * (problem.stops + 2) + b] ?? 0;
}

/** Days a tour of this time occupies; at least one. */
export function daysOf(problem: RouteProblem, time: number): number {
  return Math.max(1, Math.ceil(time / problem.day));
}

function roomOf(problem: RouteProblem, slot: number): SlotRoom {
  const { days, from, to, maxTours } = problem.slots[slot] ?? { days: 0, from: 0, to: 0, maxTours: 0 };
  const taken = new Set<number>();
  let inField = 0;
  let tours = 0;
  for (const frozen of problem.frozen) {
    if (frozen.slot !== slot) continue;
    const lasts = daysOf(problem, timeOf(problem, frozen.stops));
    inField += lasts;
    tours += 1;
    for (let at = frozen.start; at < frozen.start + lasts; at += 1) taken.add(at);
  }
  const span = Math.max(0, to - from - [...taken].filter((at) => at >= from && at < to).length);
  return {
    slot,
    days: Math.max(0, Math.min(Math.floor(days - inField), span)),
    span,
    tours: Math.max(0, maxTours - tours),
    from,
    to,
    taken: [...taken].sort((a, b) => a - b),
  };
}

/** Time of a tour in this order. */
export function timeOf(problem: RouteProblem, stops: readonly number[]): number {
  let before = 0;
  let time = 0;
  for (const stop of stops) {
    time += between(problem, problem.time, before, stop + 2) + (problem.service[stop] ?? 0);
    before = stop + 2;
  }
  return time + between(problem, problem.time, before, 1);
}

/** Kilometres of a tour in this order. */
export function kmOf(problem: RouteProblem, stops: readonly number[]): number {
  let before = 0;
  let km = 0;
  for (const stop of stops) {
    km += between(problem, problem.km, before, stop + 2);
    before = stop + 2;
  }
  return km + between(problem, problem.km, before, 1);
}

function rosterOf(problem: RouteProblem, slot: number, isFrozen: Uint8Array): readonly number[] {
  const { from, to } = problem.slots[slot] ?? { from: 0, to: 0 };
  const roster: number[] = [];
  for (let stop = 0; stop < problem.stops; stop += 1) {
    if (isFrozen[stop] === 1) continue;
    const allowed = problem.slotsOf[stop];
    if (allowed && !allowed.includes(slot)) continue;
    const window = problem.windows[stop];
    if (window && !window.subarray(from, to).includes(1)) continue;
    roster.push(stop);
  }
  return roster;
}

function classesBy(problem: RouteProblem, rooms: readonly SlotRoom[], rosters: readonly (readonly number[])[], key: (slot: number) => string): TourClass[] {
  const groups = new Map<string, SlotRoom[]>();
  for (const room of rooms) {
    if (room.days < 1 || room.tours < 1 || (rosters[room.slot]?.length ?? 0) === 0) continue;
    const group = groups.get(key(room.slot));
    if (group) group.push(room);
    else groups.set(key(room.slot), [room]);
  }
  return [...groups.values()].map((slots) => ({
    period: problem.slots[slots[0]?.slot ?? 0]?.period ?? 0,
    slots,
    maxDays: Math.min(Math.floor(problem.maxTourDays), Math.max(...slots.map((room) => room.days))),
    stops: [...new Set(slots.flatMap((room) => rosters[room.slot] ?? []))].sort((a, b) => a - b),
    days: slots.reduce((sum, room) => sum + room.days, 0),
    tours: slots.reduce((sum, room) => sum + room.tours, 0),
    from: Math.min(...slots.map((room) => room.from)),
    to: Math.max(...slots.map((room) => room.to)),
  }));
}

/** A stop of no points is passed by, unless passing through it wins time or kilometres between two others. */
function detourWins(problem: RouteProblem): Float64Array {
  const places = problem.stops + 2;
  const { time, km } = problem;
  const wins = new Float64Array(problem.stops);
  for (let stop = 0; stop < problem.stops; stop += 1) {
    const row = (stop + 2) * places;
    const service = problem.service[stop] ?? 0;
    let kmWon = 0;
    for (let a = 0; a < places && kmWon < Infinity; a += 1) {
      const timeTo = (time[row + a] ?? 0) + service;
      const kmTo = km[row + a] ?? 0;
      for (let b = a === 0 ? 1 : a + 1; b < places; b += 1) {
        if ((time[a * places + b] ?? 0) > timeTo + (time[row + b] ?? 0)) {
          kmWon = Infinity;
          break;
        }
        kmWon = Math.max(kmWon, (km[a * places + b] ?? 0) - kmTo - (km[row + b] ?? 0));
      }
    }
    wins[stop] = kmWon === Infinity ? Infinity : kmWon * problem.kmCost;
  }
  return wins;
}

/** Dijkstra's shortest paths to the end, visits on the way included. */
function homewards(problem: RouteProblem): Float64Array {
  const least = Float64Array.from({ length: problem.stops }, (_, stop) => between(problem, problem.time, stop + 2, 1));
  const isDone = new Uint8Array(problem.stops);
  for (let round = 0; round < problem.stops; round += 1) {
    let near = -1;
    for (let stop = 0; stop < problem.stops; stop += 1) {
      if (isDone[stop] === 0 && (near < 0 || (least[stop] ?? 0) < (least[near] ?? 0))) near = stop;
    }
    isDone[near] = 1;
    const through = (least[near] ?? 0) + (problem.service[near] ?? 0);
    for (let stop = 0; stop < problem.stops; stop += 1) {
      least[stop] = Math.min(least[stop] ?? 0, through + between(problem, problem.time, stop + 2, near + 2));
    }
  }
  return least;
}
