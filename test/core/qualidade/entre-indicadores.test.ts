import { describe, expect, it } from "vitest";
import type { Regra, RegraComparacao, RegraFormula } from "../../../src/core/qualidade/regra.ts";
import { acusados, BASE, estados, indicador, julgar } from "./amostra.ts";

const abc = [indicador("total"), indicador("x"), indicador("y"), indicador("z")];

describe("totals against their parts", () => {
  const media: RegraFormula = { ...BASE, id: "media", especie: "consistencia", gravidade: "erro", tipo: "formula", total: "total", partes: ["x", "y", "z"], operacao: "media", tolerancia: 0.01 };

  it("an index is the mean of its three parts up to the rounding of its publication", () => {
    // Means: 3.67 (published as such), 3.67 against 3.66, 3.00 against 3.67; the fourth lacks a part.
    const avaliacao = julgar([media], abc, [
      { indicador: "total", periodo: "2021", valores: [3.67, 3.66, 3, 3, null] },
      { indicador: "x", periodo: "2021", valores: [5, 5, 5, 5, 1] },
      { indicador: "y", periodo: "2021", valores: [3, 3, 3, null, 1] },
      { indicador: "z", periodo: "2021", valores: [3, 3, 3, 3, 1] },
    ]);
    expect(estados(avaliacao, "total", "2021")).toEqual(["ok", "ok", "erro", "nao-avaliado", "nao-avaliado"]);
    expect(avaliacao.achados[0]?.esperado).toBeCloseTo(11 / 3, 12);
    expect(avaliacao.achados[0]?.medida).toBeCloseTo(3 - 11 / 3, 12);
  });

  it("the IDHM is the cube root of the product: 0,5 × 0,8 × 0,675 gives 0,646", () => {
    const geometrica: Regra = { ...media, operacao: "media-geometrica", tolerancia: 0.001 };
    const avaliacao = julgar([geometrica], abc, [
      { indicador: "total", periodo: "2010", valores: [0.646, 0.658, null, null, null] },
      { indicador: "x", periodo: "2010", valores: [0.5, 0.5, null, null, null] },
      { indicador: "y", periodo: "2010", valores: [0.8, 0.8, null, null, null] },
      { indicador: "z", periodo: "2010", valores: [0.675, 0.675, null, null, null] },
    ]);
    // 0.658 is their arithmetic mean.
    expect(acusados(avaliacao, "media")).toEqual(["Beta"]);
  });

  it("a sum closes exactly: Turvo/PR had 872 + 862 + 1.227 = 2.961 registered families in August 2026", () => {
    const soma: Regra = { ...media, operacao: "soma", tolerancia: 0 };
    const avaliacao = julgar([soma], abc, [
      { indicador: "total", periodo: "2026-08", valores: [2961, 2962, null, null, null] },
      { indicador: "x", periodo: "2026-08", valores: [872, 872, null, null, null] },
      { indicador: "y", periodo: "2026-08", valores: [862, 862, null, null, null] },
      { indicador: "z", periodo: "2026-08", valores: [1227, 1227, null, null, null] },
    ]);
    expect(acusados(avaliacao, "media")).toEqual(["Beta"]);
  });

  it("says nothing of a period a part was not published in", () => {
    const avaliacao = julgar([media], abc, [
      { indicador: "total", periodo: "2021", valores: [9, 9, 9, 9, 9] },
      { indicador: "x", periodo: "2020", valores: [1, 1, 1, 1, 1] },
    ]);
    expect(avaliacao.achados).toEqual([]);
    expect(avaliacao.avaliadas).toEqual([]);
  });
});

describe("rates against their own numerator and denominator", () => {
  const razao: Regra = { ...BASE, id: "razao", especie: "consistencia", gravidade: "erro", tipo: "razao", indicadores: { unidades: ["%"] }, fator: 100, tolerancia: 0.05 };

  it("are judged where both are given and the denominator is not zero", () => {
    const avaliacao = julgar([razao], [indicador("taxa", { unidade: "%" })], [
      {
        indicador: "taxa",
        periodo: "2026-06",
        valores: [39.4, 39.4, 0.394, 5, 5],
        numeradores: [394, null, 394, 1, 1],
        denominadores: [1000, 1000, 1000, 0, 20],
      },
    ]);
    expect(estados(avaliacao, "taxa", "2026-06")).toEqual(["ok", "nao-avaliado", "erro", "nao-avaliado", "ok"]);
  });
});

