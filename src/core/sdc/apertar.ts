import type { Bloco } from "./sistema.ts";

/** Ends of each column. */
export interface Limites {
  readonly lo: Float64Array;
  readonly up: Float64Array;
}

const RODADAS = 20;

/**
 * Ends that each equation by itself gives its columns, again and again until nothing
 * moves: never narrower than the truth, so that a point that touches one is an end.
 */
export function apertar({ lo, up, equacoes }: Pick<Bloco, "lo" | "up" | "equacoes">): Limites {
  const [menor, maior] = [Float64Array.from(lo), Float64Array.from(up)];
  let mudou = true;
  for (let rodada = 0; mudou && rodada < RODADAS; rodada += 1) {
    mudou = false;
    for (const { colunas, coeficientes, valor } of equacoes) {
      const soma = somaDosExtremos(colunas, coeficientes, menor, maior);
      colunas.forEach((coluna, i) => {
        const peso = coeficientes[i] ?? 0;
        const [l, u] = [menor[coluna] ?? 0, maior[coluna] ?? 0];
        const [meuMinimo, meuMaximo] = peso > 0 ? [peso * l, peso * u] : [peso * u, peso * l];
        const a = (valor - semUm(soma.maximo, soma.semMaximo, meuMaximo, Number.POSITIVE_INFINITY)) / peso;
        const b = (valor - semUm(soma.minimo, soma.semMinimo, meuMinimo, Number.NEGATIVE_INFINITY)) / peso;
        const [de, ate] = peso > 0 ? [a, b] : [b, a];
        if (de > l + 1e-9) {
          menor[coluna] = de;
          mudou = true;
        }
        if (ate < u - 1e-9) {
          maior[coluna] = ate;
          mudou = true;
        }
      });
    }
  }
  return { lo: menor, up: maior };
}

interface Extremos {
  /** Sum of what is finite, and how many terms are not. */
  readonly minimo: number;
  readonly semMinimo: number;
  readonly maximo: number;
  readonly semMaximo: number;
}

function somaDosExtremos(colunas: readonly number[], coeficientes: readonly number[], lo: Float64Array, up: Float64Array): Extremos {
  let [minimo, semMinimo, maximo, semMaximo] = [0, 0, 0, 0];
  colunas.forEach((coluna, i) => {
    const peso = coeficientes[i] ?? 0;
    const [a, b] = [peso * (lo[coluna] ?? 0), peso * (up[coluna] ?? 0)];
    const [de, ate] = peso > 0 ? [a, b] : [b, a];
    if (Number.isFinite(de)) minimo += de;
    else semMinimo += 1;
    if (Number.isFinite(ate)) maximo += ate;
    else semMaximo += 1;
  });
  return { minimo, semMinimo, maximo, semMaximo };
}

/** The sum without one of its terms; `semFim` while another term has no end. */
function semUm(soma: number, infinitos: number, termo: number, semFim: number): number {
  if (!Number.isFinite(termo)) return infinitos > 1 ? semFim : soma;
  return infinitos > 0 ? semFim : soma - termo;
}
