import { useMemo, useRef, type ReactNode } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { nomesDasRegioes } from "../../../core/municipio.ts";
import { comoContarDenuncias, linhasEspeciais } from "../../../data/queries/denuncias-como-contar.ts";
import { denunciasPorDimensao } from "../../../data/queries/denuncias-por-dimensao.ts";
import { packExcecoes, type RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import type { Answer } from "../../../data/queries/query.ts";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import { type AnswerStateOf, useAnswer } from "../../../ui/use-answer.ts";
import { type Base, useBase, useDataVersion } from "../../../ui/use-base.ts";
import type { ViewProps } from "../../../ui/view-props.ts";
import { AParte } from "./AParte.tsx";
import { Canais, Regioes, Situacoes, Temas } from "./Barras.tsx";
import { lerContagens } from "./contagens.ts";
import { regraDeApensamento } from "./cabecalho.ts";
import type { Contexto } from "./contexto.ts";
import type { Estado } from "../estado.ts";
import { Filtros } from "./Filtros.tsx";
import { fraseDenuncias } from "./frase.ts";
import { Linhas } from "./Linhas.tsx";
import { Mapa } from "./Mapa.tsx";
import { Meses } from "./Meses.tsx";
import { casosDe, fonteDaPopulacao, recorteDe, referenciaDe, registroDe } from "./recorte.ts";
import "./volume.css";

const TITULO = "Denúncias";

export interface VolumeProps extends ViewProps<Estado> {
  /** The way to the other parts of the page, drawn under the sentence. */
  readonly navegacao: ReactNode;
}

/** How many complaints, when, about what, from where, and where each stands? */
export default function Volume({ estado, mudar, snapshot, session, topologyUrl, navegacao }: VolumeProps) {
  const base = useBase(snapshot, session);
  const versao = useDataVersion(session);
  const extrato = session.extracts().find(({ id }) => id === "denuncias");
  const nomesRegioes = useMemo(() => nomesDasRegioes(base.municipios), [base.municipios]);
  const referencia = referenciaDe(estado, extrato, base.dataReferencia);
  const enabled = extrato !== undefined;
  const comoContar = useAnswer(session, comoContarDenuncias, { referencia }, { enabled });
  const especiais = useAnswer(session, linhasEspeciais, undefined, { enabled });
  const regra = answerOf(comoContar, versao);
  const linhas = answerOf(especiais, versao);
  const casos = useMemo(() => {
    if (linhas === null) return null;
    const resolvidos = casosDe(linhas.rows);
    return { semPrincipal: resolvidos.semPrincipal, excecoes: packExcecoes(resolvidos.classes) };
  }, [linhas]);
  const registro = useMemo(
    () => (extrato === undefined || regra === null || casos === null ? null : registroDe(extrato, regra.rows[0], casos)),
    [extrato, regra, casos],
  );
  if (extrato === undefined || registro?.linhas === 0) {
    return (
      <div className="denuncias">
        <PageSentence titulo={TITULO}>Nenhuma denúncia carregada.</PageSentence>
        {navegacao}
        <Empty
          mensagem="Carregue a planilha de denúncias para ver a página."
          acao={<a href="#/dados">Ir para a página de dados</a>}
        />
      </div>
    );
  }
  if (casos === null || registro === null) {
    return (
      <div className="denuncias denuncias-contando">
        <PageSentence titulo={TITULO} demonstracao={extrato.demonstracao}>
          Contando as denúncias…
        </PageSentence>
        {navegacao}
        <AnswerState
          answer={especiais.estado === "erro" ? especiais : comoContar}
          rotulo="contando as denúncias"
          altura="60rem"
        >
          {() => <Loading rotulo="contando as denúncias" altura="60rem" />}
        </AnswerState>
      </div>
    );
  }
  const contexto: Contexto = {
    estado,
    mudar,
    filtrar: (mudanca) => {
      mudar({ ...mudanca, pagina: 1 });
    },
    session,
    municipios: base.municipios,
    nomesRegioes,
    nomeRegiao: snapshot.territorio.nomeRegiao,
    registro,
    norma: regraDeApensamento(snapshot.territorio),
  };
  return (
    <Pagina
      contexto={contexto}
      base={base}
      referencia={referencia}
      recorte={recorteDe(estado, referencia, casos.excecoes)}
      versao={versao}
      topologyUrl={topologyUrl}
      fontePopulacao={fonteDaPopulacao(snapshot, session.extracts())}
      navegacao={navegacao}
    />
  );
}

interface PaginaProps {
  readonly contexto: Contexto;
  readonly base: Base;
  readonly referencia: CivilDate;
  readonly recorte: RecorteDenuncias;
  /** Of the data loaded now, to which `recorte` belongs. */
  readonly versao: number;
  readonly topologyUrl: string;
  readonly fontePopulacao: ReturnType<typeof fonteDaPopulacao>;
  readonly navegacao: ReactNode;
}

function Pagina({ contexto, base, referencia, recorte, versao, topologyUrl, fontePopulacao, navegacao }: PaginaProps) {
  const { mudar, session, registro, municipios } = contexto;
  const answer = useAnswer(session, denunciasPorDimensao, recorte);
  const pronta = answerOf(answer, versao);
  const contagens = useMemo(
    () => (pronta === null ? null : lerContagens(pronta.rows, municipios)),
    [pronta, municipios],
  );
  const titulo = useRef<HTMLHeadingElement>(null);
  return (
    <div className={contagens === null ? "denuncias denuncias-contando" : "denuncias"}>
      <PageSentence titulo={TITULO} demonstracao={registro.extrato.demonstracao}>
        {pronta === null || contagens === null
          ? "Contando as denúncias…"
          : fraseDenuncias(contagens, pronta.params, contexto)}
      </PageSentence>
      {navegacao}
      <Filtros contexto={contexto} referencia={referencia} total={contagens?.total ?? null} />
      <AnswerState answer={answer} rotulo="contando as denúncias" altura="60rem">
        {({ params }) =>
          contagens === null ? (
            <Loading rotulo="contando as denúncias" altura="60rem" />
          ) : (
            <div className="denuncias-corpo">
              <Meses contexto={contexto} recorte={params} contagens={contagens} />
              <div className="denuncias-frente">
                <Mapa
                  contexto={contexto}
                  recorte={params}
                  contagens={contagens}
                  mesh={base.mesh}
                  topologyUrl={topologyUrl}
                  fontePopulacao={fontePopulacao}
                />
                <div className="denuncias-coluna">
                  <Situacoes contexto={contexto} recorte={params} contagens={contagens} />
                  <Canais contexto={contexto} recorte={params} contagens={contagens} />
                </div>
              </div>
              <div className="denuncias-duo">
                <Temas contexto={contexto} recorte={params} contagens={contagens} />
                <Regioes contexto={contexto} recorte={params} contagens={contagens} />
              </div>
              <AParte
                contexto={contexto}
                recorte={params}
                contagens={contagens}
                onVer={(grupo) => {
                  mudar({ grupo, pagina: 1 });
                  titulo.current?.focus();
                }}
              />
              <Linhas contexto={contexto} recorte={params} contagens={contagens} titulo={titulo} />
            </div>
          )
        }
      </AnswerState>
    </div>
  );
}

/** The answer when it is of the data loaded now; an older one would stand under the new extract's name. */
function answerOf<P, R>(state: AnswerStateOf<P, R>, versao: number): Answer<P, R> | null {
  return state.estado === "pronto" && state.answer.version === versao ? state.answer : null;
}
