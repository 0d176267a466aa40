/**
 * Quantile of whole numbers given by how often each occurs, by linear interpolation
 * of order statistics (definition 7 of Hyndman & Fan, The American Statistician
 * 50(4), 1996; the same as `quantile7` of the list), without making or sorting the list.
 * @param contagem how many times each whole number from 0 up occurs
 * @param p probability, 0–1
 * @returns null when nothing was counted
 * @throws RangeError for a `p` outside 0–1
 */
export function quantilDaContagem(contagem: ArrayLike<number>, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`a probability must be from 0 to 1, got ${p}`);
  let total = 0;
  for (let i = 0; i < contagem.length; i += 1) total += contagem[i] ?? 0;
  if (total === 0) return null;
  const h = (total - 1) * p;
  const abaixo = naOrdem(contagem, Math.floor(h));
  const acima = naOrdem(contagem, Math.min(Math.floor(h) + 1, total - 1));
  return abaixo + (h - Math.floor(h)) * (acima - abaixo);
}

/** The number in a position, from 0, of the sorted list. */
function naOrdem(contagem: ArrayLike<number>, posicao: number): number {
  let ate = 0;
  let valor = 0;
  for (; valor < contagem.length; valor += 1) {
    ate += contagem[valor] ?? 0;
    if (ate > posicao) break;
  }
  return valor;
}
