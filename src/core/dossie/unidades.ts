import type { EntradaDosDossies } from "./entrada.ts";
import { figuraNova, type FiguraNova } from "./figura.ts";

/** Counts of units, in the order in which they are looked for: the register, then the census. */
const CRAS = ["cadsuas-cras", "cras-unidades"];
const CREAS = ["cadsuas-creas", "creas-unidades"];

/** Units of one kind in a municipality and where the figure comes from. */
export interface UnidadesDoMunicipio extends FiguraNova {
  readonly fonte: string;
}

/** How many CRAS or CREAS the newest source says there are; null when none does. */
function unidadesDe(entrada: Pick<EntradaDosDossies, "colunaDe" | "fontes">, ids: readonly string[], i: number): UnidadesDoMunicipio | null {
  for (const id of ids) {
    const figura = figuraNova(entrada, id, i);
    if (figura === null) continue;
    const fonte = entrada.colunaDe.get(id)?.fonte ?? "";
    return { ...figura, fonte: entrada.fontes.find((uma) => uma.id === fonte)?.nome ?? fonte };
  }
  return null;
}

/** CRAS of a municipality. */
export const crasDe = (entrada: EntradaDosDossies, i: number): UnidadesDoMunicipio | null => unidadesDe(entrada, CRAS, i);
/** CREAS of a municipality. */
export const creasDe = (entrada: EntradaDosDossies, i: number): UnidadesDoMunicipio | null => unidadesDe(entrada, CREAS, i);
