import type { CivilDate } from "../civil-date.ts";

/** Days that are not business days, or on which terms do not run. */
export interface DiaParado {
  readonly inicio: CivilDate;
  /** Last day, included. */
  readonly fim: CivilDate;
  /** "facultativo": an optional day, which counts as a business day or not by a setting; "suspensao": no term runs. */
  readonly tipo: "feriado" | "facultativo" | "suspensao";
  readonly nome: string;
  /** IBGE code of the only municipality it holds in; null = everywhere. */
  readonly municipio: number | null;
}

/** Calendar of the offices of one place, ready to count terms in constant time. */
export interface CalendarioLegal {
  /** First and last day it knows, from 1970-01-01. */
  readonly de: number;
  readonly ate: number;
  readonly isDiaUtil: (dia: number) => boolean;
  /**
   * Last day of a term of `n` days that starts on `inicio`; `SEM_DIA` outside the calendar.
   * The first day is left out and the last one included; one that ends on a day
   * without business moves to the next business day.
   */
  readonly vencimento: (inicio: number, n: number, unidade: "corridos" | "uteis") => number;
}
