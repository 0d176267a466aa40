import { lazy, memo, Suspense, useCallback, useMemo, useState, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import { formatDate } from "../../core/format.ts";
import { nomesDasRegioes, nomesPorCodigo } from "../../core/municipio.ts";
import type { Pacto } from "../../core/pacto/index.ts";
import type { AjustesDoApoio } from "../../data/apoio/perguntas.ts";
import { parsePacto } from "../../data/apoio/pacto.ts";
import { useApoio } from "../../ui/apoio/use-apoio.ts";
import { PartNav } from "../../ui/parts/PartNav.tsx";
import { Empty } from "../../ui/states/Empty.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { type Base, useBase } from "../../ui/use-base.ts";
import { useSame, useStable } from "../../ui/use-stable.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { cabecalhoDaParte } from "./cabecalho.ts";
import { PARTES, type Estado, type Parte } from "./estado.ts";
import { avisosDoPeriodo } from "./filtros/avisos.ts";
import { Filtros } from "./filtros/Filtros.tsx";
import { dentroDe } from "./filtros/lugar.ts";
import { lugaresEmPalavras, periodoEmPalavras } from "./filtros/palavras.ts";
import { periodoAte } from "./filtros/periodo.ts";
import { FraseDaParte, LugarDaFrase } from "./frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "./parte.ts";
import { PARTE_ROTULO } from "./rotulos.ts";
import { useNotas } from "./use-notas.ts";
import "./view.css";

const TITULO = "Cobertura do apoio técnico";

const OndeChegou = lazy(() => import("./mapa/OndeChegou.tsx"));

const COMPONENTES = {
  pactuado: memo(lazy(() => import("./pactuado/Pactuado.tsx"))),
  minimo: memo(lazy(() => import("./minimo/Minimo.tsx"))),
  equidade: memo(lazy(() => import("./equidade/Equidade.tsx"))),
  efeito: memo(lazy(() => import("./efeito/Efeito.tsx"))),
  planos: memo(lazy(() => import("./planos/Planos.tsx"))),
  servicos: memo(lazy(() => import("./servicos/Servicos.tsx"))),
  trabalho: memo(lazy(() => import("./trabalho/Trabalho.tsx"))),
} as const;

type OutraParte = keyof typeof COMPONENTES;

/** Parts that are counted from the record of support, and have nothing to show without it. */
const DO_REGISTRO: ReadonlySet<Parte> = new Set(["mapa", "pactuado", "minimo", "equidade", "efeito"]);

/** Those that count up to today and do not say themselves what the record lacks of it. */
const COM_AVISO: ReadonlySet<Parte> = new Set(["pactuado", "minimo", "equidade"]);

/** Common filters that a part counts by; the others are not offered. */
const FILTROS: Readonly<Record<OutraParte, { readonly lugar: boolean; readonly periodo: boolean; readonly dia: boolean }>> = {
  pactuado: { lugar: true, periodo: true, dia: true },
  minimo: { lugar: true, periodo: false, dia: true },
  equidade: { lugar: true, periodo: true, dia: true },
  efeito: { lugar: true, periodo: false, dia: true },
  planos: { lugar: true, periodo: false, dia: true },
  servicos: { lugar: true, periodo: false, dia: false },
  trabalho: { lugar: false, periodo: false, dia: false },
};

/**
 * The page `#/cobertura`: did the support that was pacted reach who needed it, and what does the state still owe?
 * @param padrao content of `apoio.json`; throws what `parsePacto` throws
 */
export function paginaDeCobertura(padrao: unknown): ComponentType<ViewProps<Estado>> {
  const pacto = parsePacto(padrao);
  return function CoberturaView(props) {
    return <Cobertura {...props} pacto={pacto} />;
  };
}

interface CoberturaProps extends ViewProps<Estado> {
  readonly pacto: Pacto;
}

function Cobertura({ estado: lido, mudar: mudarEndereco, pacto, ...props }: CoberturaProps) {
  const { snapshot, session, topologyUrl } = props;
  const { territorio } = snapshot;
  const estado = useSame(lido);
  const mudar = useStable(mudarEndereco);
  const base = useBase(snapshot, session);
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const extrato = extratos.find(({ id, linhas }) => id === "apoios" && linhas > 0);
  const { municipios } = base;
  const nomesRegioes = useMemo(() => nomesDasRegioes(municipios), [municipios]);
  const norma = useCallback((id: string) => territorio.normas.find((n) => n.id === id) ?? null, [territorio]);
  const hoje = estado.em ?? base.dataReferencia;
  const { parte } = estado;
  return (
    <Moldura parte={parte} mudar={mudar}>
      {extrato === undefined && DO_REGISTRO.has(parte) ? (
        <>
          <FraseDaParte demonstracao={false}>Nenhum registro de apoio técnico carregado.</FraseDaParte>
          <Empty mensagem="Carregue a planilha de apoios para ver a cobertura." acao={<a href="#/dados">Ir para a página de dados</a>} />
        </>
      ) : parte !== "mapa" ? (
        <ComApoio {...props} parte={parte} estado={estado} mudar={mudar} pacto={pacto} base={base} hoje={hoje} nomesRegioes={nomesRegioes} norma={norma} />
      ) : extrato === undefined ? null : (
        <OndeChegou
          territorio={territorio}
          pacto={pacto}
          norma={norma}
          nomesRegioes={nomesRegioes}
          estado={estado}
          mudar={mudar}
          hoje={hoje}
          session={session}
          topologyUrl={topologyUrl}
          base={base}
          extrato={extrato}
        />
      )}
    </Moldura>
  );
}

interface MolduraProps {
  readonly parte: Parte;
  readonly mudar: ViewProps<Estado>["mudar"];
  readonly children: ReactNode;
}

/** Title, room for the part's sentence, and the way to the other parts. */
function Moldura({ parte, mudar, children }: MolduraProps) {
  const [frase, setFrase] = useState<HTMLElement | null>(null);
  const [marca, setMarca] = useState<HTMLElement | null>(null);
  const lugares = useMemo(() => ({ frase, marca }), [frase, marca]);
  return (
    <div className="cobertura">
      <header className="states-sentence">
        <div className="ui-row">
          <h1>{TITULO}</h1>
          <span ref={setMarca} />
        </div>
        <p ref={setFrase} className="states-sentence-text cobertura-frase" aria-live="polite" />
      </header>
      <PartNav
        partes={PARTES}
        rotulo={PARTE_ROTULO}
        atual={parte}
        onEscolher={(escolhida) => {
          mudar({ parte: escolhida });
        }}
      />
      <LugarDaFrase value={lugares}>
        <Suspense fallback={<Loading rotulo="Abrindo esta parte da página" altura="40rem" />}>{children}</Suspense>
      </LugarDaFrase>
    </div>
  );
}

interface ComApoioProps
  extends Omit<ViewProps<Estado>, "estado" | "mudar">,
    Pick<ParteDeCoberturaProps, "pacto" | "estado" | "mudar" | "hoje" | "nomesRegioes" | "norma"> {
  readonly parte: OutraParte;
  readonly base: Base;
}

function ComApoio({ parte, estado, mudar, pacto, base, hoje, nomesRegioes, norma, snapshot, session, topologyUrl, lugaresUrl }: ComApoioProps) {
  const { municipios, dataReferencia } = base;
  const { territorio } = snapshot;
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const notas = useNotas(snapshot, base);
  const ajustes = useMemo<AjustesDoApoio>(
    () => ({ hoje, pacto, codigos: municipios.map(({ codigo }) => codigo), populacao: municipios.map(({ populacao }) => populacao), notas }),
    [hoje, pacto, municipios, notas],
  );
  const apoio = useApoio(session, ajustes);
  const { carga, demonstracao } = apoio;
  const { regioes, portes, meses } = estado;
  const dentro = useMemo(() => dentroDe(municipios, { regioes, portes }), [municipios, regioes, portes]);
  const periodo = useMemo(() => periodoAte(hoje, meses), [hoje, meses]);
  const nome = useMemo(() => nomesPorCodigo(municipios), [municipios]);
  const filtros = FILTROS[parte];
  const emPalavras = useMemo(
    () => [...(filtros.periodo ? [`período: ${periodoEmPalavras(periodo)}`] : []), ...(filtros.lugar ? lugaresEmPalavras({ regioes, portes }, nomesRegioes) : [])],
    [filtros, periodo, regioes, portes, nomesRegioes],
  );
  const cabecalho = useCallback(
    (titulo: string, deDemonstracao = demonstracao) =>
      cabecalhoDaParte({
        titulo,
        parte,
        extratos,
        norma: pacto.norma === null ? null : norma(pacto.norma),
        filtros: emPalavras,
        hoje,
        demonstracao: deDemonstracao,
      }),
    [demonstracao, parte, extratos, pacto, norma, emPalavras, hoje],
  );
  const extrato = extratos.find(({ id }) => id === "apoios") ?? SEM_EXTRATO;
  const avisos = COM_AVISO.has(parte) ? avisosDoPeriodo({ de: filtros.periodo ? periodo.de : null, ate: hoje }, extrato) : [];

  const props: ParteDeCoberturaProps = {
    territorio,
    pacto,
    municipios,
    mesh: base.mesh,
    nome,
    nomesRegioes,
    norma,
    apoio,
    ajustes,
    dentro,
    periodo,
    estado,
    mudar,
    cabecalho,
    demonstracao,
    hoje,
    snapshot,
    session,
    topologyUrl,
    lugaresUrl,
  };
  const Conteudo = COMPONENTES[parte];
  const espera = DO_REGISTRO.has(parte);
  return (
    <>
      {base.erro === null ? null : (
        <ErrorState
          titulo="O arquivo de municípios ou de indicadores não abriu"
          mensagem={base.erro.message}
          conserto={base.erro.whatToDo}
          detalhe={base.erro.detail}
        />
      )}
      {filtros.lugar ? (
        <Filtros
          estado={estado}
          mudar={mudar}
          municipios={municipios}
          nomeRegiao={territorio.nomeRegiao}
          hoje={hoje}
          dataReferencia={dataReferencia}
          extrato={extrato}
          dentro={dentro === null ? municipios.length : dentro.length}
          comPeriodo={filtros.periodo}
          comDia={filtros.dia}
        />
      ) : null}
      {avisos.length === 0 ? null : (
        <ul className="cobertura-avisos">
          {avisos.map((aviso) => (
            <li key={aviso}>{aviso}</li>
          ))}
        </ul>
      )}
      {espera && carga.estado === "erro" ? (
        <ErrorState
          titulo="O registro de apoio não pôde ser lido"
          mensagem={carga.erro.message}
          conserto={carga.erro.whatToDo}
          detalhe={carga.erro.detail}
          onTentarDeNovo={carga.tentarDeNovo}
        />
      ) : espera && carga.estado === "carregando" ? (
        <>
          <FraseDaParte demonstracao={demonstracao}>Lendo o registro de apoio técnico…</FraseDaParte>
          <Loading rotulo="lendo o registro de apoio técnico" altura="40rem" />
        </>
      ) : (
        <Suspense fallback={<Loading rotulo="Abrindo esta parte da página" altura="40rem" />}>
          <div className="cobertura-parte">
            <Conteudo {...props} />
          </div>
        </Suspense>
      )}
      <p className="ui-only-print ui-small">{[`Contado até ${formatDate(hoje)}`, ...emPalavras].join("; ")}.</p>
    </>
  );
}

const SEM_EXTRATO = { inicio: null, fim: null };
