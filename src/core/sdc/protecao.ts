import type { CelulaSdc, ProblemaSdc } from "./problema.ts";

/** A table before protection: every count is known, what must be hidden is marked. */
export interface TabelaAProteger extends ProblemaSdc {
  /** By cell: what hiding it costs; `Infinity` = it cannot be hidden (it was published before, say). */
  readonly custo: Float64Array;
  /** Positions that stay hidden whatever they protect now, as they were in an earlier release. */
  readonly manter?: ReadonlySet<number>;
}

/** What to weigh when cells are hidden to protect others. */
export type CustoDeOcultar = "celulas" | "valor";

const MAIS_QUE_QUALQUER_VALOR = 1e4;

/**
 * Cost of hiding each cell: the fewest cells and, among as many, the least value; or the
 * least value and, among as much, the fewest cells.
 * @param fixas cells that cannot be hidden
 */
export function custoDeOcultar(cells: readonly CelulaSdc[], custo: CustoDeOcultar, fixas: ReadonlySet<string> = new Set()): Float64Array {
  const maior = cells.reduce((ate, { value }) => Math.max(ate, value ?? 0), 1);
  return Float64Array.from(cells, ({ id, value }) => {
    if (fixas.has(id)) return Number.POSITIVE_INFINITY;
    return custo === "celulas" ? 1 + (value ?? 0) / (maior * MAIS_QUE_QUALQUER_VALOR) : (value ?? 0) + 1;
  });
}

/** Numbers other than the true one that anyone may think: how far above and below it they go. */
export interface Alcance {
  readonly acima: number;
  readonly abaixo: number;
}

/** Still missing for a primary cell to be protected: reach to go above and below; null when it is. */
export function faltaProteger(value: number, k: number, { acima, abaixo }: Alcance): { readonly acima: number; readonly abaixo: number } | null {
  const faltaAcima = Math.max(0, k - value);
  if (acima < faltaAcima) return { acima: faltaAcima, abaixo: 0 };
  if (acima + abaixo >= k - 1) return null;
  return { acima: 0, abaixo: k - 1 - acima };
}

/** The problem as it goes out: hidden cells are unknown, all others printed. */
export function publicar(cells: readonly CelulaSdc[], ocultas: ReadonlySet<number>): CelulaSdc[] {
  return cells.map((celula, i) => {
    const { value } = celula;
    return ocultas.has(i) || value === null ? { ...celula, published: null } : { ...celula, published: value, lo: value, up: value };
  });
}
