import { addDays, addMonths, type CivilDate } from "../../core/civil-date.ts";
import { formatDate, formatMonth } from "../../core/format.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";

/** A quarter of the plan: three months from the settings' first day. */
export interface Trimestre {
  /** 1 = first of the plan. */
  readonly numero: number;
  readonly inicio: CivilDate;
  readonly fim: CivilDate;
  /** "jan.–mar. 2027"; with days where it does not begin on the first of a month. */
  readonly rotulo: string;
}

const MESES_DO_TRIMESTRE = 3;

/** Quarters of the plan, in order. */
export function trimestresDe({ inicio, trimestres }: Pick<Ajustes, "inicio" | "trimestres">): Trimestre[] {
  return Array.from({ length: trimestres }, (_, i) => {
    const de = addMonths(inicio, MESES_DO_TRIMESTRE * i);
    const ate = addDays(addMonths(inicio, MESES_DO_TRIMESTRE * (i + 1)), -1);
    return { numero: i + 1, inicio: de, fim: ate, rotulo: periodoEmPalavras(de, ate) };
  });
}

/** The whole period of the plan: "jan.–mar. 2027", "nov. 2026–out. 2027", "16/11/2026 a 15/02/2027". */
export function periodoDoPlano(ajustes: Pick<Ajustes, "inicio" | "trimestres">): string {
  const trimestres = trimestresDe(ajustes);
  const [primeiro, ultimo] = [trimestres[0], trimestres.at(-1)];
  return primeiro === undefined || ultimo === undefined ? formatDate(ajustes.inicio) : periodoEmPalavras(primeiro.inicio, ultimo.fim);
}

function periodoEmPalavras(de: CivilDate, ate: CivilDate): string {
  if (!de.endsWith("-01")) return `${formatDate(de)} a ${formatDate(ate)}`;
  const [primeiro, ultimo] = [formatMonth(de.slice(0, 7)), formatMonth(ate.slice(0, 7))];
  return de.slice(0, 4) === ate.slice(0, 4) ? `${primeiro.slice(0, primeiro.lastIndexOf(" "))}–${ultimo}` : `${primeiro}–${ultimo}`;
}

/** "5/1", without the year: for what stands inside a dated period. */
export function diaEMes(data: CivilDate): string {
  return formatDate(data).slice(0, 5);
}

/** "05/01 a 09/01/2027"; one day is itself. */
export function intervaloEmDatas(de: CivilDate, ate: CivilDate): string {
  return de === ate ? formatDate(de) : `${diaEMes(de)} a ${formatDate(ate)}`;
}
