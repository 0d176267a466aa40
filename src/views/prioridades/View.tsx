import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { count, formatDate } from "../../core/format.ts";
import type { Pesos } from "../../core/priority-index.ts";
import { FilterBar } from "../../ui/filters/FilterBar.tsx";
import { NormaLink } from "../../ui/norma/NormaLink.tsx";
import { Drawer } from "../../ui/panel/Drawer.tsx";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useBase } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { cabecalhoDe } from "./cabecalho.ts";
import { ESTADO_PADRAO, type Estado } from "./estado.ts";
import { fraseIndicador, fraseIndice } from "./frase.ts";
import { fundamentoDasVisitas } from "./fundamento.ts";
import { Histograma } from "./Histograma.tsx";
import { IndicatorPicker, MeasureNote } from "./IndicatorPicker.tsx";
import { MapAndRanking } from "./MapAndRanking.tsx";
import { gruposDeIndicadores } from "./medida.ts";
import { MunicipioPanel } from "./MunicipioPanel.tsx";
import { RankingActions } from "./RankingActions.tsx";
import { Serie } from "./Serie.tsx";
import { useModelo } from "./use-model.ts";
import { usePesos } from "./use-pesos.ts";
import { useWide } from "../../ui/use-wide.ts";
import { WeightsPanel } from "./WeightsPanel.tsx";
import "./view.css";
import "./painel.css";
import "./impressao.css";

