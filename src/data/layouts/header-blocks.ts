import { isBlank } from "../raw/shape.ts";
import type { OpeningRecord, RawTable } from "../raw/raw.ts";
import { cellText, yearsIn } from "./cells.ts";

/**
 * The records right above a header (no blank one between) that label groups of
 * its columns: something stands beyond the first two columns. Top one first.
 */
export function labelRowsAbove({ inicio }: RawTable, linhaCabecalho: number): readonly OpeningRecord[] {
  const rows: OpeningRecord[] = [];
  for (let i = inicio.findIndex(({ linha }) => linha === linhaCabecalho) - 1; i >= 0; i -= 1) {
    const row = inicio[i];
    if (row === undefined || isBlank(row.campos) || isBlank(row.campos.slice(2))) break;
    rows.unshift(row);
  }
  return rows;
}

/** The texts of the records above a line: titles, notes, reference dates. */
export function titlesAbove({ inicio }: RawTable, linha: number): string[] {
  return inicio
    .filter((record) => record.linha < linha)
    .flatMap(({ campos }) => campos.map((_, at) => cellText(campos, at)).filter((text) => text !== ""));
}

/** What the label rows write over the columns from `inicio` up to, not including, `fim`. */
export function labelsOver(rows: readonly OpeningRecord[], inicio: number, fim: number): string[] {
  return rows.flatMap(({ campos }) => {
    const texts: string[] = [];
    for (let at = inicio; at < Math.min(fim, campos.length); at += 1) {
      const text = cellText(campos, at);
      if (text !== "") texts.push(text);
    }
    return texts;
  });
}

/** The one year a block's labels or titles name; null when none or several. */
export function oneYear(texts: readonly string[]): string | null {
  const years = new Set(texts.flatMap(yearsIn));
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

/** True when every block has a year and they go up from left to right, none twice. */
export function isRising(years: readonly (string | null)[]): years is readonly string[] {
  return years.every((year, i) => year !== null && (i === 0 || year > (years[i - 1] ?? "")));
}
