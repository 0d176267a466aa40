import type { Norma, Territorio } from "../../core/territorio.ts";

/**
 * The pact this page measures support against, as the territory names it. Null when
 * it names none it has; the page then shows its figures without the citation.
 */
export function pactoDeApoio({ apoio, normas }: Pick<Territorio, "apoio" | "normas">): Norma | null {
  return normas.find(({ id }) => id === apoio?.norma) ?? null;
}
