import { describe, expect, it } from "vitest";
import { checkPlan } from "../../../src/core/routing/check-plan.ts";
import { assemblePlan } from "../../../src/core/routing/assemble.ts";
import type { RoutePlan, Tour } from "../../../src/core/routing/problem.ts";
import { onALine } from "./on-a-line.ts";

/** Stop 0 a day away (2 days and a visit of 1: 3 days), stop 1 two days away (5 days). */
const PROBLEM = onALine({ at: [1, 2], service: [1, 1], days: 8, length: 10 });
const GOOD = assemblePlan(PROBLEM, [
  { slot: 0, stops: [0], start: 0, frozen: false },
  { slot: 0, stops: [1], start: 3, frozen: false },
]);

function withTour(index: number, change: Partial<Tour>): RoutePlan {
  return { ...GOOD, tours: GOOD.tours.map((tour, k) => (k === index ? { ...tour, ...change } : tour)) };
}

function rules(problem: typeof PROBLEM, plan: RoutePlan): string[] {
  return [...new Set(checkPlan(problem, plan).map(({ rule }) => rule))];
}

describe("the verifier", () => {
  it("finds nothing in a plan that keeps every rule", () => {
    expect(checkPlan(PROBLEM, GOOD)).toEqual([]);
    expect(GOOD.tours.map(({ days }) => days)).toEqual([3, 5]);
  });

  it.each([
    ["a tour that begins before the other ended", withTour(1, { start: 2 }), {}, "overlap"],
    ["a tour that ends after its slot", withTour(1, { start: 6 }), {}, "outside-slot"],
    ["more days than the slot has", GOOD, { slots: [{ crew: 0, period: 0, days: 7, from: 0, to: 10, maxTours: Infinity }] }, "slot-days"],
    ["more tours than the slot has", GOOD, { slots: [{ crew: 0, period: 0, days: 8, from: 0, to: 10, maxTours: 1 }] }, "slot-tours"],
    ["a tour longer than tours may be", GOOD, { maxTourDays: 4 }, "tour-days"],
    ["days that are not those of its stops", withTour(0, { days: 2 }), {}, "figures"],
    ["a stop in a slot it may not be in", GOOD, { slotsOf: [[], null] }, "slot-not-allowed"],
    ["a visit that begins on a day it may not", GOOD, { windows: [new Uint8Array(10).fill(1, 2), null] }, "window"],
    ["a visit that may last over a day but not begin on it", GOOD, { windows: [new Uint8Array(10).fill(2), null] }, "window"],
    ["a required stop left out and not named", { ...GOOD, tours: GOOD.tours.slice(0, 1) }, { required: [1] }, "demand-not-named"],
    ["a frozen tour that is gone", GOOD, { frozen: [{ slot: 0, stops: [0], start: 1 }] }, "frozen-changed"],
    ["a stop visited twice", withTour(0, { stops: [1] }), {}, "stop-twice"],
    ["an objective that is not the sum", { ...GOOD, objective: GOOD.objective + 1 }, {}, "figures"],
  ] as const)("finds %s", (_what, plan, change, rule) => {
    expect(rules({ ...PROBLEM, ...change }, plan)).toContain(rule);
  });

  it("wants the gap between two tours", () => {
    expect(rules({ ...PROBLEM, gap: 1 }, GOOD)).toEqual(["overlap"]);
    expect(rules({ ...PROBLEM, gap: 1 }, withTour(1, { start: 4 }))).toEqual([]);
  });
});
