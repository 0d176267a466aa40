import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../src/data/raw/workbook.ts";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { sharedPath } from "../../shared.ts";
import { recordsOf, refusalOf, rowsOf, textRow, xlsxOf } from "./workbook-files.ts";

const one = (linhas: string, more: Partial<Parameters<typeof xlsxOf>[0]> = {}): Uint8Array => xlsxOf({ abas: [{ nome: "Dados", linhas }], ...more });
const cell = (conteudo: string, atributos = ""): string => `<row r="1"><c r="A1"${atributos}>${conteudo}</c></row>`;
const firstCell = async (bytes: Uint8Array): Promise<string | undefined> => (await rowsOf(bytes))[0]?.[0];

describe("a cell of an xlsx", () => {
  it.each([
    ["3.6666666666666665", "3.6666666666666665"],
    ["5103403", "5103403"],
    ["51030093403", "51030093403"],
    ["5103403.0", "5103403"],
    ["0.29399999999999998", "0.29399999999999998"],
    ["8.3333333333333315E-2", "0.083333333333333315"],
    ["1.2345678901234567E+19", "12345678901234567000"],
    ["-2.5e1", "-25"],
  ])("with the number %s comes out as %s", async (stored, text) => {
    expect(await firstCell(one(cell(`<v>${stored}</v>`)))).toBe(text);
  });

  it("with a number of three decimals gets a zero more, so that its dot cannot be taken for thousands", async () => {
    expect(await firstCell(one(cell("<v>4.125</v>")))).toBe("4.1250");
    expect(await firstCell(one(cell("<is><t>4.125</t></is>", ' t="inlineStr"')))).toBe("4.125");
  });

  it("keeps the NBSP, blanks and line ends of its text, and the leading zeros", async () => {
    const textos = ['<si><t xml:space="preserve">\u00a0Serviços \u00a0</t></si>', "<si><t>00102</t></si>", "<si><t>a\nb</t></si>"];
    const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
    expect(await rowsOf(one(row, { textos }))).toEqual([["\u00a0Serviços \u00a0", "00102", "a\nb"]]);
  });

  it("joins the runs of a text in several formats, without its reading aid", async () => {
    const textos = ["<si><r><t>IDCRAS </t></r><r><t>2016</t></r><rPh><t>x</t></rPh></si>"];
    expect(await firstCell(one(cell("<v>0</v>", ' t="s"'), { textos }))).toBe("IDCRAS 2016");
  });

  it("with a logical value reads as Excel in Portuguese shows it", async () => {
    expect(await firstCell(one(cell("<v>1</v>", ' t="b"')))).toBe("VERDADEIRO");
    expect(await firstCell(one(cell("<v>0</v>", ' t="b"')))).toBe("FALSO");
  });

  it("with an error keeps the error's text", async () => {
    expect(await firstCell(one(cell("<f>1/0</f><v>#DIV/0!</v>", ' s="0" t="e"')))).toBe("#DIV/0!");
    expect(await firstCell(one(cell("<v>#N/A</v>", " t='e'")))).toBe("#N/A");
  });

  it("with a formula gives the value kept in the file, and blank when there is none", async () => {
    const row = '<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1" t="str"><f>A1</f><v>x</v></c><c r="C1"><f>A1</f></c><c r="D1"><v>1</v></c></row>';
    expect(await rowsOf(one(row))).toEqual([["7", "x", "", "1"]]);
  });

  it.each([
    // 45306 days after 1899-12-30 is 2024-01-15.
    ["dd/mm/yyyy", "45306", "2024-01-15"],
    ["dd/mm/yyyy hh:mm", "45306.604166666664", "2024-01-15T14:30:00"],
    ["hh:mm", "0.60416666666666663", "14:30:00"],
    ["#,##0.00", "45306", "45306"],
    ["[Red]0.0", "45306", "45306"],
  ])("in the format %s with %s comes out as %s", async (formato, stored, text) => {
    expect(await firstCell(one(cell(`<v>${stored}</v>`, ' s="1"'), { formato }))).toBe(text);
  });

  it("without an address takes the one its place gives", async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c><c t="e"><v>#REF!</v></c></row>';
    expect(await rowsOf(one(rows))).toEqual([["1", "2", ""], ["", "", ""], ["", "3", "#REF!"]]);
  });
});

