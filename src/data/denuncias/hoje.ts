import type { CivilDate } from "../../core/civil-date.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";

export interface PedidoDeHoje {
  /** The link's own day; null when it says none. */
  readonly em: CivilDate | null;
  /** The reader's day, for a page where terms run while it is read; null where the same data must always say the same. */
  readonly doComputador: CivilDate | null;
}

/**
 * The day counted as today: the link's; else, for the bundled data, theirs; else, for
 * the user's own complaints, the reader's, or the last day these and their events speak of.
 */
export function hojeDe({ em, doComputador }: PedidoDeHoje, extratos: readonly ExtractSummary[], dataReferencia: CivilDate): CivilDate {
  if (em !== null) return em;
  const denuncias = extratos.find(({ id }) => id === "denuncias");
  if (denuncias === undefined || denuncias.demonstracao) return dataReferencia;
  if (doComputador !== null) return doComputador;
  const fins = extratos.flatMap(({ id, demonstracao, fim }) => ((id === "denuncias" || id === "andamentos") && !demonstracao && fim !== null ? [fim] : []));
  return fins.toSorted().at(-1) ?? dataReferencia;
}
