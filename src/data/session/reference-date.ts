import type { CivilDate } from "../../core/civil-date.ts";
import { fimDoPeriodo } from "../../core/periodo.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";

/**
 * The day the loaded data speak of: the last day among the ends of the extracts,
 * a period counting by its last day. Null when no extract has an end.
 */
export function referenceDate(extratos: readonly ExtractSummary[]): CivilDate | null {
  const days = extratos.flatMap(({ fim }) => (fim === null ? [] : [fimDoPeriodo(fim)]));
  return days.toSorted().at(-1) ?? null;
}
