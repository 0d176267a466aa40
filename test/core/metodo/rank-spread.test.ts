import { describe, expect, it } from "vitest";
import { firmezaOf, likelyClass, rankLog } from "../../../src/core/metodo/rank-spread.ts";

/** Positions by unit in each draw; units that are not of interest never have a score. */
function spreadOf(draws: readonly (readonly number[])[], topK: number, limits: readonly number[] | null = null, scores?: readonly (readonly number[])[]) {
  const units = 20;
  const padded = (row: readonly number[], by: number): number[] => Array.from({ length: units }, (_, i) => row[i] ?? by);
  const log = rankLog(units, draws.length, topK, limits);
  draws.forEach((ranks, d) => log.add(Uint32Array.from(padded(ranks, 0)), Float64Array.from(padded(scores?.[d] ?? ranks, NaN))));
  return log.spread();
}

describe("rankLog", () => {
  it("takes the smallest position whose cumulative share reaches 5 %, 50 % and 95 %", () => {
    // Positions 1 … 20 once each, any order: 1/20 = 5 % at 1, 10/20 = 50 % at 10, 19/20 = 95 % at 19.
    const twenty = Array.from({ length: 20 }, (_, d) => [((d * 7) % 20) + 1]);
    const { low, median, high } = spreadOf(twenty, 3);
    expect([low[0], median[0], high[0]]).toEqual([1, 10, 19]);
    // Positions 1 … 10: 5 % is first reached at 1, 50 % at 5, 95 % only at 10.
    const ten = spreadOf(twenty.filter(([r]) => (r ?? 0) <= 10), 3);
    expect([ten.low[0], ten.median[0], ten.high[0]]).toEqual([1, 5, 10]);
  });

  it("gives a unit that never moves one position, and one with a single draw that draw", () => {
    const still = spreadOf([[4, 1], [4, 2], [4, 3]], 2);
    expect([still.low[0], still.median[0], still.high[0]]).toEqual([4, 4, 4]);
    const once = spreadOf([[7]], 2);
    expect([once.low[0], once.median[0], once.high[0]]).toEqual([7, 7, 7]);
  });

  it("takes positions over the draws with a score, and the top K over all draws", () => {
    // u0 has a score in two of four draws, both times first.
    const { scored, median, top } = spreadOf([[1, 2], [0, 1], [1, 2], [0, 1]], 1);
    expect([...scored.slice(0, 2)]).toEqual([2, 4]);
    expect([...median.slice(0, 2)]).toEqual([1, 1]);
    expect([...top.slice(0, 2)]).toEqual([0.5, 0.5]);
  });

  it("has no position for a unit never scored, nor before the first draw", () => {
    const { scored, low, high, top } = spreadOf([[0, 1]], 1);
    expect([scored[0], low[0], high[0], top[0]]).toEqual([0, 0, 0, 0]);
    expect([...rankLog(2, 5, 1, null).spread().top]).toEqual([0, 0]);
  });

  it("shares the scored draws among classes opened by their lower limits", () => {
    const spread = spreadOf([[1, 2], [1, 0], [1, 2], [1, 2]], 1, [0, 10, 20], [[5, 25], [10, NaN], [20, 9], [99, 1]]);
    expect([...(spread.classes?.slice(0, 6) ?? [])]).toEqual([0.25, 0.25, 0.5, 2 / 3, 0, 1 / 3]);
    expect(likelyClass(spread, 0)).toEqual({ classe: 2, share: 0.5 });
    expect(likelyClass(spreadOf([[1]], 1), 0)).toBeNull();
    expect(likelyClass(spreadOf([[0]], 1, [0]), 0)).toBeNull();
  });
});

describe("firmezaOf", () => {
  it("changes word exactly at 0.8, 0.5 and 0.2", () => {
    expect([1, 0.8, 0.7999, 0.5, 0.4999, 0.2, 0.1999, 0].map(firmezaOf)).toEqual([
      "firme", "firme", "provavel", "provavel", "possivel", "possivel", null, null,
    ]);
    // 1,600 of 2,000 draws is 0.8.
    expect(firmezaOf(1_600 / 2_000)).toBe("firme");
  });
});
