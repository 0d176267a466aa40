import type { CivilDate } from "../../core/civil-date.ts";
import { fimDoPeriodo } from "../../core/periodo.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";

/**
 * The day the loaded data speak of: the last day among the ends of the extracts,
 * a period counting by its last day. Plans and yearly figures of services have days to
 * come and say nothing of it. Null when no other extract has an end.
 */
export function referenceDate(extratos: readonly ExtractSummary[]): CivilDate | null {
  const days = extratos.flatMap(({ id, fim }) => (fim === null || id === "planos" || id === "servicos" ? [] : [fimDoPeriodo(fim)]));
  return days.toSorted().at(-1) ?? null;
}
