const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/**
 * Cuts a canonical CSV into pieces of whole records, in order and without copying:
 * about `size` bytes each, more where a single record is longer. A line feed between
 * quotes ends no record.
 */
export function* piecesOf(csv: Uint8Array, size: number): Generator<Uint8Array> {
  let from = 0;
  let end = 0;
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const byte = csv[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === LINE_FEED && !isQuoted) end = at + 1;
    if (at + 1 - from >= size && end > from) {
      yield csv.subarray(from, end);
      from = end;
    }
  }
  if (from < csv.length) yield csv.subarray(from);
}
