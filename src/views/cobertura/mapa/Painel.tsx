import { celula } from "../../../core/absence.ts";
import { count, decapitalize, formatDate, formatNumber } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import {
  EIXO_ROTULO,
  ESTRATEGIA_ROTULO,
  MODALIDADE_ROTULO,
  ORIGEM_APOIO_ROTULO,
} from "../../../data/contracts/apoios.ts";
import { NAO_CLASSIFICADO, NAO_CLASSIFICADO_ROTULO } from "../../../data/contracts/contract.ts";
import { tableCsv } from "../../../data/export/table-csv.ts";
import { apoiosDoMunicipio } from "../../../data/queries/cobertura-do-municipio.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import type { RowOf } from "../../../data/queries/query.ts";
import { downloadCsv } from "../../../ui/download/download.ts";
import { SidePanel } from "../../../ui/panel/SidePanel.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import { useAnswer } from "../../../ui/use-answer.ts";
import { lugarEmPalavras } from "../filtros/palavras.ts";
import { RumoDoMunicipio } from "../RumoDoMunicipio.tsx";
import { dataEmPalavras } from "./colunas.tsx";
import { cabecalhoDe, type Contexto } from "./contexto.ts";
import type { LinhaMunicipio } from "./model.ts";
import { selecaoEmPalavras } from "./recorte.ts";

type Evento = RowOf<(typeof apoiosDoMunicipio)["row"]>;

export interface PainelProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
  /** The chosen municipality. */
  readonly linha: LinhaMunicipio;
  readonly focar: boolean;
}

/** The chosen municipality: last dates and every support event on record. */
export function Painel({ contexto, recorte, linha, focar }: PainelProps) {
  const { municipio } = linha;
  const answer = useAnswer(contexto.session, apoiosDoMunicipio, { codigo: municipio.codigo, em: recorte.em });
  return (
    <SidePanel
      titulo={municipio.nome}
      subtitulo={lugarEmPalavras(municipio)}
      focar={focar}
      onFechar={() => {
        contexto.mudar({ municipio: null });
      }}
    >
      {contexto.extrato.demonstracao ? <DemoMark /> : null}
      <dl className="cobertura-fatos">
        <dt>Último apoio presencial{selecaoEmPalavras(recorte) === "" ? "" : ", com os filtros"}</dt>
        <dd>{dataEmPalavras(linha.ultimoPresencial)}</dd>
        <dt>Último monitoramento</dt>
        <dd>{dataEmPalavras(linha.ultimoMonitoramento)}</dd>
        <dt>Último monitoramento no local</dt>
        <dd>{dataEmPalavras(linha.ultimoMonitoramentoPresencial)}</dd>
      </dl>
      <RumoDoMunicipio municipio={municipio} pacto={contexto.pacto} norma={contexto.normaDe} estado={contexto.estado} />
      <AnswerState answer={answer} rotulo="Lendo os apoios do município" altura="16rem">
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
  /** Newest first. */
  readonly eventos: readonly Evento[];
}

function Eventos({ contexto, recorte, municipio, eventos }: EventosProps) {
  if (eventos.length === 0) {
    return <p>Nenhum apoio registrado para este município até {formatDate(recorte.em)}.</p>;
  }
  const noPeriodo = eventos.filter(({ data }) => data > recorte.apos).length;
  const baixar = (): void => {
    const cabecalho = {
      ...cabecalhoDe(`Apoios registrados em ${municipio.nome}`, recorte, contexto),
      filtros: [`município: ${municipio.nome}`, `até ${formatDate(recorte.em)}`],
    };
    downloadCsv(`apoios-${municipio.codigo}-${recorte.em}`, tableCsv(cabecalho, COLUNAS_EVENTO, eventos));
  };
  return (
    <section className="cobertura-eventos" aria-labelledby="cobertura-eventos-titulo">
      <h3 id="cobertura-eventos-titulo">
        {count(eventos.length, "apoio registrado", "apoios registrados")} até {formatDate(recorte.em)},{" "}
        {formatNumber(noPeriodo)} no período de {recorte.meses} meses
      </h3>
      <p className="ui-muted ui-small">Todos os apoios do município, sem os filtros de estratégia e eixo.</p>
      <button type="button" className="ui-button ui-button-quiet" onClick={baixar}>
        Baixar CSV
      </button>
      <ol>
        {eventos.map((evento) => (
          <li key={evento.apoio}>
            <span className="cobertura-evento-data">{formatDate(evento.data)}</span>
            <span>
              <strong>{rotulo(ESTRATEGIA_ROTULO, evento.estrategia)}</strong>
              {", "}
              {decapitalize(rotulo(MODALIDADE_ROTULO, evento.modalidade))}
              {evento.tema === null ? null : <span className="cobertura-evento-tema">{evento.tema}</span>}
              <span className="ui-muted ui-small">{detalheDe(evento)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function detalheDe({ eixo, origem, participantes, municipios }: Evento): string {
  return [
    rotulo(EIXO_ROTULO, eixo),
    decapitalize(rotulo(ORIGEM_APOIO_ROTULO, origem)),
    participantes === null ? "participantes: sem dado" : count(participantes, "participante", "participantes"),
    municipios === 1 ? "só este município" : `${formatNumber(municipios)} municípios no mesmo evento`,
  ].join(" · ");
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
  return id === NAO_CLASSIFICADO ? NAO_CLASSIFICADO_ROTULO : (rotulos[id] ?? id);
}
