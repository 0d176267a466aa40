/**
 * What was counted of one municipality in one period. Of the keys that tell
 * persons or complaints apart only a 53-bit one-way hash is held while the file is
 * read, and nothing outlives the reading (Lei 13.709/2018, art. 6º, III). Two keys
 * share a hash once in 2^53: among a million, the count is short by one with a
 * chance of about 6 in 100,000.
 */
export interface DistinctGroup {
  readonly codigo: number;
  readonly periodo: string;
  /** Line of the first row. */
  readonly linha: number;
  readonly chaves: Set<number>;
  soma: number;
}

export interface DistinctCount {
  /** Counts a key once and adds an amount every time. */
  readonly add: (codigo: number, periodo: string, chave: string, valor: number, linha: number) => void;
  readonly each: (visit: (group: DistinctGroup) => void) => void;
}

/** Counts different keys by municipality and period; memory is one number a key. */
export function distinctCount(): DistinctCount {
  const groups = new Map<string, DistinctGroup>();
  let last: DistinctGroup | null = null;
  return {
    add(codigo, periodo, chave, valor, linha) {
      if (last?.codigo !== codigo || last.periodo !== periodo) {
        const key = `${String(codigo)} ${periodo}`;
        last = groups.get(key) ?? { codigo, periodo, linha, chaves: new Set(), soma: 0 };
        groups.set(key, last);
      }
      last.chaves.add(hash53(chave));
      last.soma += valor;
    },
    each: (visit) => {
      groups.forEach(visit);
    },
  };
}

/** Two multiplicative 32-bit hashes mixed into 53 bits (the cyrb53 construction, public domain). */
export function hash53(texto: string): number {
  let h1 = 0xdeadbeef;
  let h2 = 0x41c6ce57;
  for (let i = 0; i < texto.length; i += 1) {
    const unit = texto.charCodeAt(i);
    h1 = Math.imul(h1 ^ unit, 2_654_435_761);
    h2 = Math.imul(h2 ^ unit, 1_597_334_677);
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2_246_822_507) ^ Math.imul(h2 ^ (h2 >>> 13), 3_266_489_909);
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2_246_822_507) ^ Math.imul(h1 ^ (h1 >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & h2) + (h1 >>> 0);
}
