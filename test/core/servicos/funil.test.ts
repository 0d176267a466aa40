import { describe, expect, it } from "vitest";
import { seededSource } from "../../../src/core/metodo/index.ts";
import { funisDaSatisfacao, limitesDoFunil } from "../../../src/core/servicos/index.ts";
import { nota, registros } from "./linhas.ts";

describe("the funnel of satisfaction", () => {
  it("around 3 of 1 to 5 the widest spread is 2: of 100 answers, 3 ± 1.96 × 2 / 10", () => {
    const { lower, upper } = limitesDoFunil(3, { min: 1, max: 5 }, 100, 0.95);
    expect(upper).toBeCloseTo(3 + 1.959964 * 0.2, 6);
    expect(lower).toBeCloseTo(3 - 1.959964 * 0.2, 6);
  });

  it("stops at the ends of the scale, and has no width at an end", () => {
    expect(limitesDoFunil(3, { min: 1, max: 5 }, 1)).toEqual({ lower: 1, upper: 5 });
    expect(limitesDoFunil(5, { min: 1, max: 5 }, 7)).toEqual({ lower: 5, upper: 5 });
    expect(() => limitesDoFunil(6, { min: 1, max: 5 }, 7)).toThrow(/mean of 6/);
    expect(() => limitesDoFunil(3, { min: 1, max: 5 }, 0)).toThrow(/got 0/);
  });

  it("no set of answers spreads more than the bound it stands on", () => {
    const random = seededSource("bhatia-davis");
    for (let vez = 0; vez < 200; vez += 1) {
      const respostas = Array.from({ length: 1 + Math.floor(random() * 12) }, () => 1 + Math.floor(random() * 5));
      const media = respostas.reduce((a, b) => a + b, 0) / respostas.length;
      const variancia = respostas.reduce((soma, r) => soma + (r - media) ** 2, 0) / respostas.length;
      expect(variancia).toBeLessThanOrEqual((5 - media) * (media - 1) + 1e-9);
    }
  });

  it("says who is out of what chance would give, each scale by itself", () => {
    const funis = funisDaSatisfacao(
      registros([
        { codigo: 1, ...nota(3, [1, 5], 900) },
        { codigo: 2, ...nota(5, [1, 5], 2) },
        { codigo: 3, ...nota(4.5, [1, 5], 98) },
        { codigo: 4, ...nota(9, [0, 10], 1) },
      ]),
      { cem: false },
    );
    expect(funis.map(({ escala, respostas }) => [escala, respostas])).toEqual([
      [{ min: 1, max: 5 }, 1000],
      [{ min: 0, max: 10 }, 1],
    ]);
    // (2,700 + 10 + 441) / 1,000; the widest of 98 answers is 3.0902 × √(1.849 × 2.151 / 98) = 0.6225 on either side.
    expect(funis[0]?.centro).toBeCloseTo(3.151, 12);
    expect(funis[0]?.pontos.map(({ registro, lugar }) => [registro.codigo, lugar])).toEqual([
      [2, "dentro"],
      [3, "acima"],
      [1, "dentro"],
    ]);
    expect(funis[0]?.pontos[1]?.limites.upper).toBeCloseTo(3.151 + 0.6225, 3);
  });
});
