import { describe, expect, it } from "vitest";
import {
  exactPoissonLimits,
  iChart,
  movingRangeSigma,
  rateCentre,
  runs,
  sigmasOf,
  uLimits,
  uPrimeLimits,
} from "../../../src/core/alerta/control-charts.ts";
import { figure, publishedRows } from "./published.ts";

const INFECTIONS = "spc_hospital_infections";
const data = publishedRows(`${INFECTIONS}/ahh_uti.csv`);
const events = (data ?? []).map((row) => figure(row, "n"));
const exposure = (data ?? []).map((row) => figure(row, "days"));

/** The reference prints 15 significant digits; ours agree to 12. */
const DIGITS = 11;

describe("the hospital infections of qicharts2", () => {
  it.skipIf(data === null)("have the published I chart", () => {
    const { centre, lower, upper } = iChart(events);
    for (const row of publishedRows(`${INFECTIONS}/chart_i.csv`) ?? []) {
      expect(centre).toBeCloseTo(figure(row, "cl"), DIGITS);
      expect(lower).toBeCloseTo(figure(row, "lcl"), DIGITS);
      expect(upper).toBeCloseTo(figure(row, "ucl"), DIGITS);
    }
  });

  it.skipIf(data === null).each([
    ["u", uLimits],
    ["up", uPrimeLimits],
  ] as const)("have the published %s chart, month by month", (name, limitsOf) => {
    const centre = rateCentre({ events, exposure });
    const rows = publishedRows(`${INFECTIONS}/chart_${name}.csv`) ?? [];
    expect(rows).toHaveLength(24);
    rows.forEach((row, i) => {
      const limits = limitsOf(centre, exposure[i] ?? NaN);
      const rate = (10_000 * (events[i] ?? NaN)) / (exposure[i] ?? NaN);
      expect(rate).toBeCloseTo(figure(row, "y"), DIGITS);
      expect(10_000 * limits.centre).toBeCloseTo(figure(row, "cl"), DIGITS);
      expect(10_000 * limits.lower).toBeCloseTo(figure(row, "lcl"), DIGITS);
      expect(10_000 * limits.upper).toBeCloseTo(figure(row, "ucl"), DIGITS);
      expect(rate > 10_000 * limits.upper || rate < 10_000 * limits.lower).toBe(row["sigma.signal"] === "TRUE");
    });
  });

  it.skipIf(data === null).each(["i", "u", "up"])("have the published runs of the %s chart", (name) => {
    const [row = {}] = publishedRows(`${INFECTIONS}/chart_${name}.csv`) ?? [];
    const values = name === "i" ? events : events.map((n, i) => n / (exposure[i] ?? NaN));
    const centre = name === "i" ? iChart(events).centre : rateCentre({ events, exposure }).rate;
    expect(runs(values, centre)).toEqual({
      longest: figure(row, "longest.run"),
      longestAllowed: figure(row, "longest.run.max"),
      crossings: figure(row, "n.crossings"),
      fewestCrossings: figure(row, "n.crossings.min"),
      useful: figure(row, "n.useful"),
      signal: row["runs.signal"] === "TRUE",
    });
  });
});

describe("movingRangeSigma", () => {
  it("is the mean range of neighbours over 1.128", () => {
    // Ranges 2, 1, 3: mean 2.
    expect(movingRangeSigma([5, 7, 6, 9])).toBeCloseTo(2 / 1.128, 12);
  });

  it("leaves a range out that is above 3.267 times the mean", () => {
    // Ranges 1, 1, 1, 1, 20: mean 4.8, limit 15.68; without the last the mean is 1.
    expect(movingRangeSigma([1, 2, 1, 2, 1, 21])).toBeCloseTo(1 / 1.128, 12);
  });

  it("is zero for equal figures and cannot be said of one", () => {
    expect(movingRangeSigma([4, 4, 4])).toBe(0);
    expect(movingRangeSigma([4])).toBeNaN();
  });
});

describe("exactPoissonLimits", () => {
  it("keeps at most the tail on each side", () => {
    // λ = 9, 1 %: P(X ≤ 2) = e⁻⁹(1 + 9 + 40.5) = 0.0062 and P(X ≤ 3) = 0.0212; P(X ≥ 18) = 0.0053 and P(X ≥ 17) = 0.0111.
    expect(exactPoissonLimits(9, 0.01)).toEqual({ centre: 9, lower: 3, upper: 17 });
  });

  it("does not go below zero where a normal chart would", () => {
    // λ = 1, 0.135 %: P(X ≥ 6) = 0.0006 and P(X ≥ 5) = 0.0037; the normal chart says −2 to 4.
    expect(exactPoissonLimits(1)).toEqual({ centre: 1, lower: 0, upper: 5 });
  });

  it("expects nothing where nothing is expected", () => {
    expect(exactPoissonLimits(0)).toEqual({ centre: 0, lower: 0, upper: 0 });
  });
});

describe("rates", () => {
  it("have limits of 3·√(u/n), never below zero, and those of a tail by its quantile", () => {
    // u = 20/100 = 0.2; a point of exposure 5: 0.2 ± 3·√0.04 = 0.2 ± 0.6.
    const centre = rateCentre({ events: [8, 12], exposure: [40, 60] });
    expect(centre.rate).toBeCloseTo(0.2, 12);
    expect(uLimits(centre, 5).upper).toBeCloseTo(0.8, 12);
    expect(uLimits(centre, 5).lower).toBe(0);
    expect(sigmasOf(0.00135)).toBeCloseTo(3, 3);
  });

  it("vary by chance alone when σz is one, and the u′ chart is then the u chart", () => {
    const centre = { rate: 0.2, sigmaZ: 1 };
    expect(uPrimeLimits(centre, 50)).toEqual(uLimits(centre, 50));
  });

  it("refuse lists that do not match and an exposure of nothing", () => {
    expect(() => rateCentre({ events: [1, 2], exposure: [1] })).toThrow(/2 counts for 1/);
    expect(() => rateCentre({ events: [1, 2], exposure: [1, 0] })).toThrow(/got 0/);
    expect(() => rateCentre({ events: [1], exposure: [1] })).toThrow(/got 1/);
  });
});

describe("runs", () => {
  it("leave out points on the centre and count the longest side", () => {
    // Sides + + (0) + − −: 5 useful, runs 3 and 2, one crossing; round(log2 5 + 3) = 5.
    expect(runs([2, 3, 1, 2, 0, 0], 1)).toMatchObject({ useful: 5, longest: 3, crossings: 1, longestAllowed: 5, signal: false });
  });

  it("signal a shift that lasts", () => {
    const shifted = [...Array<number>(10).fill(1), ...Array<number>(10).fill(9)];
    expect(runs(shifted, 5)).toMatchObject({ longest: 10, longestAllowed: 7, crossings: 1, signal: true });
  });
});
