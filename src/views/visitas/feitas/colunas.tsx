import { celula } from "../../../core/absence.ts";
import { formatDate } from "../../../core/format.ts";
import type { SituacaoDaVisita } from "../../../core/visitas/realizadas.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { COLUNA_DO_CODIGO, colunaDaSituacao, colunaDoMunicipio, type FormaDoSinal } from "../colunas.tsx";
import { desvioEmPalavras, SITUACAO_ROTULO, type LinhaFeita } from "./model.ts";

type Coluna = TableColumn<LinhaFeita>;

const NAO_PLANEJADA = "não planejada";
const SEM_REGISTRO = "sem registro";

const SINAL: Readonly<Record<SituacaoDaVisita, FormaDoSinal>> = {
  "no-prazo": "feita",
  antecipada: "antecipada",
  "com-atraso": "atrasada",
  perdida: "perdida",
  "por-vir": "por-vir",
  "nao-planejada": "fora",
};

/** A visit, planned or held, and what became of it. */
export function colunasDasFeitas(metodo: string): readonly Coluna[] {
  return [
    colunaDoMunicipio(metodo),
    colunaDaSituacao(SITUACAO_ROTULO, (situacao) => SINAL[situacao]),
    { id: "prevista", titulo: "Visita prevista", tipo: "data", valor: ({ prevista }) => prevista ?? NAO_PLANEJADA },
    { id: "realizada", titulo: "Visita registrada", tipo: "data", valor: ({ realizada }) => realizada ?? SEM_REGISTRO },
    {
      id: "desvio",
      titulo: "Dias fora da viagem",
      tipo: "numero",
      casas: 0,
      valor: ({ desvio }) => celula(desvio, "sem-registro"),
      render: ({ desvio }) => (desvio === null ? <span className="ui-absence">{desvioEmPalavras(null)}</span> : desvioEmPalavras(desvio)),
    },
    { id: "equipe", titulo: "Equipe", tipo: "texto", valor: ({ equipe }) => equipe ?? NAO_PLANEJADA },
    {
      id: "viagem",
      titulo: "Viagem",
      tipo: "data",
      valor: ({ inicio }) => inicio ?? NAO_PLANEJADA,
      render: ({ inicio, fim }) => (inicio === null || fim === null ? NAO_PLANEJADA : `${formatDate(inicio)} a ${formatDate(fim)}`),
    },
  ];
}

/** Columns of the CSV: the screen's with the IBGE code and the last day of the tour. */
export const COLUNAS_DAS_FEITAS_CSV: readonly Coluna[] = [
  COLUNA_DO_CODIGO,
  ...colunasDasFeitas(""),
  { id: "fim", titulo: "Fim da viagem", tipo: "data", valor: ({ fim }) => fim ?? NAO_PLANEJADA },
];
