import { count, formatMeasure, formatNumber, formatPeriod } from "../../../core/format.ts";
import { POLARIDADE_MARCA, POLARIDADE_ROTULO, type Indicador } from "../../../core/indicador.ts";
import type { Metodo, OrigemBaliza } from "../../../core/metodo/method.ts";
import { ancoraIndicador } from "../ancora.ts";

const ORIGEM: Readonly<Record<OrigemBaliza, string>> = {
  "meta-legal": "meta da norma",
  "limite-natural": "limite natural da escala",
  "periodo-base": "período-base",
};

/** An indicator's goalposts, in words. */
export interface LinhaBaliza {
  readonly id: string;
  readonly nome: string;
  readonly ancora: string;
  readonly dimensao: string;
  readonly marca: string;
  readonly sentido: string;
  /** Lower and upper goalpost in the indicator's unit. */
  readonly lo: number;
  readonly hi: number;
  readonly unidade: string;
  /** The same with their unit or, for coded answers, their label. */
  readonly inferior: string;
  readonly superior: string;
  readonly origem: string;
  readonly fonte: string;
  /** "jun. 2026"; null where the goalposts do not come from figures. */
  readonly periodo: string | null;
  readonly validade: string;
  /** Shares of the weight, per cent: among the dimension's indicators, and of the whole. */
  readonly parteNaDimensao: number;
  readonly parteNoTotal: number;
}

/** The goalposts and weights of every indicator of the method, in its order. */
export function linhasDasBalizas(metodo: Metodo, catalogo: readonly Indicador[]): readonly LinhaBaliza[] {
  const registro = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
  const soma = metodo.dimensoes.reduce((total, { peso }) => total + peso, 0);
  return metodo.dimensoes.flatMap((dimensao) => {
    const somaDentro = dimensao.indicadores.reduce((total, { peso }) => total + peso, 0);
    return dimensao.indicadores.map(({ id, peso, polaridade, baliza, validadeMeses }): LinhaBaliza => {
      const indicador = registro.get(id);
      const parte = somaDentro === 0 ? 0 : peso / somaDentro;
      return {
        id,
        nome: indicador?.nome ?? id,
        ancora: ancoraIndicador(id),
        dimensao: dimensao.nome,
        marca: POLARIDADE_MARCA[polaridade],
        sentido: POLARIDADE_ROTULO[polaridade],
        lo: baliza.lo,
        hi: baliza.hi,
        unidade: indicador?.unidade ?? "",
        inferior: balizaEmPalavras(baliza.lo, indicador),
        superior: balizaEmPalavras(baliza.hi, indicador),
        origem: ORIGEM[baliza.origem],
        fonte: baliza.fonte,
        periodo: baliza.periodo === null ? null : periodo(baliza.periodo),
        validade: count(validadeMeses, "mês", "meses"),
        parteNaDimensao: 100 * parte,
        parteNoTotal: soma === 0 ? 0 : (100 * parte * dimensao.peso) / soma,
      };
    });
  });
}

/** A goalpost as frozen, with every decimal it has: "38,0664 %", "0 (Não destina)". */
export function balizaEmPalavras(valor: number, indicador: Indicador | undefined): string {
  const casas = /\.(\d+)$/.exec(String(valor))?.[1]?.length ?? 0;
  const numero = formatNumber(valor, casas);
  const nivel = indicador?.niveis?.[String(valor)];
  if (nivel !== undefined) return `${numero} (${nivel})`;
  if (indicador === undefined || indicador.unidade.startsWith("de ")) return numero;
  return formatMeasure(valor, casas, indicador.unidade);
}

const PERIODO = /^\d{4}(-(\d{2}|T[1-4])(-\d{2})?)?$/;

/** Base periods are free text in the file; those that are periods are written as everywhere else. */
function periodo(texto: string): string {
  return PERIODO.test(texto) ? formatPeriod(texto) : texto;
}
