import type { CivilDate, CivilMonth } from "../civil-date.ts";

/** Days of 400 Gregorian years, and from 0000-03-01 to 1970-01-01. */
const DIAS_DA_ERA = 146_097;
const DIAS_ATE_1970 = 719_468;

const ZERO = 48;

/**
 * A civil date as days from 1970-01-01, by whole numbers only (no time zone can move it).
 * Algorithm: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2014.
 * @throws RangeError for text that is not a day of the calendar, `YYYY-MM-DD`
 */
export function diaDe(data: CivilDate): number {
  const ano = algarismos(data, 0, 4);
  const mes = algarismos(data, 5, 7);
  const doMes = algarismos(data, 8, 10);
  if (data.length !== 10 || data[4] !== "-" || data[7] !== "-" || !(ano >= 0 && mes >= 1 && mes <= 12 && doMes >= 1 && doMes <= diasDoMes(ano, mes))) {
    throw new RangeError(`not a civil date (YYYY-MM-DD): "${data}"`);
  }
  return contar(ano, mes, doMes);
}

/**
 * The civil date of a day counted from 1970-01-01.
 * @throws RangeError for what is not a whole number of the years 0000 to 9999
 */
export function civilDe(dia: number): CivilDate {
  if (!Number.isInteger(dia) || dia < PRIMEIRO || dia > ULTIMO) throw new RangeError(`not a day of the years 0000 to 9999, counted from 1970-01-01: ${dia}`);
  const mes = mesDoDia(dia);
  const [ano, doAno] = [Math.floor(mes / 12), (mes % 12) + 1];
  return `${textoDoMes(mes)}-${String(dia - contar(ano, doAno, 1) + 1).padStart(2, "0")}`;
}

/** The month a day falls in, counted from January of the year 0: `year * 12 + month - 1`. */
export function mesDoDia(dia: number): number {
  const z = dia + DIAS_ATE_1970;
  const era = Math.floor(z / DIAS_DA_ERA);
  const daEra = z - era * DIAS_DA_ERA;
  const anoDaEra = Math.floor((daEra - Math.floor(daEra / 1460) + Math.floor(daEra / 36_524) - Math.floor(daEra / 146_096)) / 365);
  const doAno = daEra - (365 * anoDaEra + Math.floor(anoDaEra / 4) - Math.floor(anoDaEra / 100));
  const desdeMarco = Math.floor((5 * doAno + 2) / 153);
  return (anoDaEra + era * 400) * 12 + desdeMarco + 2;
}

/** "2026-11" of a month counted by `mesDoDia`. */
export function textoDoMes(mes: number): CivilMonth {
  return `${String(Math.floor(mes / 12)).padStart(4, "0")}-${String((mes % 12) + 1).padStart(2, "0")}`;
}

/** Days of a month, 1 = January. */
function diasDoMes(ano: number, mes: number): number {
  if (mes === 2) return ano % 4 === 0 && (ano % 100 !== 0 || ano % 400 === 0) ? 29 : 28;
  return mes === 4 || mes === 6 || mes === 9 || mes === 11 ? 30 : 31;
}

function contar(ano: number, mes: number, doMes: number): number {
  const y = mes <= 2 ? ano - 1 : ano;
  const era = Math.floor(y / 400);
  const anoDaEra = y - era * 400;
  const doAno = Math.floor((153 * (mes > 2 ? mes - 3 : mes + 9) + 2) / 5) + doMes - 1;
  return era * DIAS_DA_ERA + anoDaEra * 365 + Math.floor(anoDaEra / 4) - Math.floor(anoDaEra / 100) + doAno - DIAS_ATE_1970;
}

/** The number written in these places; -1 when one of them is no digit. */
function algarismos(texto: string, de: number, ate: number): number {
  let numero = 0;
  for (let i = de; i < ate; i += 1) {
    const algarismo = texto.charCodeAt(i) - ZERO;
    if (!(algarismo >= 0 && algarismo <= 9)) return -1;
    numero = numero * 10 + algarismo;
  }
  return numero;
}

const PRIMEIRO = contar(0, 1, 1);
const ULTIMO = contar(9999, 12, 31);
