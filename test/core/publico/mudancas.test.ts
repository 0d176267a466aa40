import { describe, expect, it } from "vitest";
import { compararTabelas, motivoDaMudanca, resumirMudancas, semFigurasOcultas, type EdicaoDeMudancas, type Mudanca, type TabelaImpressa } from "../../../src/core/publico/mudancas.ts";

const OCULTO = "oculto para proteger pessoas";

function tabela(linhas: TabelaImpressa["linhas"], id = "denuncias-ano"): TabelaImpressa {
  return {
    id,
    oculto: OCULTO,
    colunas: [
      { nome: "lugar", titulo: "Lugar", descricao: "", tipo: "texto", chave: true },
      { nome: "ano", titulo: "Ano", descricao: "", tipo: "inteiro", chave: true },
      { nome: "casos", titulo: "Casos", descricao: "", tipo: "inteiro" },
    ],
    linhas,
  };
}

describe("what changed from one release to the next", () => {
  it("names each figure that differs with what it was and what it is, and leaves out those that do not", () => {
    const antes = [tabela([["Alfa", "2024", "12"], ["Beta", "2024", "30"]])];
    const agora = [tabela([["Alfa", 2024, 14], ["Beta", 2024, 30]])];
    expect(compararTabelas(antes, agora)).toEqual([
      { tabela: "denuncias-ano", tipo: "alterado", chave: "Alfa · 2024", coluna: "casos", de: "12", para: "14" },
    ]);
  });

  it("calls a figure that became hidden withdrawn, and one no longer hidden added", () => {
    const antes = [tabela([["Alfa", 2024, 12], ["Beta", 2024, OCULTO]])];
    const agora = [tabela([["Alfa", 2024, OCULTO], ["Beta", 2024, 30]])];
    expect(compararTabelas(antes, agora).map(({ tipo, chave }) => [tipo, chave])).toEqual([
      ["retirado", "Alfa · 2024"],
      ["acrescentado", "Beta · 2024"],
    ]);
  });

  it("does not take no figure for zero", () => {
    expect(compararTabelas([tabela([["Alfa", 2024, null]])], [tabela([["Alfa", 2024, 0]])])).toEqual([
      { tabela: "denuncias-ano", tipo: "acrescentado", chave: "Alfa · 2024", coluna: "casos", de: null, para: "0" },
    ]);
  });

  it("counts a row that came or went as one change, with its figures", () => {
    const antes = [tabela([["Alfa", 2023, 5]])];
    const agora = [tabela([["Alfa", 2024, 7]])];
    expect(compararTabelas(antes, agora)).toEqual([
      { tabela: "denuncias-ano", tipo: "acrescentado", chave: "Alfa · 2024", coluna: null, de: null, para: "casos 7" },
      { tabela: "denuncias-ano", tipo: "retirado", chave: "Alfa · 2023", coluna: null, de: "casos 5", para: null },
    ]);
  });

  it("counts a table that came or went as one change, with its number of rows", () => {
    const velha = tabela([["Alfa", 2024, 1]], "velha");
    const nova = tabela([["Alfa", 2024, 1], ["Beta", 2024, 2]], "nova");
    expect(compararTabelas([velha], [nova])).toEqual([
      { tabela: "nova", tipo: "acrescentado", chave: null, coluna: null, de: null, para: "2 linhas" },
      { tabela: "velha", tipo: "retirado", chave: null, coluna: null, de: "1 linha", para: null },
    ]);
  });

  it("does not match rows whose key changed its meaning: the table was withdrawn and another added", () => {
    const antes = tabela([["Alfa", 2024, 1]]);
    const agora = { ...antes, colunas: antes.colunas.map((c) => (c.nome === "ano" ? { ...c, nome: "trimestre" } : c)) };
    expect(compararTabelas([antes], [agora]).map(({ tipo }) => tipo)).toEqual(["retirado", "acrescentado"]);
  });

  it("sums by kind, and takes the reason of the table before the reason of the release", () => {
    const mudancas = compararTabelas([tabela([["A", 1, 1], ["B", 1, 1]])], [tabela([["A", 1, 2], ["C", 1, 1]])]);
    expect(resumirMudancas(mudancas)).toEqual({ acrescentado: 1, alterado: 1, retirado: 1 });
    expect(motivoDaMudanca({ "*": "geral", x: "do x" }, "x")).toBe("do x");
    expect(motivoDaMudanca({ "*": "geral" }, "x")).toBe("geral");
    expect(motivoDaMudanca({}, "x")).toBeNull();
  });
});

describe("the history of what was hidden", () => {
  const edicao = (mudancas: readonly Mudanca[]): EdicaoDeMudancas => ({ data: "2026-01-31", hash: "h", anterior: null, motivos: {}, mudancas });
  const mudanca = (chave: string | null, coluna: string | null, de: string | null, para: string | null, nome = "denuncias-ano"): Mudanca => ({ tabela: nome, tipo: "alterado", chave, coluna, de, para });
  const agora = [tabela([["Alfa", 2024, OCULTO], ["Beta", 2024, 30]])];

  it("prints no figure of a cell hidden now, in any release, and leaves the others as they were", () => {
    const antiga = edicao([mudanca("Alfa · 2024", "casos", "12", "14"), mudanca("Beta · 2024", "casos", "29", "30")]);
    const nova = edicao([mudanca("Alfa · 2024", "casos", "14", OCULTO)]);
    expect(semFigurasOcultas([nova, antiga], agora).flatMap(({ mudancas }) => mudancas.map(({ de, para }) => [de, para]))).toEqual([
      ["não repetido", OCULTO],
      ["não repetido", "não repetido"],
      ["29", "30"],
    ]);
    expect(JSON.stringify(semFigurasOcultas([nova, antiga], agora))).not.toMatch(/"1[24]"/);
  });

  it("prints none of a row with a hidden figure, of a row that is gone and of a table that is gone", () => {
    const antiga = edicao([
      mudanca("Alfa · 2024", null, null, "casos 12"),
      mudanca("Gama · 2024", null, "casos 9", null),
      mudanca("Alfa · 2024", "casos", "1", "2", "velha"),
      mudanca(null, null, "3 linhas", null, "velha"),
    ]);
    expect(semFigurasOcultas([antiga], agora)[0]?.mudancas.map(({ de, para }) => [de, para])).toEqual([
      [null, "não repetido"],
      ["não repetido", null],
      ["não repetido", "não repetido"],
      ["3 linhas", null],
    ]);
  });

  it("keeps every figure of a table where nothing can be hidden", () => {
    const { id, colunas, linhas } = tabela([]);
    const aberta = { id, colunas, linhas };
    const antiga = [edicao([mudanca("Alfa · 2024", "casos", "12", "14")])];
    expect(semFigurasOcultas(antiga, [aberta])).toEqual(antiga);
  });
});
