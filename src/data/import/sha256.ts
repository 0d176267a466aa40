import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/**
 * SHA-256 in lower-case hexadecimal. The browser's own is several times faster
 * and is missing on pages served without https.
 */
export async function sha256Hex(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const own = (globalThis.crypto as Partial<Crypto> | undefined)?.subtle;
  return bytesToHex(own === undefined ? sha256(bytes) : new Uint8Array(await own.digest("SHA-256", bytes)));
}
