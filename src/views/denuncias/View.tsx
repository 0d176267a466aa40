import { lazy, memo, Suspense, useCallback, useMemo, useState, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import { nomesDasRegioes, nomesPorCodigo } from "../../core/municipio.ts";
import { ajustesDe } from "../../data/denuncias/ajustes.ts";
import { hojeDe } from "../../data/denuncias/hoje.ts";
import { parseDenunciasDoTerritorio, type DenunciasDoTerritorio } from "../../data/denuncias/padrao.ts";
import { usePergunta } from "../../ui/denuncias/use-pergunta.ts";
import { useRelogio } from "../../ui/denuncias/use-relogio.ts";
import { PartNav } from "../../ui/parts/PartNav.tsx";
import { Empty } from "../../ui/states/Empty.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useBase } from "../../ui/use-base.ts";
import { useSame, useStable } from "../../ui/use-stable.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { cabecalhoDosPrazos, regrasEmPalavras } from "./cabecalho.ts";
import { PARTES, type Estado, type Filtros as MudancaDeFiltros } from "./estado.ts";
import { diaDoComputador } from "./filtros/dia-do-computador.ts";
import { filtroDe, filtrosEmPalavras, filtrosForaDaParte, mesesDoRegistro, recorteNaFrase, soPrazosDoTerritorio, type NomesDoFiltro } from "./filtros/filtro.ts";
import { Filtros } from "./filtros/Filtros.tsx";
import { frasePrazos } from "./frase.ts";
import type { ParteDeDenunciasProps } from "./parte.ts";
import { calendarioDaAba } from "./regras/calendario-store.ts";
import { PARTE_ROTULO } from "./rotulos.ts";
import "./view.css";

const TITULO = "Denúncias";

const Volume = lazy(() => import("./volume/Volume.tsx"));

const COMPONENTES = {
  prazos: memo(lazy(() => import("./prazos/Prazos.tsx"))),
  agenda: memo(lazy(() => import("./agenda/Agenda.tsx"))),
  fluxo: memo(lazy(() => import("./fluxo/Fluxo.tsx"))),
  alertas: memo(lazy(() => import("./alertas/Alertas.tsx"))),
  apoio: memo(lazy(() => import("./apoio/Apoio.tsx"))),
  problemas: memo(lazy(() => import("./problemas/Problemas.tsx"))),
  regras: memo(lazy(() => import("./regras/Regras.tsx"))),
} as const;

/**
 * The page `#/denuncias`: which complaints are near or past their legal terms,
 * where each stands, and where they rise.
 * @param padrao content of `denuncias.json`; throws what `parseDenunciasDoTerritorio` throws
 * @param lerPacto reads the territory's `apoio.json`, for who answers for a theme
 */
export function paginaDeDenuncias(padrao: unknown, lerPacto: () => Promise<unknown>): ComponentType<ViewProps<Estado>> {
  const doTerritorio = parseDenunciasDoTerritorio(padrao);
  return function DenunciasView(props) {
    return <Denuncias {...props} doTerritorio={doTerritorio} lerPacto={lerPacto} />;
  };
}

interface DenunciasProps extends ViewProps<Estado> {
  readonly doTerritorio: DenunciasDoTerritorio;
  readonly lerPacto: () => Promise<unknown>;
}

function Denuncias(props: DenunciasProps) {
  const { estado, snapshot, session } = props;
  const mudar = useStable(props.mudar);
  const foraDaParte = filtrosForaDaParte(estado);
  const navegacao = (
    <>
      <PartNav
        partes={PARTES}
        rotulo={PARTE_ROTULO}
        atual={estado.parte}
        onEscolher={(parte) => {
          mudar({ parte, pagina: 1 });
        }}
      />
      {foraDaParte === null ? null : (
        <p className="denuncias-aviso" role="note">
          {foraDaParte}
        </p>
      )}
    </>
  );
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  if (estado.parte === "volume") {
    return (
      <Suspense fallback={<Loading rotulo="Abrindo esta parte da página" altura="60rem" />}>
        <Volume estado={estado} mudar={mudar} snapshot={snapshot} session={session} topologyUrl={props.topologyUrl} lugaresUrl={props.lugaresUrl} navegacao={navegacao} />
      </Suspense>
    );
  }
  if (!extratos.some(({ id, linhas }) => id === "denuncias" && linhas > 0)) {
    return (
      <div className="denuncias">
        <PageSentence titulo={TITULO}>Nenhuma denúncia carregada.</PageSentence>
        {navegacao}
        <Empty mensagem="Carregue a planilha de denúncias para ver os prazos." acao={<a href="#/dados">Ir para a página de dados</a>} />
      </div>
    );
  }
  return <ComRelogio {...props} mudar={mudar} parte={estado.parte} navegacao={navegacao} />;
}

interface ComRelogioProps extends DenunciasProps {
  readonly parte: keyof typeof COMPONENTES;
  readonly navegacao: ReactNode;
}

function ComRelogio({ estado: lido, mudar, snapshot, session, topologyUrl, lugaresUrl, doTerritorio, lerPacto, parte, navegacao }: ComRelogioProps) {
  const base = useBase(snapshot, session);
  const estado = useSame(soPrazosDoTerritorio(lido, doTerritorio));
  const { municipios } = base;
  const { territorio } = snapshot;
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const denuncias = extratos.find(({ id }) => id === "denuncias");
  const [doComputador] = useState(() => diaDoComputador(new Date()));
  const hoje = hojeDe({ em: estado.em, doComputador }, extratos, base.dataReferencia);
  const calendarios = calendarioDaAba();
  const { calendario } = useSyncExternalStore(calendarios.subscribe, calendarios.estado);
  const doUsuario = useMemo(() => calendario?.dias ?? [], [calendario]);
  const { regra, facultativosUteis } = estado;
  const inicio = denuncias?.inicio ?? null;
  const ajustes = useMemo(
    () => ajustesDe({ estado: { regra, facultativosUteis }, doTerritorio, uf: territorio.uf, sede: territorio.base, hoje, inicio, doUsuario }),
    [regra, facultativosUteis, doTerritorio, territorio, hoje, inicio, doUsuario],
  );
  const relogio = useRelogio(session, ajustes);
  const { carga, demonstracao, aviso } = relogio;
  const filtro = useSame(useMemo(() => filtroDe(estado, municipios), [estado, municipios]));
  const isPronto = carga.estado === "pronto";
  const resumo = usePergunta(relogio, "resumo", useMemo(() => ({ filtro }), [filtro]), { enabled: isPronto });

  const nomes = useMemo<NomesDoFiltro>(() => ({ municipios, nomesRegioes: nomesDasRegioes(municipios), doTerritorio }), [municipios, doTerritorio]);
  const nome = useMemo(() => nomesPorCodigo(municipios), [municipios]);
  const norma = useCallback((id: string) => territorio.normas.find((n) => n.id === id) ?? null, [territorio]);
  const filtrar = useCallback(
    (mudanca: Partial<MudancaDeFiltros>) => {
      mudar({ ...mudanca, pagina: 1 });
    },
    [mudar],
  );
  const cabecalho = useCallback(
    (titulo: string) =>
      cabecalhoDosPrazos({
        titulo,
        extratos,
        semAndamentos: aviso !== null,
        filtros: filtrosEmPalavras(estado, nomes),
        ajustes,
        norma: doTerritorio.norma === null ? null : norma(doTerritorio.norma),
        uf: territorio.uf,
        calendario,
        demonstracao,
      }),
    [extratos, aviso, estado, nomes, ajustes, doTerritorio, norma, territorio, calendario, demonstracao],
  );
  const contado = resumo.estado === "pronto" ? resumo.resposta : null;

  const props: ParteDeDenunciasProps = {
    territorio,
    doTerritorio,
    municipios,
    mesh: base.mesh,
    nome,
    nomesRegioes: nomes.nomesRegioes,
    norma,
    lerPacto,
    relogio,
    filtro,
    ajustes,
    doUsuario,
    estado,
    mudar,
    filtrar,
    cabecalho,
    demonstracao,
    hoje,
    snapshot,
    session,
    topologyUrl,
    lugaresUrl,
  };
  const Parte = COMPONENTES[parte];
  return (
    <div className={contado === null ? "denuncias denuncias-contando" : "denuncias"}>
      <PageSentence titulo={TITULO} demonstracao={demonstracao}>
        {carga.estado === "erro" || resumo.estado === "erro"
          ? "Os prazos não puderam ser contados."
          : contado === null
            ? "Contando os prazos das denúncias…"
            : frasePrazos(contado, hoje, recorteNaFrase(estado, nomes), doTerritorio.prazos.length > 0)}
      </PageSentence>
      {aviso === null ? null : (
        <p className="denuncias-aviso" role="note">
          {aviso}
        </p>
      )}
      {navegacao}
      {parte === "regras" ? null : (
        <Filtros
          estado={estado}
          mudar={mudar}
          filtrar={filtrar}
          nomes={nomes}
          nomeRegiao={territorio.nomeRegiao}
          hoje={hoje}
          meses={mesesDoRegistro(denuncias ?? { inicio: null, fim: null }, hoje)}
          casos={contado?.casos ?? null}
        />
      )}
      {carga.estado === "erro" ? (
        <ErrorState
          titulo="As denúncias não puderam ser lidas"
          mensagem={carga.erro.message}
          conserto={carga.erro.whatToDo}
          detalhe={carga.erro.detail}
          onTentarDeNovo={carga.tentarDeNovo}
        />
      ) : carga.estado === "carregando" ? (
        <Loading rotulo="lendo as denúncias e seus andamentos" altura="60rem" />
      ) : (
        <Suspense fallback={<Loading rotulo="Abrindo esta parte da página" altura="40rem" />}>
          <Parte {...props} />
        </Suspense>
      )}
      <p className="denuncias-impresso ui-only-print">
        {[...filtrosEmPalavras(estado, nomes), ...regrasEmPalavras({ ajustes, uf: territorio.uf, calendario })].join("; ")}.
      </p>
    </div>
  );
}
