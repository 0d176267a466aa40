import { seededStream, splitSeed } from "../../src/core/metodo/seeded-random.ts";
import type { RouteProblem, Slot } from "../../src/core/routing/problem.ts";

/** What a made-up year of visits is like; the defaults are the size of Mato Grosso. */
export interface YearShape {
  readonly stops: number;
  readonly crews: number;
  /** Days of a crew in a quarter. */
  readonly days: number;
  /** Sides of the territory, in km. */
  readonly width: number;
  readonly height: number;
}

const STATE: YearShape = { stops: 141, crews: 3, days: 20, width: 1200, height: 1250 };
const MINUTES = 480;
const SPEED = 60;
const HOURS = 8;
const QUARTERS = 4;
const QUARTER_DAYS = 62;
const WEIGHTS = [1, 0.8, 0.6, 0.4] as const;

/**
 * A year of visits made up from a seed: seats in clusters and alone, the base a third up and in the
 * middle, detours from 1.2 in the west to 1.55 in the north-east, V from 15 to 95, visits of half a day to
 * two, one in four waiting for a term to end.
 */
export function yearOfVisits(seed: string, shape: YearShape = STATE): RouteProblem {
  const stream = seededStream(splitSeed(seed, "ano"));
  const { stops: n, crews, days, width, height } = shape;
  const draw = (least: number, most: number): number => least + (most - least) * stream.uniform();
  const clusters = Array.from({ length: 8 }, () => ({ x: draw(0, width), y: draw(0, height) }));
  const points = Array.from({ length: n + 2 }, (_, k) => {
    if (k < 2) return { x: width / 2, y: height / 3 };
    const near = stream.uniform() < 0.6 ? clusters[Math.floor(stream.uniform() * clusters.length)] : undefined;
    return near === undefined ? { x: draw(0, width), y: draw(0, height) } : { x: near.x + draw(-110, 110), y: near.y + draw(-110, 110) };
  });
  const detour = ({ x, y }: { x: number; y: number }): number => (x > 0.6 * width && y > 0.5 * height ? 1.55 : 1.2 + (0.2 * y) / height);
  const km = new Float64Array((n + 2) * (n + 2));
  for (const [i, a] of points.entries()) {
    for (const [j, b] of points.entries()) {
      const straight = Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
      km[i * (n + 2) + j] = Math.round(5 * straight * (detour(a) + detour(b))) / 10;
    }
  }
  const slots: Slot[] = [];
  for (let crew = 0; crew < crews; crew += 1) {
    for (let period = 0; period < QUARTERS; period += 1) {
      slots.push({ crew, period, days, from: period * QUARTER_DAYS, to: (period + 1) * QUARTER_DAYS, maxTours: Infinity });
    }
  }
  const value = Array.from({ length: n }, () => draw(15, 95));
  const horizon = QUARTERS * QUARTER_DAYS;
  return {
    stops: n,
    km,
    time: km.map((length) => Math.round((MINUTES * length) / SPEED / HOURS)),
    service: Float64Array.from({ length: n }, () => MINUTES * ([0.5, 1, 1, 1.5, 2][Math.floor(stream.uniform() * 5)] ?? 1)),
    day: MINUTES,
    wholeDays: true,
    maxTourDays: 10,
    slots,
    periods: QUARTERS,
    gap: 1,
    gain: Float64Array.from({ length: n * QUARTERS }, (_, k) => (WEIGHTS[Math.floor(k / n)] ?? 1) * (value[k % n] ?? 0)),
    kmCost: 0.002,
    windows: Array.from({ length: n }, () => (stream.uniform() < 0.25 ? new Uint8Array(horizon).fill(1, Math.floor(draw(1, 1.5 * QUARTER_DAYS))) : null)),
    weeks: Int32Array.from({ length: horizon }, (_, d) => Math.floor(d / 5)),
    slotsOf: Array.from({ length: n }, () => null),
    required: [],
    quotas: [],
    frozen: [],
  };
}

/** A country of 5,570 municipalities: 27 bases, each visiting the others of its state, 853 stops in the largest. */
export function countryOfVisits(seed: string): readonly RouteProblem[] {
  const sizes = [853, 645, 497, 417, 399, 295, 293, 246, 224, 223, 217, 185, 184, 167, 144, 141, 139, 102, 92, 79, 78, 75, 62, 52, 22, 16, 1];
  const rest = 5570 - 27 - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, k) =>
    yearOfVisits(splitSeed(seed, "base", k), { stops: k === 1 ? size + rest : size, crews: 3, days: 20, width: 30 * Math.sqrt(size) + 100, height: 30 * Math.sqrt(size) + 100 }),
  );
}
