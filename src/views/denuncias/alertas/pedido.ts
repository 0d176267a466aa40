import type { LugarDaSerie } from "../../../core/alerta/series.ts";
import type { CivilDate, CivilMonth } from "../../../core/civil-date.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { fimDoPeriodo } from "../../../core/periodo.ts";
import type { FiltroDeCasos } from "../../../data/denuncias/perguntas.ts";
import type { Estado } from "../estado.ts";

/**
 * The filter of the series: place, channel, theme and office. The period would cut the
 * base off, and what a case waits for today says nothing of when it came.
 */
export function filtroDasSeries({ canais, temas, municipios, superintendencias }: FiltroDeCasos): FiltroDeCasos {
  return { de: null, ate: null, canais, temas, municipios, superintendencias, esperas: [], prazos: [], estadosDoPrazo: [] };
}

/** The state with only the filters of the series, for words. */
export function estadoDasSeries(estado: Estado): Estado {
  return { ...estado, de: null, ate: null, esperas: [], prazos: [], estadosDoPrazo: [] };
}

/** True when the page has a filter on that the series leave aside. */
export function temFiltroDeLado({ de, ate, esperas, prazos, estadosDoPrazo }: FiltroDeCasos): boolean {
  return de !== null || ate !== null || esperas.length + prazos.length + estadosDoPrazo.length > 0;
}

/** Months that may be tested: those of the counts that were over on the day counted as today. */
export function mesesFechados(meses: readonly CivilMonth[], hoje: CivilDate): CivilMonth[] {
  return meses.filter((mes) => fimDoPeriodo(mes) <= hoje);
}

/** The month of the address where it may be tested, or the last one that may; null for none. */
export function mesDoTeste(pedido: CivilMonth | null, fechados: readonly CivilMonth[]): CivilMonth | null {
  return fechados.find((mes) => mes === pedido) ?? fechados.at(-1) ?? null;
}

/** Places of the series: those of the filter. */
export function lugaresDe(municipios: readonly Municipio[], { municipios: codigos }: Pick<FiltroDeCasos, "municipios">): LugarDaSerie[] {
  const dentro = codigos === null ? null : new Set(codigos);
  return municipios
    .filter(({ codigo }) => dentro === null || dentro.has(codigo))
    .map(({ codigo, populacao, regiaoImediata }) => ({ codigo, populacao, regiao: regiaoImediata?.codigo ?? null }));
}
