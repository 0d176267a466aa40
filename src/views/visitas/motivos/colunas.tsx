import { celula } from "../../../core/absence.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import { PORTE_ROTULO } from "../../../core/municipio.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { COLUNA_DO_CODIGO, colunaDaSituacao, colunaDoMunicipio, SemValor } from "../colunas.tsx";
import { SITUACAO_ROTULO, type LinhaDeMotivo } from "./model.ts";

type Coluna = TableColumn<LinhaDeMotivo>;

const NAO_PLANEJADA = "não planejada";

/** A municipality, what the plan did with it and why. Names open what is known of the municipality. */
export function colunasDosMotivos(metodo: string): readonly Coluna[] {
  return [
    colunaDoMunicipio(metodo),
    colunaDaSituacao(SITUACAO_ROTULO, (situacao) => (situacao === "planejado" ? "dentro" : "fora")),
    { id: "motivo", titulo: "Motivo", tipo: "texto", valor: ({ motivo }) => motivo, largura: "26rem" },
    {
      id: "visita",
      titulo: "Visita",
      tipo: "data",
      valor: ({ visita }) => visita ?? { ausencia: "sem-dado" },
      render: ({ visita }) => (visita === null ? <SemValor texto={NAO_PLANEJADA} /> : formatDate(visita)),
    },
    { id: "equipe", titulo: "Equipe", tipo: "texto", valor: ({ equipe }) => equipe ?? NAO_PLANEJADA, render: ({ equipe }) => equipe ?? <SemValor texto={NAO_PLANEJADA} /> },
    {
      id: "dias",
      titulo: "Dias úteis",
      tipo: "numero",
      casas: 2,
      valor: ({ dias }) => celula(dias),
      render: ({ dias }) => (dias === null ? <SemValor texto="não se aplica" /> : formatNumber(dias, 2)),
    },
    pontos("valor", "Prioridade", ({ valor }) => valor),
    pontos("nota", "Nota", ({ nota }) => nota),
    { id: "ultima", titulo: "Última visita", tipo: "data", valor: ({ ultimaVisita }) => ultimaVisita ?? { ausencia: "sem-registro" } },
    { id: "regiao", titulo: "Região", tipo: "texto", valor: ({ regiao }) => regiao ?? { ausencia: "sem-dado" } },
    { id: "porte", titulo: "Porte", tipo: "texto", valor: ({ porte }) => (porte === null ? { ausencia: "sem-dado" } : PORTE_ROTULO[porte]) },
  ];
}

/** Columns of the CSV: the screen's with the IBGE code, absences in words. */
export const COLUNAS_DOS_MOTIVOS_CSV: readonly Coluna[] = [
  COLUNA_DO_CODIGO,
  ...colunasDosMotivos("").map((coluna): Coluna => {
    if (coluna.id === "visita") return { ...coluna, valor: ({ visita }) => visita ?? NAO_PLANEJADA };
    if (coluna.id === "dias") return { ...coluna, valor: ({ dias }) => (dias === null ? "não se aplica" : { valor: dias }) };
    return coluna;
  }),
];

function pontos(id: string, titulo: string, de: (linha: LinhaDeMotivo) => number | null): Coluna {
  return { id, titulo, unidade: "pontos", tipo: "numero", casas: 1, valor: (linha) => celula(de(linha), "dados-insuficientes") };
}