describe("a sheet of an xlsx", () => {
  it("is listed by its name even when hidden or empty", async () => {
    const tables = await openWorkbook(
      xlsxOf({
        abas: [
          { nome: "Introdução", linhas: "" },
          { nome: "Dados &amp; notas", linhas: textRow(1, ["a", "b"]), estado: "hidden" },
          { nome: "Apoio", linhas: textRow(1, ["c"]), estado: "veryHidden" },
        ],
      }),
    );
    expect(tables.map(({ nome, inicio }) => [nome, inicio.length])).toEqual([["Introdução", 0], ["Dados & notas", 1], ["Apoio", 1]]);
  });

  it("has the value of merged cells only in the first", async () => {
    const bytes = xlsxOf({
      abas: [{ nome: "Dados", linhas: `<row r="1"><c r="A1" t="inlineStr"><is><t>Título</t></is></c><c r="B1"/><c r="C1"/></row>${textRow(2, ["a", "b", "c"])}`, depois: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' }],
    });
    expect(await rowsOf(bytes)).toEqual([["Título", "", ""], ["a", "b", "c"]]);
  });

  it("numbers its records as the rows of the sheet and tells title, header, blank rows, data and footer apart", async () => {
    const number = (address: string, value: number): string => `<c r="${address}"><v>${String(value)}</v></c>`;
    const rows = [
      textRow(1, ["Índice de municípios"]),
      textRow(3, ["IBGE", "Município", "2023"]),
      `<row r="4">${number("A4", 5100102)}<c r="B4" t="inlineStr"><is><t>Acorizal</t></is></c>${number("C4", 4)}</row>`,
      `<row r="5">${number("A5", 5100201)}<c r="B5" t="inlineStr"><is><t>Água Boa</t></is></c>${number("C5", 3)}</row>`,
      textRow(7, ["Fonte: MDS"]),
    ];
    const [table] = await openWorkbook(one(rows.join("")));
    expect(table?.cabecalho).toEqual({ linha: 3, nomes: ["IBGE", "Município", "2023"] });
    expect(table === undefined ? [] : recordsOf(table).map(({ linha, tipo }) => [linha, tipo])).toEqual([
      [1, "preambulo"],
      [2, "branco"],
      [3, "cabecalho"],
      [4, "dados"],
      [5, "dados"],
      [6, "branco"],
      [7, "rodape"],
    ]);
  });

  it("with a header of two rows has the lower one for its header, and a Total amid the data for data", async () => {
    const rows = [textRow(1, ["", "Dimensões", ""]), textRow(2, ["Município", "Estrutura", "Serviços"])];
    for (const [i, nome] of ["Acorizal", "Total", "Sinop", "Sorriso"].entries()) {
      const r = String(i + 3);
      rows.push(`<row r="${r}"><c r="A${r}" t="inlineStr"><is><t>${nome}</t></is></c><c r="B${r}"><v>3</v></c><c r="C${r}"><v>4</v></c></row>`);
    }
    const [table] = await openWorkbook(one(rows.join("")));
    expect(table?.cabecalho).toEqual({ linha: 2, nomes: ["Município", "Estrutura", "Serviços"] });
    expect(table === undefined ? [] : recordsOf(table).map(({ tipo }) => tipo)).toEqual(["preambulo", "cabecalho", "dados", "dados", "dados", "dados"]);
  });

  it("can be walked again, and stops where it is told", async () => {
    const [table] = await openWorkbook(one(textRow(1, ["a", "b"]) + textRow(2, ["c", "d"])));
    const seen: number[] = [];
    table?.percorrer(({ linha }) => {
      seen.push(linha);
      return false;
    });
    expect(seen).toEqual([1]);
    expect(table === undefined ? [] : recordsOf(table)).toHaveLength(2);
  });

  it("with more columns than the limit is refused, naming the sheet", async () => {
    const refusal = await refusalOf(one(textRow(1, ["a", "b", "c"])), { ...LIMITS, colunas: 2 });
    expect(refusal).toMatchObject({ tipo: "colunas-demais" });
    expect(refusal.message).toContain('"Dados"');
  });

  it("whose few cells stand at its far corners is refused before its blanks are made", async () => {
    const rows = '<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>';
    expect(await refusalOf(one(rows))).toMatchObject({ tipo: "planilha-grande" });
  });

  it.each([
    ["a row beyond the last", '<row r="99999999"><c r="A99999999"><v>1</v></c></row>'],
    ["an address that is none", '<row r="1"><c r="1A"><v>1</v></c></row>'],
    ["a text that is not in the list", '<row r="1"><c r="A1" t="s"><v>9</v></c></row>'],
    ["rows out of order", '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
    ["XML that is cut", '<row r="1"><c r="A1"><v>1'],
  ])("with %s is refused as damaged", async (_what, linhas) => {
    expect(await refusalOf(one(linhas))).toMatchObject({ tipo: "planilha-danificada" });
  });

  it("never expands entities that the file defines", async () => {
    const prologo = '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    expect(await refusalOf(one(cell("<is><t>&b;</t></is>", ' t="inlineStr"'), { prologo }))).toMatchObject({ tipo: "planilha-suspeita" });
    expect(await firstCell(one(cell("<is><t>&b;</t></is>", ' t="inlineStr"')))).toBe("&b;");
  });
});

describe("the published workbooks", () => {
  const idcras = sharedPath("dados-oficiais/samples/idcras_idcreas/IDCRAS_2016_FINAL_(01062017).xlsx");
  const creas = sharedPath("dados-oficiais/samples/censo_suas/Censo_SUAS_2023_CREAS_Dicionario de Variaveis.xlsx");
  const disque = sharedPath("dados-oficiais/samples/disque100/DicionriodeDadosDisque100.xlsx");

  // Expected cells and counts read from the XML with Python's zipfile and ElementTree.
  it.skipIf(idcras === null)("IDCRAS 2016: five sheets, 8,240 units, the stored digits", async () => {
    const tables = await openWorkbook(readFileSync(idcras ?? ""));
    expect(tables.map(({ nome }) => nome)).toEqual(["IDCRAS2016", "Introdução", "Descrição das dimensões", "Plan1", "IDCRAS 2016"]);
    const [units, , levels, pivot, published] = tables;
    expect(published?.cabecalho?.linha).toBe(9);
    expect(published?.cabecalho?.nomes.slice(0, 4)).toEqual(["Número que identifica o CRAS", "IBGE", "UF", "Município"]);
    const records = units === undefined ? [] : recordsOf(units);
    expect(records.filter(({ tipo }) => tipo === "dados")).toHaveLength(8240);
    expect(records.at(6)).toMatchObject({
      linha: 7,
      campos: ["11000610994", "110006", "RO", "Colorado do Oeste", "4", "2", "5", "3.6666666666666665", "0.66666666666666663"],
    });
    expect(records.at(-2)?.campos.at(-1)).toBe("0.083333333333333315");
    expect(levels === undefined ? undefined : recordsOf(levels).find(({ linha }) => linha === 8)?.campos.slice(0, 2)).toEqual([
      "Nível 5",
      "·\u00a0\u00a0\u00a0 Possuir Recepção",
    ]);
    expect(pivot === undefined ? undefined : recordsOf(pivot).at(-1)).toMatchObject({ linha: 5498, tipo: "rodape", campos: ["Total Geral", "8240"] });
  });

  it.skipIf(creas === null)("the Censo SUAS dictionary: its filled rows, not the thousands of blank ones under them", async () => {
    const tables = await openWorkbook(readFileSync(creas ?? ""));
    expect(tables.map((table) => [table.nome, table.cabecalho?.nomes, recordsOf(table).length])).toEqual([
      ["Dados Gerais", ["Variavel", "Descrição"], 1000],
      ["RH", ["Variavel", "Descrição"], 94],
    ]);
  });

  it.skipIf(disque === null)("the Disque 100 dictionary: a title row over the header", async () => {
    const tables = await openWorkbook(readFileSync(disque ?? ""));
    expect(tables.map(({ nome, cabecalho }) => [nome, cabecalho?.linha])).toEqual([
      ["2011-2019", 2],
      ["1s2020", 2],
      ["2s2020-2023", 2],
      ["Desvio nos Totais", undefined],
    ]);
    const recent = tables[2];
    expect(recent === undefined ? undefined : recordsOf(recent).at(2)?.campos).toEqual(["hash", "Código da denúncia para cada par de vítima suspeito"]);
  });
});
