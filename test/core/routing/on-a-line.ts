import type { RouteProblem } from "../../../src/core/routing/problem.ts";

export interface Line {
  /** Days of travel of each stop from the base, which is at 0; below 0 = on the other side. */
  readonly at: readonly number[];
  /** Days of each visit. */
  readonly service: readonly number[];
  /** Days of the one slot, and its length in the timeline. */
  readonly days: number;
  readonly length: number;
}

/** One crew, one period, stops on a straight road: figures that can be worked in the head. A day is 480, and 480 km. */
export function onALine({ at, service, days, length }: Line, change: Partial<RouteProblem> = {}): RouteProblem {
  const points = [0, 0, ...at];
  const places = points.length;
  const time = Float64Array.from({ length: places * places }, (_, k) => 480 * Math.abs((points[Math.floor(k / places)] ?? 0) - (points[k % places] ?? 0)));
  return {
    stops: at.length,
    time,
    km: time,
    service: Float64Array.from(service, (visit) => 480 * visit),
    day: 480,
    wholeDays: true,
    maxTourDays: 10,
    slots: [{ crew: 0, period: 0, days, from: 0, to: length, maxTours: Infinity }],
    periods: 1,
    gap: 0,
    gain: new Float64Array(at.length).fill(50),
    kmCost: 0.002,
    windows: at.map(() => null),
    weeks: null,
    slotsOf: at.map(() => null),
    required: [],
    quotas: [],
    frozen: [],
    ...change,
  };
}
