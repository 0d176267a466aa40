import type { CivilDate } from "../civil-date.ts";
import type { Indicador } from "../indicador.ts";
import type { Achado, AchadoDeSerie } from "./achado.ts";
import { atipico, salto } from "./distribuicao.ts";
import { comparacao, contradicao, formula, razao } from "./entre-indicadores.ts";
import { faixa } from "./faixa.ts";
import { type Mesa, porMesa } from "./mesa.ts";
import type { Painel } from "./painel.ts";
import { presenca } from "./presenca.ts";
import type { Regra } from "./regra.ts";
import { fonteAtrasada, lacuna, quebra } from "./serie.ts";

/** One indicator in one period, as evaluated: a packed state for each municipality (see `celulas.ts`). */
export interface ColunaAvaliada {
  readonly indicador: string;
  readonly periodo: string;
  readonly fonte: string | null;
  /** NaN where there is no figure. */
  readonly valores: Float64Array;
  readonly celulas: Uint16Array;
}

/** The answer of the rules. Cells × municipalities all have a state; findings say why. */
export interface Avaliacao {
  readonly dataReferencia: CivilDate;
  readonly codigos: readonly number[];
  /** In the order of the catalogue, oldest period first. */
  readonly colunas: readonly ColunaAvaliada[];
  readonly achados: readonly Achado[];
  readonly achadosDeSerie: readonly AchadoDeSerie[];
  /** How many cells (for rules of whole series: series) each rule looked at, by id; absent means none. */
  readonly avaliadas: readonly (readonly [regra: string, quantas: number])[];
  /** Indicators with figures that the catalogue does not have: no rule looks at them. */
  readonly foraDoCatalogo: readonly string[];
}

export interface Entrada {
  readonly painel: Painel;
  readonly catalogo: readonly Indicador[];
  readonly regras: readonly Regra[];
  /** The day the data are judged on; never the clock. */
  readonly dataReferencia: CivilDate;
}

/**
 * Applies every rule to every figure. Rules that name indicators without figures
 * say nothing. Time grows with figures × rules that cover them.
 */
export function avaliar({ painel, catalogo, regras, dataReferencia }: Entrada): Avaliacao {
  const mesa = porMesa(painel, catalogo, regras, dataReferencia);
  for (const regra of regras) aplicar(regra, mesa);
  const conhecidos = new Set(catalogo.map(({ id }) => id));
  return {
    dataReferencia,
    codigos: painel.codigos,
    colunas: catalogo.flatMap(({ id }) =>
      (mesa.series.get(id) ?? []).map(({ indicador, periodo, fonte, valores, celulas }) => ({
        indicador,
        periodo,
        fonte,
        valores,
        celulas,
      })),
    ),
    achados: mesa.achados,
    achadosDeSerie: mesa.achadosDeSerie,
    avaliadas: [...mesa.avaliadas].map(([regra, { quantas }]) => [regra, quantas]),
    foraDoCatalogo: [...new Set(painel.colunas.map(({ indicador }) => indicador))].filter((id) => !conhecidos.has(id)),
  };
}

function aplicar(regra: Regra, mesa: Mesa): void {
  switch (regra.tipo) {
    case "faixa":
      return faixa(regra, mesa);
    case "formula":
      return formula(regra, mesa);
    case "razao":
      return razao(regra, mesa);
    case "comparacao":
      return comparacao(regra, mesa);
    case "contradicao":
      return contradicao(regra, mesa);
    case "atipico":
      return atipico(regra, mesa);
    case "salto":
      return salto(regra, mesa);
    case "falta":
    case "defasado":
      return presenca(regra, mesa);
    case "lacuna":
      return lacuna(regra, mesa);
    case "fonte-atrasada":
      return fonteAtrasada(regra, mesa);
    case "quebra":
      return quebra(regra, mesa);
  }
}
