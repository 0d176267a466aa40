import { describe, expect, it } from "vitest";
import type { Regra } from "../../../src/core/qualidade/regra.ts";
import { acusados, BASE, estados, indicador, julgar, MUNICIPIOS } from "./amostra.ts";

describe("ranges", () => {
  const catalogo: Regra = { ...BASE, id: "escala", tipo: "faixa", gravidade: "erro", indicadores: { todos: true }, limites: "catalogo" };

  it("of the catalogue are closed at both ends; an IDCRAS of 0 or 5.01 is wrong", () => {
    const idcras = indicador("idcras", { limites: { min: 1, max: 5 } });
    const avaliacao = julgar([catalogo], [idcras], [{ indicador: "idcras", periodo: "2021", valores: [1, 5, 0, 5.01, null] }]);
    expect(estados(avaliacao, "idcras", "2021")).toEqual(["ok", "ok", "erro", "erro", "nao-avaliado"]);
    expect(avaliacao.achados[0]).toMatchObject({ codigo: 9900003, valor: 0, min: 1, max: 5, fonte: "fonte-a" });
  });

  it("of coded answers are their levels, not what lies between", () => {
    const resposta = indicador("resposta", { limites: { min: 0, max: 3 }, niveis: { "0": "Não", "3": "Sim" } });
    const avaliacao = julgar([catalogo], [resposta], [{ indicador: "resposta", periodo: "2023", valores: [0, 3, 1, 2, null] }]);
    expect(acusados(avaliacao, "escala")).toEqual(["Gama", "Delta"]);
  });

  it("do not judge an indicator without limits", () => {
    const avaliacao = julgar([catalogo], [indicador("livre")], [{ indicador: "livre", periodo: "2023", valores: [-1, 1e9, 0, 1, 2] }]);
    expect(new Set(estados(avaliacao, "livre", "2023"))).toEqual(new Set(["nao-avaliado"]));
  });

  it("of the rule itself: counts are whole, and a symbolic amount is not a zero", () => {
    const inteiro: Regra = { ...BASE, id: "inteiro", tipo: "faixa", indicadores: { unidades: ["pessoas"] }, limites: { min: 0 }, inteiro: true };
    const simbolico: Regra = { ...BASE, id: "simbolico", tipo: "faixa", indicadores: { ids: ["reais"] }, limites: { min: 1000 }, ignoraZero: true };
    const avaliacao = julgar(
      [inteiro, simbolico],
      [indicador("gente", { unidade: "pessoas" }), indicador("reais", { unidade: "R$" })],
      [
        { indicador: "gente", periodo: "2023", valores: [0, 3, 2.5, -1, null] },
        { indicador: "reais", periodo: "2022", valores: [0, 0.01, 999.99, 1000, null] },
      ],
    );
    expect(acusados(avaliacao, "inteiro")).toEqual(["Gama", "Delta"]);
    expect(acusados(avaliacao, "simbolico")).toEqual(["Beta", "Gama"]);
    expect(estados(avaliacao, "reais", "2022")[0]).toBe("nao-avaliado");
  });
});

describe("robust outliers", () => {
  const atipico: Regra = { ...BASE, id: "atipico", tipo: "atipico", indicadores: { todos: true }, limite: 3.5, escala: "linear", grupo: "todos", minimo: 5 };
  const muitos = Array.from({ length: 10 }, (_, i) => ({ codigo: 9900001 + i, porte: "pequeno-1" as const }));
  const medida = [indicador("medida")];

  it("flag what lies more than 3.5 modified z from the median, with the interval the others are in", () => {
    const valores = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3];
    const { achados } = julgar([atipico], medida, [{ indicador: "medida", periodo: "2020", valores }], muitos);
    expect(achados.map(({ codigo }) => codigo)).toEqual([9900009, 9900010]);
    // Half width 3.5 × 0.15 ÷ 0.6745 = 0.7784.
    expect(achados[0]?.min).toBeCloseTo(2.45 - 0.7784, 4);
    expect(achados[0]?.max).toBeCloseTo(2.45 + 0.7784, 4);
    expect(achados[0]?.medida).toBeCloseTo(25.8558, 3);
  });

  it("say nothing, not even ok, where the MAD is zero", () => {
    const valores = [1, 1, 1, 1, 1, 1, 1, 1, 14, null];
    const avaliacao = julgar([atipico], medida, [{ indicador: "medida", periodo: "2020", valores }], muitos);
    expect(avaliacao.achados).toEqual([]);
    expect(new Set(estados(avaliacao, "medida", "2020"))).toEqual(new Set(["nao-avaliado"]));
  });

  it("say nothing of a group smaller than the rule asks for", () => {
    const avaliacao = julgar([{ ...atipico, minimo: 6 }], medida, [{ indicador: "medida", periodo: "2020", valores: [1, 2, 3, 4, 900] }]);
    expect(avaliacao.avaliadas).toEqual([]);
  });

  it("compare skewed counts with towns of the same size, on the logarithm, and leave zeros and towns without size out", () => {
    const regra: Regra = { ...atipico, escala: "log", grupo: "porte", minimo: 5 };
    const portes = muitos.map((m, i) => ({ ...m, porte: i < 7 ? ("pequeno-1" as const) : i === 7 ? null : ("grande" as const) }));
    const valores = [100, 120, 90, 110, 105, 0, 1, 5000, 60_000, 90_000];
    const avaliacao = julgar([regra], medida, [{ indicador: "medida", periodo: "2020", valores }], portes);
    expect(avaliacao.achados.map(({ codigo }) => codigo)).toEqual([9900007]);
    expect(estados(avaliacao, "medida", "2020").slice(5)).toEqual(["nao-avaliado", "a-conferir", "nao-avaliado", "nao-avaliado", "nao-avaliado"]);
  });
});

