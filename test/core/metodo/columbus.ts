import { readFileSync } from "node:fs";
import { sharedPath } from "../../shared.ts";

const FOLDER = "metodo/referencias/local_moran_columbus";

export const columbusPath = sharedPath(`${FOLDER}/columbus_localmoran.csv`);

/** One column of spdep's table by its header. */
export function columbusColumn(name: string): string[] {
  const [header = "", ...rows] = readFileSync(columbusPath ?? "", "utf8").trim().split("\n");
  const position = header.split(",").indexOf(`"${name}"`);
  return rows.map((row) => (row.split(",")[position] ?? "").replaceAll('"', ""));
}

/** Columbus's contiguities, 0-based. */
export function columbusNeighbours(): number[][] {
  const lists = columbusColumn("i").map((): number[] => []);
  for (const row of readFileSync(sharedPath(`${FOLDER}/columbus_gal_neighbours.csv`) ?? "", "utf8").trim().split("\n").slice(1)) {
    const [i = NaN, j = NaN] = row.split(",").map(Number);
    lists[i - 1]?.push(j - 1);
  }
  return lists;
}

export type PublishedGlobal = Record<"I" | "E" | "var_rand" | "z_rand" | "var_norm" | "z_norm", number>;

/** Global figures by variable. */
export function columbusGlobal(): Record<"CRIME" | "HOVAL" | "INC", PublishedGlobal> {
  return JSON.parse(readFileSync(sharedPath(`${FOLDER}/global.json`) ?? "", "utf8")) as Record<"CRIME" | "HOVAL" | "INC", PublishedGlobal>;
}

/** All orders of a list. */
export function permutationsOf<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) => permutationsOf([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest]));
}

export const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
export const varianceOf = (values: readonly number[]): number => {
  const m = meanOf(values);
  return meanOf(values.map((v) => (v - m) ** 2));
};
