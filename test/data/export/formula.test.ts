import { csvText } from "../csv-text.ts";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ExportHeader } from "../../../src/core/export-header.ts";
import { DENUNCIAS } from "../../../src/data/contracts/denuncias.ts";
import { toCsv } from "../../../src/data/export/csv.ts";
import { extractCsv, type ExtractCell } from "../../../src/data/export/extract-csv.ts";
import { guardFormula, guardLine, isFormula, unguardFormula } from "../../../src/data/export/formula.ts";
import { readExtract } from "../../../src/data/import/read-extract.ts";
import { FIGURES, FORMULAS, HEADERS, MARKUP } from "./hostile-texts.ts";

const header: ExportHeader = { titulo: "Teste", fontes: [], filtros: [], dataReferencia: "2026-10-31", demonstracao: false };

/** Rows of an export as another RFC 4180 reader sees them, comment lines and header left out. */
function cellsOf(csv: string): string[][] {
  const body = csv.slice(csv.indexOf("31\r\n") + 4);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: ";", newline: "\r\n" });
  expect(errors).toEqual([]);
  return data.slice(1, -1);
}

/** What a spreadsheet looks at first, by rules of its own: blanks, marks, quotes and delimiters skipped. */
function firstMark(text: string): string {
  const skipped = new Set([..." \u00a0\u2003\u3000\u200b\u00ad\u200f\u2066\ufeff\u2028\"';,"]);
  return [...text].find((char) => !skipped.has(char)) ?? "";
}

describe("a cell", () => {
  it.each(FORMULAS)("%j goes out behind an apostrophe and comes back without it", (text) => {
    expect(isFormula(text)).toBe(true);
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(guardFormula(text))).toBe(text);
  });

  it.each(FIGURES)("%j stays the number it is", (text) => {
    expect(guardFormula(text)).toBe(text);
    expect(cellsOf(toCsv(header, [{ titulo: "v" }], [[text]]))).toEqual([[text]]);
  });

  it("never leaves as a formula, whatever stands before the sign, and always comes back the same", () => {
    const before = ["", " ", "\u00a0", "\u200b", "\ufeff", "'", '"', ";", ",", "\t", "\r\n", "\u0000", " \u00a0'\";,\u200b"];
    const signs = [..."=+-@|%＝＋－＠｜％﹦﹢﹣﹫"];
    const after = ["1+1", "A1", "cmd|'/c calc'!A1", "", " ", "5 000", "1,2,3", "x\n=1"];
    const texts = before.flatMap((a) => signs.flatMap((b) => after.map((c) => a + b + c)));
    expect(texts.filter((text) => !guardFormula(text).startsWith("'"))).toEqual([]);
    expect(texts.filter((text) => unguardFormula(guardFormula(text)) !== text)).toEqual([]);
    expect(texts.filter((text) => !signs.includes(firstMark(text)) && firstMark(text) >= " ")).toEqual([]);
  });

  it("is read the same by another reader of RFC 4180, but for the apostrophe", () => {
    const texts = [...FORMULAS, ...MARKUP, ...HEADERS];
    const rows = cellsOf(toCsv(header, [{ titulo: "a" }, { titulo: "b" }], texts.map((text) => [text, text])));
    expect(rows).toEqual(texts.map((text) => [guardFormula(text), guardFormula(text)]));
  });
});

describe("a title, a source, a filter", () => {
  it.each(FORMULAS)("%j as the title of a column is guarded too, with its unit or without", (text) => {
    const body = toCsv(header, [{ titulo: text }, { titulo: text, unidade: "%" }], []).split("31\r\n")[1] ?? "";
    const { data } = Papa.parse<string[]>(body, { delimiter: ";", newline: "\r\n" });
    expect(data[0]?.map((title) => title[0])).toEqual(["'", "'"]);
  });

  it.each([...FORMULAS, ...MARKUP])("%j in the opening lines stays on its line and starts no cell of its own", (text) => {
    const csv = toCsv({ ...header, titulo: `t ${text}`, fontes: [`arquivo ${text}`], filtros: [text, `x;${text}`] }, [], []);
    const lines = csv.slice(1).split("\r\n").slice(0, 4);
    expect(lines.every((line) => line.startsWith("# "))).toBe(true);
    for (const line of lines) {
      const cells = line.split(/[;,"]/).slice(1).map((cell) => cell.replace(/^[\p{Z}\p{Cf}]+/u, ""));
      expect(cells.filter((cell) => isFormula(cell) && !cell.startsWith("'"))).toEqual([]);
    }
  });

  it("reads as written where nothing could start a formula", () => {
    expect(guardLine('CRAS; CREAS, "Centro POP" (2026-10)')).toBe('CRAS; CREAS, "Centro POP" (2026-10)');
    expect(guardLine("a\r\n\t=1")).toBe("a =1");
  });
});

describe("text that left in an export", () => {
  it("is the same text after the file is loaded again", () => {
    const texts = [...FORMULAS, ...MARKUP, ...FIGURES, "Cuiabá", "d'Oeste", "''", '"', "duas\nlinhas", "uma; duas, três"];
    const kept = texts.map((text) => text.replaceAll("\0", "").trim());
    const at = DENUNCIAS.columns.findIndex(({ name, type }) => type === "texto" && name !== "protocolo");
    const rows = kept.map((text, i): Record<string, ExtractCell> => ({
      protocolo: `P-${String(i)}`,
      data_registro: "2026-10-05",
      codigo_ibge: 5103403,
      canal: "presencial",
      tema: "bpc",
      situacao: "registrada",
      [DENUNCIAS.columns[at]?.name ?? ""]: text,
    }));
    const csv = extractCsv(header, DENUNCIAS, rows);
    const result = readExtract(new TextEncoder().encode(csv), "de-volta.csv", { municipios: [{ codigo: 5103403, nome: "Cuiabá" }] });
    const { data } = Papa.parse<string[]>(csvText(result.extract?.csv), { delimiter: ",", newline: "\n" });
    const back = new Map(data.map((cells) => [cells[0], cells[at]]));
    expect(kept.filter((text, i) => back.get(`P-${String(i)}`) !== text)).toEqual([]);
  });
});
