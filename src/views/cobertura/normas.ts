import type { Norma, Territorio } from "../../core/territorio.ts";

/**
 * Ids, in the territory's list of norms, of the pact that lists the strategies of
 * support. A territory that has none of them shows the page without the citation.
 */
const PACTOS_DE_APOIO: readonly string[] = ["cib-mt-02-2022"];

/** The norm this page measures support against; null when the territory names none. */
export function pactoDeApoio({ normas }: Pick<Territorio, "normas">): Norma | null {
  return normas.find(({ id }) => PACTOS_DE_APOIO.includes(id)) ?? null;
}
