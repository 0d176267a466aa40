import type { CivilDate } from "../../core/civil-date.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";

/**
 * The day counted as today: the link's; else the last day the user's own complaints
 * and events speak of; else the bundled data's.
 */
export function hojeDe({ em }: { readonly em: CivilDate | null }, extratos: readonly ExtractSummary[], dataReferencia: CivilDate): CivilDate {
  if (em !== null) return em;
  const denuncias = extratos.find(({ id }) => id === "denuncias");
  if (denuncias === undefined || denuncias.demonstracao) return dataReferencia;
  const fins = extratos.flatMap(({ id, demonstracao, fim }) => ((id === "denuncias" || id === "andamentos") && !demonstracao && fim !== null ? [fim] : []));
  return fins.toSorted().at(-1) ?? dataReferencia;
}
