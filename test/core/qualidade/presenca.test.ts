import { describe, expect, it } from "vitest";
import type { Regra } from "../../../src/core/qualidade/regra.ts";
import { acusados, BASE, estados, indicador, julgar } from "./amostra.ts";

const falta: Regra = { ...BASE, id: "falta", especie: "completude", gravidade: "sem-dado", tipo: "falta", indicadores: { todos: true }, esperado: "todos", parteMinima: 0.5 };
const defasado: Regra = { ...falta, id: "defasado", especie: "atualidade", tipo: "defasado" };
const catalogo = [indicador("a", { cadencia: "anual" }), indicador("b", { cadencia: "mensal" })];

describe("missing figures", () => {
  it("are each told by one rule: completeness, or timeliness where an older figure stands in for the newest", () => {
    const avaliacao = julgar([falta, defasado], catalogo, [
      { indicador: "a", periodo: "2021", valores: [1, 1, 1, 1, null] },
      { indicador: "a", periodo: "2022", valores: [1, null, 1, 1, null] },
      { indicador: "a", periodo: "2023", valores: [1, 1, 1, null, null] },
    ]);
    expect(avaliacao.achados.map(({ regra, periodo, codigo }) => [regra, periodo, codigo])).toEqual([
      ["falta", "2021", 9900005],
      ["falta", "2022", 9900002],
      ["falta", "2022", 9900005],
      ["falta", "2023", 9900005],
      ["defasado", "2023", 9900004],
    ]);
    expect(avaliacao.achados.at(-1)).toMatchObject({ valor: null, comparado: { periodo: "2022", valor: 1 } });
    expect(estados(avaliacao, "a", "2023").slice(3)).toEqual(["sem-dado", "sem-dado"]);
  });

  it("of a period that most municipalities lack are no lack of each: the file is partial", () => {
    const avaliacao = julgar([falta, defasado], catalogo, [
      { indicador: "a", periodo: "2022", valores: [1, 1, 1, 1, 1] },
      { indicador: "a", periodo: "2023", valores: [1, 1, null, null, null] },
    ]);
    expect(avaliacao.achados).toEqual([]);
    expect(estados(avaliacao, "a", "2023")[4]).toBe("nao-avaliado");
  });

  it("are expected only of those who had the figure before, where the rule says so", () => {
    const avaliacao = julgar([{ ...falta, esperado: "quem-ja-teve" }], catalogo, [
      { indicador: "a", periodo: "2021", valores: [1, 1, null, null, null] },
      { indicador: "a", periodo: "2022", valores: [1, null, 1, null, null] },
      { indicador: "a", periodo: "2023", valores: [1, 1, 1, null, null] },
    ]);
    expect(acusados(avaliacao, "falta")).toEqual(["Beta"]);
  });

  it("are not zeros: a zero is a figure", () => {
    const avaliacao = julgar([falta], catalogo, [{ indicador: "a", periodo: "2023", valores: [0, 0, 0, 0, 0] }]);
    expect(avaliacao.achados).toEqual([]);
  });
});

describe("a municipality carved out of others", () => {
  const quebra: Regra = {
    ...BASE,
    id: "quebra",
    especie: "consistencia",
    tipo: "quebra",
    novo: 9900005,
    desde: "2025-01-01",
    origens: [9900001, 9900003],
    indicadores: ["b"],
  };
  const salto: Regra = { ...BASE, id: "salto", especie: "consistencia", tipo: "salto", indicadores: { todos: true }, medida: "relativa", limite: 0.3, mesesEntre: 24 };

  it("lacks nothing of before it existed, and what it lacks since is missing", () => {
    const avaliacao = julgar([quebra, falta, defasado], catalogo, [
      { indicador: "b", periodo: "2024-12", valores: [1, 1, 1, 1, null] },
      { indicador: "b", periodo: "2025-01", valores: [1, 1, 1, 1, null] },
    ]);
    expect(estados(avaliacao, "b", "2024-12")[4]).toBe("nao-avaliado");
    expect(estados(avaliacao, "b", "2025-01")[4]).toBe("sem-dado");
  });

  it("is still inside the newest figures of its origins, for the indicators named", () => {
    const avaliacao = julgar([quebra], catalogo, [
      { indicador: "a", periodo: "2023", valores: [1, 1, 1, 1, null] },
      { indicador: "b", periodo: "2023-01", valores: [1, 1, 1, 1, null] },
      { indicador: "b", periodo: "2024-12", valores: [1, 1, null, 1, null] },
    ]);
    expect(avaliacao.achados.map(({ indicador: id, periodo, codigo }) => [id, periodo, codigo])).toEqual([["b", "2024-12", 9900001]]);
  });

  it("explains the jumps of its origins across its creation, and no other jump", () => {
    const avaliacao = julgar([quebra, salto], catalogo, [
      { indicador: "a", periodo: "2023", valores: [100, 100, 100, 100, null] },
      { indicador: "a", periodo: "2024", valores: [50, 100, 100, 100, null] },
      { indicador: "a", periodo: "2025", valores: [50, 50, 50, 100, 50] },
    ]);
    expect(avaliacao.achados.map(({ codigo, periodo }) => [codigo, periodo])).toEqual([
      [9900001, "2024"],
      [9900002, "2025"],
    ]);
  });
});

describe("whole series", () => {
  it("a year that is missing inside a yearly series is told once, for no municipality", () => {
    const lacuna: Regra = { ...BASE, id: "lacuna", especie: "completude", tipo: "lacuna", indicadores: { cadencias: ["anual"] } };
    const { achadosDeSerie, achados } = julgar([lacuna], catalogo, [
      ...["2014", "2016", "2019"].map((periodo) => ({ indicador: "a", periodo, valores: [1, 1, 1, 1, 1] })),
      ...["2026-01", "2026-06"].map((periodo) => ({ indicador: "b", periodo, valores: [1, 1, 1, 1, 1] })),
    ]);
    expect(achados).toEqual([]);
    expect(achadosDeSerie.map(({ indicador: id, faltam }) => [id, faltam])).toEqual([["a", ["2015", "2017", "2018"]]]);
  });

  it("a source is late when more months passed since its newest period than its cadence allows, on the date given", () => {
    const atrasada: Regra = {
      ...BASE,
      id: "atrasada",
      especie: "atualidade",
      tipo: "fonte-atrasada",
      cadencias: [
        { cadencia: "anual", meses: 34 },
        { cadencia: "mensal", meses: 3 },
      ],
    };
    // 31/12/2023 → 31/10/2026 are 34 months; 30/06/2026 → 31/10/2026 are 4.
    const { achadosDeSerie, avaliadas } = julgar([atrasada], catalogo, [
      { indicador: "a", periodo: "2023", valores: [1, 1, 1, 1, 1] },
      { indicador: "b", periodo: "2026-06", valores: [1, 1, 1, 1, 1] },
    ]);
    expect(achadosDeSerie.map(({ indicador: id, meses, mesesPermitidos }) => [id, meses, mesesPermitidos])).toEqual([["b", 4, 3]]);
    expect(avaliadas).toEqual([["atrasada", 2]]);
  });
});
