import type { EventAttributes, DateArray } from "ics";
import type { CivilDate } from "../../../core/civil-date.ts";
import type { EventoDeCalendario } from "./calendario.ts";

export interface ArquivoIcs {
  /** Name the calendar shows: "Visitas: Equipe 1". */
  readonly nome: string;
  /** Instant of writing, UTC: "2026-11-22T13:17:51Z". */
  readonly agora: string;
}

const PRODUTO = "-//mirante-suas//plano de visitas//PT-BR";
/** Octets of a line, RFC 5545, §3.1. */
const LINHA_MAXIMA = 75;
/** Whole lines: no text of an event has a line end of its own. */
const ABRE = "\r\nBEGIN:VEVENT\r\n";
const FECHA = "\r\nEND:VCALENDAR\r\n";

/** Events written between two turns of the page: the writer checks each at length. */
const POR_VEZ = 20;

/**
 * The events of a calendar as iCalendar text (RFC 5545), lines folded at 75
 * octets. Cancelled ones are written as such, so that an import takes them away.
 * Gives way to the page between pieces.
 * @throws Error when the writer refuses an event, naming why
 */
export async function escreverIcs(eventos: readonly EventoDeCalendario[], { nome, agora }: ArquivoIcs): Promise<string> {
  const { createEvents } = await import("ics");
  const carimbo = agora.replace(/\.\d+/, "").replace(/[-:]/g, "");
  const escrever = (parte: readonly EventoDeCalendario[]): string => {
    const { error, value } = createEvents(
      parte.map((evento) => atributos(evento, carimbo)),
      { productId: PRODUTO, method: "PUBLISH", calName: nome },
    );
    if (error !== null || value === null) throw new Error(`calendar not written: ${error?.message ?? "no text"}`, { cause: error });
    return value;
  };
  let escritos = "";
  for (let i = 0; i < eventos.length; i += POR_VEZ) {
    const pedaco = escrever(eventos.slice(i, i + POR_VEZ));
    escritos += pedaco.slice(pedaco.indexOf(ABRE), pedaco.indexOf(FECHA));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const moldura = escrever([]);
  const fim = moldura.indexOf(FECHA);
  return dobrar(moldura.slice(0, fim) + escritos + moldura.slice(fim));
}

function atributos(evento: EventoDeCalendario, carimbo: string): EventAttributes {
  const { tipo, cancelado, interno, lugar } = evento;
  const todos = {
    uid: evento.uid,
    sequence: evento.sequencia,
    // Not in the writer's types: DTSTAMP, which otherwise is its own clock's.
    timestamp: carimbo,
    start: dia(evento.inicio),
    end: dia(evento.depois),
    title: limpo(evento.titulo),
    description: limpo(evento.texto),
    ...(lugar === null ? {} : { location: limpo(lugar) }),
    status: cancelado ? ("CANCELLED" as const) : ("CONFIRMED" as const),
    classification: interno ? "CONFIDENTIAL" : "PUBLIC",
    transp: tipo === "viagem" && !cancelado ? ("OPAQUE" as const) : ("TRANSPARENT" as const),
    ...(tipo === "diarias" && !cancelado ? { alarms: [lembrete(evento)] } : {}),
  };
  return todos;
}

/** At nine in the morning of the day before. */
function lembrete({ titulo }: EventoDeCalendario): NonNullable<EventAttributes["alarms"]>[number] {
  return { action: "display", description: limpo(titulo), trigger: { before: true, hours: 15 } };
}

function dia(data: CivilDate): DateArray {
  const [ano = 0, mes = 0, doMes = 0] = data.split("-").map(Number);
  return [ano, mes, doMes];
}

/** Control characters have no place in a content line; a line break is kept, as text. */
function limpo(texto: string): string {
  return texto.replace(/[^\P{Cc}\n]+/gu, " ");
}

/** The writer folds by characters; accents take two octets. */
function dobrar(texto: string): string {
  return texto
    .replace(/\r\n[\t ]/g, "")
    .split("\r\n")
    .map(dobrarLinha)
    .join("\r\n");
}

const bytes = new TextEncoder();

function dobrarLinha(linha: string): string {
  let dobrada = "";
  let octetos = 0;
  for (const letra of linha) {
    const { length } = bytes.encode(letra);
    if (octetos + length > LINHA_MAXIMA) {
      dobrada += "\r\n ";
      octetos = 1;
    }
    dobrada += letra;
    octetos += length;
  }
  return dobrada;
}
