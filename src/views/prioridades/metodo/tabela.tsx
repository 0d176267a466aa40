import type { Indicador } from "../../../core/indicador.ts";
import { POLARIDADE_MARCA, POLARIDADE_ROTULO } from "../../../core/indicador.ts";
import type { DimensaoDoMetodo, IndicadorDoMetodo, Metodo } from "../../../core/metodo/method.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { comUnidade } from "../medida.ts";
import { numeroExato, ORIGEM_ROTULO, TIPO_ROTULO } from "./rotulos.ts";

/** One indicator of the method with everything the method says of it. */
export interface LinhaDoMetodo {
  readonly indicador: IndicadorDoMetodo;
  readonly nome: string;
  readonly dimensao: string;
  /** Position of the dimension, for its colour. */
  readonly ordem: number;
  /** Share of the whole weight, per cent. */
  readonly fatia: number;
  /** Share of the dimension's weight, per cent. */
  readonly fatiaNaDimensao: number;
  /** Figure at which need is 0, and at which it is 100, with unit. */
  readonly zero: string;
  readonly cem: string;
}

/** A row for each indicator of the method, in its order. */
export function linhasDoMetodo(metodo: Metodo, catalogo: readonly Indicador[]): LinhaDoMetodo[] {
  const registros = new Map(catalogo.map((registro) => [registro.id, registro]));
  const total = soma(metodo.dimensoes);
  return metodo.dimensoes.flatMap((dimensao: DimensaoDoMetodo, ordem) => {
    const dentro = soma(dimensao.indicadores);
    return dimensao.indicadores.map((indicador): LinhaDoMetodo => {
      const registro = registros.get(indicador.id);
      const { lo, hi } = indicador.baliza;
      const [zero, cem] = indicador.polaridade === "maior-mais-necessidade" ? [lo, hi] : [hi, lo];
      const naDimensao = dentro === 0 ? 0 : indicador.peso / dentro;
      return {
        indicador,
        nome: registro?.nome ?? indicador.id,
        dimensao: dimensao.nome,
        ordem,
        fatia: total === 0 ? 0 : (100 * dimensao.peso * naDimensao) / total,
        fatiaNaDimensao: 100 * naDimensao,
        zero: naUnidade(registro, zero),
        cem: naUnidade(registro, cem),
      };
    });
  });
}

function soma(partes: readonly { readonly peso: number }[]): number {
  return partes.reduce((total, { peso }) => total + peso, 0);
}

function naUnidade(registro: Indicador | undefined, valor: number): string {
  const palavra = registro?.niveis?.[String(valor)];
  if (palavra !== undefined) return palavra;
  return comUnidade({ format: numeroExato, unidade: registro?.niveis === undefined ? (registro?.unidade ?? "") : "" }, valor);
}

export const COLUNAS_DO_METODO: readonly TableColumn<LinhaDoMetodo>[] = [
  { id: "indicador", titulo: "Indicador", tipo: "texto", largura: "14rem", valor: ({ nome }) => nome },
  {
    id: "dimensao",
    titulo: "Dimensão",
    tipo: "texto",
    largura: "11rem",
    valor: ({ dimensao }) => dimensao,
    render: ({ dimensao, ordem }) => (
      <>
        <span className={`prioridades-amostra prioridades-dimensao-${ordem % 6}`} aria-hidden="true" />
        {dimensao}
      </>
    ),
  },
  { id: "peso", titulo: "Peso na nota", unidade: "%", tipo: "numero", casas: 1, valor: ({ fatia }) => ({ valor: fatia }) },
  { id: "zero", titulo: "Necessidade 0", tipo: "texto", valor: ({ zero }) => zero },
  { id: "cem", titulo: "Necessidade 100", tipo: "texto", valor: ({ cem }) => cem },
  { id: "origem", titulo: "Origem", tipo: "texto", largura: "8rem", valor: ({ indicador: { baliza } }) => ORIGEM_ROTULO[baliza.origem] },
  { id: "fonte", titulo: "Fonte da baliza", tipo: "texto", largura: "22rem", valor: ({ indicador: { baliza } }) => baliza.fonte },
  {
    id: "periodo",
    titulo: "Período",
    tipo: "data",
    valor: ({ indicador: { baliza } }) => baliza.periodo ?? "não se aplica",
  },
  {
    id: "sentido",
    titulo: "Sentido",
    tipo: "texto",
    valor: ({ indicador: { polaridade } }) => POLARIDADE_ROTULO[polaridade],
    render: ({ indicador: { polaridade } }) => (
      <span title={POLARIDADE_ROTULO[polaridade]}>
        <span aria-hidden="true">{POLARIDADE_MARCA[polaridade]}</span>
        <span className="ui-hidden">{POLARIDADE_ROTULO[polaridade]}</span>
      </span>
    ),
  },
  { id: "tipo", titulo: "Tipo", tipo: "texto", valor: ({ indicador: { tipo } }) => TIPO_ROTULO[tipo] },
  {
    id: "validade",
    titulo: "Validade",
    unidade: "meses",
    tipo: "numero",
    casas: 0,
    valor: ({ indicador: { validadeMeses } }) => ({ valor: validadeMeses }),
  },
];

/** Columns of the CSV: the screen's, with the id and the weight inside the dimension, and goalposts as the numbers they are. */
export const COLUNAS_DO_METODO_CSV: readonly TableColumn<LinhaDoMetodo>[] = [
  { id: "id", titulo: "Identificador", tipo: "texto", valor: ({ indicador: { id } }) => id },
  ...COLUNAS_DO_METODO.filter(({ id }) => id !== "zero" && id !== "cem"),
  { id: "peso-dimensao", titulo: "Peso na dimensão", unidade: "%", tipo: "numero", casas: 1, valor: ({ fatiaNaDimensao }) => ({ valor: fatiaNaDimensao }) },
  { id: "lo", titulo: "Baliza menor", tipo: "numero", valor: ({ indicador: { baliza } }) => ({ valor: baliza.lo }) },
  { id: "hi", titulo: "Baliza maior", tipo: "numero", valor: ({ indicador: { baliza } }) => ({ valor: baliza.hi }) },
];
