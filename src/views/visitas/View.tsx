import { lazy, memo, Suspense, useCallback, useDeferredValue, useEffect, useMemo, type ComponentType } from "react";
import { formatDate } from "../../core/format.ts";
import { nomesPorCodigo } from "../../core/municipio.ts";
import { createLimiteClient, type LimiteClient } from "../../data/visitas/limite-client.ts";
import { createPlanClient, type PlanClient } from "../../data/visitas/plan-client.ts";
import { feriadosDoPlano } from "../../data/visitas/feriados.ts";
import { parseVisitasDoTerritorio, type VisitasDoTerritorio } from "../../data/visitas/padrao.ts";
import { AvisoDasDenuncias } from "../../ui/denuncias/AvisoDasDenuncias.tsx";
import { useBaseComDenuncias } from "../../ui/denuncias/use-base-com-denuncias.ts";
import { useMetodo } from "../../ui/metodo/use-metodo.ts";
import { useVisitas } from "../../ui/metodo/use-visitas.ts";
import { PartNav } from "../../ui/parts/PartNav.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useBase } from "../../ui/use-base.ts";
import { useSame } from "../../ui/use-stable.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { Avisos, Desatualizado } from "./Avisos.tsx";
import { Barra } from "./Barra.tsx";
import { cabecalhoDe } from "./cabecalho.ts";
import { equipesDe } from "./equipes.ts";
import { DIGITOS_DADOS, PARTES, type Estado } from "./estado.ts";
import { fraseDoPlano } from "./frase.ts";
import { isMesmosAjustes, oQueMudou } from "./mudou.ts";
import type { Andamento, ParteDeVisitasProps } from "./parte.ts";
import { criarPlanoStore, type PlanoStore } from "./plano-store.ts";
import { PARTE_ROTULO } from "./rotulos-das-partes.ts";
import { useAjustes } from "./use-ajustes.ts";
import { useEdicao } from "./use-edicao.ts";
import { useEntrada, useNumeros } from "./use-entrada.ts";
import { useLimite } from "./use-limite.ts";
import { useMudar } from "./use-mudar.ts";
import { usePlanoNaTela } from "./use-plano-na-tela.ts";
import "./view.css";

// A part is drawn again when what it shows changes, not at every step of the search.
const COMPONENTES = {
  plano: memo(lazy(() => import("./plano/Plano.tsx"))),
  motivos: memo(lazy(() => import("./motivos/Motivos.tsx"))),
  regras: memo(lazy(() => import("./regras/Regras.tsx"))),
  comparar: memo(lazy(() => import("./comparar/Comparar.tsx"))),
  feitas: memo(lazy(() => import("./feitas/Feitas.tsx"))),
  ajustes: memo(lazy(() => import("./ajustes/Ajustes.tsx"))),
} as const;

/** Where the long sums of the page are made. */
export interface PartesDaPagina {
  /** Opens a worker for plans and prices. */
  readonly abrir: () => PlanClient;
  /** Opens a worker for the best plan possible. */
  readonly abrirLimite: () => LimiteClient;
}

/**
 * The page `#/visitas`: who goes where and when, why, and what it costs.
 * @param padrao content of `visitas.json`; throws what `parseVisitasDoTerritorio` throws
 * @param lerDenuncias reads the territory's `denuncias.json`, for a method that weighs complaints
 */
export function paginaDeVisitas(
  padrao: unknown,
  lerDenuncias: () => Promise<unknown>,
  { abrir, abrirLimite }: PartesDaPagina = { abrir: createPlanClient, abrirLimite: createLimiteClient },
): ComponentType<ViewProps<Estado>> {
  const doTerritorio = parseVisitasDoTerritorio(padrao);
  // The tab keeps its plan while the reader goes to other pages and back.
  const store = criarPlanoStore(abrir);
  return function VisitasView(props) {
    return <Visitas {...props} doTerritorio={doTerritorio} lerDenuncias={lerDenuncias} store={store} abrir={abrir} abrirLimite={abrirLimite} />;
  };
}

interface VisitasProps extends ViewProps<Estado>, PartesDaPagina {
  readonly doTerritorio: VisitasDoTerritorio;
  readonly store: PlanoStore;
  readonly lerDenuncias: () => Promise<unknown>;
}

