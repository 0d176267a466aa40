import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useState, type ComponentType } from "react";
import { formatDate } from "../../core/format.ts";
import { PartNav } from "../../ui/parts/PartNav.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useBaseComDenuncias } from "../../ui/denuncias/use-base-com-denuncias.ts";
import { AvisoDasDenuncias } from "../../ui/denuncias/AvisoDasDenuncias.tsx";
import { useBase } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { Avisos } from "./Avisos.tsx";
import { avisosDosDados } from "./avisos-dos-dados.ts";
import { cabecalhoDe } from "./cabecalho.ts";
import { PARTES, type Estado } from "./estado.ts";
import { fraseIndicador, fraseIndice } from "./frase.ts";
import { Lista } from "./Lista.tsx";
import type { ParteProps } from "./parte.ts";
import { PARTE_ROTULO } from "./rotulos-das-partes.ts";
import { useMetodo } from "../../ui/metodo/use-metodo.ts";
import { useModelo } from "./use-model.ts";
import { useMudar } from "./use-mudar.ts";
import { useSorteios } from "./use-sorteios.ts";
import { useVisitas } from "../../ui/metodo/use-visitas.ts";
import "./view.css";
import "./larguras.css";
import "./partes.css";
import "./painel.css";
import "./impressao.css";

const OUTRAS = {
  firmeza: lazy(() => import("./firmeza/Firmeza.tsx")),
  ciclo: lazy(() => import("./ciclo/Ciclo.tsx")),
  metodo: lazy(() => import("./metodo/Metodo.tsx")),
} as const;

/**
 * The page `#/prioridades`.
 * @param lerDenuncias reads the territory's `denuncias.json`, for a method that weighs complaints
 * @param lerPacto reads the territory's `apoio.json`, for who answers for a theme
 */
export function paginaDePrioridades(lerDenuncias: () => Promise<unknown>, lerPacto: () => Promise<unknown>): ComponentType<ViewProps<Estado>> {
  return function PrioridadesView(props) {
    return <Prioridades {...props} lerDenuncias={lerDenuncias} lerPacto={lerPacto} />;
  };
}

interface PrioridadesProps extends ViewProps<Estado> {
  readonly lerDenuncias: () => Promise<unknown>;
  readonly lerPacto: () => Promise<unknown>;
}

