import type { RouteProblem } from "../../../core/routing/problem.ts";
import { between } from "./model.ts";

/** Most steps of a tour: more cost more than they prune. */
const MOST_STEPS = 1200;

/**
 * What a tour can still bring, from above: the best walk to the end in steps of time rounded down,
 * which may come back to a stop but not at once (2-cycles are ruled out).
 */
export interface Completion {
  /** Length of a step. */
  readonly step: number;
  readonly steps: number;
  /** Points from local stop k, its visit done, with at most s steps left, at k·(steps + 1) + s. */
  readonly points: Float64Array;
  /** From the base: points of a tour of at most d days, at d. */
  readonly fromBase: Float64Array;
}

/**
 * Length of a step for these stops: a share of a day, but never longer than the shortest way from one to
 * the end of the visit of another, so that every move takes a step. Null when that takes too many steps.
 */
export function stepFor(problem: RouteProblem, stops: ArrayLike<number>, maxDays: number, stepsOfADay: number): number | null {
  const limit = maxDays * problem.day;
  let move = Infinity;
  for (let a = 0; a < stops.length; a += 1) {
    const stop = stops[a] ?? 0;
    for (let b = 0; b < stops.length; b += 1) {
      if (a !== b) move = Math.min(move, between(problem, problem.time, (stops[b] ?? 0) + 2, stop + 2) + (problem.service[stop] ?? 0));
    }
  }
  const step = Math.min(move, Math.max(problem.day / stepsOfADay, limit / MOST_STEPS));
  return step > 0 && limit / step <= MOST_STEPS ? step : null;
}

/** @param prize of each local stop, km apart */
export function completion(problem: RouteProblem, stops: ArrayLike<number>, prize: Float64Array, maxDays: number, step: number): Completion {
  const m = stops.length;
  const steps = Math.ceil((maxDays * problem.day) / step);
  const width = steps + 1;
  const places = problem.stops + 2;
  const cost = new Float64Array(m * m);
  const lasts = new Int32Array(m * m);
  const home = new Float64Array(m);
  const homeLasts = new Int32Array(m);
  const endLasts = new Int32Array(m);
  for (let k = 0; k < m; k += 1) {
    const to = (stops[k] ?? 0) + 2;
    const service = problem.service[to - 2] ?? 0;
    for (let j = 0; j < m; j += 1) {
      const from = (stops[j] ?? 0) + 2;
      cost[j * m + k] = (prize[k] ?? 0) - problem.kmCost * (problem.km[from * places + to] ?? 0);
      lasts[j * m + k] = Math.floor(((problem.time[from * places + to] ?? 0) + service) / step);
    }
    home[k] = -problem.kmCost * between(problem, problem.km, to, 1);
    homeLasts[k] = Math.floor((between(problem, problem.time, 0, to) + service) / step);
    endLasts[k] = Math.floor(between(problem, problem.time, to, 1) / step);
  }
  const first = new Float64Array(m * width);
  const second = new Float64Array(m * width);
  const next = new Int32Array(m * width);
  for (let s = 0; s <= steps; s += 1) {
    for (let j = 0; j < m; j += 1) {
      let best = s >= (endLasts[j] ?? 0) ? (home[j] ?? 0) : -Infinity;
      let other = -Infinity;
      let by = -1;
      for (let k = 0; k < m; k += 1) {
        if (k === j) continue;
        const left = s - (lasts[j * m + k] ?? 0);
        if (left < 0) continue;
        const at = k * width + left;
        const value = (cost[j * m + k] ?? 0) + ((next[at] ?? 0) === j ? (second[at] ?? 0) : (first[at] ?? 0));
        if (value > best) {
          other = best;
          best = value;
          by = k;
        } else if (value > other) other = value;
      }
      first[j * width + s] = best;
      second[j * width + s] = other;
      next[j * width + s] = by;
    }
  }
  const fromBase = new Float64Array(maxDays + 1).fill(-Infinity);
  for (let d = 1; d <= maxDays; d += 1) {
    for (let k = 0; k < m; k += 1) {
      const left = Math.ceil((d * problem.day) / step) - (homeLasts[k] ?? 0);
      if (left < 0) continue;
      const value = (prize[k] ?? 0) - problem.kmCost * between(problem, problem.km, 0, (stops[k] ?? 0) + 2) + (first[k * width + left] ?? 0);
      if (value > (fromBase[d] ?? 0)) fromBase[d] = value;
    }
  }
  return { step, steps, points: first, fromBase };
}

/** At k·width + s, for a label of stop k that has used s steps: the most it can still win above `perDay` for each day. */
export function hopesOf(
  problem: RouteProblem,
  stops: number,
  maxDays: number,
  rest: Completion,
  perDay: number,
): { readonly step: number; readonly width: number; readonly values: Float64Array } {
  const width = rest.steps + 1;
  const values = new Float64Array(stops * width).fill(-Infinity);
  for (let d = 1; d <= maxDays; d += 1) {
    for (let used = 0; used <= rest.steps; used += 1) {
      const left = Math.min(rest.steps, Math.ceil((d * problem.day) / rest.step - used));
      if (left < 0) continue;
      for (let k = 0; k < stops; k += 1) {
        const hope = (rest.points[k * width + left] ?? 0) - perDay * d;
        if (hope > (values[k * width + used] ?? 0)) values[k * width + used] = hope;
      }
    }
  }
  return { step: rest.step, width, values };
}