describe("two indicators of one municipality", () => {
  const regra: RegraComparacao = { ...BASE, id: "par", especie: "consistencia", tipo: "comparacao", a: "x", b: "y", relacao: "no-maximo", tolerancia: 0, periodos: "mesmo" };
  const comparar = (mudanca: Partial<RegraComparacao>, x: readonly (number | null)[], y: readonly (number | null)[], periodoY = "2021") =>
    julgar([{ ...regra, ...mudanca }], abc, [
      { indicador: "x", periodo: "2021", valores: x },
      { indicador: "y", periodo: periodoY, valores: y },
    ]);

  it("people registered fit in the population: equal passes, one more does not", () => {
    expect(acusados(comparar({}, [99, 100, 101, null, 5], [100, 100, 100, 1, null]), "par")).toEqual(["Gama"]);
  });

  it("spending may exceed the allocation by the tolerance only", () => {
    expect(acusados(comparar({ tolerancia: 0.05 }, [105, 106, 0, 0, 0], [100, 100, 0, 1, 1]), "par")).toEqual(["Beta"]);
  });

  it("two populations are near when they differ by at most the share, in both directions", () => {
    const avaliacao = comparar({ relacao: "proximo", tolerancia: 0.1 }, [110, 90, 111, 89, 0], [100, 100, 100, 100, 0]);
    expect(acusados(avaliacao, "par")).toEqual(["Gama", "Delta"]);
    expect(avaliacao.achados[0]?.medida).toBeCloseTo(0.11, 12);
  });

  it("periods of different years are compared only within the months the rule allows", () => {
    const unidades = { relacao: "igual" as const, periodos: { mesesEntre: 24 } };
    expect(acusados(comparar(unidades, [1, 2, 1, 1, 1], [1, 1, 1, 1, 1], "2019"), "par")).toEqual(["Beta"]);
    expect(comparar(unidades, [1, 2, 1, 1, 1], [1, 1, 1, 1, 1], "2018").avaliadas).toEqual([]);
  });

  it("a unit that answered where no unit is on the list fires only when the rule has a sentence for it", () => {
    const unidades = { relacao: "igual" as const, periodos: { mesesEntre: 60 } };
    expect(comparar(unidades, [1, 1, 0, null, null], [1, null, null, null, null]).achados).toEqual([]);
    const { achados } = comparar({ ...unidades, fraseSemPar: "Respondeu {valor}." }, [1, 1, 0, null, null], [1, null, null, null, null]);
    expect(achados).toHaveLength(1);
    expect(achados[0]).toMatchObject({ codigo: 9900002, semPar: true, comparado: null });
  });

  it("newest figures are compared, not older ones", () => {
    const avaliacao = julgar([{ ...regra, periodos: { mesesEntre: 60 } }], abc, [
      { indicador: "x", periodo: "2020", valores: [500, 500, null, null, null] },
      { indicador: "x", periodo: "2021", valores: [50, null, null, null, null] },
      { indicador: "y", periodo: "2021", valores: [100, 100, null, null, null] },
    ]);
    expect(acusados(avaliacao, "par")).toEqual(["Beta"]);
    expect(avaliacao.achados[0]?.periodo).toBe("2020");
  });
});

describe("answers that exclude each other", () => {
  const regra: Regra = {
    ...BASE,
    id: "contradicao",
    especie: "consistencia",
    tipo: "contradicao",
    se: { indicador: "x", operador: "=", valor: 0 },
    nao: { indicador: "y", operador: ">", valor: 0 },
    mesesEntre: 24,
  };
  const julga = (periodoY: string) =>
    julgar([regra], abc, [
      { indicador: "x", periodo: "2023", valores: [0, 0, 1, 0, null] },
      { indicador: "y", periodo: periodoY, valores: [10, 0, 10, null, 10] },
    ]);

  it("fire on the second answer, and only where both were given", () => {
    const avaliacao = julga("2022");
    expect(acusados(avaliacao, "contradicao")).toEqual(["Alfa"]);
    expect(avaliacao.achados[0]).toMatchObject({ indicador: "y", valor: 10, comparado: { indicador: "x", periodo: "2023", valor: 0 } });
    expect(estados(avaliacao, "y", "2022")).toEqual(["a-conferir", "ok", "ok", "nao-avaliado", "nao-avaliado"]);
  });

  it("are not compared across more years than the rule allows", () => {
    expect(julga("2019").avaliadas).toEqual([]);
  });
});
