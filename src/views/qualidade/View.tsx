import { useDeferredValue, useMemo, useState, useSyncExternalStore, type ComponentType } from "react";
import { nomesDasRegioes } from "../../core/municipio.ts";
import { nomesDe } from "../../core/qualidade/frase.ts";
import type { LivroDeRegras } from "../../core/qualidade/regra.ts";
import { resumirPorEspecie, somarContagens } from "../../core/qualidade/resumo.ts";
import { parseLivroDeRegras } from "../../data/qualidade/parse.ts";
import { AnswerState } from "../../ui/states/AnswerState.tsx";
import { Empty } from "../../ui/states/Empty.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useBase } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { Acompanhamento } from "./Acompanhamento.tsx";
import { type AcompanhamentoStore, criarAcompanhamento, type GuardaDeMarcas, guardaDoNavegador } from "./acompanhamento-store.ts";
import { type Avaliador, avaliarNoWorker } from "./avaliador.ts";
import { Cartas } from "./Cartas.tsx";
import { CartasPagina } from "./CartasPagina.tsx";
import type { Contexto } from "./contexto.ts";
import type { Estado } from "./estado.ts";
import { Filtros } from "./Filtros.tsx";
import { fraseQualidade, lugarEmPalavras } from "./frase.ts";
import { Itens } from "./Itens.tsx";
import { Quadro } from "./Quadro.tsx";
import { aOlhar, contarPorMunicipio } from "./quadro.ts";
import { recortar } from "./recorte.ts";
import { Regras } from "./Regras.tsx";
import { Resumo } from "./Resumo.tsx";
import { Series } from "./Series.tsx";
import { useAvaliacao } from "./use-avaliacao.ts";
import "./view.css";

const TITULO = "Qualidade dos dados";

export interface PartesDaPagina {
  readonly avaliador: Avaliador;
  readonly guarda: GuardaDeMarcas;
}

/**
 * The page `#/qualidade` for a territory's rules: can the figures be right, are
 * they there, do they agree, are they recent?
 * @param regras content of `qualidade/regras.json`; throws `ShapeError` when it is no rule book.
 */
export function paginaDeQualidade(
  regras: unknown,
  { avaliador, guarda }: PartesDaPagina = { avaliador: avaliarNoWorker, guarda: guardaDoNavegador },
): ComponentType<ViewProps<Estado>> {
  const livro = parseLivroDeRegras(regras);
  let store: AcompanhamentoStore | null = null;
  return function QualidadeView(props) {
    store ??= criarAcompanhamento(guarda);
    return <Qualidade {...props} livro={livro} avaliador={avaliador} store={store} />;
  };
}

interface QualidadeProps extends ViewProps<Estado> {
  readonly livro: LivroDeRegras;
  readonly avaliador: Avaliador;
  readonly store: AcompanhamentoStore;
}

function Qualidade({ estado: lido, mudar, snapshot, session, livro, avaliador, store }: QualidadeProps) {
  const base = useBase(snapshot, session);
  const estado = useSameLists(lido);
  const dataReferencia = estado.em ?? base.dataReferencia;
  const { municipios, catalogo } = base;
  const answer = useAvaliacao({ session, municipios, catalogo, livro, dataReferencia, avaliador });
  const { marcas, guarda } = useSyncExternalStore(store.subscribe, store.estado);
  const nomesRegioes = useMemo(() => nomesDasRegioes(municipios), [municipios]);
  // An address that opens with an item takes no focus; choosing one does.
  const [abriuCom] = useState({ item: estado.item, carta: estado.carta });
  const [viuCartas, setViuCartas] = useState(false);
  if (estado.carta !== null && !viuCartas) setViuCartas(true);
  const avaliacao = answer.estado === "pronto" ? answer.answer : null;

  const { regioes, portes, busca, especies } = estado;
  const nomes = useMemo(
    () => nomesDe(livro, catalogo, snapshot.fontes, municipios, avaliacao?.dataReferencia ?? dataReferencia),
    [livro, catalogo, snapshot, municipios, avaliacao, dataReferencia],
  );
  const recorte = useMemo(
    () => (avaliacao === null ? null : recortar(avaliacao, municipios, { regioes, portes, busca })),
    [avaliacao, municipios, regioes, portes, busca],
  );
  const porMunicipio = useMemo(
    () => (avaliacao === null || recorte === null ? [] : contarPorMunicipio(avaliacao, municipios, recorte, especies)),
    [avaliacao, municipios, recorte, especies],
  );
  const contexto = useMemo<Contexto | null>(
    () =>
      avaliacao === null || recorte === null
        ? null
        : {
            estado,
            mudar,
            avaliacao,
            livro,
            nomes,
            recorte,
            porMunicipio,
            municipios,
            catalogo,
            fontes: snapshot.fontes,
            territorio: snapshot.territorio,
            nomesRegioes,
            marcas,
            store,
          },
    [estado, mudar, avaliacao, recorte, porMunicipio, livro, nomes, municipios, catalogo, snapshot, nomesRegioes, marcas, store],
  );

  if (contexto !== null && estado.carta !== null) {
    return <CartasPagina contexto={contexto} focar={estado.carta !== abriuCom.carta} />;
  }
  return (
    <div className="qualidade">
      <PageSentence titulo={TITULO}>
        {contexto !== null ? (
          <Frase contexto={contexto} />
        ) : answer.estado === "erro" ? (
          "Os dados não puderam ser conferidos."
        ) : (
          "Conferindo os dados com as regras…"
        )}
      </PageSentence>
      {base.erro === null ? null : (
        <ErrorState
          titulo="O arquivo de municípios ou de indicadores não abriu"
          mensagem={base.erro.message}
          conserto={base.erro.whatToDo}
          detalhe={base.erro.detail}
        />
      )}
      <AnswerState answer={answer} rotulo="Conferindo os dados com as regras" altura="40rem">
        {() =>
          contexto === null ? null : livro.regras.length === 0 ? (
            <Empty mensagem="Este território não tem regras de qualidade: o arquivo qualidade/regras.json não foi preenchido." />
          ) : (
            <Corpo
              contexto={contexto}
              guarda={guarda}
              dataDosDados={base.dataReferencia}
              focarItem={estado.item !== abriuCom.item}
              focarCartas={viuCartas}
            />
          )
        }
      </AnswerState>
    </div>
  );
}

