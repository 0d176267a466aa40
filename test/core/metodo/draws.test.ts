import { describe, expect, it } from "vitest";
import { prepareTable } from "../../../src/core/metodo/composite.ts";
import type { PreparedTable } from "../../../src/core/metodo/composite.ts";
import { packDraws } from "../../../src/core/metodo/draw-data.ts";
import type { DrawInput, LeafPosteriors } from "../../../src/core/metodo/draw-data.ts";
import { createDraws, rankDraws } from "../../../src/core/metodo/draws.ts";
import type { DrawFactors, DrawOptions } from "../../../src/core/metodo/draws.ts";
import { newRankScratch, newScores, rankScores, scoreUnits } from "../../../src/core/metodo/kernel.ts";
import { methodDraws, VARIANTS } from "../../../src/core/metodo/method-draws.ts";
import { likelyClass } from "../../../src/core/metodo/rank-spread.ts";
import type { Posterior } from "../../../src/core/metodo/posterior.ts";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";
import { flattenTree } from "../../../src/core/metodo/tree.ts";

const OFF: DrawFactors = { posteriors: false, missing: false, weights: false, aggregation: false, leaveOut: false };
const only = (factor: keyof DrawFactors): DrawFactors => ({ ...OFF, [factor]: true });
/** Four standard errors of a share over n draws. */
const within = (n: number, p: number): number => 4 * Math.sqrt((p * (1 - p)) / n) + 1e-9;

/** Columns already on 0–100, equal weights unless said, one level. */
function flat(columns: Record<string, (number | null)[]>, weights: Record<string, number> = {}): PreparedTable {
  const ids = Object.keys(columns);
  const units = Object.values(columns)[0]?.map((_, i) => `u${i}`) ?? [];
  return prepareTable({
    table: { units, columns },
    tree: { id: "nota", weight: 1, children: ids.map((id) => ({ id, weight: weights[id] ?? 1 })) },
    normalisation: { kind: "goalposts", lo: 0, hi: 100 },
  });
}

/** A table with every factor in play: two dimensions, posteriors, groups, missing figures. */
function mixed(): DrawInput {
  const source = seededSource("tabela");
  const units = 25;
  const column = () => Array.from({ length: units }, () => (source() < 0.12 ? null : 100 * source()));
  const prepared = prepareTable({
    table: { units: Array.from({ length: units }, (_, i) => `u${i}`), columns: { a: column(), b: column(), c: column(), d: column(), e: column() } },
    tree: {
      id: "nota",
      weight: 1,
      children: [
        { id: "x", weight: 2, children: [{ id: "a", weight: 1 }, { id: "b", weight: 3 }] },
        { id: "y", weight: 3, children: [{ id: "c", weight: 1 }, { id: "d", weight: 1 }, { id: "e", weight: 1 }] },
      ],
    },
    normalisation: { kind: "goalposts", lo: 0, hi: 100 },
  });
  const m = prepared.tree.leaves.length;
  const posterior = Array.from({ length: units }, (_, i): Posterior | null => {
    const value = prepared.y[i * m] ?? NaN;
    return Number.isNaN(value) ? null : { kind: "gamma", shape: 5 + value / 10, rate: (5 + value / 10) / (value / 1000 + 1e-6) };
  });
  return {
    prepared,
    groups: Array.from({ length: units }, (_, i) => (i % 3 === 0 ? "pequeno" : "grande")),
    posteriors: [{ leaf: "a", posterior, multiplier: 1_000, direction: 1, lo: 0, hi: 100 }],
  };
}

