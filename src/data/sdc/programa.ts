import type { Highs, Model } from "highs";
import type { Bloco } from "../../core/sdc/sistema.ts";

/** Where a search ended. */
export interface PontoExtremo {
  readonly status: "Optimal" | "Unbounded" | "Infeasible";
  readonly valor: number;
  /** By column; null when there is no optimum. */
  readonly ponto: Float64Array | null;
}

export const FOLGA = 1e-6;

/** A block kept in HiGHS's memory while one column after another is made least and greatest. To be disposed of. */
export class Programa {
  readonly #highs: Highs;
  readonly #model: Model;

  /** @param isInteiro only whole numbers */
  constructor(highs: Highs, { lo, up, equacoes }: Pick<Bloco, "lo" | "up" | "equacoes">, isInteiro: boolean) {
    this.#highs = highs;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const { colunas, coeficientes } of equacoes) {
      indices.push(...colunas);
      values.push(...coeficientes);
      starts.push(indices.length);
    }
    const n = lo.length;
    const valores = Float64Array.from(equacoes, ({ valor }) => valor);
    this.#model = highs.createModel({
      numCols: n,
      numRows: equacoes.length,
      sense: highs.constants.objectiveSense.minimize,
      colCost: new Float64Array(n),
      colLower: lo.map((end) => (isInteiro ? Math.ceil(end - FOLGA) : end)),
      colUpper: up.map((end) => (Number.isFinite(end) ? (isInteiro ? Math.floor(end + FOLGA) : end) : highs.infinity)),
      rowLower: valores,
      rowUpper: valores,
      matrix: { format: "csr", numRows: equacoes.length, numCols: n, starts: Int32Array.from(starts), indices: Int32Array.from(indices), values: Float64Array.from(values) },
      ...(isInteiro ? { integrality: new Int32Array(n).fill(highs.constants.variableType.integer) } : {}),
    });
    // The basis of one search is where the next begins.
    this.#model.options.set(isInteiro ? { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0 } : { output_flag: false, solver: "simplex", simplex_strategy: 4, presolve: "off" });
  }

  /** The least (1) or greatest (−1) value of a column. */
  extremo(coluna: number, sentido: 1 | -1): PontoExtremo {
    const { modelStatus } = this.#highs.constants;
    this.#model.changeColCost(coluna, sentido);
    const fim = this.#buscar();
    // A changed cost makes HiGHS forget the point: read first.
    const ponto = fim === modelStatus.optimal ? this.#model.getSolution().colValue : null;
    this.#model.changeColCost(coluna, 0);
    if (ponto !== null) return { status: "Optimal", valor: ponto[coluna] ?? Number.NaN, ponto };
    // Where HiGHS does not tell which, whether a point fits is left to say with nothing to make least.
    const semPonto = fim === modelStatus.infeasible || (fim === modelStatus.unboundedOrInfeasible && this.#buscar() === modelStatus.infeasible);
    if (semPonto) return { status: "Infeasible", valor: Number.NaN, ponto: null };
    if (fim === modelStatus.unbounded || fim === modelStatus.unboundedOrInfeasible) return { status: "Unbounded", valor: -sentido * Number.POSITIVE_INFINITY, ponto: null };
    throw new Error(`HiGHS stopped without an answer: model status ${String(fim)}`);
  }

  #buscar(): number {
    return this.#model.run().modelStatus;
  }

  dispose(): void {
    this.#model.dispose();
  }
}
