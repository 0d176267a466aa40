import { describe, expect, it } from "vitest";
import { compararComOGrupo, MENOR_GRUPO, tendenciaDe } from "../../../src/core/publico/municipio-comparar.ts";

/** 10, 20, …, 110: eleven figures, so that the quantile p is at 10 + 100·p exactly. */
const GRUPO = Array.from({ length: 11 }, (_, i) => 10 + 10 * i);

describe("a figure beside its group", () => {
  it("gives the least, the quartiles, the median and the greatest", () => {
    // Type 7 with n = 11: position 10·p, so q1 = 10 + 25 = 35, median 60, q3 = 85.
    expect(compararComOGrupo(60, GRUPO, false)?.distribuicao).toEqual({ n: 11, minimo: 10, q1: 35, mediana: 60, q3: 85, maximo: 110 });
  });

  it("is near the median between the 40th and the 60th percentiles, ends included", () => {
    // p40 = 50, p60 = 70.
    const lugar = (valor: number) => compararComOGrupo(valor, GRUPO, false)?.lugar;
    expect([49.9, 50, 60, 70, 70.1].map(lugar)).toEqual(["menor", "perto", "perto", "perto", "maior"]);
  });

  it("leaves out municipalities without the figure", () => {
    expect(compararComOGrupo(10, [10, null, 20, null, 30, 40], false)?.distribuicao.n).toBe(4);
  });

  it("compares with no group of fewer than four", () => {
    expect(MENOR_GRUPO).toBe(4);
    expect(compararComOGrupo(1, [1, 2, 3, null], false)).toBeNull();
  });

  it("says nothing of a municipality without the figure", () => {
    expect(compararComOGrupo(null, GRUPO, false)).toMatchObject({ lugar: null, iguais: null });
  });

  it("counts equal answers, this one among them", () => {
    expect(compararComOGrupo(2, [2, 2, 3, 0, null], true)?.iguais).toBe(2);
    expect(compararComOGrupo(2, [2, 2, 3, 0], false)?.iguais).toBeNull();
  });
});

describe("where a series went", () => {
  const serie = (...valores: number[]) => valores.map((valor, i) => ({ periodo: String(2014 + i), valor }));

  it("went nowhere when the change is under 5 % of the scale", () => {
    // Scale from 1 to 5: 5 % of 4 is 0.2.
    const limites = { min: 1, max: 5 };
    expect(tendenciaDe(serie(3, 4, 3.19), limites)).toBe("parecido");
    expect(tendenciaDe(serie(3, 4, 3.2), limites)).toBe("subiu");
    expect(tendenciaDe(serie(3, 1, 2.5), limites)).toBe("desceu");
  });

  it("measures by the first value without a scale", () => {
    expect(tendenciaDe(serie(100, 90, 104), null)).toBe("parecido");
    expect(tendenciaDe(serie(100, 90, 106), null)).toBe("subiu");
  });

  it("says nothing of fewer than three points", () => {
    expect(tendenciaDe(serie(1, 5), { min: 1, max: 5 })).toBeNull();
    expect(tendenciaDe([], null)).toBeNull();
  });

  it("takes zeros all along as no change", () => {
    expect(tendenciaDe(serie(0, 0, 0), null)).toBe("parecido");
  });
});
