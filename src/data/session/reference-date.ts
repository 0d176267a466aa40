import { addDays, addMonths, type CivilDate } from "../../core/civil-date.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";

/**
 * The day the loaded data speak of: the last day among the ends of the extracts,
 * a period counting by its last day. Null when no extract has an end.
 */
export function referenceDate(extratos: readonly ExtractSummary[]): CivilDate | null {
  const days = extratos.flatMap(({ fim }) => (fim === null ? [] : [lastDay(fim)]));
  return days.toSorted().at(-1) ?? null;
}

/** Last day of "2023", "2026-06" or "2023-T2"; a date is its own. */
function lastDay(period: string): CivilDate {
  if (/^\d{4}$/.test(period)) return `${period}-12-31`;
  const quarter = /^(\d{4})-T([1-4])$/.exec(period);
  if (quarter !== null) {
    return endOfMonth(`${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, "0")}`);
  }
  return /^\d{4}-\d{2}$/.test(period) ? endOfMonth(period) : period;
}

function endOfMonth(month: string): CivilDate {
  return addDays(addMonths(`${month}-01`, 1), -1);
}
