import type { ColunaIndicador, Indicador } from "../../core/indicador.ts";
import { methodHash, type Metodo } from "../../core/metodo/method.ts";
import { dataHash, preparePriority, scorePriority, weightsOf } from "../../core/metodo/priority.ts";
import type { Municipio } from "../../core/municipio.ts";

/** What scores are made of. */
export interface PecasDosNumeros {
  readonly metodo: Metodo;
  readonly catalogo: readonly Indicador[];
  /** Newest figures by indicator, aligned with `municipios`. */
  readonly colunas: readonly ColunaIndicador[];
  readonly municipios: readonly Pick<Municipio, "codigo" | "porte">[];
}

/** What a plan needs of the scores. */
export interface Numeros {
  /** The score lies on 0–100: false for a normalisation of study. */
  readonly bounded: boolean;
  /** S, aligned with the municipalities; NaN = no score. */
  readonly total: Float64Array;
  /** SHA-256 of the figures, whole, and of the method. */
  readonly dados: string;
  readonly metodo: string;
}

/**
 * Scores of a method over figures.
 * @throws as `preparePriority`
 */
export function numerosDoMetodo({ metodo, catalogo, colunas, municipios }: PecasDosNumeros): Numeros {
  const preparada = preparePriority(metodo, catalogo, colunas, municipios);
  const { total } = scorePriority(preparada, weightsOf(preparada, metodo));
  return { bounded: preparada.bounded, total, dados: dataHash(preparada), metodo: methodHash(metodo) };
}
