/** How the bytes of a file were read as text. */
export type Encoding = "UTF-8" | "UTF-8 com BOM" | "UTF-16 LE" | "UTF-16 BE" | "Windows-1252";

export interface Decoded {
  readonly texto: string;
  readonly codificacao: Encoding;
  /** Why this encoding, in words. */
  readonly motivo: string;
  /** Bytes that are no text in this encoding; each reads as U+FFFD. */
  readonly ilegiveis: number;
}

/** Windows-1252 bytes 0x80–0x9F; the five without a character stay what they are. */
const CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Bytes to text. A byte-order mark decides; else the NUL in every other byte
 * that only UTF-16 of Latin text has; else strict UTF-8; else UTF-8 with damage,
 * where sequences that only UTF-8 makes are at least as many as the bad bytes;
 * else Windows-1252, in which every byte is a character. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) {
    const text = bytes.subarray(3);
    const motivo = "o arquivo começa com a marca de UTF-8";
    return strictUtf8(text, "UTF-8 com BOM", motivo) ?? utf8(text, "UTF-8 com BOM", motivo, countUtf8(text).invalid);
  }
  if (startsWith(bytes, [0xff, 0xfe])) return utf16(bytes.subarray(2), "UTF-16 LE", MARK_OF_UTF16);
  if (startsWith(bytes, [0xfe, 0xff])) return utf16(bytes.subarray(2), "UTF-16 BE", MARK_OF_UTF16);
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return utf16(bytes, unmarked, "um em cada dois bytes é nulo, como só em UTF-16; falta a marca no começo");

  const strict = strictUtf8(bytes, "UTF-8", "todos os bytes formam UTF-8 válido");
  if (strict !== null) return strict;
  const { sequences, invalid } = countUtf8(bytes);
  if (sequences >= invalid) {
    return utf8(bytes, "UTF-8", "quase todos os bytes formam UTF-8 válido; os demais estão danificados", invalid);
  }
  return {
    texto: decodeCp1252(bytes),
    codificacao: "Windows-1252",
    motivo: "os bytes não formam UTF-8; é a codificação comum do Windows e do Excel no Brasil",
    ilegiveis: 0,
  };
}

/** Node 20 reads 0x80–0x9F as Latin-1 control characters; the table mends what it left. */
export function decodeCp1252(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (char) => CP1252[char.charCodeAt(0) - 0x80] ?? char);
}

/** True when the bytes open with the mark. */
export function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

const MARK_OF_UTF16 = "o arquivo começa com a marca de UTF-16";
const UTF16_SAMPLE = 4096;

/** UTF-16 without its mark: nearly every second byte NUL, and next to none of the others. */
export function unmarkedUtf16(bytes: Uint8Array): "UTF-16 LE" | "UTF-16 BE" | null {
  const pairs = Math.floor(Math.min(bytes.length, UTF16_SAMPLE) / 2);
  if (pairs < 4 || bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  let controls = 0;
  for (let i = 0; i < pairs; i += 1) {
    const [first = 0, second = 0] = [bytes[2 * i], bytes[2 * i + 1]];
    if (first === 0) even += 1;
    if (second === 0) odd += 1;
    const low = first + second;
    if (low < 0x09 || (low > 0x0d && low < 0x20)) controls += 1;
  }
  if (controls * 50 > pairs) return null;
  if (odd * 10 >= pairs * 8 && even * 50 <= pairs) return "UTF-16 LE";
  return even * 10 >= pairs * 8 && odd * 50 <= pairs ? "UTF-16 BE" : null;
}

function strictUtf8(bytes: Uint8Array, codificacao: Encoding, motivo: string): Decoded | null {
  try {
    const texto = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes);
    return { texto, codificacao, motivo, ilegiveis: 0 };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function utf8(bytes: Uint8Array, codificacao: Encoding, motivo: string, ilegiveis: number): Decoded {
  const texto = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return { texto, codificacao, motivo, ilegiveis };
}

function utf16(bytes: Uint8Array, codificacao: "UTF-16 LE" | "UTF-16 BE", motivo: string): Decoded {
  const label = codificacao === "UTF-16 LE" ? "utf-16le" : "utf-16be";
  const texto = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  const ilegiveis = texto.includes("\ufffd") ? texto.split("\ufffd").length - 1 : 0;
  return { texto, codificacao, motivo, ilegiveis };
}

/** Multi-byte sequences that are valid UTF-8 (Unicode 15, table 3-7), and bytes that fit nowhere. */
function countUtf8(bytes: Uint8Array): { sequences: number; invalid: number } {
  let sequences = 0;
  let invalid = 0;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      i += 1;
      continue;
    }
    const length = sequenceLength(lead, bytes[i + 1] ?? 0);
    if (length > 0 && continues(bytes, i + 1, length - 1)) {
      sequences += 1;
      i += length;
    } else {
      invalid += 1;
      i += 1;
    }
  }
  return { sequences, invalid };
}

function sequenceLength(lead: number, second: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) {
    if (lead === 0xe0 && second < 0xa0) return 0;
    return lead === 0xed && second > 0x9f ? 0 : 3;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    if (lead === 0xf0 && second < 0x90) return 0;
    return lead === 0xf4 && second > 0x8f ? 0 : 4;
  }
  return 0;
}

function continues(bytes: Uint8Array, from: number, count: number): boolean {
  for (let i = from; i < from + count; i += 1) {
    const byte = bytes[i];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return false;
  }
  return true;
}