describe("jumps", () => {
  const salto: Regra = { ...BASE, id: "salto", tipo: "salto", indicadores: { todos: true }, medida: "diferenca", limite: 2, mesesEntre: 24 };
  const nota = [indicador("nota", { limites: { min: 1, max: 5 } })];

  it("compare with the municipality's own previous figure, and the limit itself is a jump in spite of binary fractions", () => {
    const avaliacao = julgar([salto], nota, [
      { indicador: "nota", periodo: "2019", valores: [2.33, 5, 3, null, 1] },
      { indicador: "nota", periodo: "2020", valores: [4.33, 3.01, null, 5, 2] },
      { indicador: "nota", periodo: "2021", valores: [4.33, 3.01, 5, 5, 4.5] },
    ]);
    expect(acusados(avaliacao, "salto")).toEqual(["Alfa", "Gama", "Épsilon"]);
    const gama = avaliacao.achados.find(({ codigo }) => codigo === 9900003);
    expect(gama).toMatchObject({ periodo: "2021", comparado: { periodo: "2019", valor: 3 }, medida: 2 });
  });

  it("do not reach over a gap longer than the rule allows", () => {
    const avaliacao = julgar([salto], nota, [
      { indicador: "nota", periodo: "2016", valores: [1, 1, 1, 1, 1] },
      { indicador: "nota", periodo: "2019", valores: [5, 5, 5, 5, 5] },
    ]);
    expect(avaliacao.achados).toEqual([]);
  });

  it("may be a share of the previous figure; from zero there is no share", () => {
    const relativo: Regra = { ...salto, medida: "relativa", limite: 0.3, mesesEntre: 12 };
    const avaliacao = julgar([relativo], [indicador("gente")], [
      { indicador: "gente", periodo: "2026-05", valores: [1000, 1000, 1000, 0, 10] },
      { indicador: "gente", periodo: "2026-06", valores: [1299, 1300, 600, 50, 10] },
    ]);
    expect(acusados(avaliacao, "salto")).toEqual(["Beta", "Gama"]);
  });
});

describe("the judgement as a whole", () => {
  const faixa: Regra = { ...BASE, id: "faixa", tipo: "faixa", indicadores: { todos: true }, limites: { min: 0 } };

  it("gives every indicator × municipality × period one state", () => {
    const avaliacao = julgar([faixa], [indicador("a"), indicador("b")], [
      { indicador: "a", periodo: "2020", valores: [1, null, 1, 1, 1] },
      { indicador: "a", periodo: "2021", valores: [1, 1, 1, 1, 1] },
      { indicador: "b", periodo: "2021", valores: [-1, null, null, null, null] },
    ]);
    expect(avaliacao.colunas.map(({ celulas }) => celulas.length)).toEqual([5, 5, 5]);
    expect(avaliacao.colunas.flatMap((c) => estados(avaliacao, c.indicador, c.periodo)).length).toBe(3 * MUNICIPIOS.length);
  });

  it("names figures of indicators the catalogue does not have, and looks at none of them", () => {
    const avaliacao = julgar([faixa], [indicador("a")], [{ indicador: "estranho", periodo: "2020", valores: [-1, -1, -1, -1, -1] }]);
    expect(avaliacao.foraDoCatalogo).toEqual(["estranho"]);
    expect(avaliacao.achados).toEqual([]);
    expect(avaliacao.colunas).toEqual([]);
  });

  it("counts how many cells each rule looked at", () => {
    const avaliacao = julgar([faixa], [indicador("a")], [{ indicador: "a", periodo: "2020", valores: [1, null, -1, 1, 1] }]);
    expect(avaliacao.avaliadas).toEqual([["faixa", 4]]);
  });
});
