import { describe, expect, it } from "vitest";
import { mediana, robusto, zModificado } from "../../../src/core/qualidade/robusto.ts";

describe("the modified z-score (Iglewicz & Hoaglin, 1993)", () => {
  /** Two wild figures that hide each other from the plain z-score, whose largest here is 1.9. */
  const valores = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3];

  it("is 0.6745 × deviation from the median ÷ MAD, worked by hand", () => {
    // Sorted: 2.1 2.1 2.3 2.3 2.4 2.5 2.6 2.6 8.2 8.3; deviations .35 .35 .15 .15 .05 .05 .15 .15 5.75 5.85.
    const resumo = robusto(valores);
    expect(resumo.mediana).toBeCloseTo(2.45, 12);
    expect(resumo.mad).toBeCloseTo(0.15, 12);
    expect(zModificado(8.2, resumo)).toBeCloseTo((0.6745 * 5.75) / 0.15, 9);
    expect(zModificado(2.1, resumo)).toBeCloseTo(-1.5738, 4);
  });

  it("passes 3.5 only for the two wild figures", () => {
    const resumo = robusto(valores);
    expect(valores.filter((valor) => Math.abs(zModificado(valor, resumo) ?? 0) > 3.5)).toEqual([8.2, 8.3]);
  });

  it("says nothing where more than half of the figures are equal, however far another is", () => {
    const quaseIguais = [10, 10, 10, 10, 10, 10, 10, 100];
    expect(robusto(quaseIguais)).toEqual({ mediana: 10, mad: 0 });
    expect(zModificado(100, robusto(quaseIguais))).toBeNull();
  });

  it("has the middle figure at its centre, or the mean of the two in the middle", () => {
    expect(mediana([3, 1, 2])).toBe(2);
    expect(mediana([4, 1, 2, 3])).toBe(2.5);
  });

  it("has no centre for no figures", () => {
    expect(mediana([])).toBeNaN();
    expect(zModificado(1, robusto([]))).toBeNull();
  });
});

describe("the median", () => {
  it("is the middle figure, or the mean of the two middle ones, by number and not by text", () => {
    expect(mediana([9, 10, 100])).toBe(10);
    expect(mediana([9, 10, 100, 11])).toBe(10.5);
  });
});
