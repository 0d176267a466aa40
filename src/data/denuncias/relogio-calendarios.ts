import { PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import { calendariosDoTerritorio, type CalendarioLegal } from "../../core/denuncias/calendario.ts";
import { diaDe } from "../../core/denuncias/dia.ts";
import type { AjustesDoRelogio } from "./perguntas.ts";

type Ajustes = Pick<AjustesDoRelogio, "hoje" | "parados" | "facultativosParados" | "sede">;

/**
 * The calendars of the terms: a municipality's for its own terms, the seat's (null) for
 * the others. They know the years around today whose holidays were given: a term is not
 * counted through a year of unknown holidays. Where no holiday is given at all, from the
 * first day a complaint can have to a year from today.
 * @throws RangeError for a date that does not exist or a period that ends before it begins
 */
export function calendariosDe({ hoje, parados, facultativosParados, sede }: Ajustes): (municipio: number | null) => CalendarioLegal {
  const { de, ate } = anosConhecidos(hoje, parados);
  return calendariosDoTerritorio({ de: diaDe(`${de}-01-01`), ate: diaDe(`${ate}-12-31`), parados, facultativosParados, sede });
}

/** First and last year the calendars know. */
export function anosConhecidos(hoje: string, parados: AjustesDoRelogio["parados"]): { readonly de: number; readonly ate: number } {
  const esteAno = ano(hoje);
  const comFeriado = new Set(parados.flatMap(({ tipo, municipio, inicio }) => (tipo === "feriado" && municipio === null ? [ano(inicio)] : [])));
  if (comFeriado.size === 0) return { de: ano(PRIMEIRO_DIA_POSSIVEL), ate: esteAno + 1 };
  const longe = (a: number): number => Math.abs(a - esteAno);
  const perto = [...comFeriado].reduce((a, b) => (longe(b) < longe(a) ? b : a));
  let [de, ate] = [perto, perto];
  while (comFeriado.has(de - 1)) de -= 1;
  while (comFeriado.has(ate + 1)) ate += 1;
  return { de, ate };
}

function ano(data: string): number {
  return Number(data.slice(0, 4));
}
