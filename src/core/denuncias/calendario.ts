import type { CivilDate } from "../civil-date.ts";
import { diaDaSemana } from "../visitas/calendario.ts";
import { civilDe, diaDe } from "./dia.ts";
import { SEM_DIA } from "./passos.ts";

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
  /** Monday to Friday, not a holiday nor an optional day kept; false outside the calendar. A suspended day may be one. */
  readonly isDiaUtil: (dia: number) => boolean;
  /** No term runs on it; false outside the calendar. */
  readonly isSuspenso: (dia: number) => boolean;
  /**
   * Last day of a term of `n` days that starts on `inicio`; `SEM_DIA` outside the calendar.
   * The first day is left out and the last one included (Lei 9.784/1999, art. 66); days
   * on which terms are suspended are not counted; one that ends on a day without business
   * moves to the next business day that is not suspended (§ 1º). For 0, `inicio` itself, moved
   * in the same way.
   * @throws RangeError for an `n` that is not a whole number from 0 up
   */
  readonly vencimento: (inicio: number, n: number, unidade: "corridos" | "uteis") => number;
}

export interface EntradaDoCalendario {
  /** First and last day to know, from 1970-01-01. */
  readonly de: number;
  readonly ate: number;
  readonly parados: readonly DiaParado[];
  /** IBGE code of the place, whose own days count besides everybody's; null = nobody's own. */
  readonly municipio: number | null;
  /** Optional days are days without business. */
  readonly facultativosParados: boolean;
}

/** Days a calendar may span: more is a mistake in a date, not a calendar. */
const MAXIMO_DE_DIAS = 400 * 366;
const SABADO = 5;
const SEM_EXPEDIENTE = 1;
const SUSPENSO = 2;

/**
 * The calendar of one place, with counts of the days up to each one, so that a term
 * is found by two look-ups whatever its length.
 * @throws RangeError for days that are no whole numbers, out of order or more than 400
 * years apart, for a period that ends before it begins, and for dates that do not exist
 */
export function montarCalendario({ de, ate, parados, municipio, facultativosParados }: EntradaDoCalendario): CalendarioLegal {
  if (!Number.isInteger(de) || !Number.isInteger(ate) || ate < de || ate - de > MAXIMO_DE_DIAS) {
    throw new RangeError(`a calendar needs a first and a last day at most 400 years apart, got ${de} and ${ate}`);
  }
  const marcas = marcar({ de, ate, parados, municipio, facultativosParados });
  const correm = posicoes(marcas, (marca) => (marca & SUSPENSO) === 0);
  const uteis = posicoes(marcas, (marca) => marca === 0);
  const marca = (dia: number): number => marcas[dia - de] ?? SUSPENSO | SEM_EXPEDIENTE;
  return {
    de,
    ate,
    isDiaUtil: (dia) => (marca(dia) & SEM_EXPEDIENTE) === 0,
    isSuspenso: (dia) => dia >= de && dia <= ate && (marca(dia) & SUSPENSO) !== 0,
    vencimento: (inicio, n, unidade) => {
      if (!Number.isInteger(n) || n < 0) throw new RangeError(`a term must have a whole number of days from 0 up, got ${n}`);
      if (!(inicio >= de && inicio <= ate)) return SEM_DIA;
      const contados = n === 0 || unidade === "corridos" ? correm : uteis;
      const fim = n === 0 ? inicio - de : contados.dias[(contados.ate[inicio - de] ?? 0) + n - 1];
      if (fim === undefined) return SEM_DIA;
      const util = marcas[fim] === 0 ? fim : uteis.dias[uteis.ate[fim] ?? 0];
      return util === undefined ? SEM_DIA : de + util;
    },
  };
}

/**
 * Calendars of all places of a territory, each made when first asked for: null is
 * the seat of the state's offices; municipalities without days of their own share one.
 * @throws as `montarCalendario`
 */
export function calendariosDoTerritorio({
  sede,
  ...entrada
}: Omit<EntradaDoCalendario, "municipio"> & { readonly sede: number }): (municipio: number | null) => CalendarioLegal {
  const comDiasSeus = new Set(entrada.parados.map(({ municipio }) => municipio));
  const feitos = new Map<number | null, CalendarioLegal>();
  return (municipio) => {
    const lugar = municipio ?? sede;
    const chave = comDiasSeus.has(lugar) ? lugar : null;
    let calendario = feitos.get(chave);
    if (calendario === undefined) {
      calendario = montarCalendario({ ...entrada, municipio: chave });
      feitos.set(chave, calendario);
    }
    return calendario;
  };
}

/** For each day, whether it has no business and whether it is suspended. */
function marcar({ de, ate, parados, municipio, facultativosParados }: EntradaDoCalendario): Uint8Array {
  const marcas = new Uint8Array(ate - de + 1);
  const primeiro = diaDaSemana(civilDe(de));
  for (let i = 0; i < marcas.length; i += 1) if ((primeiro + i) % 7 >= SABADO) marcas[i] = SEM_EXPEDIENTE;
  for (const parado of parados) {
    const [inicio, fim] = [diaDe(parado.inicio), diaDe(parado.fim)];
    if (fim < inicio) throw new RangeError(`"${parado.nome}" ends (${parado.fim}) before it begins (${parado.inicio})`);
    if (parado.municipio !== null && parado.municipio !== municipio) continue;
    if (parado.tipo === "facultativo" && !facultativosParados) continue;
    const marca = parado.tipo === "suspensao" ? SUSPENSO : SEM_EXPEDIENTE;
    for (let dia = Math.max(inicio, de); dia <= Math.min(fim, ate); dia += 1) marcas[dia - de] = (marcas[dia - de] ?? 0) | marca;
  }
  return marcas;
}

/** The days that count, in order, and for each day how many there are up to it, itself included. */
function posicoes(marcas: Uint8Array, conta: (marca: number) => boolean): { readonly dias: Int32Array; readonly ate: Int32Array } {
  const ate = new Int32Array(marcas.length);
  const dias = new Int32Array(marcas.length);
  let quantos = 0;
  for (let i = 0; i < marcas.length; i += 1) {
    if (conta(marcas[i] ?? 0)) {
      dias[quantos] = i;
      quantos += 1;
    }
    ate[i] = quantos;
  }
  return { dias: dias.subarray(0, quantos), ate };
}
