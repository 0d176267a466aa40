import { describe, expect, it } from "vitest";
import { conferirTabela, type TabelaAberta } from "../../../src/core/publico/aberto.ts";

const BOA: TabelaAberta = {
  id: "denuncias-ano",
  titulo: "t",
  descricao: "d",
  colunas: [
    { nome: "codigo_ibge", titulo: "", descricao: "", tipo: "inteiro", chave: true },
    { nome: "casos", titulo: "", descricao: "", tipo: "inteiro" },
    { nome: "dia", titulo: "", descricao: "", tipo: "data" },
  ],
  linhas: [
    [1, 12, "2025-01-31"],
    [2, "oculto", null],
  ],
  oculto: "oculto",
  fontes: [],
  demonstracao: false,
  cobertura: { inicio: null, fim: null },
  periodicidade: "anual",
};

describe("an open table before it goes out", () => {
  it("passes with hidden and missing figures where a figure would be", () => {
    expect(() => {
      conferirTabela(BOA);
    }).not.toThrow();
  });

  const refused: readonly (readonly [string, Partial<TabelaAberta>, string])[] = [
    ["an id unfit for an address", { id: "Denúncias" }, 'open table "Denúncias"'],
    ["two rows of one key", { linhas: [[1, 1, null], [1, 2, null]] }, "row 2: key 1 is there twice"],
    ["a row short of a value", { linhas: [[1, 1]] }, "row 1: 2 values for 3 columns"],
    ["a fraction among integers", { linhas: [[1, 1.5, null]] }, "casos is 1.5, not inteiro"],
    ["a hidden key", { linhas: [["oculto", 1, null]] }, "key column codigo_ibge is blank"],
    ["a date that is none", { linhas: [[1, 1, "31/01/2025"]] }, 'dia is "31/01/2025", not data'],
    ["no key at all", { colunas: BOA.colunas.map((coluna) => ({ ...coluna, chave: false })) }, "no column is part of the key"],
  ];
  it.each(refused)("is refused with %s", (_, mudanca, sentence) => {
    expect(() => {
      conferirTabela({ ...BOA, ...mudanca });
    }).toThrow(sentence);
  });
});
