import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCsv, type TextRow } from "../../scripts/extracts/csv.ts";

/** Absolute path of a file of the repository's own data. */
export function dataPath(relative: string): string {
  return fileURLToPath(new URL(`../../data/${relative}`, import.meta.url));
}

export function dataText(relative: string): string {
  return readFileSync(dataPath(relative), "utf8");
}

export function dataRows(relative: string): readonly TextRow[] {
  return readCsv(dataText(relative), relative).rows;
}
