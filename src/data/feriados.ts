import { getHolidays, type GetHolidaysParams } from "@brazilian-utils/brazilian-utils/get-holidays";
import type { CivilDate } from "../core/civil-date.ts";
import type { DiaParado } from "../core/denuncias/calendario.ts";

/** Years the library computes. */
const PRIMEIRO_ANO = 1900;
const ULTIMO_ANO = 2099;

/**
 * Holidays of the years asked for, both included, in order: national ones and the
 * state's own (Lei 662/1949 and state law) as "feriado", and the optional days
 * named as "facultativo". The only reader of the library of holidays.
 * @param uf two-letter code; one that is not of a state has the national ones only
 * @param facultativos names of optional days, as the library writes them ("Corpus Christi"); others are left out
 * @throws RangeError for years outside 1900–2099
 */
export function paradosDosAnos(uf: string, de: number, ate: number, facultativos: readonly string[]): DiaParado[] {
  if (!(de >= PRIMEIRO_ANO && ate <= ULTIMO_ANO)) {
    throw new RangeError(`holidays are known from ${PRIMEIRO_ANO} to ${ULTIMO_ANO}, not of ${de} to ${ate}`);
  }
  const dias: DiaParado[] = [];
  for (let year = de; year <= ate; year += 1) {
    for (const { name, date, type } of getHolidays({ year, stateCode: uf as NonNullable<GetHolidaysParams["stateCode"]> })) {
      const tipo = type === "national" || type === "state" ? "feriado" : "facultativo";
      if (tipo === "facultativo" && !(type === "optional" && facultativos.includes(name))) continue;
      const dia = civil(date);
      dias.push({ inicio: dia, fim: dia, tipo, nome: name, municipio: null });
    }
  }
  return dias.sort((a, b) => (a.inicio < b.inicio ? -1 : a.inicio > b.inicio ? 1 : 0));
}

/** The library's dates are midnights of the machine's own time zone. */
function civil(date: Date): CivilDate {
  const doisAlgarismos = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${doisAlgarismos(date.getMonth() + 1)}-${doisAlgarismos(date.getDate())}`;
}
