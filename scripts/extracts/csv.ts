import Papa from "papaparse";

/** A row as text, by header. A blank cell is the empty string. */
export type TextRow = Readonly<Record<string, string>>;

export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly TextRow[];
}

/**
 * Reads one of this repository's own CSV files: UTF-8, comma, one header line.
 * Throws a sentence naming the file and line when the shape is not that.
 */
export function readCsv(text: string, fileName: string): TextTable {
  const parsed = Papa.parse<Record<string, string>>(text, {
    header: true,
    delimiter: ",",
    skipEmptyLines: true,
  });
  const error = parsed.errors[0];
  if (error !== undefined) {
    const line = error.row === undefined ? "?" : String(error.row + 2);
    throw new Error(`${fileName}, line ${line}: ${error.message}`);
  }
  return { header: parsed.meta.fields ?? [], rows: parsed.data };
}

/** A cell to be written; null is blank. */
export type Cell = string | number | boolean | null;

/** Writes the canonical CSV: UTF-8, comma, decimal dot, LF, `true`/`false`, blank for null. */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const csv = Papa.unparse(
    { fields: [...header], data: rows.map((row) => [...row]) },
    { delimiter: ",", newline: "\n" },
  );
  return `${csv}\n`;
}
