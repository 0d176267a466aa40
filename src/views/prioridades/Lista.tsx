import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { count } from "../../core/format.ts";
import type { Session } from "../../data/session/session.ts";
import { FilterBar } from "../../ui/filters/FilterBar.tsx";
import { NormaLink } from "../../ui/norma/NormaLink.tsx";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { Drawer } from "../../ui/panel/Drawer.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import type { Base } from "../../ui/use-base.ts";
import { useWide } from "../../ui/use-wide.ts";
import { ESTADO_PADRAO, type Estado, type Mapa } from "./estado.ts";
import { fundamentoDasVisitas } from "../../core/fundamento.ts";
import { Histograma } from "./Histograma.tsx";
import { IndicatorPicker, MeasureNote } from "./IndicatorPicker.tsx";
import { linhaViva, PontosContext, pontosDe } from "./linha-viva.ts";
import { mapasDe, useCamada } from "./mapa/use-camada.ts";
import { MapAndRanking } from "./MapAndRanking.tsx";
import { gruposDeIndicadores } from "./medida.ts";
import { MunicipioPanel } from "./MunicipioPanel.tsx";
import type { ParteProps } from "./parte.ts";
import { RankingActions } from "./RankingActions.tsx";
import { Serie } from "./Serie.tsx";
import type { Modelo } from "./use-model.ts";
import { WeightsPanel } from "./WeightsPanel.tsx";

const Comparar = lazy(() => import("./comparar/Comparar.tsx"));

const MAPA_ROTULO: Readonly<Record<Mapa, string>> = {
  valor: "valor por município",
  bivariado: "necessidade e capacidade",
  agrupamentos: "grupos de vizinhos",
};

export interface ListaProps extends ParteProps {
  /** The model a moment ago: what may follow later than map and list. */
  readonly adiado: Modelo;
  readonly base: Base;
  readonly session: Session;
  readonly topologyUrl: string;
  readonly lerPacto: () => Promise<unknown>;
  /** The municipality whose panel was open on arrival. */
  readonly naChegada: number | null;
}

/** The front part: map, list, weights and the panel of one municipality, all on one selection. */
export function Lista(props: ListaProps) {
  const { territorio, modelo, adiado, emVigor, contexto, cabecalho, base, session, estado, mudar } = props;
  const { medida, eIndice } = modelo;
  const { metodo, mudado } = emVigor;
  const wide = useWide();
  const { sorteios, visitas } = props;
  const { k } = metodo;
  const viva = useMemo(() => linhaViva(k, sorteios, visitas), [k, sorteios, visitas]);
  const { preparada, scores, unidade } = modelo;
  const pontos = useMemo(() => pontosDe({ preparada, scores, unidade }), [preparada, scores, unidade]);
  const mapas = mapasDe(territorio, modelo);
  const mapa = mapas.includes(estado.mapa) ? estado.mapa : "valor";
  const escolhida = useCamada(mapa, territorio, adiado, base.mesh);
  const [aberto, setAberto] = useState<"pesos" | "filtros" | null>(null);

  const grupos = useMemo(
    () => gruposDeIndicadores(territorio, base.catalogo, base.colunas),
    [territorio, base.catalogo, base.colunas],
  );
  const fundamento = useMemo(() => fundamentoDasVisitas(territorio), [territorio]);
  const selecionar = useCallback((municipio: number | null) => mudar({ municipio }), [mudar]);
  const fecharPainel = useCallback(() => mudar({ municipio: null }), [mudar]);
  const ordenar = useCallback((ordem: Estado["ordem"]) => mudar({ ordem }), [mudar]);
  const escolherIndicador = useCallback(
    (indicador: string) => mudar({ indicador, ordem: ESTADO_PADRAO.ordem, mapa: ESTADO_PADRAO.mapa }),
    [mudar],
  );
  const comparar = useCallback((comparados: readonly number[]) => mudar({ comparar: comparados }), [mudar]);
  const fecharGaveta = useCallback(() => {
    setAberto(null);
  }, []);

  const selecionado = base.municipios.find(({ codigo }) => codigo === estado.municipio) ?? null;
  const serie =
    selecionado === null || eIndice ? null : (
      <Serie session={session} municipio={selecionado} medida={medida} cabecalho={cabecalho} />
    );
  const painelPesos = (
    <WeightsPanel
      indice={territorio.indice}
      catalogo={base.catalogo}
      metodo={metodo}
      mudado={mudado}
      onMudar={emVigor.mudar}
      onVoltar={emVigor.voltar}
    />
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
  const modo = (
    <div className="prioridades-modo">
      <SelectField
        rotulo="Como o mapa mostra"
        valor={mapa}
        opcoes={mapas.map((valor) => ({ valor, rotulo: MAPA_ROTULO[valor] }))}
        onMudar={(valor) => {
          mudar({ mapa: mapas.find((m) => m === valor) ?? "valor" });
        }}
      />
    </div>
  );
  const sobreAMedida = (
    <div className="prioridades-sobre">
      {wide ? null : modo}
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
  const andamento = escolhida.erro ?? (escolhida.calculando ? "Calculando os grupos de vizinhos…" : "");
  const emUso = estado.regiao.length + estado.porte.length + (estado.busca === "" ? 0 : 1);

  return (
    <>
      <div className="prioridades-controles">
        <IndicatorPicker nomeIndice={territorio.indice.nome} grupos={grupos} medida={medida} onMudar={escolherIndicador} />
        {wide ? (
          <>
            {modo}
            {filtros}
          </>
        ) : (
          <div className="prioridades-botoes">
            <button type="button" className="ui-button" aria-haspopup="dialog" onClick={() => setAberto("filtros")}>
              Filtros{emUso === 0 ? "" : ` (${emUso})`}
            </button>
            <button type="button" className="ui-button" aria-haspopup="dialog" onClick={() => setAberto("pesos")}>
              Pesos{mudado ? " (mudados)" : ""}
            </button>
          </div>
        )}
      </div>
      {wide ? sobreAMedida : null}

      <p role="status" className={andamento === "" ? "ui-hidden" : "ui-small"}>
        {andamento}
      </p>
      <PontosContext value={pontos}>
        <MapAndRanking
          modelo={modelo}
          camada={mapa === "valor" ? null : escolhida.camada}
          viva={viva}
          incerteza={eIndice ? sorteios.porMunicipio : null}
          mesh={base.mesh}
          topologyUrl={props.topologyUrl}
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
              viva={viva}
              pontos={pontos}
              cabecalho={cabecalho}
              ordem={estado.ordem}
              pesosAbertos={wide ? aberto === "pesos" : null}
              pesosMudados={mudado}
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
                viva={viva}
                cabecalho={cabecalho}
                dataReferencia={props.dataReferencia}
                metodo={estado.metodo}
                comparados={estado.comparar}
                onComparar={comparar}
                focar={selecionado.codigo !== props.naChegada}
                onFechar={fecharPainel}
                onIndicador={escolherIndicador}
                serie={serie}
                session={session}
                normas={territorio.normas}
                lerPacto={props.lerPacto}
              />
            )
          }
        />
      </PontosContext>
      {estado.comparar.length === 0 ? null : (
        <Suspense fallback={<Loading rotulo="Abrindo a comparação" />}>
          <Comparar {...props} />
        </Suspense>
      )}

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
    </>
  );
}
