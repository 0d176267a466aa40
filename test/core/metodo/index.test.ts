import { describe, expect, it } from "vitest";
import { ckmeansBreaks, composite, empiricalBayes, localMoran, rankDraws, roundedTree, unitPoints } from "../../../src/core/metodo/index.ts";

describe("the programmatic interface", () => {
  it("takes a stranger's table from counts to score, printed points, classes, neighbours and rank intervals", () => {
    const units = ["A", "B", "C", "D", "E", "F"];
    const events = [2, 40, 9, 0, 12, 30];
    const exposure = [100, 1000, 400, 50, 900, 600];
    const { estimate } = empiricalBayes({ events, exposure, method: "marshall" });
    const index = composite({
      table: { units, columns: { taxa: estimate.map((rate) => (rate === null ? null : 1000 * rate)), nivel: [1, 2, 3, 4, null, 5] } },
      tree: { id: "nota", weight: 1, children: [{ id: "taxa", weight: 3 }, { id: "nivel", weight: 1 }] },
      directions: { nivel: -1 },
      normalisation: { taxa: { kind: "goalposts", lo: 0, hi: 100 }, nivel: { kind: "goalposts", lo: 1, hi: 5 } },
    });
    expect(index.ranked).toBe(6);

    const { points, total } = unitPoints(index.prepared, index.weights, index.aggregation, 0);
    const printed = roundedTree(index.prepared.tree, points, 1).map((x) => Math.round(10 * (x ?? 0)));
    expect((printed[0] ?? 0) + (printed[1] ?? 0)).toBe(printed[2]);
    expect(total).toBe(index.score[0]);

    const scores = index.score.filter((score) => score !== null);
    expect(ckmeansBreaks(scores, 3).classes.length).toBe(3);
    const moran = localMoran({ values: scores, neighbours: [[1, 5], [0, 2], [1, 3], [2, 4], [3, 5], [4, 0]], permutations: 99, seed: 1 });
    expect(moran.units.length).toBe(6);
    const draws = rankDraws({ prepared: index.prepared }, { draws: 50, seed: 1, topK: 2, weights: index.weights });
    expect(draws.drawn).toBe(50);
    expect(draws).toEqual(rankDraws({ prepared: index.prepared }, { draws: 50, seed: 1, topK: 2, weights: index.weights }));
  });
});
