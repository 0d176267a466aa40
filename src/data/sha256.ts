import { sha256 } from "@noble/hashes/sha2.js";
import { nextTask } from "./next-task.ts";
import { joined, lengthOf, type Pieces } from "./pieces.ts";

/** Hashed between two looks at the clock. */
const SLICE = 1 << 16;
/** How long the page is held at a time, ms. */
const HOLD_MS = 8;
/** The browser's own hashing is faster, but copies all it is given on the page's thread first. */
const OWN_UP_TO = 8 << 20;

export interface Sha256 {
  readonly update: (bytes: Uint8Array) => void;
  /** Lower-case hexadecimal, 64 digits; once. */
  readonly hex: () => string;
}

/** SHA-256 (FIPS 180-4) fed piece by piece. `crypto.subtle` has no such form, and none at all on plain http. */
export function createSha256(): Sha256 {
  const hash = sha256.create();
  return {
    update: (bytes) => void hash.update(bytes),
    hex: () => toHex(hash.digest()),
  };
}

/** SHA-256 of bytes in lower-case hexadecimal; gives way to the page between slices. */
export async function sha256Hex(bytes: Uint8Array | Pieces): Promise<string> {
  const pieces = bytes instanceof Uint8Array ? [bytes] : bytes;
  const own = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  if (own !== undefined && lengthOf(pieces) <= OWN_UP_TO) return toHex(new Uint8Array(await own.digest("SHA-256", joined(pieces))));
  const hash = createSha256();
  let until = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += SLICE) {
      if (performance.now() >= until) {
        await nextTask();
        until = performance.now() + HOLD_MS;
      }
      hash.update(piece.subarray(at, at + SLICE));
    }
  }
  return hash.hex();
}

/** SHA-256 of bytes at once, as fast as the machine has it: for a worker or a script, where no page waits. */
export async function sha256InWorker(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const own = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  return toHex(own === undefined ? sha256(bytes) : new Uint8Array(await own.digest("SHA-256", bytes)));
}

/** SHA-256 of a text's UTF-8 bytes. */
export function sha256OfText(text: string): string {
  const hash = createSha256();
  hash.update(new TextEncoder().encode(text));
  return hash.hex();
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
