import { describe, expect, it } from "vitest";
import type { TabelaAberta } from "../../../src/core/publico/aberto.ts";
import { csvDaTabela } from "../../../src/data/publico/csv-aberto.ts";
import { parseMudancas } from "../../../src/data/publico/csv-mudancas.ts";
import { parsePacote } from "../../../src/data/publico/csv-pacote.ts";
import { csvParaPlanilha, lerCsvAberto } from "../../../src/data/publico/csv-planilha.ts";
import { FORMULAS } from "../export/hostile-texts.ts";

const coluna = (nome: string): TabelaAberta["colunas"][number] => ({ nome, titulo: "", descricao: "", tipo: "texto" });

function linha(valor: string | number | boolean | null): string {
  return csvDaTabela({ colunas: [coluna("x")], linhas: [[valor]] }).slice("x\r\n".length, -"\r\n".length);
}

describe("an open table as CSV", () => {
  it("opens with the column names, without a byte-order mark, and ends each line with CR LF", () => {
    expect(csvDaTabela({ colunas: [coluna("a"), coluna("b")], linhas: [["um", 2]] })).toBe("a,b\r\num,2\r\n");
  });

  it("writes nothing for no figure, a zero for zero and sim or nao for a truth", () => {
    expect([null, 0, true, false].map(linha)).toEqual(["", "0", "sim", "nao"]);
  });

  it("keeps twelve digits of a fraction and every digit of a count", () => {
    expect([67.34684999999999, 0.1 + 0.2, 9007199254740991, -15.194].map(linha)).toEqual(["67.34685", "0.3", "9007199254740991", "-15.194"]);
  });

  it("quotes what would split a line and doubles the quotes inside", () => {
    expect(['a,b', 'diz "sim"', "duas\nlinhas", "a;b"].map(linha)).toEqual(['"a,b"', '"diz ""sim"""', '"duas\nlinhas"', "a;b"]);
  });

  it("leaves no text that a spreadsheet could run", () => {
    for (const texto of FORMULAS) expect(linha(texto).replace(/^"/, "")).toMatch(/^'/);
  });

  it("refuses a figure that is none", () => {
    expect(() => linha(Number.NaN)).toThrow(RangeError);
  });
});

describe("the files that tell of the open data", () => {
  it("are refused with the place that does not fit", () => {
    expect(() => parseMudancas([{ data: "2026-01-01", hash: "x", anterior: null, motivos: {}, mudancas: [{ tabela: "t", tipo: "sumiu" }] }])).toThrow(/O histórico dos números/);
    expect(() => parsePacote({ title: "t" })).toThrow(/A descrição dos dados abertos/);
  });
});

describe("an open table for a spreadsheet", () => {
  const campo = (name: string, title: string, type: string, unit?: string) => ({ name, title, type, description: "", ...(unit === undefined ? {} : { unit }) });
  const schema = { fields: [campo("lugar", "Lugar", "string"), campo("casos", "Casos", "integer", "denúncias"), campo("cota", "", "number")], missingValues: ["", "oculto"], primaryKey: ["lugar"] };
  const cabecalho = { fontes: ["F"], filtros: [], dataReferencia: "2026-10-31", demonstracao: true };

  it("reads back every cell that was written, commas, quotes and line ends inside", () => {
    const linhas = [["a,b", 'diz "sim"', ""], ["duas\r\nlinhas", "", "3"]];
    expect(lerCsvAberto(csvDaTabela({ colunas: [coluna("x"), coluna("y"), coluna("z")], linhas }))).toEqual([["x", "y", "z"], ...linhas]);
  });

  it("has the same figures with a decimal comma, hidden and missing each in its word, and says what it is", () => {
    const texto = csvParaPlanilha("lugar,casos,cota\r\nAlfa,57,0.5\r\n'=X,oculto,\r\n", { schema, title: "Casos por lugar" }, cabecalho);
    expect(texto.split("\r\n")).toEqual([
      "\ufeff# DADOS DE DEMONSTRAÇÃO: registros fictícios, não use para decidir",
      "# Casos por lugar",
      "# Fonte: F",
      "# Filtros: sem filtros",
      "# Data de referência: 2026-10-31",
      "Lugar;Casos (denúncias);cota",
      "Alfa;57;0,5",
      "'=X;oculto;sem dado",
      "",
    ]);
  });

  it("is not made of another file than the one described", () => {
    expect(() => csvParaPlanilha("outra,coluna\r\n", { schema, title: "t" }, cabecalho)).toThrow("the columns are outra,coluna");
    expect(() => lerCsvAberto('a"b\r\n')).toThrow("not a CSV at character 0");
  });
});
