import { describe, expect, test } from "vitest";
import { isMaisGrossa, linhasDoAno, somarCelulas, somarPor, totalDoPeriodo } from "../../../src/core/publico/contagem.ts";
import type { TabelaProtegida } from "../../../src/core/publico/publicacao.ts";

const RESUMO = { celulas: 0, ocultas: 0, parteOculta: 0 };

function tabela(parte: Partial<TabelaProtegida>): TabelaProtegida {
  return { id: "t", titulo: "T", assunto: "denuncias", demonstracao: true, niveis: { lugar: "uf", tempo: "ano" }, pedida: { lugar: "uf", tempo: "ano" }, linhas: [], resumo: RESUMO, ...parte };
}

describe("sums over cells of which some are hidden", () => {
  test("a sum with nothing hidden is exact", () => {
    // 12 + 30 = 42
    expect(somarCelulas([{ valor: 12 }, { valor: 30 }])).toEqual({ valor: 42, minimo: 42, ocultas: 0, visiveis: 2 });
  });

  test("one hidden part hides the sum and leaves its least value", () => {
    expect(somarCelulas([{ valor: 12 }, { valor: "oculto" }, { valor: 30 }])).toEqual({ valor: "oculto", minimo: 42, ocultas: 1, visiveis: 2 });
  });

  test("what nobody informed is no zero", () => {
    expect(somarCelulas([{ valor: null }])).toEqual({ valor: null, minimo: 0, ocultas: 0, visiveis: 0 });
    expect(somarCelulas([{ valor: 0 }]).valor).toBe(0);
  });

  test("rows are added up under each member of a dimension, of the year asked", () => {
    const linhas = [
      { membros: { tempo: "2024-T4", tema: "a" }, valor: 7 },
      { membros: { tempo: "2025-T1", tema: "a" }, valor: 10 },
      { membros: { tempo: "2025-T2", tema: "a" }, valor: 5 },
      { membros: { tempo: "2025-03", tema: "b" }, valor: "oculto" as const },
    ];
    const doAno = linhasDoAno({ linhas }, 2025);
    expect(somarPor(doAno, "tema").map(({ membro, valor, minimo }) => [membro, valor, minimo])).toEqual([
      ["a", 15, 15],
      ["b", "oculto", 0],
    ]);
  });
});

describe("tables of a release", () => {
  test("the total of a period comes from a table of nothing else, of the same subject", () => {
    const linhas = [{ membros: { lugar: "XX", tempo: "2025" }, valor: 99 }];
    const porTema = tabela({ id: "tema", niveis: { lugar: "uf", tempo: "ano", tema: "tema" }, linhas: [{ membros: { lugar: "XX", tempo: "2025", tema: "a" }, valor: 40 }] });
    expect(totalDoPeriodo({ tabelas: [porTema] }, "denuncias", "2025")).toBeNull();
    expect(totalDoPeriodo({ tabelas: [porTema, tabela({ linhas })] }, "denuncias", "2025")).toBe(99);
    expect(totalDoPeriodo({ tabelas: [tabela({ assunto: "servicos", linhas })] }, "denuncias", "2025")).toBeNull();
  });

  test("a table is coarser than asked when any of its levels changed", () => {
    expect(isMaisGrossa({ niveis: { lugar: "regiao", tempo: "ano" }, pedida: { lugar: "municipio", tempo: "ano" } })).toBe(true);
    expect(isMaisGrossa({ niveis: { lugar: "uf", tempo: "ano" }, pedida: { lugar: "uf", tempo: "ano" } })).toBe(false);
  });
});