/** Where technical visits go: the sentence, the map and the ranking that prove it, why, and how solid it is. */
function Prioridades({ estado, mudar, snapshot, session, topologyUrl, lugaresUrl, lerDenuncias, lerPacto }: PrioridadesProps) {
  const semDenuncias = useBase(snapshot, session);
  const { territorio, fontes } = snapshot;
  const { mudar: mudarAgora, usar } = useMudar(mudar, estado);
  const gravarMetodo = useCallback((metodo: string) => mudarAgora({ metodo }, { replace: true }), [mudarAgora]);
  const emVigor = useMetodo(snapshot.metodo, snapshot.catalogo, estado.metodo, gravarMetodo, snapshot.territorio.indice.opcionais);
  const { metodo } = emVigor;
  const comDenuncias = useBaseComDenuncias(semDenuncias, metodo, snapshot, session, lerDenuncias);
  const { base } = comDenuncias;
  const modelo = useModelo(snapshot, base, estado, metodo);
  const { eIndice, preparada, scores, hashDados } = modelo;
  const isContando = comDenuncias.estado === "carregando";
  useEffect(() => {
    usar(isContando ? null : hashDados);
  }, [usar, hashDados, isContando]);
  // A method that has just taken complaints in got its address before their figures were known.
  const semSelo = comDenuncias.estado === "pronto" && estado.dados === "" && emVigor.mudado;
  useEffect(() => {
    if (semSelo) mudarAgora({}, { replace: true });
  }, [semSelo, mudarAgora]);
  // While a handle moves, map, list and sentence come first; what hangs on them follows when there is time.
  const adiado = useDeferredValue(modelo);
  const demonstracaoDe = (id: string): boolean => session.extracts().some((extrato) => extrato.id === id && extrato.demonstracao);
  const visitas = useVisitas(session, base.dataReferencia, demonstracaoDe("apoios"));
  // On arrival the map and the engine come first: the draws would take a whole processor from them.
  const chegou = visitas.estado !== "carregando";
  const sorteados = useSorteios(modelo, chegou);
  const sorteios = useMemo(() => (chegou ? sorteados : { ...sorteados, estado: "andando" as const }), [chegou, sorteados]);

  const contexto = useMemo(
    () => ({
      preparada,
      scores,
      catalogo: base.catalogo,
      colunas: base.colunas,
      fontes,
      municipios: base.municipios,
      proveniencia: base.proveniencia,
    }),
    [preparada, scores, base, fontes],
  );
  const indicadoresDeDemonstracao = demonstracaoDe("indicadores") || comDenuncias.demonstracao;
  const cabecalho = useMemo(
    () => ({
      ...cabecalhoDe({
        fontes,
        colunas: base.colunas,
        medida: adiado.medida,
        eIndice: adiado.eIndice,
        metodo: adiado.metodo,
        hashDados: adiado.hashDados,
        filtros: adiado.filtros,
        dataReferencia: base.dataReferencia,
      }),
      demonstracao: indicadoresDeDemonstracao,
    }),
    [fontes, base.colunas, adiado, base.dataReferencia, indicadoresDeDemonstracao],
  );
  const dosDados = useMemo(() => avisosDosDados(preparada, metodo, base.catalogo), [preparada, metodo, base.catalogo]);
  const [naChegada] = useState(estado.municipio);

  const parteProps: ParteProps = {
    territorio,
    modelo,
    emVigor,
    contexto,
    sorteios,
    visitas,
    estado,
    mudar: mudarAgora,
    cabecalho,
    dataReferencia: base.dataReferencia,
    lugaresUrl,
  };
  const Outra = estado.parte === "lista" ? null : OUTRAS[estado.parte];

  return (
    <div className="prioridades">
      <div className="prioridades-topo">
        <PageSentence demonstracao={comDenuncias.demonstracao}>{eIndice ? fraseIndice(modelo) : fraseIndicador(modelo)}</PageSentence>
        <Avisos
          emVigor={emVigor}
          dosDados={dosDados}
          outrosDados={!isContando && estado.dados !== "" && estado.dados !== hashDados}
          onContinuar={() => {
            mudarAgora({ dados: hashDados }, { replace: true });
          }}
        />
        <AvisoDasDenuncias {...comDenuncias} />
        {base.erro === null ? null : (
          <ErrorState titulo="O arquivo carregado não abriu" mensagem={base.erro.message} conserto={base.erro.whatToDo} detalhe={base.erro.detail} />
        )}
        {base.carregando ? <Loading rotulo="Lendo o arquivo carregado" /> : null}
        <PartNav
          partes={PARTES}
          rotulo={PARTE_ROTULO}
          atual={estado.parte}
          onEscolher={(parte) => {
            mudarAgora({ parte });
          }}
        />
      </div>
      {Outra === null ? (
        <Lista {...parteProps} adiado={adiado} base={base} session={session} topologyUrl={topologyUrl} lerPacto={lerPacto} naChegada={naChegada} />
      ) : (
        <Suspense fallback={<Loading rotulo="Abrindo esta parte da página" />}>
          <Outra {...parteProps} />
        </Suspense>
      )}
      <p className="prioridades-impresso">
        Fonte: {cabecalho.fontes.join("; ")}. Filtros: {cabecalho.filtros.length === 0 ? "sem filtros" : cabecalho.filtros.join("; ")}.
        Data de referência: {formatDate(cabecalho.dataReferencia)}.
      </p>
    </div>
  );
}
