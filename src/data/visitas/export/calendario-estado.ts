import type { CivilDate } from "../../../core/civil-date.ts";

/** What was last written of a tour in a calendar, so that the next file updates it. Nothing here says why a visit is made. */
export interface EventoExportado {
  /** Number of the tour within the calendar of its team; never given to another. */
  readonly numero: number;
  readonly equipe: string;
  /** SEQUENCE of RFC 5545, §3.8.7.4. */
  readonly sequencia: number;
  readonly inicio: CivilDate;
  readonly fim: CivilDate;
  /** In the order of the visits. */
  readonly municipios: readonly number[];
  readonly pedirDiariasAte: CivilDate;
  /** SHA-256 of the public text of the event; empty after an internal one. */
  readonly texto: string;
  readonly cancelado: boolean;
}

/** What the calendars written so far hold, of one period of plans. */
export interface EstadoDoCalendario {
  readonly versao: 1;
  /** First day of the plan's first quarter: each period has its own calendars. */
  readonly inicio: CivilDate;
  readonly eventos: readonly EventoExportado[];
}
