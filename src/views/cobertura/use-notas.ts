import { useMemo } from "react";
import { preparePriority, scorePriority } from "../../core/metodo/priority.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import type { Base } from "../../ui/use-base.ts";

type Notas = readonly (number | null)[] | null;
type Figuras = Pick<Base, "municipios" | "colunas" | "catalogo">;

/** Worked out once for the same figures, while the reader comes and goes. */
const JA: WeakMap<Figuras["colunas"], Figuras & Pick<Snapshot, "metodo"> & { readonly notas: Notas }> = new WeakMap();

/**
 * Score of each municipality by the territory's own method on the figures in use, as
 * `#/prioridades` shows it before a reader changes the weights; null where there is no
 * figure to score by.
 */
export function useNotas({ metodo }: Pick<Snapshot, "metodo">, { municipios, colunas, catalogo }: Figuras): Notas {
  return useMemo(() => {
    const ja = JA.get(colunas);
    if (ja !== undefined && ja.metodo === metodo && ja.municipios === municipios && ja.catalogo === catalogo) return ja.notas;
    const notas = notasDe(metodo, { municipios, colunas, catalogo });
    JA.set(colunas, { metodo, municipios, colunas, catalogo, notas });
    return notas;
  }, [metodo, catalogo, colunas, municipios]);
}

function notasDe(metodo: Snapshot["metodo"], { municipios, colunas, catalogo }: Figuras): Notas {
  const usados = new Set(metodo.dimensoes.flatMap(({ indicadores }) => indicadores.map(({ id }) => id)));
  if (!colunas.some(({ indicador }) => usados.has(indicador))) return null;
  const { total } = scorePriority(preparePriority(metodo, catalogo, colunas, municipios));
  return Array.from(total, (nota) => (Number.isNaN(nota) ? null : nota));
}
