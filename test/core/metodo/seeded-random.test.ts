import { randomGamma } from "d3-random";
import { describe, expect, it } from "vitest";
import { RandomStream } from "../../../src/core/metodo/random-stream.ts";
import {
  betaSampler,
  dirichletSampler,
  gammaSampler,
  randomIndex,
  sampleIndices,
  seededSource,
  seededStream,
  splitSeed,
} from "../../../src/core/metodo/seeded-random.ts";

const uniformOf = (stream: RandomStream) => () => stream.uniform();
const take = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const variance = (values: readonly number[]): number => {
  const m = mean(values);
  return mean(values.map((v) => (v - m) ** 2));
};

describe("seededSource", () => {
  it("gives the authors' numbers of xoshiro128** from the state 1, 2, 3, 4", () => {
    // Outputs of xoshiro128starstar.c v1.1 as printed in the tests of Rust's rand_xoshiro.
    const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804];
    expect(take(10, uniformOf(new RandomStream([1, 2, 3, 4]))).map((u) => u * 2 ** 32)).toEqual(published);
  });

  it("starts from the SHA-256 of the seed's text", () => {
    // FIPS 180-4's example: SHA-256("abc") = ba7816bf 8f01cfea 414140de 5dae2223 …
    const expected = take(5, uniformOf(new RandomStream([0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223])));
    expect(take(5, seededSource("abc"))).toEqual(expected);
  });

  it("gives the same sequence for the same seed, written as a number or as its text", () => {
    expect(take(20, seededSource(2024))).toEqual(take(20, seededSource(2024)));
    expect(take(20, seededSource("2024"))).toEqual(take(20, seededSource(2024)));
    expect(take(20, seededSource(2025))).not.toEqual(take(20, seededSource(2024)));
  });

  it("keeps its first numbers from one version of the program to the next", () => {
    // Worked apart in whole numbers, from SHA-256("1") = 6b86b273 ff34fce1 9d6b804e ff5a3f57 …
    expect(take(4, seededSource(1)).map((u) => u * 2 ** 32)).toEqual([674876142, 2762888920, 3346312760, 783542484]);
  });

  it("covers [0, 1) evenly and without memory of the last number", () => {
    const u = take(100_000, seededSource("even"));
    expect(Math.min(...u.slice(0, 50_000))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...u.slice(0, 50_000))).toBeLessThan(1);
    // Standard errors: mean 0.00091, variance 0.00024, lag-1 correlation 0.0032; four of each allowed.
    expect(Math.abs(mean(u) - 1 / 2)).toBeLessThan(0.0037);
    expect(Math.abs(variance(u) - 1 / 12)).toBeLessThan(0.001);
    const lag = mean(u.slice(1).map((v, i) => (v - 0.5) * ((u[i] ?? 0) - 0.5))) * 12;
    expect(Math.abs(lag)).toBeLessThan(0.013);
  });

  it("refuses a seed that is not a finite number, an empty text and a state of zeros", () => {
    expect(() => seededSource(NaN)).toThrow(new RangeError("a seed must be a finite number, got NaN"));
    expect(() => seededSource(Infinity)).toThrow(RangeError);
    expect(() => seededSource("")).toThrow(new TypeError("a seed cannot be an empty text"));
    expect(() => new RandomStream([0, 0, 0, 0])).toThrow(RangeError);
  });
});

describe("splitSeed", () => {
  it("gives streams that differ from the seed's own and from each other", () => {
    const seeds = [splitSeed(7), splitSeed(7, "pesos"), splitSeed(7, "falta"), splitSeed(7, "pesos", 1), splitSeed(7, "pesos", 2)];
    expect(new Set(seeds.map((s) => seededSource(s)())).size).toBe(5);
  });

  it("gives streams with no correlation between neighbouring labels", () => {
    const a = take(20_000, seededSource(splitSeed(7, "unidade", 1)));
    const b = take(20_000, seededSource(splitSeed(7, "unidade", 2)));
    const correlation = mean(a.map((v, i) => (v - 0.5) * ((b[i] ?? 0) - 0.5))) * 12;
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(20_000));
  });

  it("refuses a label that is not finite", () => {
    expect(() => splitSeed(1, NaN)).toThrow(RangeError);
  });
});

