import { describe, expect, it } from "vitest";
import { checkProblem } from "../../../src/core/routing/check-problem.ts";
import type { RouteProblem } from "../../../src/core/routing/problem.ts";
import { onALine } from "./on-a-line.ts";

const GOOD = onALine({ at: [1, 2], service: [1, 1], days: 8, length: 10 });

function withTime(from: number, to: number, value: number): Partial<RouteProblem> {
  const time = GOOD.time.slice();
  time[from * 4 + to] = value;
  return { time };
}

describe("a problem", () => {
  it("that is whole passes", () => {
    expect(() => {
      checkProblem(GOOD);
    }).not.toThrow();
  });

  it.each([
    ["an asymmetric matrix", withTime(2, 3, 7), "time from place 3 to 2 is 480, and 7 back"],
    ["a negative time", withTime(3, 2, -1), "time from place 3 to 2 must be finite and ≥ 0, got -1"],
    ["a matrix of another size", { km: new Float64Array(9) }, "km must hold 4² figures, got 9"],
    ["days of no length", { day: 0 }, "day must be finite and above 0, got 0"],
    ["gains of fewer periods", { periods: 2 }, "gain must hold 4 figures, got 2"],
    ["a slot of a period that is not there", { slots: [{ crew: 0, period: 1, days: 5, from: 0, to: 10, maxTours: 1 }] }, "period of slot 0"],
    ["a window shorter than the timeline", { windows: [new Uint8Array(5), null] }, "window of stop 0 must cover 10 days, got 5"],
    ["required stops out of order", { required: [1, 0] }, "required stops must ascend, got 0 after 1"],
    ["a quota that names a stop twice", { quotas: [{ id: "norte", stops: [1, 1], least: 1 }] }, "quota norte names a stop twice"],
    ["frozen tours that share a stop", { frozen: [{ slot: 0, stops: [0], start: 0 }, { slot: 0, stops: [0], start: 5 }] }, "stop 0 is in two frozen tours"],
    ["frozen tours that overlap", { frozen: [{ slot: 0, stops: [0], start: 0 }, { slot: 0, stops: [1], start: 2 }] }, "overlaps another of slot 0 (days 0 to 2)"],
    ["a frozen tour that begins outside its slot", { frozen: [{ slot: 0, stops: [0], start: 10 }] }, "start of frozen tour 0"],
    ["weeks that go back", { weeks: Int32Array.of(0, 0, 1, 0, 1, 1, 1, 1, 1, 1) }, "the week of day 3 is before that of day 2"],
  ] as const)("is refused with %s", (_what, change, sentence) => {
    expect(() => {
      checkProblem({ ...GOOD, ...change });
    }).toThrow(RangeError);
    expect(() => {
      checkProblem({ ...GOOD, ...change });
    }).toThrow(sentence);
  });
});
