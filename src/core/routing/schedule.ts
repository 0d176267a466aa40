import { checkProblem } from "./check-problem.ts";
import { compile, type Compiled } from "./compiled.ts";
import type { RouteProblem } from "./problem.ts";
import { NOWHERE, Scheduler } from "./scheduler.ts";
import { TIME_TIE, tourDays, tourTime } from "./tour-figures.ts";

/** A tour to be given a first day. `start` non-null = it may not move. */
export interface TourToSchedule {
  /** In the order of the visits. */
  readonly stops: readonly number[];
  readonly start: number | null;
}

/** Up to this many free tours, the choice among the ways they fit is exact. */
const EXACT_CHOICE = 8;
/** A tour of at most this many days should not see a weekend. */
const WEEK_DAYS = 5;

/**
 * First days for all the tours of a slot, one crew, in the order given, or null when they do not
 * fit: none overlap, `gap` days between two, inside the slot, every visit in its windows, not more
 * than the slot's days and tours. The problem's frozen tours of that slot are in the way, and count
 * in its days and tours, unless they are among those given (same stops). Tours of up to five days
 * lie inside one week where that is possible; then tours of more gain go first (least Σ gain × day).
 * @throws RangeError for a slot or a stop that is not there, and as `checkProblem`.
 */
export function scheduleSlot(problem: RouteProblem, slot: number, tours: readonly TourToSchedule[]): readonly number[] | null {
  if (problem.slots[slot] === undefined) throw new RangeError(`there is no slot ${slot}`);
  const given = new Set(tours.map((tour) => tour.stops.join()));
  const frozen = problem.frozen.filter((tour) => tour.slot !== slot || !given.has(tour.stops.join()));
  const held = tours.flatMap(({ stops, start }) => (start === null ? [] : [{ slot, stops, start }]));
  const asked: RouteProblem = { ...problem, frozen: problem.wholeDays ? [...frozen, ...held] : [] };
  checkProblem(asked);
  return chooseStarts(compile(asked), slot, tours, false);
}

/**
 * The same for tours whose own problem is compiled with those of a fixed start frozen; with `isBothWays`
 * a tour may be given a day on which it must be travelled backwards.
 */
export function chooseStarts(c: Compiled, slot: number, tours: readonly TourToSchedule[], isBothWays: boolean): number[] | null {
  const { problem } = c;
  const from = c.slotFrom[slot] ?? 0;
  const days = tours.map((tour) => tourDays(problem, tourTime(problem, tour.stops)));
  const free = tours.flatMap((tour, k) => (tour.start === null ? [k] : []));
  if (!problem.wholeDays) return oneAfterAnother(c, slot, days);
  const frozen = problem.frozen.filter((tour) => tour.slot === slot);
  const taken = frozen.reduce((sum, tour) => sum + tourDays(problem, tourTime(problem, tour.stops)), 0);
  if (free.length > 0) {
    if (taken + free.reduce((sum, k) => sum + (days[k] ?? 0), 0) > (c.slotDays[slot] ?? 0) + TIME_TIE) return null;
    if (frozen.length + free.length > (c.slotTours[slot] ?? 0)) return null;
  }
  const scheduler = new Scheduler(c, free.length);
  scheduler.clear();
  for (const [row, k] of free.entries()) {
    const seq = Int32Array.from(tours[k]?.stops ?? []);
    scheduler.fill(row, slot, seq, 0, seq.length, days[k] ?? 0, isBothWays);
    scheduler.use(row);
  }
  const starts = starting(c, slot, scheduler, free.map((k) => ({ days: days[k] ?? 0, gain: gainOf(c, slot, tours[k]?.stops ?? []) })));
  if (starts === null) return null;
  const all = tours.map((tour) => tour.start ?? 0);
  for (const [row, k] of free.entries()) all[k] = from + (starts[row] ?? 0);
  return all;
}

function gainOf(c: Compiled, slot: number, stops: readonly number[]): number {
  let gain = 0;
  for (const stop of stops) gain += c.gain[(c.slotPeriod[slot] ?? 0) * c.n + stop] ?? 0;
  return gain;
}

function oneAfterAnother(c: Compiled, slot: number, days: readonly number[]): number[] | null {
  const starts: number[] = [];
  let t = c.slotFrom[slot] ?? 0;
  for (const length of days) {
    starts.push(t);
    t += length + c.problem.gap;
  }
  const end = (starts.at(-1) ?? 0) + (days.at(-1) ?? 0);
  const sum = days.reduce((total, length) => total + length, 0);
  if (days.length === 0) return starts;
  const { slotFrom, slotLength, slotDays, slotTours } = c;
  const isFit = end <= (slotFrom[slot] ?? 0) + (slotLength[slot] ?? 0) + TIME_TIE && sum <= (slotDays[slot] ?? 0) + TIME_TIE && days.length <= (slotTours[slot] ?? 0);
  return isFit ? starts : null;
}

