import type { IDBPTransaction } from "idb";
import type { Pieces } from "../pieces.ts";
import type { LocalSchema, StoreName } from "./schema.ts";

/**
 * Chrome refuses a value of more than about 127 MB and copies each one on the
 * page's thread; Safari keeps no `Blob` in private windows. Pieces suit them all.
 */
const PIECE = 1024 * 1024;

type Writing = IDBPTransaction<LocalSchema, StoreName[], "readwrite">;
type Reading = IDBPTransaction<LocalSchema, StoreName[]>;

/** Key of a load's or a published file's bytes. */
export const ofLoad = (id: string): string => `carga:${id}`;
export const ofFile = (sha256: string): string => `arquivo:${sha256}`;

const all = (dono: string): IDBKeyRange => IDBKeyRange.bound([dono, 0], [dono, Number.MAX_SAFE_INTEGER]);

/** Replaces the owner's bytes. Rejects with the browser's error; the transaction then aborts. */
export async function putPieces(transaction: Writing, dono: string, bytes: Pieces): Promise<void> {
  const store = transaction.objectStore("pedacos");
  await store.delete(all(dono));
  let n = 0;
  for (const piece of bytes) {
    for (let at = 0; at < piece.length; at += PIECE, n += 1) {
      // A copy: cloning a view takes the whole buffer behind it along.
      await store.put(piece.slice(at, at + PIECE), [dono, n]);
    }
  }
}

export async function deletePieces(transaction: Writing, dono: string): Promise<void> {
  await transaction.objectStore("pedacos").delete(all(dono));
}

/** The owner's bytes; null when a piece is not bytes or the length is not the one expected. */
export async function readPieces(transaction: Reading, dono: string, length: number): Promise<Pieces | null> {
  const store = transaction.objectStore("pedacos");
  const pieces: Uint8Array[] = [];
  let read = 0;
  for (const key of await store.getAllKeys(all(dono))) {
    const piece = await store.get(key);
    if (!(piece instanceof Uint8Array)) return null;
    read += piece.length;
    if (read > length) return null;
    pieces.push(piece);
  }
  return read === length ? pieces : null;
}
