/** Units to be paired, sorted by stratum and, inside it, by value. */
export interface Fileira {
  /** Position of each unit in the caller's columns. */
  readonly unidades: ArrayLike<number>;
  /** Stratum of each unit: only units of the same one are paired. */
  readonly estratos: ArrayLike<number>;
  /** What pairs must be near in; ascending inside a stratum. */
  readonly valores: ArrayLike<number>;
  /** 1 = supported, 0 = peer. */
  readonly apoiado: ArrayLike<number>;
}

export interface Pares {
  /** Caller's positions of the supported and of the peer of each pair, nearest pairs first. */
  readonly apoiados: Int32Array;
  readonly semelhantes: Int32Array;
}

/**
 * Pairs each supported unit with an unsupported one of its stratum, each used once, always the
 * nearest pair still to be had, up to `maximo` apart (greedy, nearest first, without replacement).
 * On a line the nearest pair are neighbours, so that a list and a heap do it in n log n. Ties go to
 * the pair that comes first in the row.
 */
export function nearestPairs({ unidades, estratos, valores, apoiado }: Fileira, maximo: number): Pares {
  const n = unidades.length;
  const seguinte = Int32Array.from({ length: n }, (_, i) => i + 1);
  const anterior = Int32Array.from({ length: n }, (_, i) => i - 1);
  const usada = new Uint8Array(n);
  const fila = new PairHeap();
  const offer = (a: number, b: number): void => {
    if (a < 0 || b >= n || estratos[a] !== estratos[b] || apoiado[a] === apoiado[b]) return;
    const distancia = (valores[b] ?? 0) - (valores[a] ?? 0);
    if (distancia <= maximo) fila.push(distancia, a, b);
  };
  for (let i = 0; i + 1 < n; i += 1) offer(i, i + 1);
  const apoiados: number[] = [];
  const semelhantes: number[] = [];
  for (let par = fila.pop(); par !== null; par = fila.pop()) {
    const { a, b } = par;
    if (usada[a] === 1 || usada[b] === 1) continue;
    usada[a] = 1;
    usada[b] = 1;
    const [um, outro] = [unidades[a] ?? -1, unidades[b] ?? -1];
    apoiados.push(apoiado[a] === 1 ? um : outro);
    semelhantes.push(apoiado[a] === 1 ? outro : um);
    const antes = anterior[a] ?? -1;
    const depois = seguinte[b] ?? n;
    if (antes >= 0) seguinte[antes] = depois;
    if (depois < n) anterior[depois] = antes;
    offer(antes, depois);
  }
  return { apoiados: Int32Array.from(apoiados), semelhantes: Int32Array.from(semelhantes) };
}

interface Par {
  readonly distancia: number;
  readonly a: number;
  readonly b: number;
}

/** Binary heap of neighbours, the nearest on top. */
class PairHeap {
  readonly #pares: Par[] = [];

  push(distancia: number, a: number, b: number): void {
    const pares = this.#pares;
    pares.push({ distancia, a, b });
    let i = pares.length - 1;
    while (i > 0) {
      const pai = (i - 1) >> 1;
      if (!this.#isBefore(i, pai)) break;
      this.#swap(i, pai);
      i = pai;
    }
  }

  pop(): Par | null {
    const pares = this.#pares;
    const topo = pares[0];
    const ultimo = pares.pop();
    if (topo === undefined || ultimo === undefined) return null;
    if (pares.length === 0) return topo;
    pares[0] = ultimo;
    let i = 0;
    for (;;) {
      const esquerda = 2 * i + 1;
      const direita = esquerda + 1;
      let menor = i;
      if (esquerda < pares.length && this.#isBefore(esquerda, menor)) menor = esquerda;
      if (direita < pares.length && this.#isBefore(direita, menor)) menor = direita;
      if (menor === i) return topo;
      this.#swap(i, menor);
      i = menor;
    }
  }

  #isBefore(i: number, j: number): boolean {
    const [um, outro] = [this.#pares[i], this.#pares[j]];
    if (um === undefined || outro === undefined) return false;
    return um.distancia < outro.distancia || (um.distancia === outro.distancia && um.a < outro.a);
  }

  #swap(i: number, j: number): void {
    const [um, outro] = [this.#pares[i], this.#pares[j]];
    if (um === undefined || outro === undefined) return;
    this.#pares[i] = outro;
    this.#pares[j] = um;
  }
}
