import { addDays, addMonths, type CivilDate } from "../../../core/civil-date.ts";
import { diaDe } from "../../../core/denuncias/dia.ts";
import type { PeriodoMeses } from "../estado.ts";
import type { PeriodoDaPagina } from "../parte.ts";

/** The `meses` months that end on `hoje`. */
export function periodoAte(hoje: CivilDate, meses: PeriodoMeses): PeriodoDaPagina {
  const de = addDays(addMonths(hoje, -meses), 1);
  return { de, ate: hoje, dias: { de: diaDe(de), ate: diaDe(hoje) } };
}
