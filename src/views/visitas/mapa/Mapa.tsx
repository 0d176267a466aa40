import { memo, useCallback, useMemo, useState } from "react";
import type { MapLayer } from "../../../core/map-layer.ts";
import { MapFigure } from "../../../ui/map/MapFigure.tsx";
import { Skeleton } from "../../../ui/states/Skeleton.tsx";
import { useGrowing } from "../../../ui/use-growing.ts";
import type { Equipe } from "../equipes.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { COLUNAS_DO_MAPA_CSV, colunasDoMapa } from "./colunas.tsx";
import { camadaDaNota, cartaoDaVisita, leituraDoMapa, linhasDoMapa, notasDoMapa, viagensNoMapa, type LinhaDoMapa } from "./model.ts";

export interface MapaProps extends Pick<ParteDeVisitasProps, "municipios" | "mesh" | "nome" | "estado" | "mudar" | "cabecalho" | "topologyUrl"> {
  readonly feito: PlanoFeito;
  readonly equipes: readonly Equipe[];
  /** Codes outside the filters of the page. */
  readonly fora: ReadonlySet<number>;
}

/** From so many municipalities on, what the map needs is worked out in several turns of the page's thread. */
const MUITOS = 1000;
const ETAPAS = 2;

/**
 * The tours of the plan over the need of each municipality. Choosing a municipality
 * chooses its tour; a team chosen on the page leaves only its own tours drawn.
 */
export default memo(function Mapa(props: MapaProps) {
  const { feito, municipios, equipes } = props;
  const { plano, entrada } = feito;
  const linhas = useMemo(() => linhasDoMapa({ plano, entrada, municipios, equipes }), [plano, entrada, municipios, equipes]);
  const etapa = useGrowing(ETAPAS, municipios.length < MUITOS ? ETAPAS : 0, 1);
  return etapa === 0 ? <Skeleton altura="30rem" /> : <Lido {...props} linhas={linhas} isPronto={etapa === ETAPAS} />;
});

interface LidoProps extends MapaProps {
  readonly linhas: readonly LinhaDoMapa[];
}

function Lido({ isPronto, ...props }: LidoProps & { readonly isPronto: boolean }) {
  const { feito, municipios, equipes, linhas } = props;
  const { entrada } = feito;
  const { equipe } = props.estado;
  // Of the input alone: the search changes the plan and not the colours.
  const layer = useMemo(() => camadaDaNota(notasDoMapa({ entrada, municipios })), [entrada, municipios]);
  const daEquipe = useMemo(
    () => (equipe === null ? null : (equipes.find(({ id }) => id === equipe) ?? { id: equipe, rotulo: equipe })),
    [equipes, equipe],
  );
  const leitura = useMemo(() => leituraDoMapa(feito.plano, linhas, daEquipe), [feito.plano, linhas, daEquipe]);
  if (!isPronto) return <Skeleton altura="30rem" />;
  return <Desenho {...props} layer={layer} leitura={leitura} daEquipe={daEquipe?.rotulo ?? null} />;
}

interface DesenhoProps extends LidoProps {
  readonly layer: MapLayer;
  readonly leitura: string;
  readonly daEquipe: string | null;
}

function Desenho({ feito, municipios, mesh, topologyUrl, nome, estado, mudar, equipes, fora, linhas, layer, leitura, daEquipe, ...props }: DesenhoProps) {
  const [destacado, setDestacado] = useState<number | null>(null);
  const { plano, entrada } = feito;
  const { equipe, viagem, municipio, metodo } = estado;
  const viagens = useMemo(() => viagensNoMapa(plano, equipes, equipe, viagem), [plano, equipes, equipe, viagem]);
  const porCodigo = useMemo(() => new Map(linhas.map((linha) => [linha.codigo, linha])), [linhas]);
  const colunas = useMemo(() => colunasDoMapa(metodo), [metodo]);
  const doFiltro = useMemo(() => linhas.filter(({ codigo }) => !fora.has(codigo)), [linhas, fora]);
  const rotulados = useMemo(
    () => plano.viagens.find(({ id }) => id === viagem)?.paradas.map(({ codigo }) => codigo) ?? NENHUM,
    [plano, viagem],
  );
  const card = useCallback(
    (codigo: number) => {
      const linha = porCodigo.get(codigo);
      return linha === undefined ? [] : cartaoDaVisita(linha, nome);
    },
    [porCodigo, nome],
  );
  const cabecalho = {
    ...props.cabecalho,
    titulo: "Viagens do plano de visitas",
    filtros: [...props.cabecalho.filtros, ...(daEquipe === null ? [] : [`viagens: ${daEquipe}`])],
  };
  return (
    <MapFigure
      mesh={mesh}
      topologyUrl={topologyUrl}
      municipios={municipios}
      layer={layer}
      viagens={viagens}
      selecionado={municipio}
      onSelecionar={(codigo) => {
        const doMunicipio = codigo === null ? null : (porCodigo.get(codigo)?.visita ?? null);
        mudar({ municipio: codigo, viagem: doMunicipio?.viagem.id ?? null });
      }}
      destacado={destacado}
      onDestacar={setDestacado}
      card={card}
      leitura={leitura}
      rotulados={rotulados}
      foraDoFiltro={fora}
      cabecalho={cabecalho}
      arquivo={`viagens-${entrada.ajustes.inicio}`}
      colunas={colunas}
      colunasCsv={COLUNAS_DO_MAPA_CSV}
      linhas={doFiltro}
      chave={chave}
    />
  );
}

const NENHUM: readonly number[] = [];

const chave = ({ codigo }: LinhaDoMapa): number => codigo;
