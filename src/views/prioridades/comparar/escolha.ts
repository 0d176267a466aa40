import { COMPARADOS } from "../estado.ts";

/** Id of the comparison's heading. */
export const TITULO_DA_COMPARACAO = "comparar-titulo";

/** The chosen ones with one more, or one less when it was there; a fifth does not enter. */
export function alternar(comparados: readonly number[], codigo: number): readonly number[] {
  if (comparados.includes(codigo)) return comparados.filter((outro) => outro !== codigo);
  return comparados.length >= COMPARADOS ? comparados : [...comparados, codigo];
}
