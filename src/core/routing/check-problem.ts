import type { RouteProblem } from "./problem.ts";
import { tourDays, tourTime } from "./tour-figures.ts";

/**
 * Checks that a problem is one: shapes, signs, finiteness, symmetry, indices, frozen tours that do not share
 * stops or overlap. Whether its demands can be met is another question.
 * @throws RangeError naming the first thing that is wrong and its value.
 */
export function checkProblem(problem: RouteProblem): void {
  const { stops: n, periods } = problem;
  whole(n, "stops", 0);
  whole(periods, "periods", 1);
  if (!(problem.day > 0 && problem.day < Infinity)) throw new RangeError(`day must be finite and above 0, got ${problem.day}`);
  if (!(problem.maxTourDays > 0)) throw new RangeError(`maxTourDays must be above 0, got ${problem.maxTourDays}`);
  whole(problem.gap, "gap", 0);
  amount(problem.kmCost, "kmCost");
  checkMatrix(problem.time, n + 2, "time");
  checkMatrix(problem.km, n + 2, "km");
  checkAmounts(problem.service, n, "service");
  checkAmounts(problem.gain, n * periods, "gain");
  const end = checkSlots(problem);
  checkPerStop(problem, end);
  checkDemands(problem);
  checkFrozen(problem);
}

function checkMatrix(values: Float64Array, places: number, name: string): void {
  if (values.length !== places * places) throw new RangeError(`${name} must hold ${places}² figures, got ${values.length}`);
  for (let i = 0; i < places; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const there = values[i * places + j] ?? NaN;
      const back = values[j * places + i] ?? NaN;
      if (!(there >= 0 && there < Infinity)) throw new RangeError(`${name} from place ${i} to ${j} must be finite and ≥ 0, got ${there}`);
      if (there !== back) throw new RangeError(`${name} from place ${i} to ${j} is ${there}, and ${back} back`);
    }
  }
}

function checkAmounts(values: Float64Array, length: number, name: string): void {
  if (values.length !== length) throw new RangeError(`${name} must hold ${length} figures, got ${values.length}`);
  for (let i = 0; i < length; i += 1) amount(values[i] ?? NaN, `${name} ${i}`);
}

/** One past the last day of the timeline. */
function checkSlots(problem: RouteProblem): number {
  let end = 0;
  for (const [s, slot] of problem.slots.entries()) {
    whole(slot.period, `period of slot ${s}`, 0, problem.periods - 1);
    whole(slot.from, `first day of slot ${s}`, 0);
    whole(slot.to, `end of slot ${s}`, slot.from);
    if (!(slot.days >= 0)) throw new RangeError(`days of slot ${s} must be ≥ 0, got ${slot.days}`);
    if (!(slot.maxTours >= 0)) throw new RangeError(`maxTours of slot ${s} must be ≥ 0, got ${slot.maxTours}`);
    end = Math.max(end, slot.to);
  }
  return end;
}

function checkPerStop(problem: RouteProblem, end: number): void {
  const { stops: n, windows, slotsOf, weeks } = problem;
  if (windows.length !== n) throw new RangeError(`windows must hold ${n} entries, got ${windows.length}`);
  if (slotsOf.length !== n) throw new RangeError(`slotsOf must hold ${n} entries, got ${slotsOf.length}`);
  for (const [i, window] of windows.entries()) {
    if (window === null) continue;
    if (!problem.wholeDays) throw new RangeError(`stop ${i} has a window, which needs whole days`);
    if (window.length < end) throw new RangeError(`window of stop ${i} must cover ${end} days, got ${window.length}`);
    const odd = window.find((value) => value > 2);
    if (odd !== undefined) throw new RangeError(`window of stop ${i} must hold 0, 1 or 2, got ${odd}`);
  }
  for (const [i, slots] of slotsOf.entries()) {
    for (const slot of slots ?? []) whole(slot, `slot allowed to stop ${i}`, 0, problem.slots.length - 1);
  }
  if (weeks === null) return;
  if (weeks.length < end) throw new RangeError(`weeks must cover ${end} days, got ${weeks.length}`);
  for (let d = 1; d < weeks.length; d += 1) {
    if ((weeks[d] ?? 0) < (weeks[d - 1] ?? 0)) throw new RangeError(`the week of day ${d} is before that of day ${d - 1}`);
  }
}

function checkDemands(problem: RouteProblem): void {
  const { stops: n } = problem;
  let before = -1;
  for (const stop of problem.required) {
    whole(stop, "required stop", 0, n - 1);
    if (stop <= before) throw new RangeError(`required stops must ascend, got ${stop} after ${before}`);
    before = stop;
  }
  for (const quota of problem.quotas) {
    whole(quota.least, `least of quota ${quota.id}`, 0);
    for (const stop of quota.stops) whole(stop, `stop of quota ${quota.id}`, 0, n - 1);
    if (new Set(quota.stops).size !== quota.stops.length) throw new RangeError(`quota ${quota.id} names a stop twice`);
  }
}

function checkFrozen(problem: RouteProblem): void {
  const seen = new Set<number>();
  const taken = new Map<number, { from: number; to: number }[]>();
  if (problem.frozen.length > 0 && !problem.wholeDays) throw new RangeError("frozen tours need whole days");
  for (const [f, tour] of problem.frozen.entries()) {
    whole(tour.slot, `slot of frozen tour ${f}`, 0, problem.slots.length - 1);
    if (tour.stops.length === 0) throw new RangeError(`frozen tour ${f} has no stop`);
    for (const stop of tour.stops) {
      whole(stop, `stop of frozen tour ${f}`, 0, problem.stops - 1);
      if (seen.has(stop)) throw new RangeError(`stop ${stop} is in two frozen tours`);
      seen.add(stop);
    }
    const slot = problem.slots[tour.slot];
    if (slot === undefined) continue;
    whole(tour.start, `start of frozen tour ${f}`, slot.from, slot.to - 1);
    const to = tour.start + tourDays(problem, tourTime(problem, tour.stops));
    const others = taken.get(tour.slot) ?? [];
    for (const other of others) {
      if (tour.start < other.to && other.from < to) {
        throw new RangeError(`frozen tour ${f} (days ${tour.start} to ${to - 1}) overlaps another of slot ${tour.slot} (days ${other.from} to ${other.to - 1})`);
      }
    }
    taken.set(tour.slot, [...others, { from: tour.start, to }]);
  }
}

function whole(value: number, name: string, least: number, most = Infinity): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new RangeError(`${name} must be a whole number ${most === Infinity ? `≥ ${least}` : `in ${least} … ${most}`}, got ${value}`);
}

function amount(value: number, name: string): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be finite and ≥ 0, got ${value}`);
}
