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
