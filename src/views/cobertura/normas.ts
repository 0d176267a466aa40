import type { Norma, Territorio } from "../../core/territorio.ts";

const MONITORAMENTO_ANUAL = /monitoramento.+(uma vez por ano|anual)/i;

/**
 * The pact this page measures support against, found by what it says so that no
 * territory is named here: the norm that asks for yearly monitoring of every
 * municipality. Null when the territory's norms have none; the page then shows
 * its figures without the citation.
 */
export function pactoDeApoio({ normas }: Pick<Territorio, "normas">): Norma | null {
  return normas.find(({ artigos }) => artigos.some(({ resumo }) => MONITORAMENTO_ANUAL.test(resumo))) ?? null;
}
