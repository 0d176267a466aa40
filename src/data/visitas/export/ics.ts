import { escreverEventos } from "../../export/ics.ts";
import type { EventoDeCalendario } from "./calendario.ts";

export interface ArquivoIcs {
  /** Name the calendar shows: "Visitas: Equipe 1". */
  readonly nome: string;
  /** Instant of writing, UTC: "2026-11-22T13:17:51Z". */
  readonly agora: string;
}

const PRODUTO = "-//mirante-suas//plano de visitas//PT-BR";

/**
 * The events of a plan's calendar as iCalendar text: a tour takes its days, the
 * request of per diems reminds the day before.
 * @throws as `escreverEventos`
 */
export function escreverIcs(eventos: readonly EventoDeCalendario[], arquivo: ArquivoIcs): Promise<string> {
  return escreverEventos(
    eventos.map((evento) => ({ ...evento, ocupa: evento.tipo === "viagem", lembrete: evento.tipo === "diarias" })),
    { ...arquivo, produto: PRODUTO },
  );
}
