import type { CivilDate } from "../../core/civil-date.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import { limitesDoTrimestre } from "../../core/visitas/calendario.ts";
import { paradosDosAnos } from "../feriados.ts";

/**
 * National and state holidays of every year a plan and its terms touch: from the
 * year before `hoje` and `inicio` to the year after the last quarter. Ascending,
 * each day once.
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
  const fim = limitesDoTrimestre(inicio, trimestres).fim;
  const primeiro = anoDe(hoje < inicio ? hoje : inicio) - 1;
  const ultimo = anoDe(hoje > fim ? hoje : fim) + 1;
  return [...new Set(paradosDosAnos(uf, primeiro, ultimo, opcionais).map((dia) => dia.inicio))];
}

function anoDe(data: CivilDate): number {
  return Number(data.slice(0, 4));
}
