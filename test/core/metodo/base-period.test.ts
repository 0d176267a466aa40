import { expect, it } from "vitest";
import { baseGoalposts, quantile7 } from "../../../src/core/metodo/base-period.ts";

it("reads quantiles by definition 7: R's quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .95, 1))", () => {
  // h = 4p: 0.4 → 1 + 0.4·1; 3.8 → 8 + 0.8·8.
  const figures = [1, 2, 4, 8, 16];
  const expected = [1, 1.4, 4, 14.4, 16];
  [0, 0.1, 0.5, 0.95, 1].forEach((p, i) => expect(quantile7(figures, p)).toBeCloseTo(expected[i] ?? 0, 12));
});

it("freezes p5 and p95 of the figures there are, to four decimal places", () => {
  // 0, 1, …, 20 shuffled with gaps: h = 20p → p5 = 1, p95 = 19; a third of it below.
  const figures = Array.from({ length: 21 }, (_, i) => ((i * 8) % 21) / 3).flatMap((x) => [x, null]);
  expect(baseGoalposts(figures, "x")).toEqual({ lo: 0.3333, hi: 6.3333 });
});

it("refuses a base period without figures, with equal percentiles, or with a figure that is none", () => {
  expect(() => baseGoalposts([null], "x")).toThrow('"x" has no figure in its base period');
  expect(() => baseGoalposts([5, 5, 5], "x")).toThrow("p5 and p95 are both 5");
  expect(() => baseGoalposts([1, Number.NaN], "x")).toThrow("not finite");
});
