const HEADER_BYTES = 4096;
const FIRST_BLOCK = 3 * HEADER_BYTES;

/**
 * Throws when a DuckDB file is shorter than its own header says. The engine does
 * not check: reading past the end of a cut file, it can loop for ever.
 *
 * The layout is DuckDB 1.4's: a file header, two database headers of which the
 * one with the later iteration counts, then blocks of one size.
 */
export function requireWholeDatabase(bytes: Uint8Array): void {
  if (bytes.byteLength < FIRST_BLOCK) {
    throw new RangeError(`the database has ${bytes.byteLength} bytes, less than its headers`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headers = [HEADER_BYTES, 2 * HEADER_BYTES].map((start) => {
    const field = (index: number): number => Number(view.getBigUint64(start + 8 * index, true));
    return { iteration: field(1), blocks: field(4), blockBytes: field(5) };
  });
  const current = headers.reduce((a, b) => (b.iteration > a.iteration ? b : a));
  const expected = FIRST_BLOCK + current.blocks * current.blockBytes;
  if (bytes.byteLength < expected) {
    throw new RangeError(`the database has ${bytes.byteLength} of its ${expected} bytes`);
  }
}
