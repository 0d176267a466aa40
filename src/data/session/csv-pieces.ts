import { joined, type Pieces } from "../pieces.ts";

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * Cuts a canonical CSV into blocks of whole records, in order, each a copy of its
 * own: about `size` bytes, more where a single record is longer. A line feed between
 * quotes ends no record; a record may begin in one piece and end in another.
 */
export function* recordBlocks(csv: Pieces, size: number): Generator<Uint8Array<ArrayBuffer>> {
  let open: Uint8Array[] = [];
  let length = 0;
  let isQuoted = false;
  for (const piece of csv) {
    // Without a quote every line feed ends a record, and the byte sought is found without looking at each.
    const isPlain = !isQuoted && !piece.includes(QUOTE);
    let from = 0;
    while (length + piece.length - from >= size) {
      const end = isPlain ? plainEnd(piece, from, from + size - length) : quotedEnd(piece, from, from + size - length);
      if (end === from) break;
      yield joined([...open, piece.subarray(from, end)]);
      open = [];
      length = 0;
      from = end;
    }
    if (from === piece.length) continue;
    const rest = piece.subarray(from);
    if (!isPlain) isQuoted = isOpenAfter(rest, isQuoted);
    open.push(rest);
    length += rest.length;
  }
  if (length > 0) yield joined(open);

  /** After the last record that ends before `until`, else after the first that ends later; `from` when none does. */
  function quotedEnd(piece: Uint8Array, from: number, until: number): number {
    let isInside = isQuoted;
    let end = from;
    for (let at = from; at < piece.length; at += 1) {
      const byte = piece[at];
      if (byte === QUOTE) isInside = !isInside;
      else if (byte === LINE_FEED && !isInside) end = at + 1;
      if (at + 1 >= until && end > from) break;
    }
    if (end > from) isQuoted = false;
    return end;
  }
}

function plainEnd(piece: Uint8Array, from: number, until: number): number {
  const before = until > from ? piece.lastIndexOf(LINE_FEED, until - 1) : -1;
  if (before >= from) return before + 1;
  return Math.max(from, piece.indexOf(LINE_FEED, Math.max(from, until)) + 1);
}

function isOpenAfter(bytes: Uint8Array, isOpen: boolean): boolean {
  let isInside = isOpen;
  for (let at = bytes.indexOf(QUOTE); at !== -1; at = bytes.indexOf(QUOTE, at + 1)) isInside = !isInside;
  return isInside;
}
