import type { CivilDate } from "../../core/civil-date.ts";

/**
 * The day that what the user wrote is checked by: the later of the page's and the
 * reader's own, as what was done today has happened even where the data end before.
 * @param agora the reader's clock, in the reader's time zone
 */
export function diaDoTrabalho(hoje: CivilDate, agora: Date = new Date()): CivilDate {
  const doLeitor = new Intl.DateTimeFormat("en-CA", { dateStyle: "short" }).format(agora);
  return doLeitor > hoje ? doLeitor : hoje;
}
