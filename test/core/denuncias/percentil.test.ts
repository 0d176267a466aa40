import { describe, expect, it } from "vitest";
import { quantilDaContagem } from "../../../src/core/denuncias/percentil.ts";
import { quantile7 } from "../../../src/core/metodo/base-period.ts";
import { randomIndex, seededSource } from "../../../src/core/metodo/seeded-random.ts";

function contagemDe(dias: readonly number[]): Int32Array {
  const contagem = new Int32Array(Math.max(-1, ...dias) + 1);
  for (const dia of dias) contagem[dia] = (contagem[dia] ?? 0) + 1;
  return contagem;
}

describe("the quantile of counted days", () => {
  it("is worked by hand as order statistics", () => {
    // Sorted: 1 2 2 10. Median at place 1.5: between 2 and 2. 90 %: place 2.7, 2 + 0.7·8 = 7.6.
    expect(quantilDaContagem(contagemDe([2, 10, 1, 2]), 0.5)).toBe(2);
    expect(quantilDaContagem(contagemDe([2, 10, 1, 2]), 0.9)).toBeCloseTo(7.6, 12);
    // Median of 3 and 8: 5.5.
    expect(quantilDaContagem(contagemDe([8, 3]), 0.5)).toBe(5.5);
  });

  it("is that one day for one case, and the ends for 0 and 1", () => {
    expect([0, 0.5, 1].map((p) => quantilDaContagem(contagemDe([7]), p))).toEqual([7, 7, 7]);
    expect([0, 1].map((p) => quantilDaContagem(contagemDe([4, 0, 31]), p))).toEqual([0, 31]);
  });

  it("is null without cases", () => {
    expect(quantilDaContagem([], 0.5)).toBeNull();
    expect(quantilDaContagem([0, 0], 0.9)).toBeNull();
  });

  it("agrees with the quantile of the sorted list on 300 lists drawn", () => {
    const source = seededSource("percentil");
    for (let i = 0; i < 300; i += 1) {
      const dias = Array.from({ length: 1 + randomIndex(source, 60) }, () => randomIndex(source, 90));
      const sorted = Int32Array.from(dias).sort();
      for (const p of [0, 0.1, 0.5, 0.9, 1]) expect(quantilDaContagem(contagemDe(dias), p)).toBeCloseTo(quantile7(sorted, p), 9);
    }
  });

  it.each([-0.1, 1.1, NaN])("refuses a probability of %d", (p) => {
    expect(() => quantilDaContagem([1], p)).toThrow(RangeError);
  });
});
