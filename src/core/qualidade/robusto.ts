/** Median of the figures; the mean of the two middle ones when they are even. NaN for none. */
export function mediana(valores: readonly number[]): number {
  const ordenados = Float64Array.from(valores).sort();
  const meio = ordenados.length >> 1;
  const acima = ordenados[meio] ?? Number.NaN;
  return ordenados.length % 2 === 1 ? acima : ((ordenados[meio - 1] ?? Number.NaN) + acima) / 2;
}

/** Centre and spread that a few wild figures do not move. */
export interface Robusto {
  readonly mediana: number;
  /** Median of the absolute deviations from the median. */
  readonly mad: number;
}

export function robusto(valores: readonly number[]): Robusto {
  const centro = mediana(valores);
  return { mediana: centro, mad: mediana(valores.map((valor) => Math.abs(valor - centro))) };
}

/**
 * Modified z-score, 0.6745·(x − median) ÷ MAD. Null where the MAD is zero: with
 * more than half of the figures equal it says nothing of the others.
 * Source: Iglewicz, B. & Hoaglin, D. (1993), "How to Detect and Handle
 * Outliers", ASQC, vol. 16, which labels |M| > 3.5 as a potential outlier.
 */
export function zModificado(valor: number, { mediana: centro, mad }: Robusto): number | null {
  return mad === 0 || Number.isNaN(mad) ? null : (0.6745 * (valor - centro)) / mad;
}
