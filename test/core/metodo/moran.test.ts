import { describe, expect, it } from "vitest";
import { globalMoran, twoSidedNormal } from "../../../src/core/metodo/moran.ts";
import type { GlobalMoran, MoranInput } from "../../../src/core/metodo/moran.ts";
import { spatialWeights, weightSums } from "../../../src/core/metodo/spatial-weights.ts";
import { columbusColumn, columbusGlobal, columbusNeighbours, columbusPath, meanOf, permutationsOf, varianceOf } from "./columbus.ts";

const PATH = [[1], [0, 2], [1, 3], [2]];

function computed(input: MoranInput): GlobalMoran {
  const result = globalMoran(input);
  if (typeof result === "string") throw new Error(`no Moran: ${result}`);
  return result;
}

describe("globalMoran", () => {
  it("is one third for 1 2 3 4 along a path with binary weights", () => {
    // z = −1.5 −0.5 0.5 1.5, Σz² = 5, s0 = 6, ΣΣ w z z = 2(0.75 − 0.25 + 0.75) = 2.5; I = (4/6)(2.5/5).
    const { I, n, randomisation } = computed({ values: [1, 2, 3, 4], neighbours: PATH, style: "binary" });
    expect(I).toBeCloseTo(1 / 3, 12);
    expect(n).toBe(4);
    expect(randomisation.expected).toBeCloseTo(-1 / 3, 12);
  });

  it.each(["row", "binary"] as const)("has the mean and variance of all orders of the values with %s weights", (style) => {
    const values = [2, 9, 4, 7, 7, 1];
    const neighbours = [[1], [0, 2, 4], [1, 3], [2], [1, 5], [4]];
    const all = permutationsOf(values).map((v) => computed({ values: v, neighbours, style }).I);
    const { randomisation } = computed({ values, neighbours, style });
    expect(meanOf(all)).toBeCloseTo(randomisation.expected, 9);
    expect(varianceOf(all)).toBeCloseTo(randomisation.variance, 9);
  });

  it("has the mean and variance of all orders when the relation is not symmetric", () => {
    const values = [2, 9, 4, 7, 1];
    const neighbours = [[1, 2], [2], [3], [0, 4], [1]];
    const all = permutationsOf(values).map((v) => computed({ values: v, neighbours }).I);
    expect(varianceOf(all)).toBeCloseTo(computed({ values, neighbours }).randomisation.variance, 9);
  });

  it("takes a unit without a figure out of everybody's neighbours", () => {
    const whole = computed({ values: [1, 5, 2, 4], neighbours: [[1, 2], [0], [0, 3], [2]] });
    const withHole = computed({ values: [1, 5, null, 2, 4], neighbours: [[1, 2, 3], [0, 2], [0, 1], [0, 4], [3]] });
    expect(withHole).toEqual(whole);
  });

  it("counts an island in the mean but not in n", () => {
    const { I, n } = computed({ values: [1, 2, 3, 4, 10], neighbours: [...PATH, []], style: "binary" });
    // Mean 4: z = −3 −2 −1 0 6, Σz² = 50, ΣΣ w z z = 2(6 + 2 + 0) = 16; I = (4/6)(16/50).
    expect(n).toBe(4);
    expect(I).toBeCloseTo((4 / 6) * (16 / 50), 12);
  });

  it("says why there is none", () => {
    expect(globalMoran({ values: [3, 3, 3, 3], neighbours: PATH })).toBe("constant");
    expect(globalMoran({ values: [1, 2, null, 3], neighbours: PATH })).toBe("too-few");
    expect(globalMoran({ values: [1, 2, 3, 4], neighbours: [[], [], [], []] })).toBe("no-neighbours");
    expect(globalMoran({ values: [null, null, null, null], neighbours: PATH })).toBe("too-few");
  });

  it("refuses values and neighbours that cannot be", () => {
    expect(() => globalMoran({ values: [1, 2, NaN, 4], neighbours: PATH })).toThrow(new RangeError("value of unit 2 must be finite or null, got NaN"));
    expect(() => globalMoran({ values: [1, 2], neighbours: PATH })).toThrow(new RangeError("2 values for 4 lists of neighbours"));
    expect(() => globalMoran({ values: [1, 2, 3, 4], neighbours: [[4], [], [], []] })).toThrow(/unit 0 has neighbour 4, outside 0 … 3/);
    expect(() => globalMoran({ values: [1, 2, 3, 4], neighbours: [[0], [], [], []] })).toThrow(/its own neighbour/);
    expect(() => globalMoran({ values: [1, 2, 3, 4], neighbours: [[1, 1], [], [], []] })).toThrow(/lists neighbour 1 twice/);
  });

  it.skipIf(columbusPath === null).each(["CRIME", "HOVAL", "INC"] as const)("gives spdep's moran.test of Columbus's %s within 1e-9", (name) => {
    const published = columbusGlobal()[name];
    const { I, randomisation, normality } = computed({ values: columbusColumn(name).map(Number), neighbours: columbusNeighbours() });
    expect(Math.abs(I - published.I)).toBeLessThan(1e-9);
    expect(Math.abs(randomisation.expected - published.E)).toBeLessThan(1e-9);
    expect(Math.abs(randomisation.variance - published.var_rand)).toBeLessThan(1e-9);
    expect(Math.abs((randomisation.z ?? NaN) - published.z_rand)).toBeLessThan(1e-9);
    expect(Math.abs(normality.variance - published.var_norm)).toBeLessThan(1e-9);
    expect(Math.abs((normality.z ?? NaN) - published.z_norm)).toBeLessThan(1e-9);
  });
});

describe("weightSums", () => {
  it("adds up a relation that goes one way only", () => {
    // 0 → 1, 0 → 2, 1 → 0, binary. s0 = 3; pair sums: {0,1} 2, {0,2} 1, so s1 = 2² + 1² = 5;
    // row + column sums 3, 2, 1, so s2 = 14.
    expect(weightSums(spatialWeights([[1, 2], [0], []], "binary"))).toEqual({ s0: 3, s1: 5, s2: 14 });
  });
});

describe("twoSidedNormal", () => {
  it("gives the tables' values", () => {
    // R: 2 * pnorm(-c(0, 1, 1.959963984540054, 3, 6))
    const table = [[0, 1], [1, 0.317310507862914], [1.959963984540054, 0.05], [3, 0.00269979606326021], [6, 1.97317529007540e-9]] as const;
    for (const [z, p] of table) expect(Math.abs(twoSidedNormal(-z) - p)).toBeLessThan(1e-11);
    expect(twoSidedNormal(40)).toBe(0);
  });
});
