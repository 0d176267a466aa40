import { getHolidays, type GetHolidaysParams } from "@brazilian-utils/brazilian-utils/get-holidays";
import type { CivilDate } from "../../core/civil-date.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import { limitesDoTrimestre } from "../../core/visitas/calendario.ts";

/** Years the library computes. */
const PRIMEIRO_ANO = 1900;
const ULTIMO_ANO = 2099;

/**
 * National and state holidays (Lei 662/1949 and the state's own) of every year a
 * plan and its terms touch: from the year before `hoje` and `inicio` to the year
 * after the last quarter. Ascending.
 * @param uf two-letter code; one that is not of a state has the national ones only
 * @param opcionais names of optional days that count too (`VisitasDoTerritorio.feriadosOpcionais`)
 * @throws RangeError for years outside 1900–2099
 */
export function feriadosDoPlano(
  uf: string,
  { inicio, trimestres }: Pick<Ajustes, "inicio" | "trimestres">,
  hoje: CivilDate,
  opcionais: readonly string[],
): CivilDate[] {
  const primeiro = anoDe(hoje < inicio ? hoje : inicio) - 1;
  const fim = limitesDoTrimestre(inicio, trimestres).fim;
  const ultimo = anoDe(hoje > fim ? hoje : fim) + 1;
  if (primeiro < PRIMEIRO_ANO || ultimo > ULTIMO_ANO) throw new RangeError(`holidays are known from ${PRIMEIRO_ANO} to ${ULTIMO_ANO}, not of ${primeiro} to ${ultimo}`);
  const dias = new Set<CivilDate>();
  for (let year = primeiro; year <= ultimo; year += 1) {
    for (const { name, date, type } of getHolidays({ year, stateCode: uf as NonNullable<GetHolidaysParams["stateCode"]> })) {
      if (type === "national" || type === "state" || (type === "optional" && opcionais.includes(name))) dias.add(civil(date));
    }
  }
  return [...dias].sort();
}

/** The library's dates are midnights of the machine's own time zone. */
function civil(date: Date): CivilDate {
  const doisAlgarismos = (n: number): string => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${doisAlgarismos(date.getMonth() + 1)}-${doisAlgarismos(date.getDate())}`;
}

function anoDe(data: CivilDate): number {
  return Number(data.slice(0, 4));
}