describe("rankDraws", () => {
  const A_OR_B = { p: [100, 55], q: [0, 55] };

  it("gives the plain ranking in every draw when weights hardly vary and nothing else does", () => {
    const input = mixed();
    const { prepared } = input;
    const out = newScores(prepared, { nodes: false });
    scoreUnits(prepared, prepared.tree.weights, { kind: "arithmetic" }, out);
    const ranks = new Uint32Array(prepared.units);
    rankScores(out.total, ranks, newRankScratch(prepared.units));
    for (const concentration of [0, 1e-7]) {
      const { all } = rankDraws(input, { seed: 1, topK: 5, draws: 50, concentration, factors: only("weights") });
      expect([...all.low]).toEqual([...ranks]);
      expect([...all.high]).toEqual([...ranks]);
      expect([...all.top]).toEqual([...ranks].map((r) => (r >= 1 && r <= 5 ? 1 : 0)));
    }
  });

  it("is the same for the same seed however the steps are cut, and another for another seed", () => {
    const data = packDraws(mixed());
    const options: DrawOptions = { seed: "ciclo", topK: 5, draws: 60, lowerLimits: [0, 40, 60] };
    const whole = createDraws(data, options);
    whole.step(60);
    const cut = createDraws(data, options);
    for (const n of [1, 10, 2, 40]) cut.step(n);
    expect([cut.drawn, cut.done]).toEqual([53, false]);
    cut.step(1_000);
    expect([cut.drawn, cut.done]).toEqual([60, true]);
    expect(cut.summary()).toEqual(whole.summary());
    expect(rankDraws(mixed(), { ...options, seed: "outro" }).all).not.toEqual(whole.summary().all);
  });

  it("keeps statistical noise apart from choice of method, each as if drawn without the other", () => {
    const options: DrawOptions = { seed: 3, topK: 5, draws: 80 };
    const together = rankDraws(mixed(), options);
    const noise = rankDraws(mixed(), { ...options, apart: false, factors: { weights: false, aggregation: false, leaveOut: false } });
    const method = rankDraws(mixed(), { ...options, apart: false, factors: { posteriors: false, missing: false } });
    expect(together.statistical).toEqual(noise.all);
    expect(together.method).toEqual(method.all);
    expect(together.all).not.toEqual(noise.all);
    expect([noise.statistical, noise.method]).toEqual([null, null]);
  });

  it("hears a unit with exactly two thirds present in every draw, and a dimension with less in none", () => {
    // u0 has two of three equal weights: drawn weights would put it under two thirds half of the time.
    const thirds = flat({ p: [90, 10], q: [90, 10], r: [null, 10] });
    const { all, method } = rankDraws({ prepared: thirds }, { seed: 13, topK: 1, draws: 300, factors: { missing: false } });
    expect([all.scored[0], method?.scored[0], all.top[0]]).toEqual([300, 300, 1]);
    // u0 has one of three in x, too little, so that x is not heard: 20 from y against 30, never 100 and 20 together.
    const prepared = prepareTable({
      table: { units: ["u0", "u1"], columns: { a: [100, 30], b: [null, 30], c: [null, 30], d: [20, 30] } },
      tree: {
        id: "nota",
        weight: 1,
        children: [
          { id: "x", weight: 1, children: ["a", "b", "c"].map((id) => ({ id, weight: 1 })) },
          { id: "y", weight: 2, children: [{ id: "d", weight: 1 }] },
        ],
      },
      normalisation: { kind: "goalposts", lo: 0, hi: 100 },
    });
    const silent = rankDraws({ prepared }, { seed: 14, topK: 1, draws: 300, factors: { missing: false, leaveOut: false } });
    expect([...silent.all.top]).toEqual([0, 1]);
    // With b and c filled from u1 it is heard: (100 + 30 + 30)/3·(1/3) + 20·(2/3) = 31.1 > 30.
    const heard = rankDraws({ prepared }, { seed: 14, topK: 1, draws: 10, factors: only("missing") });
    expect([...heard.all.top]).toEqual([1, 0]);
    expect([...(heard.method?.top ?? [])]).toEqual([0, 1]);
  });

  it("leaves each indicator out, or none, equally often", () => {
    // u0 = (90, 0, 0), u1 = (0, 60, 45): with all, 30 against 35; without p, 0 against 52.5; without q, 45 against 22.5;
    // without r, 45 against 30. u0 leads in two of four outcomes.
    const prepared = flat({ p: [90, 0], q: [0, 60], r: [0, 45] });
    const n = 4_000;
    const { all } = rankDraws({ prepared }, { seed: 4, topK: 1, draws: n, factors: only("leaveOut") });
    expect(Math.abs((all.top[0] ?? NaN) - 0.5)).toBeLessThan(within(n, 0.5));
    expect((all.top[0] ?? NaN) + (all.top[1] ?? NaN)).toBeCloseTo(1, 12);
  });

  it("does not leave out the only indicator with weight", () => {
    const prepared = flat({ p: [90, 10], q: [0, 99] }, { q: 0 });
    const { all } = rankDraws({ prepared }, { seed: 4, topK: 1, draws: 200, factors: only("leaveOut") });
    expect([...all.top]).toEqual([1, 0]);
    expect([...all.scored]).toEqual([200, 200]);
  });

  it("takes the three aggregations equally often", () => {
    // (100, 0) against (55, 55): 50 < 55 by the mean; √5000 = 70.7 > 55 by the power; 100 > 55 by the complement.
    const n = 4_000;
    const { all } = rankDraws({ prepared: flat(A_OR_B) }, { seed: 5, topK: 1, draws: n, factors: only("aggregation") });
    expect(Math.abs((all.top[0] ?? NaN) - 2 / 3)).toBeLessThan(within(n, 2 / 3));
  });

  it("draws weights whose chance of turning the order is that of the beta distribution", () => {
    // (100, 0) against (0, 100), weights 0.6 and 0.4, c = 0.3: A = (1 − ½)/(½·0.09) − 1 = 10.111; u0 leads when a
    // Beta(0.6A, 0.4A) is above ½: 0.7471675557 by numeric integration.
    const exact = 0.7471675557;
    const n = 6_000;
    const prepared = flat({ p: [100, 0], q: [0, 100] }, { p: 0.6, q: 0.4 });
    const { all } = rankDraws({ prepared }, { seed: 6, topK: 1, draws: n, factors: only("weights") });
    expect(Math.abs((all.top[0] ?? NaN) - exact)).toBeLessThan(within(n, exact));
  });

  it("draws gamma posteriors through multiplier, goalposts and direction", () => {
    // Two gammas of one rate with shapes 6 and 4: the first is larger with P(Beta(6, 4) > ½) = P(Bin(9, ½) ≤ 5) = 382/512.
    const exact = 382 / 512;
    const n = 6_000;
    const posterior: Posterior[] = [{ kind: "gamma", shape: 6, rate: 1_000 }, { kind: "gamma", shape: 4, rate: 1_000 }];
    for (const direction of [1, -1] as const) {
      const prepared = flat({ p: [60, 40] });
      const { all, statistical } = rankDraws(
        { prepared, posteriors: [{ leaf: "p", posterior, multiplier: 10_000, direction, lo: 0, hi: 10_000 }] },
        { seed: 7, topK: 1, draws: n, factors: only("posteriors") },
      );
      expect(Math.abs((all.top[0] ?? NaN) - (direction === 1 ? exact : 1 - exact))).toBeLessThan(within(n, exact));
      expect(statistical).toEqual(all);
    }
  });

  it("draws beta posteriors, leaves fixed ones alone and cuts at the goalposts", () => {
    // A uniform proportion is above 0.3 with chance 0.7. Goalposts 0–0.2: all above 0.2 tie at 100.
    const n = 6_000;
    const leaf = (hi: number): LeafPosteriors => ({
      leaf: "p", posterior: [{ kind: "beta", a: 1, b: 1 }, { kind: "fixed", value: 0.3 }], direction: 1, lo: 0, hi,
    });
    const wide = rankDraws({ prepared: flat({ p: [50, 30] }), posteriors: [leaf(1)] }, { seed: 8, topK: 1, draws: n, factors: only("posteriors") });
    expect(Math.abs((wide.all.top[0] ?? NaN) - 0.7)).toBeLessThan(within(n, 0.7));
    const cut = rankDraws({ prepared: flat({ p: [100, 100] }), posteriors: [leaf(0.2)] }, { seed: 8, topK: 1, draws: n, factors: only("posteriors") });
    expect(cut.all.top[1]).toBe(1);
    expect(Math.abs((cut.all.top[0] ?? NaN) - 0.8)).toBeLessThan(within(n, 0.8));
  });

  it("fills a missing figure from the units of its own group, each equally often", () => {
    // u0 lacks r (three quarters of the weight present): its donors are u1 (10), u2 (20) and u3 (90), never u4 (100) of the other group.
    // With p = q = s: u0 = (40·3 + r)/4 = 32.5, 35 or 52.5, against u4 at (40·3 + 100)/4 = 55 and u3 fixed at (40·3 + 90)/4 = 52.5.
    const forty = [40, 40, 40, 40, 40];
    const prepared = flat({ p: forty, q: forty, s: forty, r: [null, 10, 20, 90, 100] });
    const n = 4_000;
    const { all } = rankDraws({ prepared, groups: ["g", "g", "g", "g", "h"] }, { seed: 9, topK: 2, draws: n, factors: only("missing") });
    // 52.5 shares the second place with u3; 55 would be the first.
    expect(Math.abs((all.top[0] ?? NaN) - 1 / 3)).toBeLessThan(within(n, 1 / 3));
    expect(all.low[0]).toBe(2);
    expect(all.high[0]).toBe(4);
  });

  it("leaves a figure missing where its group has no donor or the unit has no group", () => {
    // Without r the score is the mean of what is present: 40.
    const forty = [40, 40, 40];
    for (const groups of [["g", "h", "h"], [null, "g", "g"]]) {
      const prepared = flat({ p: forty, q: forty, s: forty, r: [null, 0, 80] });
      const { all } = rankDraws({ prepared, groups }, { seed: 10, topK: 1, draws: 100, factors: only("missing") });
      expect([all.low[0], all.high[0], all.scored[0]]).toEqual([2, 2, 100]);
    }
  });

  it("keeps a unit without a score out of every draw, though its figures serve others", () => {
    const prepared = flat({ p: [null, 50, 60], q: [null, 50, 60], r: [80, null, 10] });
    const { all } = rankDraws({ prepared }, { seed: 11, topK: 2, draws: 400, factors: only("missing") });
    expect([all.scored[0], all.median[0], all.top[0]]).toEqual([0, 0, 0]);
    // u1 takes r = 80 from u0 (180/3 = 60 > 130/3) or 10 from u2 (110/3 < 130/3).
    expect([all.low[1], all.high[1]]).toEqual([1, 2]);
  });

  it("counts how often each score falls in each class", () => {
    // Uniform proportion on 0–100, limits 0, 30 and 90: shares 0.3, 0.6, 0.1. The other unit is fixed at 95.
    const n = 6_000;
    const posterior: Posterior[] = [{ kind: "beta", a: 1, b: 1 }, { kind: "fixed", value: 0.95 }];
    const { all } = rankDraws(
      { prepared: flat({ p: [50, 95] }), posteriors: [{ leaf: "p", posterior, direction: 1, lo: 0, hi: 1 }] },
      { seed: 12, topK: 1, draws: n, factors: only("posteriors"), lowerLimits: [0, 30, 90] },
    );
    [0.3, 0.6, 0.1, 0, 0, 1].forEach((share, cell) => expect(Math.abs((all.classes?.[cell] ?? NaN) - share)).toBeLessThan(within(n, share)));
    expect(likelyClass(all, 0)?.classe).toBe(1);
    expect(likelyClass(all, 1)).toEqual({ classe: 2, share: 1 });
  });

  it("refuses options that cannot be, each with its sentence", () => {
    const input = { prepared: flat(A_OR_B) };
    const run = (options: Partial<DrawOptions>) => () => rankDraws(input, { seed: 1, topK: 1, draws: 2, ...options });
    expect(run({ draws: 0 })).toThrow(new RangeError("draws must be a whole number ≥ 1, got 0"));
    expect(run({ topK: 1.5 })).toThrow(/places on the list must be a whole number ≥ 1, got 1.5/);
    expect(run({ concentration: NaN })).toThrow(/variation of the weights must be finite and ≥ 0, got NaN/);
    expect(run({ concentration: 1 })).toThrow(/a variation of 1 is too large for the 2 weights below "nota": it must be below 1/);
    expect(run({ weights: Float64Array.of(0, 0, 1) })).toThrow(/every weight below "nota" is zero/);
    expect(run({ lowerLimits: [3, 1] })).toThrow(RangeError);
    expect(run({ minPresent: 2 })).toThrow(RangeError);
    const free = prepareTable({
      table: { units: ["a", "b"], columns: { p: [1, 150] } },
      tree: { id: "nota", weight: 1, children: [{ id: "p", weight: 1 }] },
      normalisation: { kind: "none" },
    });
    expect(() => rankDraws({ prepared: free }, { seed: 1, topK: 1 })).toThrow(/"p" in unit 1 is 150: outside 0–100 only the arithmetic mean/);
    expect(rankDraws({ prepared: free }, { seed: 1, topK: 1, draws: 2, variants: [{ kind: "arithmetic" }] }).drawn).toBe(2);
  });
});

