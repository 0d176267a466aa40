import type { RouteProblem } from "../../src/core/routing/problem.ts";

/**
 * A team-orienteering instance as published by Chao, Golden and Wasil (EJOR 88, 1996): lines "n 100", "m 2",
 * "tmax 25.0", then x, y and score of each point; the first is the start and the last the end. Each vehicle
 * is a slot of one tour; distances are Euclidean and not rounded.
 * @throws RangeError for a text that is none.
 */
export function teamOrienteering(text: string): RouteProblem {
  const lines = text.trim().split(/\r?\n/).map((line) => line.trim().split(/[\s;]+/));
  const header = (k: number, name: string): number => {
    const [key, value] = lines[k] ?? [];
    if (key !== name || !Number.isFinite(Number(value))) throw new RangeError(`line ${k + 1} must be "${name} <number>", got ${String(lines[k])}`);
    return Number(value);
  };
  const n = header(0, "n");
  const vehicles = header(1, "m");
  const tmax = header(2, "tmax");
  const points = lines.slice(3).map(([x, y, score]) => ({ x: Number(x), y: Number(y), score: Number(score) }));
  if (points.length !== n || points.some(({ x, y, score }) => !Number.isFinite(x + y + score))) throw new RangeError(`${n} points announced, ${points.length} read`);
  const stops = n - 2;
  const order = [0, n - 1, ...Array.from({ length: stops }, (_, i) => i + 1)];
  const time = new Float64Array(n * n);
  for (const [i, a] of order.entries()) {
    for (const [j, b] of order.entries()) {
      const dx = (points[a]?.x ?? 0) - (points[b]?.x ?? 0);
      const dy = (points[a]?.y ?? 0) - (points[b]?.y ?? 0);
      time[i * n + j] = Math.sqrt(dx * dx + dy * dy);
    }
  }
  return {
    stops,
    time,
    km: time,
    service: new Float64Array(stops),
    day: 1,
    wholeDays: false,
    maxTourDays: tmax,
    slots: Array.from({ length: vehicles }, (_, crew) => ({ crew, period: 0, days: tmax, from: 0, to: Math.ceil(tmax), maxTours: 1 })),
    periods: 1,
    gap: 0,
    gain: Float64Array.from(order.slice(2), (k) => points[k]?.score ?? 0),
    kmCost: 0,
    windows: Array.from({ length: stops }, () => null),
    weeks: null,
    slotsOf: Array.from({ length: stops }, () => null),
    required: [],
    quotas: [],
    frozen: [],
  };
}
