import type { IDBPTransaction } from "idb";
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
export async function putPieces(transaction: Writing, dono: string, bytes: Uint8Array): Promise<void> {
  const store = transaction.objectStore("pedacos");
  await store.delete(all(dono));
  for (let at = 0, n = 0; at < bytes.length; at += PIECE, n += 1) {
    // A copy: cloning a view takes the whole buffer behind it along.
    await store.put(bytes.slice(at, at + PIECE), [dono, n]);
  }
}

export async function deletePieces(transaction: Writing, dono: string): Promise<void> {
  await transaction.objectStore("pedacos").delete(all(dono));
}

/** The owner's bytes joined; null when a piece is not bytes or the length is not the one expected. */
export async function readPieces(transaction: Reading, dono: string, length: number): Promise<Uint8Array | null> {
  const store = transaction.objectStore("pedacos");
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const key of await store.getAllKeys(all(dono))) {
    const piece = await store.get(key);
    if (!(piece instanceof Uint8Array) || at + piece.length > length) return null;
    bytes.set(piece, at);
    at += piece.length;
  }
  return at === length ? bytes : null;
}
