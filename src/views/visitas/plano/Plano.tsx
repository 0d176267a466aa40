import { DndContext, DragOverlay, KeyboardSensor, PointerSensor, useSensor, useSensors, type DragEndEvent } from "@dnd-kit/core";
import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import type { Viagem } from "../../../core/visitas/plano.ts";
import { CloseButton } from "../../../ui/panel/CloseButton.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { Skeleton } from "../../../ui/states/Skeleton.tsx";
import { useInTurn } from "../../../ui/use-growing.ts";
import { equipesDe } from "../equipes.ts";
import { BaixarPlano } from "../impressao/BaixarPlano.tsx";
import { foraDosFiltros } from "../motivos/filtro.ts";
import type { Edicao, ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { trimestresDe } from "../periodo.ts";
import { AbrirPlano } from "./AbrirPlano.tsx";
import { alvoDoArrasto, anuncios, entreViagens, INSTRUCOES_DO_ARRASTO, viagemDoAlvo } from "./arrasto.ts";
import { Calendario, LegendaDoCalendario } from "./Calendario.tsx";
import { Filtros } from "./Filtros.tsx";
import { viagensDoRecorte } from "./linhas.ts";
import { MudarMunicipio } from "./MudarMunicipio.tsx";
import { Viagens } from "./Viagens.tsx";
import "./plano.css";

const Mapa = lazy(() => import("../mapa/Mapa.tsx"));

// Made once: what can be dragged is rendered again whenever they are others.
const DO_PONTEIRO = { activationConstraint: { distance: 6 } };
const DO_TECLADO = { coordinateGetter: entreViagens };

/** Who goes where and when: calendar, map and tours, changed by hand. */
export default function Plano(props: ParteDeVisitasProps) {
  const { feito, entrada, aplicar, andamento } = props;
  if (feito === null) {
    return (
      <div className="visitas-parte">
        {andamento.estado === "falhou" ? null : <Loading rotulo="Fazendo o plano" altura="30rem" />}
        <AbrirPlano entrada={entrada} aplicar={aplicar} />
      </div>
    );
  }
  return <DoPlano {...props} feito={feito} />;
}

function DoPlano({ feito, ...props }: ParteDeVisitasProps & { readonly feito: PlanoFeito }) {
  const { municipios, mesh, nome, estado, mudar, aplicar, territorio, doTerritorio, cabecalho, emVigor, topologyUrl } = props;
  const { plano, entrada } = feito;
  const { regiao, porte, busca, equipe } = estado;
  const equipes = useMemo(() => equipesDe(entrada.ajustes, nome), [entrada.ajustes, nome]);
  const trimestres = useMemo(() => trimestresDe(entrada.ajustes), [entrada.ajustes]);
  const fora = useMemo(() => foraDosFiltros(municipios, { regiao, porte, busca }), [municipios, regiao, porte, busca]);
  const [pedido, setPedido] = useState<number | null>(null);
  const visiveis = useMemo(
    () => viagensDoRecorte(plano.viagens, { equipe, trimestre: pedido, fora }),
    [plano.viagens, equipe, pedido, fora],
  );
  const [alvo, setAlvo] = useState<number | "novo" | null>(null);
  const [noAr, setNoAr] = useState<number | null>(null);
  const [aviso, setAviso] = useState("");
  // The map comes a turn after calendar and cards: together they would hold the page's thread too long.
  const semMapa = useDeferredValue(false, true);
  const feitoNoMapa = useInTurn(feito);
  const sensores = useSensors(
    useSensor(PointerSensor, DO_PONTEIRO),
    useSensor(KeyboardSensor, DO_TECLADO),
  );
  // The cards are drawn again only for what is theirs, not because a function of the page is new.
  const aplicarAgora = useRef(aplicar);
  useEffect(() => {
    aplicarAgora.current = aplicar;
  });
  const fazer = useCallback(async (edicao: Edicao): Promise<string | null> => {
    setAviso("");
    const recusa = await aplicarAgora.current(edicao);
    setAviso(recusa ?? "Feito. Para voltar atrás, use Desfazer.");
    return recusa;
  }, []);
  const selecionar = useCallback(
    (viagem: string, municipio: number | null) => {
      mudar({ viagem, municipio });
    },
    [mudar],
  );
  const selecionarViagem = useCallback(
    (viagem: string) => {
      selecionar(viagem, null);
    },
    [selecionar],
  );
  const noCalendario = useMemo(() => (equipe === null ? equipes : equipes.filter(({ id }) => id === equipe)), [equipes, equipe]);
  const travar = useCallback(
    (viagem: Viagem) => {
      void fazer({ tipo: viagem.travada ? "destravar-viagem" : "travar-viagem", viagem: viagem.id });
    },
    [fazer],
  );
  const novo = useCallback(() => {
    setAlvo("novo");
  }, []);
  const soltar = ({ active, over }: DragEndEvent): void => {
    setNoAr(null);
    const viagem = viagemDoAlvo(over?.data.current);
    if (viagem === null || viagem === viagemDoAlvo(active.data.current)) return;
    void fazer({ tipo: "mover", codigo: Number(active.id), destino: { tipo: "viagem", viagem } });
  };
  const acessibilidade = useMemo(() => ({ announcements: anuncios(nome), screenReaderInstructions: INSTRUCOES_DO_ARRASTO }), [nome]);
  const demonstracao = cabecalho.demonstracao;
  const diarias = doTerritorio.notas.find(({ campo }) => campo === "prazoDiarias");

  return (
    <div className="visitas-parte">
      <Filtros
        municipios={municipios}
        territorio={territorio}
        estado={estado}
        mudar={mudar}
        equipes={equipes}
        trimestres={trimestres}
        trimestre={pedido}
        onTrimestre={setPedido}
        viagens={visiveis.length}
      />
      <DndContext
        sensors={sensores}
        collisionDetection={alvoDoArrasto}
        accessibility={acessibilidade}
        onDragStart={({ active }) => {
          setNoAr(Number(active.id));
        }}
        onDragCancel={() => {
          setNoAr(null);
        }}
        onDragEnd={soltar}
      >
        {trimestres
          .filter(({ numero }) => pedido === null || numero === pedido)
          .map((trimestre) => (
            <Calendario
              key={trimestre.numero}
              trimestre={trimestre}
              equipes={noCalendario}
              viagens={plano.viagens}
              entrada={entrada}
              nome={nome}
              selecionada={estado.viagem}
              onSelecionar={selecionarViagem}
            />
          ))}
        <LegendaDoCalendario />
        <div role="status" className="visitas-aviso ui-no-print">
          {aviso === "" ? null : (
            <div>
              <p className="ui-small">{aviso}</p>
              <CloseButton
                onFechar={() => {
                  setAviso("");
                }}
              />
            </div>
          )}
        </div>
        <div className="visitas-corpo">
          <div className="visitas-mapa">
            {semMapa ? (
              <Skeleton altura="30rem" />
            ) : (
              <Suspense fallback={<Skeleton altura="30rem" />}>
                <Mapa {...{ municipios, mesh, nome, estado, mudar, cabecalho, topologyUrl, equipes, fora }} feito={feitoNoMapa} />
              </Suspense>
            )}
          </div>
          <Viagens
            nome={nome}
            estado={estado}
            cabecalho={cabecalho}
            feito={feito}
            viagens={visiveis}
            equipes={equipes}
            fora={fora}
            onSelecionar={selecionar}
            onTravar={travar}
            onMudar={setAlvo}
            onAcrescentar={novo}
          />
        </div>
        <DragOverlay dropAnimation={null}>{noAr === null ? null : <div className="visitas-no-ar">{nome(noAr)}</div>}</DragOverlay>
      </DndContext>
      <MudarMunicipio
        feito={feito}
        equipes={equipes}
        metodo={estado.metodo}
        alvo={alvo}
        nome={nome}
        onFechar={() => {
          setAlvo(null);
        }}
        onAplicar={fazer}
      />
      <BaixarPlano
        plano={plano}
        entrada={entrada}
        municipios={municipios}
        nome={nome}
        cabecalho={cabecalho}
        selo={{
          territorio: territorio.uf,
          metodo: { nome: emVigor.metodo.nome, sha256: feito.metodo },
          dados: { sha256: feito.dados },
          demonstracao,
        }}
        orgao={territorio.orgao}
        regraDasDiarias={diarias?.fonte ?? null}
      />
      <AbrirPlano entrada={props.entrada} aplicar={aplicar} />
    </div>
  );
}
