import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv, type TextRow } from "../../scripts/extracts/csv.ts";

/** Absolute path of a file of the repository's own data. */
export function dataPath(relative: string): string {
  return join(import.meta.dirname, "../../data", relative);
}

export function dataText(relative: string): string {
  return readFileSync(dataPath(relative), "utf8");
}

export function dataRows(relative: string): readonly TextRow[] {
  return readCsv(dataText(relative), relative).rows;
}
