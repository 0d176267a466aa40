import type { DrawInput } from "./draw-data.ts";
import type { PreparedPriority } from "./priority.ts";

/**
 * What the draws need of a priority: its figures, portes and posteriors. Only figures on
 * goalposts are drawn: under the other normalisations, which are for study, a draw of one
 * municipality would move the others' figures.
 */
export function drawInputOf({ prepared, grupos, indicadores }: PreparedPriority): DrawInput {
  return {
    prepared,
    groups: grupos,
    posteriors: indicadores.flatMap(({ metodo, direction, normalisation, figuras }) =>
      normalisation.kind !== "goalposts"
        ? []
        : [{ leaf: metodo.id, posterior: figuras.posterior, multiplier: figuras.multiplicador, direction, lo: normalisation.lo, hi: normalisation.hi }],
    ),
  };
}
