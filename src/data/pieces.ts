/** Bytes in order, in pieces of any size: a file of 100 MB never has to stand in one block of memory. */
export type Pieces = readonly Uint8Array[];

/** How many bytes there are in all. */
export function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** The pieces as one block, copied. */
export function joined(pieces: Pieces): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
