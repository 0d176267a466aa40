import { isIncognita, type ProblemaSdc } from "./problema.ts";

/** Σ `coeficientes[i]` · x[`colunas[i]`] = `valor`. */
export interface Equacao {
  readonly colunas: readonly number[];
  readonly coeficientes: readonly number[];
  readonly valor: number;
}

/** Unknowns that hang together: nothing published ties them to those of another block. */
export interface Bloco {
  /** Positions in the problem's cells. */
  readonly celulas: readonly number[];
  readonly lo: Float64Array;
  readonly up: Float64Array;
  /** Columns are positions in `celulas`. */
  readonly equacoes: readonly Equacao[];
}

/** Published numbers that cannot all be true. */
export class ContradicaoError extends Error {
  override readonly name = "ContradicaoError";
}

const FOLGA = 1e-6;

/**
 * What an attacker has to solve: the unknown cells, the relations with everything known
 * moved to one side, in blocks. Linear but for the sorting of the blocks.
 * @throws RangeError for an id that comes twice or a relation of a cell that is not there
 * @throws ContradicaoError for a relation among printed numbers that does not hold
 */
export function montarBlocos({ cells, relations }: Pick<ProblemaSdc, "cells" | "relations">): Bloco[] {
  const posicao = new Map<string, number>();
  cells.forEach(({ id }, i) => {
    if (posicao.has(id)) throw new RangeError(`cell ${JSON.stringify(id)} comes twice`);
    posicao.set(id, i);
  });
  const onde = (id: string): number => {
    const i = posicao.get(id);
    if (i === undefined) throw new RangeError(`a relation names ${JSON.stringify(id)}, which is no cell`);
    return i;
  };
  const incognita = cells.map(isIncognita);
  const raizes = Int32Array.from(cells, (_, i) => i);
  const raiz = (de: number): number => {
    let i = de;
    while (raizes[i] !== i) {
      raizes[i] = raizes[raizes[i] ?? i] ?? i;
      i = raizes[i] ?? i;
    }
    return i;
  };
  const equacoes: { readonly termos: readonly (readonly [number, number])[]; readonly valor: number }[] = [];
  for (const [total, parts] of relations) {
    const pesos = new Map<number, number>();
    const somar = (i: number, peso: number): void => void pesos.set(i, (pesos.get(i) ?? 0) + peso);
    somar(onde(total), -1);
    for (const part of parts) somar(onde(part), 1);
    let valor = 0;
    const termos: [number, number][] = [];
    for (const [i, peso] of pesos) {
      if (peso === 0) continue;
      if (incognita[i] === true) termos.push([i, peso]);
      else valor -= peso * (cells[i]?.lo ?? 0);
    }
    const [primeiro] = termos;
    if (primeiro === undefined) {
      if (Math.abs(valor) > FOLGA) throw new ContradicaoError(`${total} is not the sum of its parts: it is off by ${valor}`);
      continue;
    }
    for (const [i] of termos) raizes[raiz(i)] = raiz(primeiro[0]);
    equacoes.push({ termos, valor });
  }
  return separar(cells, incognita, raiz, equacoes);
}

function separar(
  cells: ProblemaSdc["cells"],
  incognita: readonly boolean[],
  raiz: (i: number) => number,
  equacoes: readonly { readonly termos: readonly (readonly [number, number])[]; readonly valor: number }[],
): Bloco[] {
  const grupos = new Map<number, { celulas: number[]; equacoes: Equacao[] }>();
  const coluna = new Int32Array(cells.length);
  const grupoDe = (i: number): { celulas: number[]; equacoes: Equacao[] } => {
    const r = raiz(i);
    const grupo = grupos.get(r) ?? { celulas: [], equacoes: [] };
    grupos.set(r, grupo);
    return grupo;
  };
  incognita.forEach((is, i) => {
    if (!is) return;
    const { celulas } = grupoDe(i);
    coluna[i] = celulas.length;
    celulas.push(i);
  });
  for (const { termos, valor } of equacoes) {
    grupoDe(termos[0]?.[0] ?? 0).equacoes.push({ colunas: termos.map(([i]) => coluna[i] ?? 0), coeficientes: termos.map(([, peso]) => peso), valor });
  }
  return [...grupos.values()].map((grupo) => ({
    ...grupo,
    lo: Float64Array.from(grupo.celulas, (i) => cells[i]?.lo ?? 0),
    up: Float64Array.from(grupo.celulas, (i) => cells[i]?.up ?? Number.POSITIVE_INFINITY),
  }));
}
