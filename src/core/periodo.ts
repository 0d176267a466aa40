import { addDays, addMonths, type CivilDate, monthsBetween } from "./civil-date.ts";

/** First day of "2023", "2026-06", "2023-T2" or of a date. */
export function inicioDoPeriodo(periodo: string): CivilDate {
  if (/^\d{4}$/.test(periodo)) return `${periodo}-01-01`;
  const trimestre = /^(\d{4})-T([1-4])$/.exec(periodo);
  if (trimestre !== null) return `${trimestre[1]}-${String(Number(trimestre[2]) * 3 - 2).padStart(2, "0")}-01`;
  return /^\d{4}-\d{2}$/.test(periodo) ? `${periodo}-01` : periodo;
}

/**
 * Last day of "2023", "2026-06", "2023-T2" or of a date, which is itself.
 * @throws RangeError for any other text
 */
export function fimDoPeriodo(periodo: string): CivilDate {
  if (/^\d{4}$/.test(periodo)) return `${periodo}-12-31`;
  if (!/^\d{4}-(\d{2}|T[1-4])$/.test(periodo)) return addDays(periodo, 0);
  const meses = /T/.test(periodo) ? 3 : 1;
  return addDays(addMonths(inicioDoPeriodo(periodo), meses), -1);
}

/** Whole months between the starts of two periods, whichever comes first. */
export function mesesEntre(a: string, b: string): number {
  return Math.abs(monthsBetween(inicioDoPeriodo(a), inicioDoPeriodo(b)));
}

/** Whole months from the end of a period to a date; negative while it runs. */
export function mesesDesde(periodo: string, data: CivilDate): number {
  return monthsBetween(fimDoPeriodo(periodo), data);
}

/** True when the period was over before the date. */
export function terminouAntes(periodo: string, data: CivilDate): boolean {
  return fimDoPeriodo(periodo) < data;
}
