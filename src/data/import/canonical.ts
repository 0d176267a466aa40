import type { Pieces } from "../pieces.ts";

const CHUNK_CHARACTERS = 1 << 20;
const NEEDS_QUOTES = /[",\r\n]/;

export interface CanonicalWriter {
  readonly row: (cells: readonly (string | null)[]) => void;
  /** What was written, in pieces of whole records. */
  readonly finish: () => Pieces;
}

/** Writes canonical CSV: UTF-8 without BOM, comma, LF, contract columns in order, null as nothing between commas. */
export function canonicalWriter(columns: readonly string[]): CanonicalWriter {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let text = `${columns.join(",")}\n`;
  const flush = (): void => {
    chunks.push(encoder.encode(text));
    text = "";
  };
  return {
    row(cells) {
      let line = "";
      for (let i = 0; i < cells.length; i += 1) line += i === 0 ? canonicalCell(cells[i] ?? null) : `,${canonicalCell(cells[i] ?? null)}`;
      text += `${line}\n`;
      if (text.length > CHUNK_CHARACTERS) flush();
    },
    finish() {
      flush();
      return chunks;
    },
  };
}

function canonicalCell(cell: string | null): string {
  if (cell === null) return "";
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
