import { addDays, addMonths, daysBetween, type CivilDate } from "../civil-date.ts";
import { diaDe } from "../denuncias/dia.ts";
import type { EntradaDoPlano } from "./plano.ts";

/** A quarter of the plan, and where its working days lie in the timeline. */
export interface TrimestreDoPlano {
  /** 1 = first of the plan. */
  readonly numero: number;
  /** First and last day of its three months. */
  readonly inicio: CivilDate;
  readonly fim: CivilDate;
  /** First and one-past-last position in the timeline; equal when no day of it is left. */
  readonly de: number;
  readonly ate: number;
}

/** The days on which teams can be away, in order: positions of the solver's timeline. */
export interface Calendario {
  readonly dias: readonly CivilDate[];
  /** Week of each day, counted from the Monday of the first one: equal = same week. */
  readonly semanas: Int32Array;
  /** Month of each day, 1–12. */
  readonly meses: Int32Array;
  readonly trimestres: readonly TrimestreDoPlano[];
  /** Last day of the last quarter. */
  readonly fim: CivilDate;
  /** Days that are no business days besides weekends: holidays and days without travel. */
  readonly parados: ReadonlySet<CivilDate>;
  /** Position of the first day a team can leave; above 0 only when a locked tour begins before it. */
  readonly primeiraSaida: number;
  /** First day a team can leave, and first day it can with air fare, per diems asked for today. */
  readonly saida: CivilDate;
  readonly saidaComPassagem: CivilDate;
}

const SABADO = 5;

/** Days since a Monday, 0 = Monday to 6 = Sunday. Throws `RangeError` for text that is not a civil date. */
export function diaDaSemana(data: CivilDate): number {
  // 1970-01-01 was a Thursday.
  const dias = (diaDe(data) + 3) % 7;
  return dias < 0 ? dias + 7 : dias;
}

/** The Monday of the week a day falls in. */
export function segundaFeira(data: CivilDate): CivilDate {
  return addDays(data, -diaDaSemana(data));
}

/** Monday to Friday, and not among the days given. */
export function isDiaUtil(data: CivilDate, parados: ReadonlySet<CivilDate>): boolean {
  return diaDaSemana(data) < SABADO && !parados.has(data);
}

/**
 * The business day that comes `n` business days after a day (before, when `n` is
 * negative); the day itself is not counted (Lei 9.784/1999, art. 66). For 0, the
 * day itself.
 * @throws RangeError for an `n` that is not a whole number
 */
export function somarDiasUteis(data: CivilDate, n: number, parados: ReadonlySet<CivilDate>): CivilDate {
  if (!Number.isInteger(n)) throw new RangeError(`business days must be a whole number, got ${n}`);
  const passo = n < 0 ? -1 : 1;
  let dia = data;
  for (let faltam = Math.abs(n); faltam > 0; ) {
    dia = addDays(dia, passo);
    if (isDiaUtil(dia, parados)) faltam -= 1;
  }
  return dia;
}

/** First and last day of a quarter of a plan that begins on `inicio`: three months, counted from the day of that number. */
export function limitesDoTrimestre(inicio: CivilDate, numero: number): { readonly inicio: CivilDate; readonly fim: CivilDate } {
  return { inicio: addMonths(inicio, 3 * (numero - 1)), fim: addDays(addMonths(inicio, 3 * numero), -1) };
}

/**
 * The timeline of a plan: Mondays to Fridays that are neither holidays nor days
 * without travel, from the first day a team can leave (or a locked tour left) to
 * the end of the last quarter.
 */
export function montarCalendario({ ajustes, hoje, feriados }: Pick<EntradaDoPlano, "ajustes" | "hoje" | "feriados">): Calendario {
  const parados = new Set([...feriados, ...ajustes.semViagem]);
  const saida = somarDiasUteis(hoje, ajustes.prazoDiarias.uteis, parados);
  const saidaComPassagem = somarDiasUteis(hoje, ajustes.prazoDiarias.comPassagem, parados);
  const desde = ajustes.viagensTravadas.reduce((primeira, { inicio }) => (inicio < primeira ? inicio : primeira), saida);
  const dias: CivilDate[] = [];
  const trimestres: TrimestreDoPlano[] = [];
  for (let numero = 1; numero <= ajustes.trimestres; numero += 1) {
    const { inicio, fim } = limitesDoTrimestre(ajustes.inicio, numero);
    const de = dias.length;
    for (let dia = inicio < desde ? desde : inicio; dia <= fim; dia = addDays(dia, 1)) if (isDiaUtil(dia, parados)) dias.push(dia);
    trimestres.push({ numero, inicio, fim, de, ate: dias.length });
  }
  const primeira = segundaFeira(dias[0] ?? ajustes.inicio);
  const semanas = Int32Array.from(dias, (dia) => Math.floor(daysBetween(primeira, dia) / 7));
  const fim = limitesDoTrimestre(ajustes.inicio, ajustes.trimestres).fim;
  const meses = Int32Array.from(dias, (dia) => Number(dia.slice(5, 7)));
  const primeiraSaida = dias.filter((dia) => dia < saida).length;
  return { dias, semanas, meses, trimestres, primeiraSaida, fim, parados, saida, saidaComPassagem };
}

/** Last day to ask for the per diems of a tour: so many business days before it leaves (a setting: each state has its own rule). */
export function pedirDiariasAte(inicio: CivilDate, uteis: number, parados: ReadonlySet<CivilDate>): CivilDate {
  return somarDiasUteis(inicio, -uteis, parados);
}