interface CorpoProps {
  readonly contexto: Contexto;
  readonly guarda: boolean;
  readonly dataDosDados: string;
  readonly focarItem: boolean;
  readonly focarCartas: boolean;
}

function Corpo({ contexto, guarda, dataDosDados, focarItem, focarCartas }: CorpoProps) {
  const { avaliacao, livro, recorte, porMunicipio } = contexto;
  // What is under the board is drawn after it, in pieces: the first screen does not wait for hundreds of sentences.
  const depois = useDeferredValue(contexto, null);
  const especies = useMemo(() => resumirPorEspecie(avaliacao, livro.regras, recorte.linhas), [avaliacao, livro, recorte]);
  const contagem = useMemo(() => somarContagens(porMunicipio.map((linha) => linha.contagem)), [porMunicipio]);
  return (
    <>
      <Resumo contexto={contexto} especies={especies} contagem={contagem} />
      <Filtros contexto={contexto} dataDosDados={dataDosDados} />
      <Quadro contexto={contexto} />
      {depois === null ? null : (
        <>
          <Itens contexto={depois} focar={focarItem} />
          <Cartas contexto={depois} focar={focarCartas} />
          <Series contexto={depois} />
          <Acompanhamento contexto={depois} guarda={guarda} />
          <Regras contexto={depois} />
        </>
      )}
      {avaliacao.foraDoCatalogo.length === 0 ? null : (
        <p className="ui-muted ui-small">
          Fora das regras, por não estarem no catálogo de indicadores: {avaliacao.foraDoCatalogo.join(", ")}.
        </p>
      )}
    </>
  );
}

/** The state with its lists as they were while they hold the same: the address is read anew at each render. */
function useSameLists(estado: Estado): Estado {
  const regioes = useEqual(estado.regioes);
  const portes = useEqual(estado.portes);
  const especies = useEqual(estado.especies);
  const estados = useEqual(estado.estados);
  return { ...estado, regioes, portes, especies, estados };
}

/** The list as it was while it holds the same. */
function useEqual<T extends string | number>(lista: readonly T[]): readonly T[] {
  const chave = lista.join();
  const [guardada, setGuardada] = useState({ chave, lista });
  if (guardada.chave === chave) return guardada.lista;
  setGuardada({ chave, lista });
  return lista;
}

function Frase({ contexto }: { readonly contexto: Contexto }) {
  const { avaliacao, recorte, porMunicipio, estado, nomes, nomesRegioes } = contexto;
  const { especies } = estado;
  const atrasadas = new Set(
    avaliacao.achadosDeSerie.flatMap(({ regra, indicador }) =>
      nomes.regras.get(regra)?.tipo === "fonte-atrasada" ? [indicador] : [],
    ),
  );
  return fraseQualidade({
    contagem: somarContagens(porMunicipio.map(({ contagem }) => contagem)),
    municipios: recorte.linhas.length,
    comAlgo: porMunicipio.filter(({ contagem }) => aOlhar(contagem) > 0).length,
    atrasadas: especies.length === 0 || especies.includes("atualidade") ? atrasadas.size : 0,
    series: new Set(avaliacao.colunas.map(({ indicador }) => indicador)).size,
    em: avaliacao.dataReferencia,
    lugar: lugarEmPalavras(estado, nomesRegioes),
  });
}
