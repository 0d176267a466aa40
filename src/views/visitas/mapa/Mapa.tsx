import { useCallback, useMemo, useState } from "react";
import { MapFigure } from "../../../ui/map/MapFigure.tsx";
import { equipesDe } from "../equipes.ts";
import { foraDosFiltros } from "../motivos/filtro.ts";
import type { ParteDeVisitasProps, PlanoFeito } from "../parte.ts";
import { COLUNAS_DO_MAPA_CSV, colunasDoMapa } from "./colunas.tsx";
import { camadaDaNota, cartaoDaVisita, leituraDoMapa, linhasDoMapa, viagensNoMapa, type LinhaDoMapa } from "./model.ts";

export type MapaProps = Pick<ParteDeVisitasProps, "municipios" | "mesh" | "nome" | "estado" | "mudar" | "cabecalho" | "topologyUrl" | "feito">;

/**
 * The tours of the plan over the need of each municipality. Choosing a municipality
 * chooses its tour; a team chosen on the page leaves only its own tours drawn.
 */
export default function Mapa({ feito, ...props }: MapaProps) {
  return feito === null ? null : <Desenho {...props} feito={feito} />;
}

function Desenho(props: Omit<MapaProps, "feito"> & { readonly feito: PlanoFeito }) {
  const { feito, municipios, mesh, topologyUrl, nome, estado, mudar } = props;
  const [destacado, setDestacado] = useState<number | null>(null);
  const fora = useMemo(() => foraDosFiltros(municipios, estado), [municipios, estado]);
  const { plano, entrada } = feito;
  const { equipe, viagem, municipio, metodo } = estado;
  const equipes = useMemo(() => equipesDe(entrada.ajustes, nome), [entrada.ajustes, nome]);
  const linhas = useMemo(() => linhasDoMapa({ plano, entrada, municipios, equipes }), [plano, entrada, municipios, equipes]);
  const layer = useMemo(() => camadaDaNota(linhas), [linhas]);
  const viagens = useMemo(() => viagensNoMapa(plano, equipes, equipe, viagem), [plano, equipes, equipe, viagem]);
  const porCodigo = useMemo(() => new Map(linhas.map((linha) => [linha.codigo, linha])), [linhas]);
  const colunas = useMemo(() => colunasDoMapa(metodo), [metodo]);
  const doFiltro = useMemo(() => linhas.filter(({ codigo }) => !fora.has(codigo)), [linhas, fora]);
  const daEquipe = equipe === null ? null : (equipes.find(({ id }) => id === equipe) ?? { id: equipe, rotulo: equipe });
  const leitura = leituraDoMapa(plano, linhas, daEquipe);
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
    filtros: [...props.cabecalho.filtros, ...(daEquipe === null ? [] : [`viagens: ${daEquipe.rotulo}`])],
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
