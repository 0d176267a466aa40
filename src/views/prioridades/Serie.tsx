import { useMemo } from "react";
import { celula } from "../../core/absence.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { formatPeriod } from "../../core/format.ts";
import type { Municipio } from "../../core/municipio.ts";
import { serieDoIndicador, type PontoDaSerie } from "../../data/queries/prioridades-serie.ts";
import type { Session } from "../../data/session/session.ts";
import { ChartFrame } from "../../ui/chart/ChartFrame.tsx";
import { AnswerState } from "../../ui/states/AnswerState.tsx";
import type { TableColumn } from "../../ui/table/props.ts";
import { useAnswer } from "../../ui/use-answer.ts";
import { useEngine } from "../../ui/use-base.ts";
import type { Medida } from "./medida.ts";
import { leituraSerie, pontosDe, serieOptions, type PontoSerie } from "./serie.ts";

export interface SerieProps {
  readonly session: Session;
  readonly municipio: Municipio;
  readonly medida: Medida;
  readonly cabecalho: ExportHeader;
}

/** The current indicator over the years in one municipality, beside the territory's median; from the engine. */
export function Serie({ session, municipio, medida, cabecalho }: SerieProps) {
  const engine = useEngine(session);
  const answer = useAnswer(session, serieDoIndicador, { indicador: medida.id, codigo: municipio.codigo });
  const rotulo = engine.phase === "ready" ? "Buscando a série" : "Carregando o motor de dados para mostrar a série";
  return (
    <AnswerState answer={answer} rotulo={rotulo} altura={240}>
      {({ params, rows }) =>
        // The former answer stays while the next loads: never another municipality's line under this name.
        params.codigo === municipio.codigo && params.indicador === medida.id ? (
          <SerieChart rows={rows} municipio={municipio} medida={medida} cabecalho={cabecalho} />
        ) : (
          <div style={{ height: 240 }} />
        )
      }
    </AnswerState>
  );
}

function SerieChart({
  rows,
  municipio,
  medida,
  cabecalho,
}: {
  readonly rows: readonly PontoDaSerie[];
  readonly municipio: Municipio;
  readonly medida: Medida;
  readonly cabecalho: ExportHeader;
}) {
  const pontos = useMemo(() => pontosDe(rows), [rows]);
  const options = useMemo(() => serieOptions(pontos, municipio.nome, medida), [pontos, municipio, medida]);
  const colunas = useMemo(() => colunasDaSerie(medida, municipio.nome), [medida, municipio]);
  const titulo = useMemo(() => ({ ...cabecalho, titulo: `${medida.nome} em ${municipio.nome}, por período` }), [cabecalho, medida, municipio]);
  if (pontos.length === 1) {
    return <p className="ui-small ui-muted">A fonte publica um único período ({formatPeriod(pontos[0]?.periodo ?? "")}): não há série.</p>;
  }
  return (
    <ChartFrame
      titulo={`${medida.nomeCurto} ao longo do tempo`}
      subtitulo={`${municipio.nome}, mediana e metade central dos municípios do estado${medida.unidade === "" ? "" : ` · ${medida.unidade}`}`}
      leitura={leituraSerie(pontos, municipio.nome, medida)}
      linhas={pontos}
      colunas={colunas}
      chave={chave}
      options={options}
      cabecalho={titulo}
      arquivo={`serie-${medida.id}-${municipio.codigo}`}
      altura={200}
      vazio="Nenhum município tem série deste indicador na base carregada."
    />
  );
}

function colunasDaSerie(medida: Medida, nome: string): TableColumn<PontoSerie>[] {
  const unidade = medida.unidade === "" ? {} : { unidade: medida.unidade };
  const numero = { tipo: "numero", casas: medida.casas, ...unidade } as const;
  return [
    { id: "periodo", titulo: "Período", tipo: "data", valor: ({ periodo }) => periodo },
    { id: "valor", titulo: nome, ...numero, valor: ({ valor }) => celula(valor) },
    { id: "mediana", titulo: "Mediana do estado", ...numero, valor: ({ mediana }) => celula(mediana, "nao-publicado") },
    { id: "p25", titulo: "1º quartil", ...numero, valor: ({ p25 }) => celula(p25, "nao-publicado") },
    { id: "p75", titulo: "3º quartil", ...numero, valor: ({ p75 }) => celula(p75, "nao-publicado") },
  ];
}

const chave = ({ periodo }: PontoSerie): string => periodo;