function Visitas({ estado: lido, mudar: mudarEndereco, snapshot, session, topologyUrl, lugaresUrl, doTerritorio, lerDenuncias, store, abrir, abrirLimite }: VisitasProps) {
  const semDenuncias = useBase(snapshot, session);
  const estado = useSame(lido);
  const { territorio, fontes } = snapshot;
  const hoje = estado.hoje ?? semDenuncias.dataReferencia;
  const gravarMetodo = useCallback((metodo: string) => mudarEndereco({ metodo }, { replace: true }), [mudarEndereco]);
  const emVigor = useMetodo(snapshot.metodo, snapshot.catalogo, estado.metodo, gravarMetodo, snapshot.territorio.indice.opcionais);
  const comDenuncias = useBaseComDenuncias(semDenuncias, emVigor.metodo, snapshot, session, lerDenuncias);
  const { base } = comDenuncias;
  const { municipios, colunas } = base;
  const { numeros: contados, erro: semNumeros } = useNumeros(base, emVigor.metodo, abrir);
  // No plan is made of scores that still lack what the complaints say.
  const numeros = comDenuncias.estado === "carregando" ? null : contados;
  const digitos = numeros?.dados.slice(0, DIGITOS_DADOS) ?? "";
  const mudar = useMudar(mudarEndereco, estado, digitos);
  const nome = useMemo(() => nomesPorCodigo(municipios), [municipios]);

  const { feriadosOpcionais } = doTerritorio;
  const contextoDosAjustes = useMemo(() => {
    const inicio = doTerritorio.ajustes.inicio > hoje ? doTerritorio.ajustes.inicio : hoje;
    return { municipios, feriados: feriadosDoPlano(territorio.uf, { inicio, trimestres: 4 }, hoje, feriadosOpcionais) };
  }, [doTerritorio, hoje, municipios, territorio, feriadosOpcionais]);
  const gravarAjustes = useCallback(
    (ajustes: string) => {
      mudar({ ajustes });
    },
    [mudar],
  );
  const { ajustes, problemas: dosAjustes, mudar: mudarAjustes } = useAjustes(doTerritorio.ajustes, contextoDosAjustes, estado.ajustes, gravarAjustes);
  const feriados = useMemo(
    () => feriadosDoPlano(territorio.uf, ajustes, hoje, feriadosOpcionais),
    [territorio, ajustes, hoje, feriadosOpcionais],
  );

  const demonstracaoDe = (id: string): boolean => session.extracts().some((extrato) => extrato.id === id && extrato.demonstracao);
  const visitas = useVisitas(session, hoje, demonstracaoDe("apoios"));
  const tela = usePlanoNaTela(store);
  const { feito, anterior, andamento, matriz } = tela;
  const feita = useEntrada({ base, numeros, metodo: emVigor.metodo, ultima: visitas.ultima, ajustes, feriados, hoje, matriz });
  const entrada = feita?.feita === true ? feita.entrada : null;
  const pedido = useMemo(
    () => (entrada === null || numeros === null ? null : { entrada, metodo: numeros.metodo, dados: numeros.dados }),
    [entrada, numeros],
  );
  // The first plan is made on arrival; any other only when asked for.
  useEffect(() => {
    const { feito: ja, andamento: como } = store.estado();
    if (pedido !== null && ja === null && como.estado === "esperando") store.planejar(pedido, "planejar");
  }, [pedido, store]);

  const desatualizado = useMemo(() => (feito === null || pedido === null ? [] : oQueMudou(feito, pedido)), [feito, pedido]);
  const equipes = useMemo(() => equipesDe(feito?.entrada.ajustes ?? ajustes, nome), [feito, ajustes, nome]);
  const { aplicar, desfazer, refazer } = useEdicao({ store, ajustes, mudarAjustes, nome, equipes });
  const limite = useLimite(feito, andamento.estado, abrirLimite);
  const planejar = useCallback(() => {
    if (pedido !== null) store.planejar(pedido, "planejar de novo");
  }, [pedido, store]);
  const parar = useCallback(() => {
    void store.parar();
  }, [store]);

  const semPassos = useSemPassos(andamento);
  const deDemonstracao = visitas.demonstracao || demonstracaoDe("indicadores") || comDenuncias.demonstracao;
  const cabecalho = useMemo(
    () =>
      cabecalhoDe({
        metodo: emVigor.metodo,
        selo: feito ?? numeros,
        ajustes: feito?.entrada.ajustes ?? ajustes,
        matriz: feito === null ? matriz : feito.entrada.matriz,
        fontes,
        colunas,
        hoje: feito?.entrada.hoje ?? hoje,
        demonstracao: deDemonstracao,
      }),
    [emVigor.metodo, feito, numeros, ajustes, matriz, fontes, colunas, hoje, deDemonstracao],
  );

  const doPlano = useMemo(
    () => ({ entrada, feito, anterior, andamento: semPassos, limite, desatualizado, cabecalho }),
    [entrada, feito, anterior, semPassos, limite, desatualizado, cabecalho],
  );
  // A plan is much to draw: the sentence and the buttons do not wait for it, nor does who is typing.
  const doPlanoNaParte = useDeferredValue(doPlano);
  const props: ParteDeVisitasProps = {
    ...doPlanoNaParte,
    territorio,
    municipios,
    mesh: base.mesh,
    nome,
    emVigor,
    ajustes,
    doTerritorio,
    mudarAjustes,
    aplicar,
    planejar,
    cancelar: parar,
    abrirCliente: abrir,
    matriz,
    usarMatriz: store.usarMatriz,
    visitas,
    estado,
    mudar,
    hoje,
    session,
    topologyUrl,
    lugaresUrl,
  };
  const Parte = COMPONENTES[estado.parte];
  const ajustesDoPlano = feito?.entrada.ajustes ?? null;

  return (
    <div className="visitas">
      <div className="visitas-topo">
        <PageSentence demonstracao={deDemonstracao}>
          {feito !== null
            ? fraseDoPlano({ feito, distancia: limite.estado === "andando" ? null : limite.distancia, nome })
            : andamento.estado === "falhou" || semNumeros !== null || visitas.estado === "erro" || feita?.feita === false
              ? "O plano de visitas não pôde ser feito."
              : visitas.estado === "carregando"
                ? "Lendo as últimas visitas para fazer o plano…"
                : "Fazendo o plano de visitas…"}
        </PageSentence>
        <Avisos
          outrosDados={estado.dados !== "" && digitos !== "" && estado.dados !== digitos}
          onContinuar={() => {
            mudar({ dados: digitos }, { replace: true });
          }}
          doMetodo={emVigor.problemas}
          dosAjustes={dosAjustes}
        />
        <AvisoDasDenuncias {...comDenuncias} />
        {base.erro === null ? null : (
          <ErrorState titulo="O arquivo carregado não abriu" mensagem={base.erro.message} conserto={base.erro.whatToDo} detalhe={base.erro.detail} />
        )}
        {visitas.estado !== "erro" ? null : (
          <ErrorState
            titulo="As datas das visitas não puderam ser lidas"
            mensagem={visitas.erro ?? "O motor de dados não respondeu."}
            conserto="Sem elas não há plano: confira os apoios na página Dados."
          />
        )}
        {semNumeros === null ? null : (
          <ErrorState
            titulo="O plano não pode ser feito"
            mensagem="As notas dos municípios não puderam ser calculadas."
            conserto="Recarregue a página; se continuar, volte ao método padrão na página Prioridades."
            detalhe={semNumeros}
          />
        )}
        {feita?.feita === false ? <ErrorState titulo="O plano não pode ser feito" mensagem={feita.motivo} conserto={feita.conserto} /> : null}
        {visitas.demonstracao ? (
          <p className="visitas-demonstracao" role="note">
            <strong>As datas das últimas visitas são inventadas.</strong> O plano mostra como a página funciona; para valer, carregue os apoios
            de verdade na página Dados.
          </p>
        ) : null}
        <Barra
          andamento={andamento}
          limite={limite}
          desfaz={tela.desfaz}
          refaz={tela.refaz}
          pode={pedido !== null}
          temPlano={feito !== null}
          editado={feito?.origem === "editado"}
          onPlanejar={planejar}
          onParar={parar}
          onDesfazer={() => void desfazer()}
          onRefazer={() => void refazer()}
        />
        <PartNav
          partes={PARTES}
          rotulo={PARTE_ROTULO}
          atual={estado.parte}
          onEscolher={(parte) => {
            mudar({ parte });
          }}
        />
      </div>
      <Desatualizado
        mudou={andamento.estado === "andando" ? [] : desatualizado}
        onPlanejar={planejar}
        onVoltarAjustes={
          ajustesDoPlano === null || isMesmosAjustes(ajustesDoPlano, ajustes)
            ? null
            : () => {
                mudarAjustes(ajustesDoPlano);
              }
        }
      />
      <Suspense fallback={<Loading rotulo="Abrindo esta parte da página" altura="24rem" />}>
        <Parte {...props} />
      </Suspense>
      <p className="visitas-impresso ui-only-print">
        Fonte: {cabecalho.fontes.join("; ")}. {cabecalho.filtros.join("; ")}. Data de referência: {formatDate(cabecalho.dataReferencia)}.
      </p>
    </div>
  );
}

/** Where the making of the plan stands, without its steps while it goes on. */
function useSemPassos({ estado, feitas, total, erro }: Andamento): Andamento {
  const passos = estado === "andando" ? 0 : feitas;
  return useMemo(() => ({ estado, feitas: passos, total, erro }), [estado, passos, total, erro]);
}