describe("packDraws", () => {
  const prepared = flat({ p: [10, null] });
  const pack = (change: Partial<LeafPosteriors>) => () =>
    packDraws({ prepared, posteriors: [{ leaf: "p", posterior: [null, null], direction: 1, lo: 0, hi: 1, ...change }] });

  it("refuses posteriors that do not fit the figures", () => {
    expect(pack({ leaf: "z" })).toThrow(/"z", which is not a leaf/);
    expect(pack({ posterior: [null] })).toThrow(/"p" has 1 posteriors for 2 units/);
    expect(pack({ lo: 1 })).toThrow(/goalposts of "p" must be finite with lo < hi, got 1 and 1/);
    expect(pack({ posterior: [null, { kind: "beta", a: 1, b: 1 }] })).toThrow(/"p" of unit 1 is missing and has a posterior/);
    expect(pack({ posterior: [{ kind: "gamma", shape: 0, rate: 1 }, null] })).toThrow(/gamma posterior of "p" in unit 0 has parameters 0 and 1/);
    expect(() => packDraws({ prepared, groups: ["a"] })).toThrow(/1 groups for 2 units/);
  });

  it("survives being posted to a worker", () => {
    const options: DrawOptions = { seed: 1, topK: 5, draws: 10 };
    const here = createDraws(packDraws(mixed()), options);
    const there = createDraws(structuredClone(packDraws(mixed())), structuredClone(options));
    here.step(10);
    there.step(10);
    expect(there.summary()).toEqual(here.summary());
  });
});

