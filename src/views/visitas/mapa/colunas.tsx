import type { ReactNode } from "react";
import { celula } from "../../../core/absence.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { COLUNA_DO_CODIGO, colunaDoMunicipio, SemValor } from "../colunas.tsx";
import type { LinhaDoMapa, VisitaNoMapa } from "./model.ts";

const FORA = "fora do plano";
/** Columns a municipality without a visit has nothing in. */
const DA_VISITA: ReadonlySet<string> = new Set(["viagem", "ordem", "chegada", "saida", "dias"]);

type Coluna = TableColumn<LinhaDoMapa>;

/** Twin of the map: who is visited, when, by whom and in which order. Why a visit is made is not here. */
export function colunasDoMapa(metodo: string): readonly Coluna[] {
  return [
    colunaDoMunicipio(metodo),
    { id: "equipe", titulo: "Equipe", tipo: "texto", valor: ({ visita }) => visita?.equipe ?? FORA },
    dia("viagem", "Começo da viagem", ({ viagem }) => viagem.inicio),
    figura("ordem", "Ordem na viagem", 0, ({ ordem }) => ordem),
    dia("chegada", "Chegada", ({ parada }) => parada.chegada),
    dia("saida", "Saída", ({ parada }) => parada.saida),
    { ...figura("dias", "Visita", 2, ({ parada }) => parada.dias), unidade: "dias úteis" },
    pontos("nota", "Nota", ({ nota }) => nota),
    pontos("prioridade", "Prioridade", ({ valor }) => valor),
    { id: "regiao", titulo: "Região", tipo: "texto", valor: ({ regiao }) => regiao ?? { ausencia: "sem-dado" } },
  ];
}

/** Columns of the CSV: the screen's with the IBGE code; who is out of the plan has that in words. */
export const COLUNAS_DO_MAPA_CSV: readonly Coluna[] = [
  COLUNA_DO_CODIGO,
  ...colunasDoMapa("").map((coluna): Coluna => {
    const { valor } = coluna;
    return DA_VISITA.has(coluna.id) ? { ...coluna, valor: (linha) => (linha.visita === null ? FORA : valor(linha)) } : coluna;
  }),
];

function dia(id: string, titulo: string, de: (visita: VisitaNoMapa) => string): Coluna {
  return {
    id,
    titulo,
    tipo: "data",
    valor: ({ visita }) => (visita === null ? { ausencia: "sem-dado" } : de(visita)),
    render: ({ visita }) => (visita === null ? <SemValor texto={FORA} /> : formatDate(de(visita))),
  };
}

function figura(id: string, titulo: string, casas: number, de: (visita: VisitaNoMapa) => number): Coluna {
  return {
    id,
    titulo,
    tipo: "numero",
    casas,
    valor: ({ visita }) => celula(visita === null ? null : de(visita)),
    render: ({ visita }): ReactNode => (visita === null ? <SemValor texto={FORA} /> : formatNumber(de(visita), casas)),
  };
}

function pontos(id: string, titulo: string, de: (linha: LinhaDoMapa) => number | null): Coluna {
  return { id, titulo, unidade: "pontos", tipo: "numero", casas: 1, valor: (linha) => celula(de(linha), "dados-insuficientes") };
}
