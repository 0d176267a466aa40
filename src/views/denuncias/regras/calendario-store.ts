import { parseCivilDate } from "../../../core/civil-date.ts";
import type { DiaParado } from "../../../core/denuncias/calendario.ts";

export const CHAVE_DO_CALENDARIO = "mirante-calendario-denuncias";

/** The user's own days without business, and the file they came from. */
export interface CalendarioDoUsuario {
  readonly arquivo: string;
  readonly dias: readonly DiaParado[];
}

export interface EstadoDoCalendario {
  /** Null when no file is in use. */
  readonly calendario: CalendarioDoUsuario | null;
  /** False when it lives only while this page does. */
  readonly guarda: boolean;
}

/** Where the calendar is kept between visits: one text. */
export interface GuardaDoCalendario {
  /** Null when nothing is kept, or nothing can be. */
  readonly ler: () => string | null;
  /** Null takes it away; false when the browser keeps nothing. */
  readonly gravar: (texto: string | null) => boolean;
}

export interface CalendarioStore {
  readonly estado: () => EstadoDoCalendario;
  readonly subscribe: (ouvinte: () => void) => () => void;
  /** Puts a file's days in the place of those before; null takes them away. */
  readonly usar: (calendario: CalendarioDoUsuario | null) => void;
}

/** The browser's own storage; where it is closed, nothing is kept. */
export const guardaDoNavegador: GuardaDoCalendario = {
  ler: () => attempt(() => localStorage.getItem(CHAVE_DO_CALENDARIO), null),
  gravar: (texto) =>
    attempt(() => {
      if (texto === null) localStorage.removeItem(CHAVE_DO_CALENDARIO);
      else localStorage.setItem(CHAVE_DO_CALENDARIO, texto);
      return true;
    }, false),
};

/** Private windows, blocked storage and a full quota throw here. */
function attempt<T>(operation: () => T, otherwise: T): T {
  try {
    return operation();
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

/** The calendar of this browser, in memory and kept by `guarda`. */
export function criarCalendario(guarda: GuardaDoCalendario): CalendarioStore {
  const ouvintes = new Set<() => void>();
  const guardado = guarda.ler();
  let estado: EstadoDoCalendario = { calendario: guardado === null ? null : lerCalendarioGuardado(guardado), guarda: true };
  return {
    estado: () => estado,
    subscribe: (ouvinte) => {
      ouvintes.add(ouvinte);
      return () => {
        ouvintes.delete(ouvinte);
      };
    },
    usar: (calendario) => {
      estado = { calendario, guarda: guarda.gravar(calendario === null ? null : JSON.stringify(calendario)) };
      for (const ouvinte of ouvintes) ouvinte();
    },
  };
}

const TIPOS: readonly DiaParado["tipo"][] = ["feriado", "facultativo", "suspensao"];

/** What `usar` kept; null for anything else, a day that does not exist included. */
export function lerCalendarioGuardado(texto: string): CalendarioDoUsuario | null {
  const valor = jsonOrNull(texto);
  if (!isObject(valor) || typeof valor["arquivo"] !== "string" || !Array.isArray(valor["dias"])) return null;
  const dias = (valor["dias"] as unknown[]).map(diaOrNull);
  return dias.every((dia) => dia !== null) ? { arquivo: valor["arquivo"], dias } : null;
}

function diaOrNull(valor: unknown): DiaParado | null {
  if (!isObject(valor)) return null;
  const { inicio, fim, tipo: lido, nome, municipio } = valor;
  const tipo = TIPOS.find((conhecido) => conhecido === lido);
  if (typeof inicio !== "string" || typeof fim !== "string" || typeof nome !== "string" || tipo === undefined) return null;
  if (parseCivilDate(inicio) !== inicio || parseCivilDate(fim) !== fim || fim < inicio) return null;
  if (municipio !== null && !(typeof municipio === "number" && Number.isInteger(municipio))) return null;
  return { inicio, fim, tipo, nome, municipio };
}

function isObject(valor: unknown): valor is Readonly<Record<string, unknown>> {
  return typeof valor === "object" && valor !== null && !Array.isArray(valor);
}

function jsonOrNull(texto: string): unknown {
  try {
    return JSON.parse(texto);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The tab's own: read when first asked for. */
let daAba: CalendarioStore | null = null;

export function calendarioDaAba(): CalendarioStore {
  daAba ??= criarCalendario(guardaDoNavegador);
  return daAba;
}
