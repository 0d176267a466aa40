import { readFileSync } from "node:fs";
import { sharedPath } from "../../shared.ts";

/** Rows of a published reference table, by column name; null where the reading material is absent. */
export function publishedRows(relative: string): Record<string, string>[] | null {
  const path = sharedPath(`metodo/referencias/${relative}`);
  if (path === null) return null;
  const [header = [], ...lines] = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.replaceAll('"', "").split(","));
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""])));
}

const SALMONELLA = "surveillance_salmonella_agona";

/** Weekly counts of Salmonella Agona in the United Kingdom, 1990–1995 (R `surveillance`), and their reference results. */
export const agona = {
  counts: (publishedRows(`${SALMONELLA}/series.csv`) ?? []).map(({ observed }) => Number(observed)),
  results: (file: string) => publishedRows(`${SALMONELLA}/${file}.csv`) ?? [],
};

export const isAbsent = sharedPath(`metodo/referencias/${SALMONELLA}`) === null;

/** A cell as a number; throws where the table has none. */
export function figure(row: Record<string, string>, column: string): number {
  const text = row[column];
  if (text === undefined || text === "") throw new Error(`the reference has no ${column}`);
  return Number(text);
}
