import { readFileSync } from "node:fs";

/** Rows of a plain CSV of the reference sets: no quoted commas, "NA" for missing. */
export function referenceRows(path: string): readonly ReadonlyMap<string, string>[] {
  const lines = readFileSync(path, "utf8").replace(/^\uFEFF/, "").trim().split(/\r?\n/);
  const cells = (line: string): string[] => line.split(",").map((cell) => cell.replace(/^"|"$/g, ""));
  const header = cells(lines[0] ?? "");
  return lines.slice(1).map((line) => new Map(cells(line).map((cell, k) => [header[k] ?? "", cell])));
}

/** A cell as text. */
export function text(row: ReadonlyMap<string, string>, column: string): string {
  const cell = row.get(column);
  if (cell === undefined) throw new RangeError(`no column "${column}" in the reference`);
  return cell;
}

/** A cell as a number, null for NA. */
export function figure(row: ReadonlyMap<string, string>, column: string): number | null {
  const cell = text(row, column);
  return cell === "NA" ? null : Number(cell);
}

/** Largest relative difference between two columns; infinite where one is missing and the other is not. */
export function largestRelativeError(actual: readonly (number | null)[], expected: readonly (number | null)[]): number {
  if (actual.length !== expected.length || actual.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...actual.map((a, i) => {
      const e = expected[i] ?? null;
      if (a === null || e === null) return a === e ? 0 : Number.POSITIVE_INFINITY;
      const error = e === 0 ? Math.abs(a) : Math.abs(a / e - 1);
      return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
    }),
  );
}
