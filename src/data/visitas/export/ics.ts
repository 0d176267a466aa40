import { escreverEventos, type ArquivoIcs } from "../../export/ics.ts";
import type { EventoDeCalendario } from "./calendario.ts";

const PRODUTO = "-//mirante-suas//plano de visitas//PT-BR";

/**
 * The events of a plan's calendar as iCalendar text: a tour takes its days, the
 * request of per diems reminds the day before.
 * @throws as `escreverEventos`
 */
export function escreverIcs(eventos: readonly EventoDeCalendario[], arquivo: Omit<ArquivoIcs, "produto">): Promise<string> {
  return escreverEventos(
    eventos.map((evento) => ({ ...evento, ocupa: evento.tipo === "viagem", lembrete: evento.tipo === "diarias" })),
    { ...arquivo, produto: PRODUTO },
  );
}