describe("gammaSampler", () => {
  // With n draws the standard error of the mean is σ/√n, that of the variance about σ²·√((κ − 1)/n), κ = 3 + 6/shape.
  it.each([
    [0.2, 1],
    [1, 4],
    [2.5, 0.5],
    [80, 30_000],
  ])("has mean shape/rate and variance shape/rate² for shape %f and rate %f", (shape, rate) => {
    const n = 60_000;
    const gamma = gammaSampler(seededSource(`gamma ${shape}`));
    const draws = take(n, () => gamma(shape, rate));
    const sigma2 = shape / rate ** 2;
    expect(Math.abs(mean(draws) - shape / rate)).toBeLessThan(4 * Math.sqrt(sigma2 / n));
    expect(Math.abs(variance(draws) - sigma2)).toBeLessThan(5 * sigma2 * Math.sqrt((2 + 6 / shape) / n));
  });

  it("refuses a shape or rate of 0, below 0 or not finite", () => {
    const gamma = gammaSampler(seededSource(1));
    expect(() => gamma(0, 1)).toThrow(new RangeError("shape of the gamma must be finite and above 0, got 0"));
    expect(() => gamma(1, -2)).toThrow(new RangeError("rate of the gamma must be finite and above 0, got -2"));
    expect(() => gamma(NaN, 1)).toThrow(RangeError);
  });
});

describe("RandomStream", () => {
  it("gives d3-random's gammas draw for draw, whatever shapes take turns", () => {
    const ours = seededStream("d3");
    const theirs = randomGamma.source(seededSource("d3"));
    for (let i = 0; i < 5_000; i += 1) {
      const shape = [0.3, 1, 1.7, 40, 2500][i % 5] ?? 1;
      const expected = theirs(shape, 1)();
      expect(Math.abs(ours.gamma(shape) - expected)).toBeLessThanOrEqual(1e-12 * expected);
    }
  });

  it.each([
    [0.01, 0.02],
    [0.3, 2],
    [12, 90],
  ])("has betas with mean a/(a + b) for a = %f and b = %f", (a, b) => {
    const n = 60_000;
    const stream = seededStream(`beta ${a}`);
    const draws = take(n, () => stream.beta(a, b));
    const sigma2 = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(draws.every((d) => d >= 0 && d <= 1)).toBe(true);
    expect(Math.abs(mean(draws) - a / (a + b))).toBeLessThan(4 * Math.sqrt(sigma2 / n));
    expect(Math.abs(variance(draws) / sigma2 - 1)).toBeLessThan(0.05);
  });
});

describe("betaSampler", () => {
  it.each([
    [2, 5],
    [0.5, 0.5],
    [40, 360],
  ])("has mean a/(a + b) and variance ab/((a + b)²(a + b + 1)) for a = %f and b = %f", (a, b) => {
    const n = 60_000;
    const beta = betaSampler(seededSource(`beta ${a} ${b}`));
    const draws = take(n, () => beta(a, b));
    const sigma2 = (a * b) / ((a + b) ** 2 * (a + b + 1));
    expect(draws.every((d) => d >= 0 && d <= 1)).toBe(true);
    expect(Math.abs(mean(draws) - a / (a + b))).toBeLessThan(4 * Math.sqrt(sigma2 / n));
    expect(Math.abs(variance(draws) / sigma2 - 1)).toBeLessThan(0.05);
  });

  it("stays a number when both parameters are so small that the gammas underflow", () => {
    const beta = betaSampler(seededSource(1));
    const draws = take(2_000, () => beta(1e-6, 1e-6));
    expect(draws.every((d) => d >= 0 && d <= 1)).toBe(true);
    expect(Math.abs(mean(draws) - 0.5)).toBeLessThan(0.05);
  });

  it("refuses parameters of 0, below 0 or not finite", () => {
    const beta = betaSampler(seededSource(1));
    expect(() => beta(0, 1)).toThrow(RangeError);
    expect(() => beta(1, Infinity)).toThrow(RangeError);
  });
});

