import { useMemo, useState, type ReactNode } from "react";
import { AUSENCIA_ROTULO, isValor } from "../../core/absence.ts";
import { formatNumber, formatPercent, formatPeriod } from "../../core/format.ts";
import { PORTE_ROTULO, type Municipio } from "../../core/municipio.ts";
import { explainIndex, type Pesos } from "../../core/priority-index.ts";
import { SidePanel } from "../../ui/panel/SidePanel.tsx";
import { ContributionBar } from "./ContributionBar.tsx";
import { ContributionTable } from "./ContributionTable.tsx";
import { CASAS_NOTA, painelDe, valoresBrutos, type Contexto, type PainelExplicacao } from "./explicacao.ts";
import { comUnidade } from "./medida.ts";
import { RawValues } from "./RawValues.tsx";
import type { Modelo } from "./use-model.ts";

export interface MunicipioPanelProps {
  readonly municipio: Municipio;
  readonly modelo: Modelo;
  readonly contexto: Contexto;
  readonly pesos: Pesos;
  /** False when the panel is already open on arrival: a link must not move the focus. */
  readonly focar: boolean;
  readonly onFechar: () => void;
  readonly onIndicador: (id: string) => void;
  /** The series of the current indicator; null under the index. */
  readonly serie: ReactNode;
}

/** What is known of one municipality: its score taken apart, what is missing, the current indicator, every figure. */
export function MunicipioPanel(props: MunicipioPanelProps) {
  const { municipio, modelo, contexto, pesos } = props;
  const [focar] = useState(props.focar);
  const painel = useMemo(
    () => painelDe(explainIndex(modelo.prepared, pesos, modelo.ranking, municipio.codigo), contexto),
    [modelo.prepared, modelo.ranking, pesos, municipio.codigo, contexto],
  );
  const valores = useMemo(() => valoresBrutos(municipio.codigo, contexto), [municipio.codigo, contexto]);
  const { medida, eIndice } = modelo;
  return (
    <SidePanel titulo={municipio.nome} subtitulo={resumo(municipio)} onFechar={props.onFechar} focar={focar}>
      {eIndice ? null : <CurrentValue municipio={municipio} modelo={modelo} />}
      {props.serie}
      <Score painel={painel} ordenados={modelo.ranking.ordenados} minimo={modelo.prepared.pesoMinimo} />
      {painel.nota === null ? null : <ContributionBar dimensoes={painel.dimensoes} />}
      <section aria-label="De onde vem a nota">
        <h3>De onde vem a nota</h3>
        <ContributionTable
          painel={painel}
          nome={municipio.nome}
          indicadorAtual={medida.id}
          onIndicador={props.onIndicador}
        />
      </section>
      <Missing painel={painel} />
      <RawValues valores={valores} nome={municipio.nome} />
    </SidePanel>
  );
}

function Score({ painel, ordenados, minimo }: { readonly painel: PainelExplicacao; readonly ordenados: number; readonly minimo: number }) {
  const presente = formatPercent(painel.pesoPresente, 0);
  if (painel.nota === null) {
    return (
      <div className="prioridades-nota">
        <p className="prioridades-nota-valor ui-absence">Sem nota: dados insuficientes</p>
        <p>
          Há dado para {painel.pesoPresente === 0 ? "nenhuma parte" : presente} do peso; o mínimo para entrar na lista é{" "}
          {formatPercent(100 * minimo, 0)}.
        </p>
      </div>
    );
  }
  return (
    <div className="prioridades-nota">
      <p className="prioridades-nota-valor">
        <strong>{formatNumber(painel.nota, CASAS_NOTA)}</strong> <span>de 100 no índice de prioridade</span>
      </p>
      <p>
        {painel.posicao}ª maior necessidade de apoio entre {formatNumber(ordenados)} municípios com nota · dado para {presente} do
        peso
      </p>
    </div>
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