interface FreeTour {
  readonly days: number;
  readonly gain: number;
}

function starting(c: Compiled, slot: number, scheduler: Scheduler, tours: readonly FreeTour[]): number[] | null {
  if (tours.length === 0) return [];
  if (tours.length <= EXACT_CHOICE) return chosen(c, slot, scheduler, tours);
  return insideWeeks(c, slot, scheduler, tours) ?? scheduler.earliest();
}

/** Whether a short tour that begins on day t of the slot sees a weekend. */
function isSplit(c: Compiled, slot: number, t: number, days: number): boolean {
  const { weeks } = c.problem;
  if (weeks === null || days > WEEK_DAYS) return false;
  const first = (c.slotFrom[slot] ?? 0) + t;
  return weeks[first] !== weeks[first + days - 1];
}

/** Least split tours, then least Σ gain × first day, over every order and every wait: by sets of tours begun and day reached. */
function chosen(c: Compiled, slot: number, scheduler: Scheduler, tours: readonly FreeTour[]): number[] | null {
  const room = c.slotLength[slot] ?? 0;
  const span = room + 1;
  const sets = 1 << tours.length;
  const splits = new Int32Array(sets * span).fill(NOWHERE);
  const waits = new Float64Array(sets * span).fill(Infinity);
  /** Tour begun last; −1 = a day waited. */
  const move = new Int8Array(sets * span).fill(-1);
  const came = new Int32Array(sets * span);
  splits[0] = 0;
  waits[0] = 0;
  const offer = (cell: number, split: number, wait: number, tour: number, before: number): void => {
    const held = splits[cell] ?? NOWHERE;
    if (split > held || (split === held && !(wait < (waits[cell] ?? Infinity)))) return;
    splits[cell] = split;
    waits[cell] = wait;
    move[cell] = tour;
    came[cell] = before;
  };
  for (let set = 0; set < sets; set += 1) {
    for (let t = 0; t < span; t += 1) {
      const cell = set * span + t;
      const split = splits[cell] ?? NOWHERE;
      if (split >= NOWHERE) continue;
      const wait = waits[cell] ?? Infinity;
      if (t + 1 < span) offer(cell + 1, split, wait, -1, cell);
      for (const [k, tour] of tours.entries()) {
        if ((set & (1 << k)) !== 0 || scheduler.next(k, t) !== t) continue;
        const end = Math.min(room, t + tour.days + c.problem.gap);
        offer((set | (1 << k)) * span + end, split + (isSplit(c, slot, t, tour.days) ? 1 : 0), wait + tour.gain * t, k, cell);
      }
    }
  }
  let cell = sets * span - 1;
  if ((splits[cell] ?? NOWHERE) >= NOWHERE) return null;
  const starts: number[] = tours.map(() => 0);
  while (cell !== 0) {
    const before = came[cell] ?? 0;
    const k = move[cell] ?? -1;
    if (k >= 0) starts[k] = before % span;
    cell = before;
  }
  return starts;
}

/** Tours of most gain a day first, each at the first day it may, rather in one week while the days still allow; null when that fails. */
function insideWeeks(c: Compiled, slot: number, scheduler: Scheduler, tours: readonly FreeTour[]): number[] | null {
  const rate = (k: number): number => (tours[k]?.gain ?? 0) / (tours[k]?.days ?? 1);
  const order = tours.map((_, k) => k).sort((a, b) => rate(b) - rate(a) || a - b);
  const gap = c.problem.gap;
  let left = tours.reduce((sum, tour) => sum + tour.days + gap, -gap);
  const starts: number[] = tours.map(() => 0);
  let t = 0;
  for (const k of order) {
    const days = tours[k]?.days ?? 0;
    const first = scheduler.next(k, t);
    if (first >= NOWHERE) return null;
    let begin = first;
    while (begin < NOWHERE && isSplit(c, slot, begin, days)) begin = scheduler.next(k, begin + 1);
    if (begin >= NOWHERE || begin + left > (c.slotLength[slot] ?? 0)) begin = first;
    starts[k] = begin;
    t = begin + days + gap;
    left -= days + gap;
  }
  return starts;
}
