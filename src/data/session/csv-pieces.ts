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
    let from = 0;
    let end = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at];
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === LINE_FEED && !isQuoted) end = at + 1;
      if (length + at + 1 - from >= size && end > from) {
        yield joined([...open, piece.subarray(from, end)]);
        open = [];
        length = 0;
        from = end;
      }
    }
    if (from === piece.length) continue;
    open.push(piece.subarray(from));
    length += piece.length - from;
  }
  if (length > 0) yield joined(open);
}
