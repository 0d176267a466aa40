import { useMemo, useState, type ReactNode } from "react";
import { AUSENCIA_ROTULO, isValor } from "../../core/absence.ts";
import type { CivilDate } from "../../core/civil-date.ts";
import { enderecoDoMunicipio } from "../../core/dossie/endereco.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { formatNumber, formatPeriod } from "../../core/format.ts";
import { PORTE_ROTULO, type Municipio } from "../../core/municipio.ts";
import type { Norma } from "../../core/territorio.ts";
import type { Session } from "../../data/session/session.ts";
import { ComQuemFalar } from "../../ui/apoio/ComQuemFalar.tsx";
import { CsvButton } from "../../ui/download/CsvButton.tsx";
import { SidePanel } from "../../ui/panel/SidePanel.tsx";
import { CompareButton } from "./comparar/CompareButton.tsx";
import { ContributionTable } from "./ContributionTable.tsx";
import { painelDe, type Contexto, type PainelExplicacao } from "./explicacao.ts";
import type { LinhaViva } from "./linha-viva.ts";
import { comUnidade } from "./medida.ts";
import { valoresBrutos } from "./painel/figuras.ts";
import { Mediana } from "./painel/Mediana.tsx";
import { dianteDaMediana } from "./painel/mediana.ts";
import { Nota } from "./painel/Nota.tsx";
import { Periodo } from "./painel/Periodo.tsx";
import { RawValues } from "./RawValues.tsx";
import type { Modelo } from "./use-model.ts";

export interface MunicipioPanelProps {
  readonly municipio: Municipio;
  readonly modelo: Modelo;
  readonly contexto: Contexto;
  /** Draws and visits. */
  readonly viva: LinhaViva;
  readonly cabecalho: ExportHeader;
  /** The day counted as today: older figures than their validity are marked. */
  readonly dataReferencia: CivilDate;
  /** Method in force, as the address writes it. */
  readonly metodo: string;
  /** Municipalities side by side (`estado.comparar`). */
  readonly comparados: readonly number[];
  readonly onComparar: (comparados: readonly number[]) => void;
  /** False when the panel is already open on arrival: a link must not move the focus. */
  readonly focar: boolean;
  readonly onFechar: () => void;
  readonly onIndicador: (id: string) => void;
  /** The series of the current indicator; null under the index. */
  readonly serie: ReactNode;
  /** Where figures of earlier years are asked. */
  readonly session: Session;
  readonly normas: readonly Norma[];
  /** Reads the territory's `apoio.json`, when who answers for a theme is asked. */
  readonly lerPacto: () => Promise<unknown>;
}

/** What is known of one municipality: its score taken apart, how solid its place is, what is missing, the current indicator, every figure. */
export function MunicipioPanel(props: MunicipioPanelProps) {
  const { municipio, modelo, contexto, viva, dataReferencia } = props;
  const { codigo, nome } = municipio;
  const [focar] = useState(props.focar);
  const painel = useMemo(() => painelDe(codigo, contexto, dataReferencia), [codigo, contexto, dataReferencia]);
  const diante = useMemo(() => dianteDaMediana(codigo, contexto, painel.dimensoes), [codigo, contexto, painel]);
  // The figures do not hang on the weights: not built again while a handle moves.
  const { preparada, catalogo, colunas, fontes, municipios, proveniencia } = contexto;
  const valores = useMemo(
    () => valoresBrutos(codigo, { preparada, catalogo, colunas, fontes, municipios, ...(proveniencia === undefined ? {} : { proveniencia }) }, dataReferencia),
    [codigo, preparada, catalogo, colunas, fontes, municipios, proveniencia, dataReferencia],
  );
  const { medida, eIndice } = modelo;
  const csv = async (): Promise<string> => {
    const { painelCsv } = await import("./painel/csv.ts");
    return painelCsv(codigo, contexto, props.cabecalho, dataReferencia);
  };
  return (
    <SidePanel titulo={nome} subtitulo={resumo(municipio)} onFechar={props.onFechar} focar={focar}>
      <div className="ui-row">
        <CompareButton codigo={codigo} comparados={props.comparados} onComparar={props.onComparar} />
        <CsvButton arquivo={`nota-${codigo}`} csv={csv} discreto />
        <a href={enderecoDoMunicipio(codigo, props.metodo)}>Dossiê para a visita</a>
      </div>
      {eIndice ? null : <CurrentValue municipio={municipio} modelo={modelo} />}
      {props.serie}
      <Nota
        codigo={codigo}
        nome={nome}
        painel={painel}
        ordenados={modelo.scores.ranked}
        minimo={modelo.metodo.presencaMinima}
        viva={viva}
      />
      <section aria-label="De onde vem a nota">
        <h3>De onde vem a nota</h3>
        <ContributionTable painel={painel} nome={nome} indicadorAtual={medida.id} onIndicador={props.onIndicador} />
      </section>
      <Missing painel={painel} />
      <Mediana codigo={codigo} nome={nome} diante={diante} />
      <Periodo codigo={codigo} nome={nome} contexto={contexto} cabecalho={props.cabecalho} session={props.session} />
      <RawValues codigo={codigo} nome={nome} valores={valores} preparada={preparada} catalogo={catalogo} />
      <ComQuemFalar lerPacto={props.lerPacto} normas={props.normas} />
    </SidePanel>
  );
}

