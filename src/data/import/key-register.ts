/** Remembers the line each key was first seen on; returns it when the key comes again, null when it is new. */
export type KeyRegister = (part: (at: number) => string, linha: number) => number | null;

type KeyNode = Map<string, KeyNode | number>;

/**
 * Keys told apart whatever they are. One map a part: the first parts of a key
 * repeat by the thousand, and a joined text for each of a million rows would cost
 * more than all the rest.
 * @param parts how many texts a key is made of
 */
export function exactRegister(parts: number): KeyRegister {
  const root: KeyNode = new Map();
  return (part, linha) => {
    let node = root;
    for (let at = 0; at < parts - 1; at += 1) {
      const text = part(at);
      let next = node.get(text);
      if (!(next instanceof Map)) {
        next = new Map();
        node.set(text, next);
      }
      node = next;
    }
    const last = part(parts - 1);
    const seen = node.get(last);
    if (typeof seen === "number") return seen;
    node.set(last, linha);
    return null;
  };
}

const FIRST_SLOTS = 1 << 12;
const PART_END = 0x1f;

/**
 * Keys by 64 bits of their hash, 12 bytes each instead of a text each: for
 * registers of a million events, where a repetition is only announced. Two
 * different keys of a million are taken for one in 1 of 37 million files.
 */
export function hashedRegister(parts: number): KeyRegister {
  let slots = FIRST_SLOTS;
  let used = 0;
  let [one, two, line] = tables(slots);

  /** Where a hash is, or would go. */
  const find = (a: number, b: number): number => {
    let at = a & (slots - 1);
    while (line[at] !== 0 && (one[at] !== a || two[at] !== b)) at = (at + 1) & (slots - 1);
    return at;
  };
  const grow = (): void => {
    const [oldOne, oldTwo, oldLine] = [one, two, line];
    slots *= 2;
    [one, two, line] = tables(slots);
    for (let i = 0; i < oldLine.length; i += 1) {
      const linha = oldLine[i] ?? 0;
      if (linha !== 0) put(oldOne[i] ?? 0, oldTwo[i] ?? 0, linha);
    }
  };
  const put = (a: number, b: number, linha: number): void => {
    const at = find(a, b);
    one[at] = a;
    two[at] = b;
    line[at] = linha;
  };

  return (part, linha) => {
    let a = 0x811c9dc5;
    let b = 0x2545f491;
    for (let k = 0; k < parts; k += 1) {
      const text = part(k);
      for (let i = 0; i < text.length; i += 2) {
        // Two characters at a time; after the last of an odd text comes none (NaN, which is 0 here).
        const code = text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16);
        a = Math.imul(a ^ code, 0x01000193);
        b = Math.imul(((b << 5) | (b >>> 27)) ^ code, 0x9e3779b1);
      }
      a = Math.imul(a ^ PART_END, 0x01000193);
      b = Math.imul(((b << 5) | (b >>> 27)) ^ PART_END, 0x9e3779b1);
    }
    a = mixed(a);
    b = mixed(b ^ Math.imul(a, 0x7feb352d));
    const seen = line[find(a, b)] ?? 0;
    if (seen !== 0) return seen;
    put(a, b, linha);
    used += 1;
    if (used * 2 > slots) grow();
    return null;
  };
}

function tables(slots: number): [Int32Array, Int32Array, Int32Array] {
  return [new Int32Array(slots), new Int32Array(slots), new Int32Array(slots)];
}

/** Final mix of MurmurHash3, by Austin Appleby (public domain). */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
