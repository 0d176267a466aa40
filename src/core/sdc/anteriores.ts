import type { CelulaSdc } from "./problema.ts";

/** A number of an earlier release, as it was printed; null = it was hidden. */
export interface CelulaAnterior {
  readonly id: string;
  readonly published: number | null;
}

/** What earlier releases leave to decide in a new one. */
export interface HerancaDasAnteriores {
  /** Printed before with the same value: nobody forgets it, so it cannot be hidden now. */
  readonly fixas: ReadonlySet<string>;
  /** Hidden before: shown now, it would give away what it protected. Positions in the new cells. */
  readonly manter: ReadonlySet<number>;
  /** Of too few persons, and printed before: no suppression undoes that. */
  readonly expostas: readonly string[];
  /** Printed before with another value: the difference may be of few persons. */
  readonly revistas: readonly { readonly id: string; readonly antes: number; readonly agora: number }[];
}

/**
 * Compares a release with all that came before it.
 * @param anteriores earlier releases, in any order; a cell may be in several
 */
export function herdar(cells: readonly CelulaSdc[], anteriores: readonly (readonly CelulaAnterior[])[]): HerancaDasAnteriores {
  const impressas = new Map<string, Set<number>>();
  const ocultas = new Set<string>();
  for (const { id, published } of anteriores.flat()) {
    if (published === null) ocultas.add(id);
    else impressas.set(id, (impressas.get(id) ?? new Set()).add(published));
  }
  const fixas = new Set<string>();
  const manter = new Set<number>();
  const expostas: string[] = [];
  const revistas: { id: string; antes: number; agora: number }[] = [];
  cells.forEach(({ id, value, primary }, i) => {
    const antes = impressas.get(id) ?? new Set();
    const isMesma = value !== null && antes.has(value);
    if (isMesma) fixas.add(id);
    if (isMesma && primary) expostas.push(id);
    if (ocultas.has(id) && !isMesma) manter.add(i);
    for (const valor of antes) if (value !== null && valor !== value) revistas.push({ id, antes: valor, agora: value });
  });
  return { fixas, manter, expostas, revistas };
}
