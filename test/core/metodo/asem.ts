import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Direction } from "../../../src/core/metodo/normalise.ts";
import type { Table, TreeNode } from "../../../src/core/metodo/tree.ts";
import { sharedPath } from "../../shared.ts";

/** COINr's ASEM index; null where the reading material is absent. */
export const asemFolder = sharedPath("metodo/referencias/coinr_asem");

/** One of its files, rows as text. */
export function asemRows(file: string): readonly Readonly<Record<string, string>>[] {
  const text = readFileSync(`${asemFolder ?? ""}/${file}`, "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/** Numeric columns of a file whose first column names the unit; an empty cell is missing. */
export function asemTable(file: string): Table {
  const rows = asemRows(file);
  const [unitColumn = "", ...ids] = Object.keys(rows[0] ?? {});
  return {
    units: rows.map((row) => row[unitColumn] ?? ""),
    columns: Object.fromEntries(ids.map((id) => [id, rows.map((row) => cell(row[id]))])),
  };
}

/** The table's column in the order of other units. */
export function inOrder(table: Table, id: string, units: readonly string[]): (number | null)[] {
  const position = new Map(table.units.map((unit, i) => [unit, i]));
  const column = table.columns[id];
  if (column === undefined) throw new RangeError(`no column "${id}"`);
  return units.map((unit) => column[position.get(unit) ?? -1] ?? null);
}

export interface AsemMethod {
  readonly tree: TreeNode;
  readonly directions: Readonly<Record<string, Direction>>;
  readonly denominators: Readonly<Record<string, string>>;
}

/** The tree, directions and denominators of its metadata. */
export function asemMethod(): AsemMethod {
  const rows = asemRows("asem_imeta.csv");
  const node = (row: Readonly<Record<string, string>>): TreeNode => {
    const id = row["iCode"] ?? "";
    const children = rows.filter((other) => other["Parent"] === id).map(node);
    return { id, weight: Number(row["Weight"]), ...(children.length > 0 ? { children } : {}) };
  };
  const root = rows.find((row) => row["Type"] === "Aggregate" && row["Parent"] === "");
  if (root === undefined) throw new RangeError("the metadata have no root");
  const leaves = rows.filter((row) => row["Type"] === "Indicator");
  return {
    tree: node(root),
    directions: Object.fromEntries(leaves.map((row): [string, Direction] => [row["iCode"] ?? "", row["Direction"] === "-1" ? -1 : 1])),
    denominators: Object.fromEntries(leaves.filter((row) => row["Denominator"] !== "").map((row) => [row["iCode"] ?? "", row["Denominator"] ?? ""])),
  };
}

/** Greatest relative difference (absolute below 1); infinite where only one is missing. */
export function farthest(ours: readonly (number | null)[], theirs: readonly (number | null)[]): number {
  if (ours.length !== theirs.length || ours.length === 0) return Number.POSITIVE_INFINITY;
  return ours.reduce<number>((worst, a, i) => {
    const b = theirs[i] ?? null;
    if (a === null || b === null) return a === b ? worst : Number.POSITIVE_INFINITY;
    const gap = Math.abs(a - b) / Math.max(1, Math.abs(b));
    return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(worst, gap);
  }, 0);
}

function cell(text: string | undefined): number | null {
  return text === undefined || text === "" || text === "NA" ? null : Number(text);
}
