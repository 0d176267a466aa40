import { expect, it } from "vitest";
import type { SlotRoom, TourClass } from "../../../../src/data/visitas/limite/model.ts";
import { classWorth, timedWorth } from "../../../../src/data/visitas/limite/slot-bound.ts";

const room = (over: Partial<SlotRoom>): SlotRoom => ({ slot: 0, days: 3, span: 10, tours: Infinity, from: 0, to: 10, taken: [], ...over });
const group = (slots: readonly SlotRoom[]): TourClass => ({ period: 0, slots, maxDays: 2, stops: [0], days: 0, tours: 0, from: 0, to: 10 });

it("fills a slot's days with whole tours: three days hold one tour of two and one of one", () => {
  // A tour of two days brings 28, of one 5: 28 + 5 beats 3 × 5; by halves it would be 42.
  expect(classWorth(group([room({})]), 0, Float64Array.from([0, 5, 28]))).toBe(33);
});

it("takes no more tours than a slot may have", () => {
  expect(classWorth(group([room({ tours: 1 })]), 0, Float64Array.from([0, 5, 28]))).toBe(28);
});

it("counts the days between tours against the slot's span", () => {
  // Span of three days and a day between: two tours of one day each (5 + 5), or one of two (9).
  expect(classWorth(group([room({ span: 3 })]), 1, Float64Array.from([0, 5, 9]))).toBe(10);
  expect(classWorth(group([room({ span: 3 })]), 2, Float64Array.from([0, 5, 9]))).toBe(9);
});

it("adds the slots of a class", () => {
  expect(classWorth(group([room({}), room({ days: 2 })]), 0, Float64Array.from([0, 5, 28]))).toBe(61);
});

it("leaves a slot empty rather than make a tour of less than nothing", () => {
  expect(classWorth(group([room({})]), 0, Float64Array.from([0, -2, -1]))).toBe(0);
});

it("does not let tours overlap, nor lie on the days of a frozen one", () => {
  // Worth 7 only when leaving on day 2, 4 when leaving on day 3, two days each: the first alone.
  const best = Array.from({ length: 10 }, (_, day) => Float64Array.from([0, 0, day === 2 ? 7 : day === 3 ? 4 : 0]));
  expect(timedWorth(group([room({ days: 4 })]), 0, best)).toBe(7);
  // Day 2 taken: day 3 is left.
  expect(timedWorth(group([room({ days: 4, taken: [2] })]), 0, best)).toBe(4);
  // Two crews: 7 twice; that a stop is not visited twice is for its price to say.
  expect(timedWorth(group([room({ days: 4 }), room({ days: 4 })]), 0, best)).toBe(14);
});