/** Where technical visits go: the sentence, the map and the ranking that prove it, and why. */
export default function View({ estado, mudar, snapshot, session, topologyUrl }: ViewProps<Estado>) {
  const base = useBase(snapshot, session);
  const { territorio, fontes } = snapshot;
  const mudarAgora = useLatest(mudar);
  const wide = useWide();
  const [aberto, setAberto] = useState<"pesos" | "filtros" | null>(null);
  const [naChegada] = useState(estado.municipio);

  const gravarPesos = useCallback((pesos: Pesos) => mudarAgora({ pesos }, { replace: true }), [mudarAgora]);
  const { pesos, mover } = usePesos(estado.pesos, gravarPesos);
  const modelo = useModelo(snapshot, base, estado, pesos);
  const { medida, eIndice, prepared } = modelo;
  // While a handle moves, map, list and sentence come first; the histogram follows when there is time.
  const adiado = useDeferredValue(modelo);

  const grupos = useMemo(
    () => gruposDeIndicadores(territorio, base.catalogo, base.colunas),
    [territorio, base.catalogo, base.colunas],
  );
  const contexto = useMemo(
    () => ({
      indice: territorio.indice,
      prepared,
      catalogo: base.catalogo,
      colunas: base.colunas,
      fontes,
      municipios: base.municipios,
      proveniencia: base.proveniencia,
    }),
    [territorio, prepared, base, fontes],
  );
  const cabecalho = useMemo(
    () => ({
      ...cabecalhoDe({ ...contexto, medida, eIndice, pesos, filtros: modelo.filtros, dataReferencia: base.dataReferencia }),
      demonstracao: session.extracts().some(({ id, demonstracao }) => id === "indicadores" && demonstracao),
    }),
    [contexto, medida, eIndice, pesos, modelo.filtros, base.dataReferencia, session],
  );
  const fundamento = useMemo(() => fundamentoDasVisitas(territorio), [territorio]);

  const selecionar = useCallback((municipio: number | null) => mudarAgora({ municipio }), [mudarAgora]);
  const fecharPainel = useCallback(() => mudarAgora({ municipio: null }), [mudarAgora]);
  const ordenar = useCallback((ordem: Estado["ordem"]) => mudarAgora({ ordem }), [mudarAgora]);
  const escolherIndicador = useCallback(
    (indicador: string) => mudarAgora({ indicador, ordem: ESTADO_PADRAO.ordem }),
    [mudarAgora],
  );
  const fecharGaveta = useCallback(() => {
    setAberto(null);
  }, []);

  const selecionado = base.municipios.find(({ codigo }) => codigo === estado.municipio) ?? null;
  const serie =
    selecionado === null || eIndice ? null : (
      <Serie session={session} municipio={selecionado} medida={medida} cabecalho={cabecalho} />
    );
  const painelPesos = (
    <WeightsPanel indice={territorio.indice} prepared={prepared} pesos={pesos} onMudar={mover} />
  );
  const filtros = (
    <FilterBar
      municipios={base.municipios}
      regioes={estado.regiao}
      portes={estado.porte}
      busca={estado.busca}
      nomeRegiao={territorio.nomeRegiao}
      onMudar={({ regioes, portes, busca }, opcoes) => {
        mudar(
          {
            ...(regioes === undefined ? {} : { regiao: regioes }),
            ...(portes === undefined ? {} : { porte: portes }),
            ...(busca === undefined ? {} : { busca }),
          },
          opcoes,
        );
      }}
    />
  );
  const histograma = <Histograma medida={adiado.medida} layer={adiado.layer} selecionado={selecionado} cabecalho={cabecalho} />;
  const sobreAMedida = (
    <div className="prioridades-sobre">
      <MeasureNote medida={medida} />
      {fundamento === null ? null : (
        <p className="prioridades-fundamento ui-small">
          Visitas técnicas são definidas a partir de indicadores da Vigilância Socioassistencial (
          <NormaLink norma={fundamento.norma} artigo={fundamento.artigo} />
          ). A nota ajuda a decidir; não avalia a gestão de ninguém.
        </p>
      )}
    </div>
  );
  const emUso = estado.regiao.length + estado.porte.length + (estado.busca === "" ? 0 : 1);

  return (
    <div className="prioridades">
      <div className="prioridades-topo">
        <PageSentence>{eIndice ? fraseIndice(modelo) : fraseIndicador(modelo)}</PageSentence>
        {base.erro === null ? null : (
          <ErrorState titulo="O arquivo carregado não abriu" mensagem={base.erro.message} conserto={base.erro.whatToDo} detalhe={base.erro.detail} />
        )}
        {base.carregando ? <Loading rotulo="Lendo o arquivo carregado" /> : null}
        <div className="prioridades-controles">
          <IndicatorPicker nomeIndice={territorio.indice.nome} grupos={grupos} medida={medida} onMudar={escolherIndicador} />
          {wide ? (
            filtros
          ) : (
            <div className="prioridades-botoes">
              <button type="button" className="ui-button" aria-haspopup="dialog" onClick={() => setAberto("filtros")}>
                Filtros{emUso === 0 ? "" : ` (${emUso})`}
              </button>
              <button type="button" className="ui-button" aria-haspopup="dialog" onClick={() => setAberto("pesos")}>
                Pesos{Object.keys(pesos).length === 0 ? "" : " (mudados)"}
              </button>
            </div>
          )}
        </div>
        {wide ? sobreAMedida : null}
      </div>

      <MapAndRanking
        modelo={modelo}
        mesh={base.mesh}
        topologyUrl={topologyUrl}
        selecionado={selecionado?.codigo ?? null}
        onSelecionar={selecionar}
        ordem={estado.ordem}
        onOrdem={ordenar}
        cabecalho={cabecalho}
        abaixoDoMapa={wide ? histograma : sobreAMedida}
        noFim={wide ? null : histograma}
        acimaDaLista={
          <RankingActions
            modelo={modelo}
            cabecalho={cabecalho}
            ordem={estado.ordem}
            pesosAbertos={wide ? aberto === "pesos" : null}
            pesosMudados={Object.keys(pesos).length > 0}
            onPesos={() => {
              setAberto(aberto === "pesos" ? null : "pesos");
            }}
          />
        }
        gaveta={
          wide && aberto === "pesos" ? (
            <section className="prioridades-gaveta" aria-label="Pesos das dimensões">
              <h2>Pesos</h2>
              {painelPesos}
            </section>
          ) : null
        }
        painel={
          selecionado === null ? null : (
            <MunicipioPanel
              municipio={selecionado}
              modelo={modelo}
              contexto={contexto}
              pesos={pesos}
              focar={selecionado.codigo !== naChegada}
              onFechar={fecharPainel}
              onIndicador={escolherIndicador}
              serie={serie}
            />
          )
        }
      />

      <p className="prioridades-impresso">
        Fonte: {cabecalho.fontes.join("; ")}. Filtros: {cabecalho.filtros.length === 0 ? "sem filtros" : cabecalho.filtros.join("; ")}.
        Data de referência: {formatDate(cabecalho.dataReferencia)}.
      </p>

      {wide ? null : (
        <>
          <Drawer aberto={aberto === "pesos"} titulo="Pesos das dimensões" onFechar={fecharGaveta}>
            {painelPesos}
          </Drawer>
          <Drawer aberto={aberto === "filtros"} titulo="Filtros" onFechar={fecharGaveta}>
            {filtros}
            <button type="button" className="ui-button ui-button-primary" onClick={fecharGaveta}>
              Ver {count(modelo.visiveis.length, "município", "municípios")}
            </button>
          </Drawer>
        </>
      )}
    </div>
  );
}

/** One function for the life of the view that always calls the newest one: the shell makes `mudar` anew at every render. */
function useLatest(mudar: ViewProps<Estado>["mudar"]): ViewProps<Estado>["mudar"] {
  const atual = useRef(mudar);
  useEffect(() => {
    atual.current = mudar;
  });
  return useCallback((mudanca, opcoes) => {
    atual.current(mudanca, opcoes);
  }, []);
}