function CurrentValue({ municipio, modelo }: { readonly municipio: Municipio; readonly modelo: Modelo }) {
  const { medida } = modelo;
  const valor = medida.celulas.get(municipio.codigo) ?? { ausencia: "sem-dado" };
  const linha = modelo.linhas.find(({ codigo }) => codigo === municipio.codigo);
  const periodo = medida.periodoDe(municipio.codigo);
  const arquivo = medida.arquivoDe(municipio.codigo);
  return (
    <section className="prioridades-atual" aria-label={medida.nome}>
      <h3>{medida.nome}</h3>
      {isValor(valor) ? (
        <p>
          <strong className="prioridades-atual-valor">{comUnidade(medida, valor.valor)}</strong>
          {periodo === null ? "" : ` em ${formatPeriod(periodo)}`}
          {linha === undefined || linha.posicao === null || medida.emPalavras
            ? ""
            : medida.maisNecessidade === null
              ? ` · ${linha.posicao}º maior valor`
              : ` · ${linha.posicao}ª maior necessidade por este indicador`}
        </p>
      ) : (
        <p className="ui-absence">{AUSENCIA_ROTULO[valor.ausencia]}</p>
      )}
      <p className="ui-small ui-muted">Fonte: {medida.fonte}.</p>
      {arquivo === null ? null : <p className="ui-small ui-muted">Arquivo: {arquivo}.</p>}
    </section>
  );
}

function Missing({ painel }: { readonly painel: PainelExplicacao }) {
  if (painel.faltas.length === 0) {
    return <p className="ui-small ui-muted">Nenhum indicador do índice falta neste município.</p>;
  }
  return (
    <section aria-label="O que falta">
      <h3>O que falta</h3>
      <ul className="prioridades-faltas">
        {painel.faltas.map(({ id, nome, motivo }) => (
          <li key={id}>
            {nome}: <span className="ui-muted">{motivo}</span>
          </li>
        ))}
      </ul>
      <p className="ui-small ui-muted">O que falta não conta como zero: a nota usa só o que existe, e o peso presente cai.</p>
    </section>
  );
}

function resumo(municipio: Municipio): string {
  const partes = [
    municipio.regiaoImediata === null ? "região não informada" : `Região de ${municipio.regiaoImediata.nome}`,
    municipio.porte === null ? "porte não informado" : PORTE_ROTULO[municipio.porte],
  ];
  if (municipio.populacao !== null) {
    partes.push(`${formatNumber(municipio.populacao)} hab.${municipio.anoCenso === null ? "" : ` (Censo ${municipio.anoCenso})`}`);
  }
  return partes.join(" · ");
}
