import ICAL from "ical.js";

/** An event as a second library reads it. */
export interface EventoLido {
  readonly uid: string;
  readonly sequencia: number;
  readonly titulo: string;
  readonly texto: string;
  readonly inicio: string;
  readonly depois: string;
  readonly diaInteiro: boolean;
  readonly status: string;
  readonly classe: string;
  readonly carimbo: string;
  readonly alarmes: number;
}

/** Reads iCalendar text with ical.js; throws where it is not well formed. */
export function lerIcs(texto: string): EventoLido[] {
  const calendario = new ICAL.Component(ICAL.parse(texto) as unknown[]);
  return calendario.getAllSubcomponents("vevent").map((componente) => {
    const evento = new ICAL.Event(componente);
    return {
      uid: evento.uid,
      sequencia: evento.sequence,
      titulo: evento.summary,
      texto: evento.description,
      inicio: evento.startDate.toString(),
      depois: evento.endDate.toString(),
      diaInteiro: evento.startDate.isDate && evento.endDate.isDate,
      status: String(componente.getFirstPropertyValue("status")),
      classe: String(componente.getFirstPropertyValue("class")),
      carimbo: String(componente.getFirstPropertyValue("dtstamp")),
      alarmes: componente.getAllSubcomponents("valarm").length,
    };
  });
}

/** What a calendar shows after importing files in turn: by UID, a higher SEQUENCE takes the place, cancelled ones go (RFC 5546, §2.1.4). */
export function importar(...arquivos: readonly string[]): EventoLido[] {
  const agenda = new Map<string, EventoLido>();
  for (const evento of arquivos.flatMap(lerIcs)) {
    const atual = agenda.get(evento.uid);
    if (atual === undefined || evento.sequencia >= atual.sequencia) agenda.set(evento.uid, evento);
  }
  return [...agenda.values()].filter(({ status }) => status !== "CANCELLED").sort((a, b) => (a.inicio < b.inicio ? -1 : 1));
}
