import { useMemo } from "react";
import type { Recorte } from "../../data/queries/cobertura-recorte.ts";
import { coberturaPorMunicipio } from "../../data/queries/cobertura-por-municipio.ts";
import { AnswerState } from "../../ui/states/AnswerState.tsx";
import { Empty } from "../../ui/states/Empty.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useAnswer } from "../../ui/use-answer.ts";
import { type Base, useBase, useDataVersion } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Contexto } from "./contexto.ts";
import type { Estado } from "./estado.ts";
import { Filtros } from "./Filtros.tsx";
import { avisosDoRegistro, fraseCobertura, nomesDasRegioes } from "./frase.ts";
import { Frente } from "./Frente.tsx";
import { Eixos, Estrategias } from "./Grupos.tsx";
import { Meses } from "./Meses.tsx";
import { codigosForaDaLista, linhasPorMunicipio } from "./model.ts";
import { pactoDeApoio } from "./normas.ts";
import { codigosFora, recorteDe } from "./recorte.ts";
import "./view.css";

const TITULO = "Cobertura do apoio técnico";

/** Did support reach the municipalities, and which are past their yearly monitoring? */
export default function CoberturaView({ estado, mudar, snapshot, session, topologyUrl }: ViewProps<Estado>) {
  const base = useBase(snapshot, session);
  useDataVersion(session);
  const extrato = session.extracts().find(({ id }) => id === "apoios");
  const nomesRegioes = useMemo(() => nomesDasRegioes(base.municipios), [base.municipios]);
  const recorte = useMemo(() => recorteDe(estado, base.dataReferencia), [estado, base.dataReferencia]);
  if (extrato === undefined) {
    return (
      <div className="cobertura">
        <PageSentence titulo={TITULO}>Nenhum registro de apoio técnico carregado.</PageSentence>
        <Empty
          mensagem="Carregue a planilha de apoios para ver a cobertura."
          acao={<a href="#/dados">Ir para a página de dados</a>}
        />
      </div>
    );
  }
  const contexto: Contexto = {
    estado,
    mudar,
    session,
    municipios: base.municipios,
    nomesRegioes,
    extrato,
    pacto: pactoDeApoio(snapshot.territorio),
  };
  return (
    <Cobertura
      contexto={contexto}
      base={base}
      recorte={recorte}
      nomeRegiao={snapshot.territorio.nomeRegiao}
      topologyUrl={topologyUrl}
    />
  );
}

interface CoberturaProps {
  readonly contexto: Contexto;
  readonly base: Base;
  readonly recorte: Recorte;
  readonly nomeRegiao: string;
  readonly topologyUrl: string;
}

function Cobertura({ contexto, base, recorte, nomeRegiao, topologyUrl }: CoberturaProps) {
  const { extrato, municipios, nomesRegioes } = contexto;
  const answer = useAnswer(contexto.session, coberturaPorMunicipio, recorte);
  const pronta = answer.estado === "pronto" ? answer.answer : null;
  const { regioes, portes } = recorte;
  const fora = useMemo(() => codigosFora(municipios, { regioes, portes }), [municipios, regioes, portes]);
  const linhas = useMemo(
    () => (pronta === null ? [] : linhasPorMunicipio(municipios, pronta.rows, pronta.params.em)),
    [municipios, pronta],
  );
  // The engine's own parameters, with the filters of place, which are applied here.
  const respondido = useMemo<Recorte>(
    () => (pronta === null ? recorte : { ...pronta.params, regioes, portes }),
    [pronta, recorte, regioes, portes],
  );
  const dentro = linhas.filter((l) => !fora.has(l.municipio.codigo));
  const avisos =
    pronta === null ? [] : avisosDoRegistro(respondido, extrato, codigosForaDaLista(municipios, pronta.rows));

  return (
    <div className="cobertura">
      <PageSentence titulo={TITULO} demonstracao={extrato.demonstracao}>
        {pronta === null
          ? "Contando os municípios que tiveram apoio presencial…"
          : fraseCobertura(dentro, respondido, nomesRegioes)}
      </PageSentence>
      {avisos.length === 0 ? null : (
        <ul className="cobertura-avisos">
          {avisos.map((aviso) => (
            <li key={aviso}>{aviso}</li>
          ))}
        </ul>
      )}
      {base.erro === null ? null : (
        <ErrorState
          titulo="O arquivo de municípios ou de indicadores não abriu"
          mensagem={base.erro.message}
          conserto={base.erro.whatToDo}
          detalhe={base.erro.detail}
        />
      )}
      <Filtros
        contexto={contexto}
        em={recorte.em}
        dataReferencia={base.dataReferencia}
        nomeRegiao={nomeRegiao}
        dentro={municipios.length - fora.size}
      />
      <AnswerState answer={answer} rotulo="Contando o apoio de cada município" altura="40rem">
        {() => (
          <Frente
            contexto={contexto}
            recorte={respondido}
            linhas={linhas}
            fora={fora}
            mesh={base.mesh}
            topologyUrl={topologyUrl}
          />
        )}
      </AnswerState>
      <div className="cobertura-grupos">
        <Estrategias contexto={contexto} recorte={recorte} />
        <Eixos contexto={contexto} recorte={recorte} />
      </div>
      <Meses contexto={contexto} recorte={recorte} />
    </div>
  );
}
