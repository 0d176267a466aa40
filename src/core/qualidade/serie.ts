import type { Mesa } from "./mesa.ts";
import { mesesDesde } from "../periodo.ts";
import type { RegraFonteAtrasada, RegraLacuna, RegraQuebra } from "./regra.ts";

/** Years missing inside a series of years, whatever the municipality. */
export function lacuna(regra: RegraLacuna, mesa: Mesa): void {
  for (const { id } of mesa.escolher(regra.indicadores)) {
    const serie = mesa.series.get(id) ?? [];
    const anos = serie.flatMap(({ periodo }) => (/^\d{4}$/.test(periodo) ? [Number(periodo)] : []));
    const [primeiro] = anos;
    const ultimo = anos.at(-1);
    const nova = serie.at(-1);
    if (primeiro === undefined || ultimo === undefined || nova === undefined) continue;
    mesa.conta(regra);
    const conhecidos = new Set(anos);
    const faltam = Array.from({ length: ultimo - primeiro }, (_, i) => primeiro + i).filter((ano) => !conhecidos.has(ano));
    if (faltam.length === 0) continue;
    mesa.acusaSerie({
      regra: regra.id,
      indicador: id,
      periodo: nova.periodo,
      fonte: nova.fonte,
      meses: null,
      mesesPermitidos: null,
      faltam: faltam.map(String),
    });
  }
}

/** Series whose newest period ended longer ago than their cadence allows. A cadence the rule does not know says nothing. */
export function fonteAtrasada(regra: RegraFonteAtrasada, mesa: Mesa): void {
  const permitido = new Map(regra.cadencias.map(({ cadencia, meses }) => [cadencia, meses]));
  for (const [id, serie] of mesa.series) {
    const limite = permitido.get(mesa.catalogo.get(id)?.cadencia ?? "");
    const nova = serie.at(-1);
    if (limite === undefined || nova === undefined) continue;
    mesa.conta(regra);
    const meses = mesesDesde(nova.periodo, mesa.dataReferencia);
    if (meses <= limite) continue;
    mesa.acusaSerie({
      regra: regra.id,
      indicador: id,
      periodo: nova.periodo,
      fonte: nova.fonte,
      meses,
      mesesPermitidos: limite,
      faltam: [],
    });
  }
}

/** The newest figures in use of the municipalities a new one was carved out of still hold it. */
export function quebra(regra: RegraQuebra, mesa: Mesa): void {
  for (const id of regra.indicadores) {
    const coluna = mesa.series.get(id)?.at(-1);
    if (coluna === undefined) continue;
    for (const origem of regra.origens) {
      const linha = mesa.painel.codigos.indexOf(origem);
      if (linha >= 0 && !Number.isNaN(coluna.valores[linha] ?? Number.NaN)) mesa.acusa(regra, coluna, linha);
    }
  }
}
