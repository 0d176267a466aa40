import type { CelulaSdc, ProblemaSdc, RelacaoSdc } from "./problema.ts";

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

/** A part of a table that no relation ties to the rest. */
export interface ParteDaTabela {
  /** Positions in the whole table's cells. */
  readonly celulas: readonly number[];
  readonly parte: TabelaAProteger;
}

/**
 * Parts of a table that can be protected one by one: years whose sum nobody publishes, say.
 * @throws RangeError for a relation of a cell that is not there
 */
export function separarTabela({ k, cells, relations, custo, manter }: TabelaAProteger): ParteDaTabela[] {
  const posicao = new Map(cells.map(({ id }, i) => [id, i]));
  const raizes = Int32Array.from(cells, (_, i) => i);
  const raiz = (de: number): number => {
    let i = de;
    while (raizes[i] !== i) {
      raizes[i] = raizes[raizes[i] ?? i] ?? i;
      i = raizes[i] ?? i;
    }
    return i;
  };
  for (const [total, parts] of relations) {
    for (const id of [total, ...parts]) if (!posicao.has(id)) throw new RangeError(`a relation names ${JSON.stringify(id)}, which is no cell`);
    for (const id of parts) raizes[raiz(posicao.get(id) ?? 0)] = raiz(posicao.get(total) ?? 0);
  }
  const grupos = new Map<number, { celulas: number[]; relations: RelacaoSdc[] }>();
  cells.forEach((_, i) => {
    const grupo = grupos.get(raiz(i)) ?? { celulas: [], relations: [] };
    grupos.set(raiz(i), grupo);
    grupo.celulas.push(i);
  });
  for (const relacao of relations) grupos.get(raiz(posicao.get(relacao[0]) ?? 0))?.relations.push(relacao);
  return [...grupos.values()].map(({ celulas, relations: suas }) => ({
    celulas,
    parte: {
      k,
      cells: celulas.flatMap((i) => cells[i] ?? []),
      relations: suas,
      custo: Float64Array.from(celulas, (i) => custo[i] ?? 0),
      manter: new Set(celulas.flatMap((i, de) => (manter?.has(i) === true ? [de] : []))),
    },
  }));
}
