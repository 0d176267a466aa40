import * as PlainDate from "temporal-polyfill/fns/PlainDate";

/** A day of the Gregorian calendar, `YYYY-MM-DD`, with no clock and no time zone. Compares as text. */
export type CivilDate = string;

/** A month, `YYYY-MM`. Compares as text. */
export type CivilMonth = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const BRASILEIRA = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Reads `YYYY-MM-DD` or `dd/mm/yyyy` (one-digit day or month accepted in the
 * latter); null for anything else, a time of day or a day that does not exist
 * included.
 */
export function parseCivilDate(text: string): CivilDate | null {
  const iso = ISO.exec(text);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const brasileira = BRASILEIRA.exec(text);
  if (brasileira === null) return null;
  return existing(Number(brasileira[3]), Number(brasileira[2]), Number(brasileira[1]));
}

/** Moves a date by whole days. Throws `RangeError` for text that is not a civil date. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return PlainDate.toString(PlainDate.addDays(read(date), days));
}

/**
 * Moves a date by whole months, keeping the day of the month; where the month
 * reached is too short, its last day (2024-01-31 + 1 → 2024-02-29). Throws
 * `RangeError` for text that is not a civil date.
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  return PlainDate.toString(PlainDate.addMonths(read(date), months, { overflow: "constrain" }));
}

/** Days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return PlainDate.diffDays(read(a), read(b));
}

/**
 * Whole months elapsed from `a` to `b`: a month is complete on the day of equal
 * number or, where the month has none, on the following day (Código Civil, art.
 * 132 § 3º), so 2026-03-31 → 2026-04-30 is 0 and → 2026-05-01 is 1. It follows
 * that `monthsBetween(a, b) >= n` exactly when `a <= addMonths(b, -n)`.
 * Negative when `b` comes first.
 */
export function monthsBetween(a: CivilDate, b: CivilDate): number {
  if (b < a) {
    const meses = monthsBetween(b, a);
    return meses === 0 ? 0 : -meses;
  }
  const [inicio, fim] = [parts(a), parts(b)];
  return monthIndex(fim) - monthIndex(inicio) - (fim.day < inicio.day ? 1 : 0);
}

/** The month a date falls in. */
export function monthOf(date: CivilDate): CivilMonth {
  const { year, month } = parts(date);
  return monthText(year * 12 + month - 1);
}

/** Every month from `first` to `last`, both included; empty when `last` comes first. */
export function monthsRange(first: CivilMonth, last: CivilMonth): CivilMonth[] {
  const [inicio, fim] = [monthIndex(parts(`${first}-01`)), monthIndex(parts(`${last}-01`))];
  return Array.from({ length: Math.max(0, fim - inicio + 1) }, (_, i) => monthText(inicio + i));
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function existing(year: number, month: number, day: number): CivilDate | null {
  if (month < 1 || month > 12 || day < 1) return null;
  if (day > PlainDate.daysInMonth(PlainDate.create(year, month, 1))) return null;
  return PlainDate.toString(PlainDate.create(year, month, day));
}

function parts(date: CivilDate): Parts {
  const match = ISO.exec(date);
  if (match === null || existing(Number(match[1]), Number(match[2]), Number(match[3])) === null) {
    throw new RangeError(`not a civil date (YYYY-MM-DD): "${date}"`);
  }
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function read(date: CivilDate): PlainDate.Record {
  const { year, month, day } = parts(date);
  return PlainDate.create(year, month, day);
}

function monthIndex({ year, month }: Parts): number {
  return year * 12 + month - 1;
}

function monthText(index: number): CivilMonth {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}`;
}
