import { useState } from "react";
import { celula } from "../../core/absence.ts";
import { count, formatDate, formatNumber } from "../../core/format.ts";
import { type Municipio, PORTE_ROTULO } from "../../core/municipio.ts";
import {
  EIXO_ROTULO,
  ESTRATEGIA_ROTULO,
  MODALIDADE_ROTULO,
  ORIGEM_APOIO_ROTULO,
} from "../../data/contracts/apoios.ts";
import { tableCsv } from "../../data/export/table-csv.ts";
import { apoiosDoMunicipio } from "../../data/queries/cobertura-do-municipio.ts";
import type { Recorte } from "../../data/queries/cobertura-recorte.ts";
import type { RowOf } from "../../data/queries/query.ts";
import { downloadCsv } from "../../ui/download/download.ts";
import { SidePanel } from "../../ui/panel/SidePanel.tsx";
import { AnswerState } from "../../ui/states/AnswerState.tsx";
import { DemoMark } from "../../ui/states/DemoMark.tsx";
import { DataTable } from "../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../ui/table/props.ts";
import { useAnswer } from "../../ui/use-answer.ts";
import { dataEmPalavras } from "./colunas.tsx";
import { cabecalhoDe, type Contexto } from "./contexto.ts";
import type { LinhaMunicipio } from "./model.ts";

type Evento = RowOf<(typeof apoiosDoMunicipio)["row"]>;

export interface PainelProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
  readonly municipio: Municipio;
  /** What the page knows of it; null while the first answer is on its way. */
  readonly linha: LinhaMunicipio | null;
}

/** The chosen municipality: last dates and every support event on record. */
export function Painel({ contexto, recorte, municipio, linha }: PainelProps) {
  const answer = useAnswer(contexto.session, apoiosDoMunicipio, { codigo: municipio.codigo, em: recorte.em });
  const partes = [
    municipio.regiaoImediata === null ? null : `região de ${municipio.regiaoImediata.nome}`,
    municipio.porte === null ? null : `porte ${PORTE_ROTULO[municipio.porte]}`,
    municipio.populacao === null ? null : `${formatNumber(municipio.populacao)} habitantes`,
  ].filter((parte) => parte !== null);
  return (
    <SidePanel
      titulo={municipio.nome}
      subtitulo={partes.length === 0 ? "região e porte: sem dado" : partes.join(" · ")}
      focar={false}
      onFechar={() => {
        contexto.mudar({ municipio: null });
      }}
    >
      {contexto.extrato.demonstracao ? <DemoMark /> : null}
      {linha === null ? null : (
        <dl className="cobertura-fatos">
          <dt>Último apoio presencial</dt>
          <dd>{dataEmPalavras(linha.ultimoPresencial)}</dd>
          <dt>Último monitoramento</dt>
          <dd>{dataEmPalavras(linha.ultimoMonitoramento)}</dd>
          <dt>Último monitoramento no local</dt>
          <dd>{dataEmPalavras(linha.ultimoMonitoramentoPresencial)}</dd>
        </dl>
      )}
      <AnswerState answer={answer} rotulo="lendo os apoios do município" altura="16rem">
        {({ rows, params }) =>
          params.codigo === municipio.codigo ? (
            <Eventos contexto={contexto} recorte={recorte} municipio={municipio} eventos={rows} />
          ) : null
        }
      </AnswerState>
    </SidePanel>
  );
}

interface EventosProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
  readonly municipio: Municipio;
  readonly eventos: readonly Evento[];
}

function Eventos({ contexto, recorte, municipio, eventos }: EventosProps) {
  const [ordem, setOrdem] = useState<TableOrder>({ coluna: "data", sentido: "desc" });
  const noPeriodo = eventos.filter(({ data }) => data > recorte.apos).length;
  const titulo = `Apoios registrados em ${municipio.nome} até ${formatDate(recorte.em)}`;
  return (
    <>
      <h3>
        {count(eventos.length, "apoio registrado", "apoios registrados")} até {formatDate(recorte.em)};{" "}
        {count(noPeriodo, "deles", "deles")} no período de {recorte.meses} meses
      </h3>
      <DataTable
        legenda={titulo}
        colunas={COLUNAS_EVENTO}
        linhas={eventos}
        chave={chaveDe}
        ordem={ordem}
        onOrdem={setOrdem}
        vazio="Nenhum apoio registrado para este município até a data de referência."
        altura="24rem"
        nomeLinhas={["apoio", "apoios", "m"]}
      />
      {eventos.length === 0 ? null : (
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            const cabecalho = {
              ...cabecalhoDe(titulo, recorte, contexto),
              filtros: [`município: ${municipio.nome}`, `até ${formatDate(recorte.em)}`],
            };
            downloadCsv(`apoios-${municipio.codigo}-${recorte.em}`, tableCsv(cabecalho, COLUNAS_EVENTO, eventos));
          }}
        >
          Baixar CSV
        </button>
      )}
    </>
  );
}

const COLUNAS_EVENTO: readonly TableColumn<Evento>[] = [
  { id: "data", titulo: "Data", tipo: "data", valor: (e) => e.data },
  { id: "estrategia", titulo: "Estratégia", tipo: "texto", valor: (e) => rotulo(ESTRATEGIA_ROTULO, e.estrategia) },
  { id: "modalidade", titulo: "Modalidade", tipo: "texto", valor: (e) => rotulo(MODALIDADE_ROTULO, e.modalidade) },
  { id: "eixo", titulo: "Eixo", tipo: "texto", valor: (e) => rotulo(EIXO_ROTULO, e.eixo) },
  { id: "tema", titulo: "Tema", tipo: "texto", valor: (e) => e.tema ?? "sem dado" },
  { id: "origem", titulo: "Origem", tipo: "texto", valor: (e) => rotulo(ORIGEM_APOIO_ROTULO, e.origem) },
  { id: "participantes", titulo: "Participantes", tipo: "numero", valor: (e) => celula(e.participantes) },
  { id: "municipios", titulo: "Municípios no mesmo evento", tipo: "numero", valor: (e) => ({ valor: e.municipios }) },
];

function rotulo(rotulos: Readonly<Record<string, string>>, id: string): string {
  return rotulos[id] ?? id;
}

function chaveDe({ apoio }: Evento): string {
  return apoio;
}
