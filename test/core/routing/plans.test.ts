import { describe, expect, it } from "vitest";
import { assemblePlan } from "../../../src/core/routing/assemble.ts";
import { checkPlan } from "../../../src/core/routing/check-plan.ts";
import { greedyPlan, rankOrderPlan } from "../../../src/core/routing/greedy.ts";
import { cheapestInsertion } from "../../../src/core/routing/insertion.ts";
import { orderTour } from "../../../src/core/routing/order.ts";
import { scheduleSlot } from "../../../src/core/routing/schedule.ts";
import { createSearch } from "../../../src/core/routing/search.ts";
import { onALine } from "./on-a-line.ts";
import { randomProblem } from "./random-problem.ts";

function free(stops: readonly number[], start: number | null = null): { stops: readonly number[]; start: number | null } {
  return { stops, start };
}

function tourOf(stops: readonly number[]): { slot: number; stops: readonly number[]; start: null; frozen: boolean } {
  return { slot: 0, stops, start: null, frozen: false };
}

describe("order of a tour", () => {
  it("goes out and comes back along the road", () => {
    // Out to 1, 2, 3 and back: 6 days of travel whatever lies between; 1 + 1 + 1 days of visits.
    const tour = orderTour(onALine({ at: [2, 1, 3], service: [1, 1, 1], days: 10, length: 10 }), 0, [0, 1, 2]);
    expect(tour).toMatchObject({ time: 480 * 9, km: 480 * 6, days: 9, start: 0 });
  });

  it("is as short as the shortest of all orders, up to seven stops", () => {
    for (let k = 0; k < 30; k += 1) {
      const problem = randomProblem(`ordem-${k}`, { stops: 7, hasWindows: false, hasFrozen: false });
      const stops = [0, 1, 2, 3, 4, 5, 6].slice(0, 2 + (k % 6));
      const times = orders(stops).map((order) => orderTime(problem, order));
      expect(orderTour(problem, 0, stops).time).toBe(Math.min(...times));
    }
  });

  it("turns round when only the way back keeps a window", () => {
    // Stops on either side of the base: both ways are as long; alone, the higher number goes first.
    const line = { at: [1, -1], service: [1, 1], days: 10, length: 10 };
    expect(orderTour(onALine(line), 0, [0, 1])).toMatchObject({ stops: [1, 0], start: 0, days: 6 });
    // Travel 1, visit 1, travel 2, visit 1, travel 1: the first visit is on day 1, the second on day 4; stop 0 may be only on day 1.
    const soon = onALine(line, { windows: [new Uint8Array(10).fill(1, 1, 2), null], slots: [{ crew: 0, period: 0, days: 6, from: 0, to: 6, maxTours: 1 }] });
    expect(orderTour(soon, 0, [0, 1])).toMatchObject({ stops: [0, 1], start: 0, days: 6 });
  });

  it("has no beginning where no order keeps the windows", () => {
    const never = onALine({ at: [1], service: [1], days: 10, length: 10 }, { windows: [new Uint8Array(10).fill(1, 0, 1)] });
    expect(orderTour(never, 0, [0]).start).toBeNull();
  });

  it("refuses a stop that is not there, and one given twice", () => {
    const problem = onALine({ at: [1], service: [1], days: 10, length: 10 });
    expect(() => orderTour(problem, 0, [1])).toThrow(RangeError);
    expect(() => orderTour(problem, 0, [0, 0])).toThrow("twice");
  });
});

describe("first days of a slot", () => {
  const line = { at: [1, 1, 1], service: [1, 1, 1], days: 9, length: 15 };

  it("keep short tours inside a week", () => {
    // Three tours of 3 days; weeks of 5 days: two could go in the first six days, but one would see a weekend.
    const problem = onALine(line, { weeks: Int32Array.from({ length: 15 }, (_, d) => Math.floor(d / 5)) });
    expect(scheduleSlot(problem, 0, [free([0]), free([1]), free([2])])?.toSorted((a, b) => a - b)).toEqual([0, 5, 10]);
    expect(scheduleSlot(onALine(line), 0, [free([0]), free([1]), free([2])])?.toSorted((a, b) => a - b)).toEqual([0, 3, 6]);
  });

  it("put tours of more gain first", () => {
    const problem = onALine(line, { gain: Float64Array.of(10, 90, 50) });
    expect(scheduleSlot(problem, 0, [free([0]), free([1]), free([2])])).toEqual([6, 0, 3]);
  });

  it("go round frozen tours and the gaps beside them", () => {
    const problem = onALine(line, { gap: 1, frozen: [{ slot: 0, stops: [2], start: 4 }] });
    // Frozen on days 4–6; with a gap of one, days 3 to 7 are closed: one tour in 0–2, the other from 8 on.
    expect(scheduleSlot(problem, 0, [free([0]), free([1])])?.toSorted((a, b) => a - b)).toEqual([0, 8]);
  });

  it("are none when the days of the slot or its length do not do", () => {
    expect(scheduleSlot(onALine({ ...line, days: 8 }), 0, [free([0]), free([1]), free([2])])).toBeNull();
    expect(scheduleSlot(onALine({ ...line, length: 9 }, { gap: 1 }), 0, [free([0]), free([1]), free([2])])).toBeNull();
  });

  it("are exact where only one order of the tours keeps all windows", () => {
    // Visits are on the tour's second day. Stop 0 may be visited from day 7 on, stop 1 until day 1, stop 2 on day 4 only.
    const windows = [new Uint8Array(9).fill(1, 7), new Uint8Array(9).fill(1, 0, 2), new Uint8Array(9).fill(1, 4, 5)];
    expect(scheduleSlot(onALine({ ...line, length: 9 }, { windows }), 0, [free([0]), free([1]), free([2])])).toEqual([6, 0, 3]);
  });
});

