import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { openWorkbook } from "../../../src/data/raw/workbook.ts";
import { sharedPath } from "../../shared.ts";
import { odsOf, recordsOf, refusalOf, rowsOf } from "./workbook-files.ts";

const table = (linhas: string, nome = "Dados"): string => `<table:table table:name="${nome}">${linhas}</table:table>`;
const row = (celulas: string, atributos = ""): string => `<table:table-row${atributos}>${celulas}</table:table-row>`;
const text = (texto: string, atributos = ""): string => `<table:table-cell office:value-type="string"${atributos}><text:p>${texto}</text:p></table:table-cell>`;
const number = (valor: string, mostrado: string): string =>
  `<table:table-cell office:value-type="float" office:value="${valor}"><text:p>${mostrado}</text:p></table:table-cell>`;
const blanks = (vezes: number): string => `<table:table-cell table:number-columns-repeated="${String(vezes)}"/>`;

describe("a cell of an ods", () => {
  it("is its stored number where it is a number, and its text where it is text", async () => {
    const rows = row(number("4990", "4.990") + text("4.990") + text("00102") + number("0.314", "31,4%"));
    expect(await rowsOf(odsOf(table(rows)))).toEqual([["4990", "4.990", "00102", "0.314"]]);
  });

  it("is its date in ISO form, its logical value in Portuguese, its error as shown", async () => {
    const cells = [
      '<table:table-cell office:value-type="date" office:date-value="2024-07-01T00:00:00"><text:p>01/07/24</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2024-07-01T14:30:00"><text:p>x</text:p></table:table-cell>',
      '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VERDADEIRO</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string" office:string-value=""><text:p>#N/D</text:p></table:table-cell>',
    ];
    expect(await rowsOf(odsOf(table(row(cells.join("")))))).toEqual([["2024-07-01", "2024-07-01T14:30:00", "VERDADEIRO", "#N/D"]]);
  });

  it("joins its paragraphs and spans, with the blanks that have tags of their own, and leaves the comment out", async () => {
    const cell =
      '<table:table-cell office:value-type="string"><office:annotation><text:p>nota</text:p></office:annotation><text:p>a<text:s text:c="2"/><text:span>b &amp; c</text:span></text:p><text:p>d<text:line-break/>e</text:p></table:table-cell>';
    expect(await rowsOf(odsOf(table(row(cell))))).toEqual([["a  b & c\nd\ne"]]);
  });

  it("covered by a merged one is blank", async () => {
    const merged = `${text("Título", ' table:number-columns-spanned="2"')}<table:covered-table-cell><text:p>oculto</text:p></table:covered-table-cell>${text("b")}`;
    expect(await rowsOf(odsOf(table(row(merged))))).toEqual([["Título", "", "b"]]);
  });
});

describe("a sheet of an ods", () => {
  it("repeats what is repeated, makes blanks only between filled cells, and drops the thousands after them", async () => {
    const rows = [
      row(text("a") + blanks(2) + text("b", ' table:number-columns-repeated="2"') + blanks(16_379)),
      row(blanks(16_384), ' table:number-rows-repeated="2"'),
      row(text("c"), ' table:number-rows-repeated="2"'),
      row(blanks(16_384), ' table:number-rows-repeated="1048571"'),
    ];
    expect(await rowsOf(odsOf(table(rows.join(""))))).toEqual([["a", "", "", "b", "b"], [], [], ["c"], ["c"]]);
  });

  it("is found among others, with rows inside header groups and none of a table inside a cell", async () => {
    const inner = `<table:table-cell><table:table table:name="dentro">${row(text("x"))}</table:table></table:table-cell>`;
    const second = `<table:table-header-rows>${row(text("h"))}</table:table-header-rows><table:table-row-group>${row(text("a") + inner + text("b"))}</table:table-row-group>`;
    const bytes = odsOf(table(row(text("1")), "Um") + table(second, "Dois") + table(row(text("3")), "Três"));
    expect((await openWorkbook(bytes)).map(({ nome }) => nome)).toEqual(["Um", "Dois", "Três"]);
    expect(await rowsOf(bytes, 1)).toEqual([["h"], ["a", "", "b"]]);
    expect(await rowsOf(bytes, 2)).toEqual([["3"]]);
  });

  it("refuses a filled cell repeated beyond the columns allowed, and filled rows beyond the rows allowed", async () => {
    const wide = odsOf(table(row(text("a", ' table:number-columns-repeated="100000000"'))));
    expect(await refusalOf(wide)).toMatchObject({ tipo: "colunas-demais" });
    const long = odsOf(table(row(text("a"), ' table:number-rows-repeated="100000000"')));
    expect(await refusalOf(long, { ...LIMITS, linhas: 1000 })).toMatchObject({ tipo: "linhas-demais" });
  });

  it("is refused when protected by a password or damaged", async () => {
    const manifest = { "META-INF/manifest.xml": "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>" };
    expect(await refusalOf(odsOf(table(row(text("a"))), manifest))).toMatchObject({ tipo: "planilha-com-senha" });
    expect(await refusalOf(odsOf("<table:table><table:table-row></office:x>"))).toMatchObject({ tipo: "planilha-danificada" });
    expect(await refusalOf(odsOf("", { "content.xml": "<!DOCTYPE x []><office/>" }))).toMatchObject({ tipo: "planilha-suspeita" });
  });
});

describe("the published population estimates of 2024", () => {
  const path = sharedPath("dados-oficiais/samples/ibge/estimativa_dou_2024.ods");

  it.skipIf(path === null)("give the 141 municipalities and the 3,836,399 inhabitants IBGE published, codes with their zeros", async () => {
    const [brasil, municipios] = await openWorkbook(readFileSync(path ?? ""));
    expect(municipios?.cabecalho).toEqual({ linha: 2, nomes: ["UF", "COD. UF", "COD. MUNIC", "NOME DO MUNICÍPIO", "POPULAÇÃO ESTIMADA"] });
    const records = municipios === undefined ? [] : recordsOf(municipios);
    const count = (tipo: string): number => records.filter((record) => record.tipo === tipo).length;
    expect([count("preambulo"), count("cabecalho"), count("dados"), count("branco"), count("rodape")]).toEqual([1, 1, 5570, 1, 1]);
    const mt = records.filter(({ campos }) => campos[0] === "MT");
    expect(mt).toHaveLength(141);
    expect(mt[0]?.campos).toEqual(["MT", "51", "00102", "Acorizal", "4990"]);
    expect(mt.reduce((sum, { campos }) => sum + Number(campos[4]), 0)).toBe(3_836_399);
    const total = brasil === undefined ? undefined : recordsOf(brasil).find(({ campos }) => campos[0] === "Brasil");
    expect(total).toMatchObject({ linha: 3, campos: ["Brasil", "212583750"] });
  });
});
