import { describe, expect, it } from "vitest";
import { colunasDaAgenda, colunasDaTela } from "../../../../src/views/denuncias/agenda/colunas.tsx";
import { MANIFESTACAO } from "../fluxo/amostra.ts";
import { diaDaSemanaEmPalavras, leituraDaAgenda, linhasPorDia, linhasPorUnidade } from "../../../../src/views/denuncias/agenda/agenda.ts";

const ITENS = [
  { prazo: "resposta", vence: "2026-11-03", de: "Ouvidoria" },
  { prazo: "resposta", vence: "2026-11-05", de: "Ouvidoria" },
  { prazo: "manifestacao", vence: "2026-11-03", de: "Gestão de Alfa" },
];

describe("the agenda by day", () => {
  it("has a row for every day, those without dues too", () => {
    const linhas = linhasPorDia(ITENS, "2026-10-31", 6);
    expect(linhas.map(({ dia, vencem }) => `${dia.slice(5)} ${vencem}`)).toEqual(["10-31 0", "11-01 0", "11-02 0", "11-03 2", "11-04 0", "11-05 1"]);
  });

  it("says the total and the fullest day, with its weekday", () => {
    // 31 October 2026 is a Saturday, so 3 November is a Tuesday.
    expect(leituraDaAgenda(linhasPorDia(ITENS, "2026-10-31", 6))).toBe(
      "3 prazos vencem de 31/10/2026 a 05/11/2026; o dia com mais é 03/11/2026, terça-feira (2).",
    );
    expect(diaDaSemanaEmPalavras("2026-10-31")).toBe("sábado");
  });

  it("does not choose between days equally full, and says when nothing falls due", () => {
    const um = linhasPorDia(ITENS.slice(1), "2026-10-31", 6);
    expect(leituraDaAgenda(um)).toBe("2 prazos vencem de 31/10/2026 a 05/11/2026; nenhum dia tem mais de um.");
    expect(leituraDaAgenda(linhasPorDia([...ITENS, { vence: "2026-11-05" }], "2026-10-31", 6))).toContain("; no dia mais cheio vencem 2.");
    expect(leituraDaAgenda(linhasPorDia([], "2026-10-31", 6))).toBe("Nenhum prazo vence de 31/10/2026 a 05/11/2026.");
  });
});

describe("the agenda by step and unit", () => {
  it("counts each pair once, the fullest first, with its first day", () => {
    expect(linhasPorUnidade(ITENS, ({ de }) => de)).toEqual([
      { prazo: "resposta", unidade: "Ouvidoria", vencem: 2, primeiro: "2026-11-03" },
      { prazo: "manifestacao", unidade: "Gestão de Alfa", vencem: 1, primeiro: "2026-11-03" },
    ]);
  });
});

describe("the agenda one by one", () => {
  const contexto = {
    nome: () => "Alfa",
    norma: () => null,
    doTerritorio: { prazos: [MANIFESTACAO], superintendencias: [], ouvidoria: "Ouvidoria", gabinete: "Gabinete" },
    regra: null,
  };

  it("has on screen one column for the due day, and in the file the weekday and both counts too", () => {
    const colunas = colunasDaAgenda(contexto);
    expect(colunas.map(({ id }) => id)).toEqual(["vence", "semana", "faltam", "protocolo", "prazo", "unidade", "municipio", "contagens", "artigo"]);
    expect(colunasDaTela(colunas).map(({ id }) => id)).toEqual(["vence", "faltam", "protocolo", "prazo", "unidade", "municipio", "artigo"]);
  });
});