describe("a plan made at once", () => {
  it("takes what gives most per day and leaves what does not fit", () => {
    // Six days: stop 0 takes 3 (50 points), stop 1 takes 5 (60): 0 first, and 1 no longer fits.
    const plan = greedyPlan(onALine({ at: [1, -2], service: [1, 1], days: 6, length: 10 }, { gain: Float64Array.of(50, 60) }));
    expect(plan.tours.map(({ stops }) => stops)).toEqual([[0]]);
    // 50 − 0.002 · 960 km
    expect(plan.objective).toBeCloseTo(48.08, 9);
  });

  it("puts what is required before what gives more", () => {
    const problem = onALine({ at: [1, -2], service: [1, 1], days: 6, length: 10 }, { gain: Float64Array.of(50, 0), required: [1] });
    expect(greedyPlan(problem)).toMatchObject({ missing: [], km: 1920 });
    expect(greedyPlan({ ...problem, maxTourDays: 4 }).missing).toEqual([1]);
  });

  it("names a quota it cannot reach and by how many", () => {
    const problem = onALine({ at: [1, -2], service: [1, 1], days: 6, length: 10 }, { quotas: [{ id: "regiao", stops: [0, 1], least: 2 }] });
    expect(greedyPlan(problem).short).toEqual([{ quota: 0, by: 1 }]);
  });

  it("leaves out a stop whose road costs more than it gives", () => {
    expect(greedyPlan(onALine({ at: [2], service: [1], days: 10, length: 10 }, { kmCost: 0.05 })).tours).toEqual([]);
  });

  it("in the order of a list passes over who does not fit and goes on", () => {
    const problem = onALine({ at: [1, -2, 1], service: [1, 1, 1], days: 6, length: 10 }, { gain: Float64Array.of(1, 99, 99) });
    expect(rankOrderPlan(problem, [0, 1, 2]).tours.map(({ stops }) => [...stops].sort())).toEqual([[0, 2]]);
    expect(() => rankOrderPlan(problem, [0, 0])).toThrow("twice");
  });
});

describe("place of one more stop", () => {
  const problem = onALine({ at: [1, 1, -1], service: [1, 1, 1], days: 6, length: 10 }, { gain: Float64Array.of(10, 20, 90) });
  const plan = assemblePlan(problem, [tourOf([0, 1])]);

  it("is in a tour that passes by when that takes fewer days", () => {
    const found = cheapestInsertion(problem, assemblePlan(problem, [tourOf([0])]), 1).within;
    // The visit alone: one day more, no km.
    expect(found).toMatchObject({ tour: 0, days: 1, time: 480, km: 0, feasible: true, change: 20 });
  });

  it("is over the days when there are none left, and says who would have to leave", () => {
    // 4 of 6 days are taken; stop 2 in the same tour: 3 days more (2 of travel, 1 of visit) = 7. Without stop 0: 6 days.
    const found = cheapestInsertion(problem, plan, 2);
    expect(found.within).toBeNull();
    expect(found.beyond).toMatchObject({ days: 3, feasible: false, wouldPushOut: [0] });
    // 90 − 10 points, and 960 km more.
    expect(found.beyond?.change).toBeCloseTo(80 - 1.92, 9);
  });

  it("does not push out who is required", () => {
    const found = cheapestInsertion({ ...problem, required: [0] }, plan, 2);
    expect(found.beyond?.wouldPushOut).toEqual([1]);
  });
});

describe("the search", () => {
  it("finds what going by points per day misses", () => {
    // Alone, stop 0 gives 60 for 3 days and 1, 2 give 55 each for 5 and 6 together: 6 days hold {1, 2}, 110 points, or {0}.
    const problem = onALine({ at: [-1, 2, 2], service: [1, 1, 1], days: 6, length: 10 }, { gain: Float64Array.of(60, 55, 55), kmCost: 0 });
    const search = createSearch(problem, { seed: 1, iterations: 200 });
    search.step(200);
    expect(search.best().gain).toBe(110);
    expect(search.done).toBe(true);
  });

  it("keeps frozen tours and plans round them", () => {
    const problem = onALine({ at: [1, -1, 2], service: [1, 1, 1], days: 9, length: 12 }, { frozen: [{ slot: 0, stops: [0], start: 4 }] });
    const search = createSearch(problem, { seed: 1, iterations: 100 });
    search.step(100);
    const plan = search.best();
    expect(checkPlan(problem, plan)).toEqual([]);
    expect(plan.tours).toContainEqual(expect.objectContaining({ stops: [0], start: 4, frozen: true }));
    expect(plan.tours.length).toBeGreaterThan(1);
  });

  it("refuses steps that are not a whole number", () => {
    expect(() => createSearch(onALine({ at: [1], service: [1], days: 5, length: 5 }), { seed: 1, iterations: 1.5 })).toThrow("1.5");
  });
});

function orders(stops: readonly number[]): number[][] {
  if (stops.length === 0) return [[]];
  return stops.flatMap((first) => orders(stops.filter((stop) => stop !== first)).map((rest) => [first, ...rest]));
}

function orderTime(problem: ReturnType<typeof randomProblem>, order: readonly number[]): number {
  const path = [0, ...order.map((stop) => stop + 2), 1];
  const places = problem.stops + 2;
  return path.slice(1).reduce((sum, place, k) => sum + (problem.time[(path[k] ?? 0) * places + place] ?? 0), 0) + order.reduce((sum, stop) => sum + (problem.service[stop] ?? 0), 0);
}
