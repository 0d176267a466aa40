import type { DateArray, EventAttributes } from "ics";
import type { CivilDate } from "../../core/civil-date.ts";
import { nextTask } from "../next-task.ts";

/** An all-day event, as the file will say it. */
export interface EventoIcs {
  readonly uid: string;
  readonly sequencia: number;
  readonly titulo: string;
  readonly texto: string;
  readonly lugar: string | null;
  /** First day, and the day after the last (RFC 5545, §3.6.1). */
  readonly inicio: CivilDate;
  readonly depois: CivilDate;
  readonly cancelado: boolean;
  /** Confidential: not shown to whom the calendar is shared with. */
  readonly interno: boolean;
  /** Who has it in the calendar is away on those days. */
  readonly ocupa: boolean;
  /** An alarm at nine in the morning of the day before. */
  readonly lembrete: boolean;
}

export interface ArquivoIcs {
  /** What made it, in the form of RFC 5545, §3.7.3: "-//mirante-suas//plano de visitas//PT-BR". */
  readonly produto: string;
  /** Name the calendar shows. */
  readonly nome: string;
  /** Instant of writing, UTC: "2026-11-22T13:17:51Z". */
  readonly agora: string;
}

const ORIGEM_DA_SEQUENCIA = Date.UTC(2026, 0, 1);
const MS_POR_MINUTO = 60_000;
const INSTANTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/**
 * SEQUENCE of what is written at an instant: minutes since 2026, so that a later file takes
 * the place of an earlier one with nothing kept between them.
 * @throws RangeError for an instant that is not UTC in ISO 8601
 */
export function sequenciaDoInstante(instante: string): number {
  const milissegundos = INSTANTE.test(instante) ? Date.parse(instante) : Number.NaN;
  if (Number.isNaN(milissegundos)) throw new RangeError(`not an instant in UTC (YYYY-MM-DDTHH:MM:SSZ): "${instante}"`);
  return Math.max(0, Math.floor((milissegundos - ORIGEM_DA_SEQUENCIA) / MS_POR_MINUTO));
}

/** Octets of a line, RFC 5545, §3.1. */
const LINHA_MAXIMA = 75;
/** Whole lines: no text of an event has a line end of its own. */
const ABRE = "\r\nBEGIN:VEVENT\r\n";
const FECHA = "\r\nEND:VCALENDAR\r\n";

/** Events written between two turns of the page: the writer checks each at length. */
const POR_VEZ = 20;

/**
 * Events as iCalendar text (RFC 5545), lines folded at 75 octets. Cancelled ones are
 * written as such, so that an import takes them away. Gives way to the page between
 * pieces.
 * @throws Error when the writer refuses an event, naming why
 */
export async function escreverEventos(eventos: readonly EventoIcs[], { produto, nome, agora }: ArquivoIcs): Promise<string> {
  const { createEvents } = await import("ics");
  const carimbo = agora.replace(/\.\d+/, "").replace(/[-:]/g, "");
  const escrever = (parte: readonly EventoIcs[]): string => {
    const { error, value } = createEvents(
      parte.map((evento) => atributos(evento, carimbo)),
      { productId: produto, method: "PUBLISH", calName: nome },
    );
    if (error !== null || value === null) throw new Error(`calendar not written: ${error?.message ?? "no text"}`, { cause: error });
    return value;
  };
  let escritos = "";
  for (let i = 0; i < eventos.length; i += POR_VEZ) {
    const pedaco = escrever(eventos.slice(i, i + POR_VEZ));
    escritos += pedaco.slice(pedaco.indexOf(ABRE), pedaco.indexOf(FECHA));
    await nextTask();
  }
  const moldura = escrever([]);
  const fim = moldura.indexOf(FECHA);
  return dobrar(moldura.slice(0, fim) + escritos + moldura.slice(fim));
}

function atributos(evento: EventoIcs, carimbo: string): EventAttributes {
  const { cancelado, interno, lugar } = evento;
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
    transp: evento.ocupa && !cancelado ? ("OPAQUE" as const) : ("TRANSPARENT" as const),
    ...(evento.lembrete && !cancelado ? { alarms: [lembrete(evento)] } : {}),
  };
  return todos;
}

function lembrete({ titulo }: EventoIcs): NonNullable<EventAttributes["alarms"]>[number] {
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
