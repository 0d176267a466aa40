import type { Column } from "../contracts/contract.ts";
import type { Pieces } from "../pieces.ts";

const CHUNK_CHARACTERS = 1 << 20;
const NEEDS_QUOTES = /[",\r\n]/;

export interface CanonicalWriter {
  readonly row: (cells: readonly (string | null)[]) => void;
  /** What was written, in pieces of whole records. */
  readonly finish: () => Pieces;
}

/** Writes canonical CSV: UTF-8 without BOM, comma, LF, contract columns in order, null as nothing between commas. */
export function canonicalWriter(columns: readonly Pick<Column, "name" | "type">[]): CanonicalWriter {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  // Dates, codes, numbers and ids of categories have nothing to quote.
  const texts = columns.flatMap(({ type }, at) => (type === "texto" ? [at] : []));
  const needsQuotes = (cells: readonly (string | null)[]): boolean => {
    for (const at of texts) if (NEEDS_QUOTES.test(cells[at] ?? "")) return true;
    return false;
  };
  let text = `${columns.map(({ name }) => name).join(",")}\n`;
  const flush = (): void => {
    chunks.push(encoder.encode(text));
    text = "";
  };
  return {
    row(cells) {
      text += `${(needsQuotes(cells) ? cells.map(quoted) : cells).join(",")}\n`;
      if (text.length > CHUNK_CHARACTERS) flush();
    },
    finish() {
      flush();
      return chunks;
    },
  };
}

function quoted(cell: string | null): string | null {
  return cell !== null && NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
