import type { ExportHeader } from "../../core/export-header.ts";
import { toCsv, type CsvCell } from "../export/csv.ts";
import { unguardFormula } from "../export/formula.ts";
import type { TabelaDoPacote } from "./csv-pacote.ts";

/** A field of a line of RFC 4180: quoted, or up to the next comma or end of line; then what ends it. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;

/**
 * The rows of an open CSV as text, the header first; a blank cell is "".
 * @throws RangeError for text that is not such a CSV, with the place (characters from the start)
 */
export function lerCsvAberto(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const at = FIELD.lastIndex;
    const found = FIELD.exec(text);
    if (found === null) throw new RangeError(`not a CSV at character ${at}`);
    const [, quoted, plain = "", end = ""] = found;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * An open table as a spreadsheet in Portuguese opens it by itself: byte-order mark, `;`, decimal
 * comma, headings in words and the lines that say what it is. The same rows and figures.
 * @throws RangeError when the text is not the file that the descriptor tells of
 */
export function csvParaPlanilha(text: string, { schema, title }: Pick<TabelaDoPacote, "schema" | "title">, cabecalho: Omit<ExportHeader, "titulo">): string {
  const [header = [], ...rows] = lerCsvAberto(text);
  const { fields } = schema;
  if (header.join() !== fields.map(({ name }) => name).join()) throw new RangeError(`the columns are ${header.join()}, not those of the descriptor`);
  const numeric = fields.map(({ type }) => type === "integer" || type === "number");
  const cell = (value: string, i: number): CsvCell => {
    if (value === "") return null;
    if (numeric[i] === true && !schema.missingValues.includes(value)) return Number(value);
    return unguardFormula(value);
  };
  const columns = fields.map(({ title: titulo, name, unit }) => ({ titulo: titulo === "" ? name : titulo, ...(unit === undefined ? {} : { unidade: unit }) }));
  return toCsv({ ...cabecalho, titulo: title }, columns, rows.map((row) => row.map(cell)));
}