describe("methodDraws", () => {
  const tree = flattenTree({
    id: "nota",
    weight: 1,
    children: [
      { id: "x", weight: 3, children: [{ id: "a", weight: 2 }, { id: "b", weight: 0 }, { id: "c", weight: 2 }, { id: "d", weight: 4 }] },
      { id: "y", weight: 1, children: [{ id: "e", weight: 5 }] },
    ],
  });
  const at = (id: string): number => tree.ids.indexOf(id);

  it("varies a share of mean size by c of itself around the weight chosen, and keeps zeros and lone weights", () => {
    const choice = { weights: tree.weights, aggregation: { kind: "arithmetic" }, variants: VARIANTS, concentration: 0.3 } as const;
    const next = methodDraws(tree, choice, "pesos", { weights: true, aggregation: false, leaveOut: false });
    const n = 40_000;
    const sums: Record<string, [number, number]> = { a: [0, 0], d: [0, 0], x: [0, 0] };
    for (let i = 0; i < n; i += 1) {
      const { weights } = next();
      if (i < 200) {
        expect(weights[at("b")]).toBe(0);
        expect(weights[at("e")]).toBe(5);
        expect((weights[at("a")] ?? NaN) + (weights[at("c")] ?? NaN) + (weights[at("d")] ?? NaN)).toBeCloseTo(1, 12);
      }
      for (const [id, sum] of Object.entries(sums)) {
        sum[0] += weights[at(id)] ?? NaN;
        sum[1] += (weights[at(id)] ?? NaN) ** 2;
      }
    }
    // Three weights below x: w̄ = 1/3, A + 1 = (2/3)/(0.09/3) = 200/9; two below nota: A + 1 = ½/(½·0.09) = 100/9.
    const expected = { a: [0.25, 200 / 9], d: [0.5, 200 / 9], x: [0.75, 100 / 9] } as const;
    for (const [id, [p, aPlus1]] of Object.entries(expected)) {
      const [sum, squares] = sums[id] ?? [NaN, NaN];
      const variance = (p * (1 - p)) / aPlus1;
      expect(Math.abs(sum / n - p)).toBeLessThan(4 * Math.sqrt(variance / n));
      expect(Math.abs((squares / n - (sum / n) ** 2) / variance - 1)).toBeLessThan(0.04);
    }
  });

  it("takes every leaf with weight and none in turn, and sets the one left out to 0", () => {
    const choice = { weights: tree.weights, aggregation: { kind: "arithmetic" }, variants: VARIANTS, concentration: 0.3 } as const;
    const next = methodDraws(tree, choice, 1, { weights: false, aggregation: false, leaveOut: true });
    const seen = new Map<string, number>();
    for (let i = 0; i < 5_000; i += 1) {
      const { leftOut, weights } = next();
      const name = tree.ids[leftOut] ?? "nenhum";
      seen.set(name, (seen.get(name) ?? 0) + 1);
      expect(weights[at("d")]).toBe(name === "d" ? 0 : 4);
    }
    expect([...seen.keys()].sort()).toEqual(["a", "c", "d", "e", "nenhum"]);
    for (const count of seen.values()) expect(Math.abs(count / 5_000 - 0.2)).toBeLessThan(within(5_000, 0.2));
  });
});
