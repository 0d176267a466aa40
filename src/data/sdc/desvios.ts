import type { Highs, Model } from "highs";
import type { ProblemaSdc } from "../../core/sdc/problema.ts";

/** Which cells a way of thinking otherwise of the numbers moves, and by how much. */
export interface Desvio {
  readonly celulas: readonly number[];
  readonly quanto: readonly number[];
}

/** Moves under this are none. */
export const FOLGA = 1e-6;
/** Of a unit moved, against any cost: the farthest move is looked for, then the cheapest. */
const LONGE = -1e7;

/**
 * Cheapest ways to make another set of numbers fit every relation while one cell moves by
 * so much: what moves has to be hidden. Each cell has a column up and a column down. To be
 * disposed of.
 */
export class Desvios {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #n: number;
  readonly #acima: Float64Array;
  readonly #abaixo: Float64Array;

  /** @param custo of moving each cell; `Infinity` = it stays */
  constructor(highs: Highs, { cells, relations }: Pick<ProblemaSdc, "cells" | "relations">, custo: Float64Array) {
    this.#highs = highs;
    const n = cells.length;
    this.#n = n;
    const posicao = new Map(cells.map(({ id }, i) => [id, i]));
    this.#acima = Float64Array.from(cells, ({ value, up, published }, i) => (custo[i] === Infinity ? 0 : published === null ? up - (value ?? 0) : Infinity));
    this.#abaixo = Float64Array.from(cells, ({ value, lo, published }, i) => (custo[i] === Infinity ? 0 : (value ?? 0) - (published === null ? lo : 0)));
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const [total, parts] of relations) {
      const pesos = new Map<number, number>();
      for (const [id, peso] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
        const i = posicao.get(id);
        if (i === undefined) throw new RangeError(`a relation names ${JSON.stringify(id)}, which is no cell`);
        pesos.set(i, (pesos.get(i) ?? 0) + peso);
      }
      for (const [i, peso] of pesos) {
        indices.push(i, n + i);
        values.push(peso, -peso);
      }
      starts.push(indices.length);
    }
    const zeros = new Float64Array(relations.length);
    this.#model = highs.createModel({
      numCols: 2 * n,
      numRows: relations.length,
      sense: highs.constants.objectiveSense.minimize,
      colCost: this.#custos(custo),
      colLower: new Float64Array(2 * n),
      colUpper: this.#emHighs(),
      rowLower: zeros,
      rowUpper: zeros,
      matrix: { format: "csr", numRows: relations.length, numCols: 2 * n, starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values) },
    });
    this.#model.options.set({ output_flag: false, solver: "simplex", presolve: "off" });
  }

  /** Hiding a cell costs nothing any more, or so much again. */
  custar(celula: number, custo: number): void {
    this.#model.changeColCost(celula, custo);
    this.#model.changeColCost(this.#n + celula, custo);
  }

  /** Keeps a cell where it is, or lets it move again. */
  prender(celula: number, presa: boolean): void {
    this.#model.changeColBounds(celula, 0, presa ? 0 : this.#fim(this.#acima[celula]));
    this.#model.changeColBounds(this.#n + celula, 0, presa ? 0 : this.#fim(this.#abaixo[celula]));
  }

  /** The cheapest move of a cell up (1) or down (−1) by `quanto`; null when the relations allow none. */
  mover(celula: number, sentido: 1 | -1, quanto: number): Desvio | null {
    const [vai] = this.#colunas(celula, sentido);
    if (quanto > this.#limite(celula, sentido) + FOLGA) return null;
    this.#model.changeColBounds(vai, quanto, quanto);
    return this.#resolver(celula, sentido);
  }

  /** The farthest that a cell can move up or down, not beyond `ate`; null when not at all. */
  maisLonge(celula: number, sentido: 1 | -1, ate: number): Desvio | null {
    const [vai] = this.#colunas(celula, sentido);
    this.#model.changeColBounds(vai, 0, Math.min(ate, this.#limite(celula, sentido)));
    this.#model.changeColCost(vai, LONGE);
    const desvio = this.#resolver(celula, sentido);
    // Only what is hidden already, and costs nothing, is moved as far as it goes.
    this.#model.changeColCost(vai, 0);
    return desvio === null || desvio.celulas.length === 0 ? null : desvio;
  }

  #colunas(celula: number, sentido: 1 | -1): readonly [vai: number, volta: number] {
    return sentido === 1 ? [celula, this.#n + celula] : [this.#n + celula, celula];
  }

  #limite(celula: number, sentido: 1 | -1): number {
    return (sentido === 1 ? this.#acima : this.#abaixo)[celula] ?? 0;
  }

  #resolver(celula: number, sentido: 1 | -1): Desvio | null {
    const [, volta] = this.#colunas(celula, sentido);
    this.#model.changeColBounds(volta, 0, 0);
    const isOtimo = this.#model.run().modelStatus === this.#highs.constants.modelStatus.optimal;
    const ponto = isOtimo ? this.#model.getSolution().colValue : null;
    this.prender(celula, false);
    if (ponto === null) return null;
    const [celulas, movidas]: [number[], number[]] = [[], []];
    for (let i = 0; i < this.#n; i += 1) {
      const moveu = (ponto[i] ?? 0) - (ponto[this.#n + i] ?? 0);
      if (Math.abs(moveu) < FOLGA) continue;
      celulas.push(i);
      movidas.push(moveu);
    }
    return { celulas, quanto: movidas };
  }

  dispose(): void {
    this.#model.dispose();
  }

  #custos(custo: Float64Array): Float64Array {
    const finito = custo.map((de) => (de === Infinity ? 0 : de));
    return Float64Array.from([...finito, ...finito]);
  }

  #emHighs(): Float64Array {
    return Float64Array.from([...this.#acima, ...this.#abaixo], (fim) => this.#fim(fim));
  }

  #fim(fim: number | undefined): number {
    return fim === undefined || fim === Infinity ? this.#highs.infinity : fim;
  }
}
