/** Units in order of a key, with the share of the weight each has and its place in it. */
export interface Postos {
  /** Positions of the units that enter, first to last; ties keep the order given. */
  readonly ordem: Int32Array;
  /** Where each group of ties ends in `ordem`, exclusive, ascending. */
  readonly empates: Int32Array;
  /** Share of the whole weight, aligned with `ordem`; adds to 1. */
  readonly fracao: Float64Array;
  /** Fractional rank 0–1, aligned with `ordem`; its weighted mean is 1/2. */
  readonly posto: Float64Array;
}

/**
 * Fractional ranks: the share of the weight before a unit plus half its own (Lerman & Yitzhaki,
 * Journal of Econometrics 42(1), 1989). Ties share the rank of the middle of their group, so that
 * their order in the file does not matter (van Ourti, Health Economics 13, 2004). A unit whose key
 * is NaN, or whose weight is NaN or 0, does not enter. n log n.
 * @param pesos weight of each unit (inhabitants, say); null = one each
 * @throws RangeError for lists of different lengths, a key that is not finite or a weight that is not one
 */
export function fractionalRanks(chave: ArrayLike<number>, pesos: ArrayLike<number> | null, direcao: "crescente" | "decrescente"): Postos {
  if (pesos !== null && pesos.length !== chave.length) throw new RangeError(`${chave.length} units, ${pesos.length} weights`);
  const entram: number[] = [];
  let total = 0;
  for (let i = 0; i < chave.length; i += 1) {
    const k = chave[i] ?? NaN;
    const peso = weightOf(pesos, i);
    if (Number.isNaN(k) || !(peso > 0)) continue;
    if (!Number.isFinite(k)) throw new RangeError(`key of unit ${i} must be finite, got ${k}`);
    entram.push(i);
    total += peso;
  }
  const ordem = Int32Array.from(entram);
  const sinal = direcao === "crescente" ? 1 : -1;
  ordem.sort((a, b) => sinal * ((chave[a] ?? 0) - (chave[b] ?? 0)) || a - b);

  const n = ordem.length;
  const fracao = Float64Array.from(ordem, (i) => weightOf(pesos, i) / total);
  const posto = new Float64Array(n);
  const empates: number[] = [];
  let antes = 0;
  for (let inicio = 0; inicio < n; ) {
    let fim = inicio;
    let doGrupo = 0;
    const valor = chave[ordem[inicio] ?? 0];
    while (fim < n && chave[ordem[fim] ?? 0] === valor) {
      doGrupo += fracao[fim] ?? 0;
      fim += 1;
    }
    posto.fill(antes + doGrupo / 2, inicio, fim);
    antes += doGrupo;
    empates.push(fim);
    inicio = fim;
  }
  return { ordem, empates: Int32Array.from(empates), fracao, posto };
}

/** Weight of a unit: NaN when not known. */
function weightOf(pesos: ArrayLike<number> | null, i: number): number {
  if (pesos === null) return 1;
  const peso = pesos[i] ?? NaN;
  if (peso < 0 || peso === Infinity) throw new RangeError(`weight of unit ${i} must be finite and ≥ 0, got ${peso}`);
  return peso;
}
