import { ckmeansBreaks } from "../../src/core/metodo/breaks.ts";
import type { ClassesDoMapa, Metodo } from "../../src/core/metodo/method.ts";
import { preparePriority, scorePriority, type PreparedPriority } from "../../src/core/metodo/priority.ts";
import { newestColumns, readMunicipios } from "../extracts/snapshot.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";

const CLASSES = 5;
const CASAS = 2;

/**
 * The map's classes to be frozen: ckmeans on the scores the method gives today's
 * figures. Each class starts at its smallest score, cut down to two decimal
 * places where that takes no score of the class below.
 */
export function frozenClasses(metodo: Metodo, folder: TerritoryFolder): ClassesDoMapa {
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const preparada = preparePriority(metodo, folder.catalogo, newestColumns(folder, municipios), municipios);
  const notas = Array.from(scorePriority(preparada).total, (nota) => (Number.isNaN(nota) ? null : nota));
  const { classes } = ckmeansBreaks(notas, CLASSES);
  const quebras = classes.map(({ min }, i) => {
    const curta = Math.floor(min * 10 ** CASAS) / 10 ** CASAS;
    const abaixo = classes[i - 1]?.max;
    return abaixo === undefined || curta > abaixo ? curta : min;
  });
  return { quebras, periodo: `números de ${span(preparada)}, congelados em ${metodo.datas.versao}` };
}

/** "2010 a 2026-06": the first and last period of the figures in use. */
function span({ indicadores }: PreparedPriority): string {
  const periodos = indicadores.flatMap(({ figuras }) => figuras.periodo.filter((p): p is string => p !== null)).sort();
  return `${periodos[0] ?? "nenhum período"} a ${periodos.at(-1) ?? "nenhum período"}`;
}
