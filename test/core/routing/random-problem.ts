import type { RandomStream } from "../../../src/core/metodo/random-stream.ts";
import { seededStream } from "../../../src/core/metodo/seeded-random.ts";
import { tourDays, tourTime } from "../../../src/core/routing/tour-figures.ts";
import type { FrozenTour, RouteProblem, Slot } from "../../../src/core/routing/problem.ts";

export interface Shape {
  readonly stops: number;
  readonly crews: number;
  readonly periods: number;
  /** Working days of a period. */
  readonly periodDays: number;
  readonly hasWindows: boolean;
  readonly hasFrozen: boolean;
  readonly hasDemands: boolean;
}

/** A problem whose every trait is drawn: the traits that a plan of visits can have, together and apart. */
export function randomProblem(seed: string, given: Partial<Shape> = {}): RouteProblem {
  const stream = seededStream(seed);
  const shape: Shape = {
    stops: whole(stream, 1, 16),
    crews: whole(stream, 1, 3),
    periods: whole(stream, 1, 3),
    periodDays: whole(stream, 6, 20),
    hasWindows: stream.uniform() < 0.5,
    hasFrozen: stream.uniform() < 0.3,
    hasDemands: stream.uniform() < 0.5,
    ...given,
  };
  const { stops: n, periods } = shape;
  const day = 480;
  const { time, km } = travel(stream, n, day);
  const slots = slotsOf(stream, shape);
  const horizon = periods * shape.periodDays;
  const weekShift = whole(stream, 0, 4);
  const service = Float64Array.from({ length: n }, () => (day * whole(stream, 0, 6)) / 4);
  const plain: RouteProblem = {
    stops: n,
    time,
    km,
    service,
    day,
    wholeDays: true,
    maxTourDays: whole(stream, 2, 10),
    slots,
    periods,
    gap: whole(stream, 0, 2),
    gain: gains(stream, n, periods),
    kmCost: stream.uniform() < 0.7 ? 0.002 : 0.05,
    windows: Array.from({ length: n }, () => (shape.hasWindows && stream.uniform() < 0.5 ? someWindow(stream, horizon) : null)),
    weeks: stream.uniform() < 0.7 ? Int32Array.from({ length: horizon }, (_, d) => Math.floor((d + weekShift) / 5)) : null,
    slotsOf: Array.from({ length: n }, () => (stream.uniform() < 0.15 ? [...slots.keys()].filter(() => stream.uniform() < 0.5) : null)),
    required: shape.hasDemands ? Array.from({ length: n }, (_, i) => i).filter(() => stream.uniform() < 0.2) : [],
    quotas: shape.hasDemands ? [quota(stream, n, "a"), quota(stream, n, "b")] : [],
    frozen: [],
  };
  return shape.hasFrozen ? { ...plain, frozen: frozenTours(stream, plain) } : plain;
}

function whole(stream: RandomStream, least: number, most: number): number {
  return least + Math.floor(stream.uniform() * (most - least + 1));
}

function travel(stream: RandomStream, n: number, day: number): { time: Float64Array; km: Float64Array } {
  const places = n + 2;
  const points = Array.from({ length: places }, () => ({ x: 900 * stream.uniform(), y: 900 * stream.uniform() }));
  const base = points[0] ?? { x: 0, y: 0 };
  points[1] = base;
  const km = new Float64Array(places * places);
  for (const [i, a] of points.entries()) {
    for (const [j, b] of points.entries()) {
      if (j >= i) continue;
      const apart = Math.round(10 * Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y))) / 10;
      km[i * places + j] = apart;
      km[j * places + i] = apart;
    }
  }
  return { km, time: km.map((apart) => Math.round((day * apart) / 480)) };
}

function slotsOf(stream: RandomStream, { crews, periods, periodDays }: Shape): Slot[] {
  const slots: Slot[] = [];
  for (let crew = 0; crew < crews; crew += 1) {
    for (let period = 0; period < periods; period += 1) {
      const from = period * periodDays + whole(stream, 0, 2);
      const to = (period + 1) * periodDays;
      slots.push({ crew, period, days: Math.min(whole(stream, 3, 12), to - from), from, to, maxTours: stream.uniform() < 0.2 ? whole(stream, 1, 2) : Infinity });
    }
  }
  return slots;
}

function gains(stream: RandomStream, n: number, periods: number): Float64Array {
  const value = Array.from({ length: n }, () => (stream.uniform() < 0.1 ? 0 : 100 * stream.uniform()));
  return Float64Array.from({ length: n * periods }, (_, k) => (1 - 0.2 * Math.floor(k / n)) * (value[k % n] ?? 0));
}

function someWindow(stream: RandomStream, horizon: number): Uint8Array {
  const from = whole(stream, 0, horizon - 1);
  const to = stream.uniform() < 0.5 ? horizon : Math.min(horizon, from + whole(stream, 1, 8));
  const window = new Uint8Array(horizon);
  window.fill(1, from, to);
  if (stream.uniform() < 0.2) {
    window.fill(2, 0, horizon);
    window[from] = 1;
  }
  return window;
}

function quota(stream: RandomStream, n: number, id: string): { id: string; stops: number[]; least: number } {
  const stops = Array.from({ length: n }, (_, i) => i).filter(() => stream.uniform() < 0.4);
  return { id, stops, least: whole(stream, 0, Math.min(3, stops.length)) };
}

function frozenTours(stream: RandomStream, problem: RouteProblem): FrozenTour[] {
  const stop = whole(stream, 0, problem.stops - 1);
  const stops = problem.stops > 2 && stream.uniform() < 0.5 ? [stop, (stop + 1) % problem.stops] : [stop];
  const slot = whole(stream, 0, problem.slots.length - 1);
  const { from = 0, to = 0 } = problem.slots[slot] ?? {};
  const days = tourDays(problem, tourTime(problem, stops));
  return [{ slot, stops, start: from + whole(stream, 0, Math.max(0, to - from - days)) }];
}
