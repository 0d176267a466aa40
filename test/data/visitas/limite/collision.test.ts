import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { seededStream } from "../../../../src/core/metodo/seeded-random.ts";
import type { RouteProblem } from "../../../../src/core/routing/problem.ts";
import { collisions, type Colisao } from "../../../../src/data/visitas/limite/collision.ts";
import { bestByVisited, meets, randomProblem } from "./brute-force.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

function found(problem: RouteProblem): readonly Colisao[] {
  const search = collisions(highs, problem);
  for (;;) {
    const { done, value } = search.next();
    if (done === true) return value;
  }
}

/**
 * Four stops, each alone on its road, three hours from the base and six from any other; visits of
 * two hours: a stop is a tour of eight hours, one day. One crew with two days in ten.
 */
function star(more: Partial<RouteProblem> = {}): RouteProblem {
  const hours = [0, 1, 2, 3, 4, 5].flatMap((a) => [0, 1, 2, 3, 4, 5].map((b) => (a === b || a + b === 1 ? 0 : a < 2 || b < 2 ? 3 : 6)));
  return {
    stops: 4,
    time: Float64Array.from(hours),
    km: Float64Array.from(hours, (h) => 60 * h),
    service: new Float64Array(4).fill(2),
    day: 8,
    wholeDays: true,
    maxTourDays: 2,
    slots: [{ crew: 0, period: 0, days: 2, from: 0, to: 10, maxTours: Infinity }],
    periods: 1,
    gap: 0,
    gain: new Float64Array(4).fill(10),
    kmCost: 0.001,
    windows: [null, null, null, null],
    weeks: null,
    slotsOf: [null, null, null, null],
    required: [],
    quotas: [],
    frozen: [],
    ...more,
  };
}

const day = (...open: readonly number[]): Uint8Array => Uint8Array.from({ length: 10 }, (_, at) => (open.includes(at) ? 1 : 0));

describe("demands that collide", () => {
  it("are none where all can be met", () => {
    expect(found(star({ required: [0, 3] }))).toEqual([]);
  });

  it("are three visits for two days, of the four demanded, and the crew's days", () => {
    const [first, ...more] = found(star({ required: [0, 1, 2, 3] }));
    expect(first?.exigidos).toHaveLength(3);
    expect(first).toMatchObject({ cotas: [], regras: ["dias"] });
    expect(more).toEqual([]);
  });

  it("are one visit that no tour is long enough for, whatever the crew's days", () => {
    // 18 hours of visit and 6 of road: three days.
    const service = Float64Array.from([2, 18, 2, 2]);
    expect(found(star({ required: [0, 1], service, slots: [{ crew: 0, period: 0, days: 5, from: 0, to: 10, maxTours: Infinity }] }))).toEqual([
      { exigidos: [1], cotas: [], regras: ["viagem"] },
    ]);
  });

  it("are a quota and visits outside it", () => {
    // Two of {0, 1} and stop 2: three days.
    expect(found(star({ required: [2], quotas: [{ id: "q", stops: [0, 1], least: 2 }] }))).toEqual([{ exigidos: [2], cotas: [0], regras: ["dias"] }]);
  });

  it("are a quota by itself when it asks for more than there is, with no rule to blame", () => {
    expect(found(star({ quotas: [{ id: "q", stops: [0, 1], least: 3 }] }))).toEqual([{ exigidos: [], cotas: [0], regras: [] }]);
  });

  it("are two fixed dates on one day for one crew, but not for two crews", () => {
    const windows = [day(4), day(4), null, null];
    expect(found(star({ required: [0, 1], windows }))).toEqual([{ exigidos: [0, 1], cotas: [], regras: ["janelas"] }]);
    const slots = [0, 1].map((crew) => ({ crew, period: 0, days: 2, from: 0, to: 10, maxTours: Infinity }));
    expect(found(star({ required: [0, 1], windows, slots }))).toEqual([]);
  });

  it("are a stop without a day to be visited", () => {
    expect(found(star({ required: [1], windows: [null, day(), null, null] }))).toEqual([{ exigidos: [1], cotas: [], regras: ["janelas"] }]);
  });

  it("are visits tied to a crew that has no days for them, while another has", () => {
    const slots = [1, 9].map((days, crew) => ({ crew, period: 0, days, from: 0, to: 10, maxTours: Infinity }));
    const [first] = found(star({ required: [0, 1], slots, slotsOf: [[0], [0], null, null] }));
    expect(first).toEqual({ exigidos: [0, 1], cotas: [], regras: ["dias", "lugares"] });
  });

  it("are a visit and a tour that is kept and takes the crew's days", () => {
    // Frozen: stops 0 and 1, 3 + 2 + 6 + 2 + 3 = 16 hours, both days.
    const [first] = found(star({ required: [2], frozen: [{ slot: 0, stops: [0, 1], start: 0 }] }));
    expect(first?.exigidos).toEqual([2]);
    expect(first?.regras).toEqual(["dias", "travadas"]);
  });

  it("come one after another when several do", () => {
    const windows = [day(4), day(4), day(), null];
    const slots = [{ crew: 0, period: 0, days: 5, from: 0, to: 10, maxTours: Infinity }];
    expect(found(star({ required: [0, 1, 2, 3], windows, slots }))).toEqual([
      { exigidos: [2], cotas: [], regras: ["janelas"] },
      { exigidos: [0, 1], cotas: [], regras: ["janelas"] },
    ]);
  });

  it("of 80 small problems cannot be met together by any plan, and are named for most that cannot", () => {
    const random = seededStream("colisoes");
    let impossible = 0;
    let named = 0;
    for (let at = 0; at < 80; at += 1) {
      const problem = randomProblem(random, { hasDemands: true, hasWindows: at % 2 === 0 });
      const best = bestByVisited(problem);
      const isPossible = (required: readonly number[], quotas: readonly number[]): boolean =>
        best.some((value, mask) => value > -Infinity && meets(problem, mask, required, quotas.map((quota) => ({ quota, least: problem.quotas[quota]?.least ?? 0 }))));
      const all = found(problem);
      for (const { exigidos, cotas } of all) expect(isPossible(exigidos, cotas)).toBe(false);
      if (!isPossible(problem.required, [...problem.quotas.keys()])) {
        impossible += 1;
        if (all.length > 0) named += 1;
      } else expect(all).toEqual([]);
    }
    expect(impossible).toBeGreaterThan(15);
    expect(named / impossible).toBeGreaterThan(0.7);
  });
});