describe("dirichletSampler", () => {
  it("adds to 1 with mean c/C and variance p(1 − p)/(C + 1)", () => {
    const concentration = [2, 6, 12];
    const n = 60_000;
    const dirichlet = dirichletSampler(seededSource("dirichlet"));
    const out = new Float64Array(3);
    const draws = Array.from({ length: n }, () => {
      dirichlet(concentration, out);
      return [...out];
    });
    for (const d of draws.slice(0, 1_000)) expect(d.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    concentration.forEach((c, j) => {
      const p = c / 20;
      const sigma2 = (p * (1 - p)) / 21;
      const shares = draws.map((d) => d[j] ?? NaN);
      expect(Math.abs(mean(shares) - p)).toBeLessThan(4 * Math.sqrt(sigma2 / n));
      expect(Math.abs(variance(shares) / sigma2 - 1)).toBeLessThan(0.05);
    });
  });

  it("keeps a concentration of 0 at exactly 0 and gives a lone one exactly 1", () => {
    const dirichlet = dirichletSampler(seededSource(3));
    const out = new Float64Array(3);
    dirichlet([5, 0, 5], out);
    expect(out[1]).toBe(0);
    expect((out[0] ?? 0) + (out[2] ?? 0)).toBeCloseTo(1, 15);
    dirichlet([0, 0.001, 0], out);
    expect([...out]).toEqual([0, 1, 0]);
  });

  it("stays on the simplex with concentrations near 0", () => {
    const dirichlet = dirichletSampler(seededSource(4));
    const out = new Float64Array(4);
    for (let i = 0; i < 500; i += 1) {
      dirichlet([1e-5, 1e-5, 1e-5, 1e-5], out);
      expect(out.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    }
  });

  it("refuses negative, endless or all-zero concentrations and room of another length", () => {
    const dirichlet = dirichletSampler(seededSource(1));
    expect(() => dirichlet([1, -1], new Float64Array(2))).toThrow(/concentration 1 of the Dirichlet must be finite and ≥ 0, got -1/);
    expect(() => dirichlet([1, NaN], new Float64Array(2))).toThrow(RangeError);
    expect(() => dirichlet([0, 0], new Float64Array(2))).toThrow(/all 2 concentrations/);
    expect(() => dirichlet([1, 1], new Float64Array(3))).toThrow(RangeError);
  });
});

describe("sampleIndices", () => {
  it("draws different positions, each subset about as often", () => {
    const source = seededSource("subsets");
    const seen = new Map<string, number>();
    for (let i = 0; i < 12_000; i += 1) {
      const key = sampleIndices(source, 4, 2).sort((a, b) => a - b).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    // Six pairs of four, 2,000 each; standard deviation √(12,000·(1/6)·(5/6)) ≈ 41.
    expect([...seen.keys()].sort()).toEqual(["0,1", "0,2", "0,3", "1,2", "1,3", "2,3"]);
    for (const count of seen.values()) expect(Math.abs(count - 2_000)).toBeLessThan(4 * 41);
  });

  it("gives all positions when all are wanted, none when none is, and refuses more than there are", () => {
    expect(sampleIndices(seededSource(1), 5, 5).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(sampleIndices(seededSource(1), 0, 0)).toEqual([]);
    expect(() => sampleIndices(seededSource(1), 3, 4)).toThrow(new RangeError("cannot draw 4 of 3 positions"));
  });
});

describe("randomIndex", () => {
  it("stays below n and refuses an n without choices", () => {
    const source = seededSource(9);
    const draws = take(5_000, () => randomIndex(source, 3));
    expect(new Set(draws)).toEqual(new Set([0, 1, 2]));
    expect(() => randomIndex(source, 0)).toThrow(RangeError);
  });
});
