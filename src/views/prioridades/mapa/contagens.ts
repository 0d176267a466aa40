import type { PreparedPriority } from "../../../core/metodo/priority.ts";

/** Events and exposed behind an indicator's figures, aligned with the municipalities. */
export interface Contagens {
  readonly eventos: readonly (number | null)[];
  readonly expostos: readonly (number | null)[];
}

/**
 * The counts of an indicator whose rates can be standardised: a rate or proportion
 * of the method, where more than half of the figures have usable counts; else null.
 */
export function contagensDe(preparada: PreparedPriority, indicador: string): Contagens | null {
  const figuras = preparada.indicadores.find(({ metodo }) => metodo.id === indicador)?.figuras;
  if (figuras === undefined) return null;
  const { eventos, expostos, bruto } = figuras;
  const comContagem = eventos.filter((x) => x !== null).length;
  return comContagem > bruto.filter((x) => x !== null).length / 2 ? { eventos, expostos } : null;
}
