import type { RouteProblem } from "./problem.ts";

/** Two times nearer than this are one: sums of decimals made in another order differ in the last bits. */
export const TIME_TIE = 1e-9;

/**
 * Travel and service of a tour, in the problem's unit.
 * @throws RangeError for a stop that is not there.
 */
export function tourTime(problem: RouteProblem, stops: readonly number[]): number {
  let sum = alongPlaces(problem, problem.time, stops);
  for (const stop of stops) sum += problem.service[stop] ?? 0;
  return sum;
}

/**
 * Kilometres of a tour.
 * @throws RangeError for a stop that is not there.
 */
export function tourKm(problem: RouteProblem, stops: readonly number[]): number {
  return alongPlaces(problem, problem.km, stops);
}

/** Days that a tour of this time occupies: at least one where days are whole. */
export function tourDays(problem: Pick<RouteProblem, "day" | "wholeDays">, time: number): number {
  const days = time / problem.day;
  return problem.wholeDays ? Math.max(1, Math.ceil(days - TIME_TIE)) : days;
}

/** First and last day of each visit, counted from the tour's first day (0). */
export interface VisitDays {
  readonly first: number;
  readonly last: number;
}

/**
 * Days of the visits of a tour, in their order: a visit begins on the day in which the time before it
 * ends, and lasts to the day in which its own time ends.
 * @throws RangeError for a stop that is not there.
 */
export function visitDays(problem: RouteProblem, stops: readonly number[]): readonly VisitDays[] {
  const last = tourDays(problem, tourTime(problem, stops)) - 1;
  const places = problem.stops + 2;
  const days: VisitDays[] = [];
  let place = 0;
  let time = 0;
  for (const stop of stops) {
    time += problem.time[place * places + stop + 2] ?? 0;
    const service = problem.service[stop] ?? 0;
    const begin = Math.min(last, Math.floor(time / problem.day + TIME_TIE));
    const end = service > 0 ? Math.ceil((time + service) / problem.day - TIME_TIE) - 1 : begin;
    days.push({ first: begin, last: Math.max(begin, Math.min(last, end)) });
    time += service;
    place = stop + 2;
  }
  return days;
}

function alongPlaces(problem: RouteProblem, matrix: Float64Array, stops: readonly number[]): number {
  const places = problem.stops + 2;
  let place = 0;
  let sum = 0;
  for (const stop of stops) {
    if (!Number.isInteger(stop) || stop < 0 || stop >= problem.stops) throw new RangeError(`stop ${stop} is not in 0 … ${problem.stops - 1}`);
    sum += matrix[place * places + stop + 2] ?? 0;
    place = stop + 2;
  }
  return sum + (matrix[place * places + 1] ?? 0);
}
