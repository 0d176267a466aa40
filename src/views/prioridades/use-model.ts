import { useMemo } from "react";
import { prepareIndex, rankIndex, type Pesos, type PreparedIndex, type Ranking } from "../../core/priority-index.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import type { Base } from "../../ui/use-base.ts";
import { codec, INDICE, type Estado } from "./estado.ts";
import type { Recorte } from "./frase.ts";
import { medidaIndicador, medidaIndice, type Medida } from "./medida.ts";
import { camadaDe, codigosNoFiltro, filtrosEmPalavras, linhasDe, type Linha } from "./model.ts";

/** Everything the page draws, each step computed again only when what it depends on changes. */
export interface Modelo extends Recorte {
  readonly prepared: PreparedIndex;
  readonly ranking: Ranking;
  readonly medida: Medida;
  readonly eIndice: boolean;
  /** Rows that pass the filters. */
  readonly visiveis: readonly Linha[];
  readonly foraDoFiltro: ReadonlySet<number>;
}

/** `pesos` may run ahead of the address while a handle is dragged. */
export function useModelo(snapshot: Snapshot, base: Base, estado: Estado, pesos: Pesos): Modelo {
  const { municipios, colunas, catalogo, proveniencia } = base;
  const { indice } = snapshot.territorio;
  const prepared = useMemo(() => prepareIndex(indice, catalogo, colunas, municipios), [indice, catalogo, colunas, municipios]);
  const ranking = useMemo(() => rankIndex(prepared, pesos), [prepared, pesos]);

  const indicador = catalogo.find(({ id }) => id === estado.indicador) ?? null;
  const eIndice = estado.indicador === INDICE || indicador === null;
  const medidaPropria = useMemo(() => {
    if (eIndice || indicador === null) return null;
    const coluna = colunas.find((c) => c.indicador === indicador.id) ?? null;
    return medidaIndicador(indicador, coluna, municipios, snapshot.fontes, proveniencia);
  }, [eIndice, indicador, colunas, municipios, snapshot.fontes, proveniencia]);
  const medidaDoIndice = useMemo(() => medidaIndice(indice, ranking), [indice, ranking]);
  const medida = medidaPropria ?? medidaDoIndice;

  const layer = useMemo(() => camadaDe(medida), [medida]);
  const linhas = useMemo(() => linhasDe(municipios, medida, ranking, eIndice), [municipios, medida, ranking, eIndice]);

  const filtros = useFiltros(estado);
  const noFiltro = useMemo(() => codigosNoFiltro(municipios, filtros), [municipios, filtros]);
  const emPalavras = useMemo(() => filtrosEmPalavras(municipios, filtros), [municipios, filtros]);
  const visiveis = useMemo(() => linhas.filter(({ codigo }) => noFiltro.has(codigo)), [linhas, noFiltro]);
  const foraDoFiltro = useMemo(
    () => new Set(municipios.flatMap(({ codigo }) => (noFiltro.has(codigo) ? [] : [codigo]))),
    [municipios, noFiltro],
  );
  return { prepared, ranking, medida, eIndice, layer, linhas, noFiltro, visiveis, foraDoFiltro, municipios, filtros: emPalavras };
}

/** The filters as one object that changes only when they do: the state is decoded anew at every render. */
function useFiltros({ regiao, porte, busca }: Estado): Pick<Estado, "regiao" | "porte" | "busca"> {
  const regioes = regiao.join(",");
  const portes = porte.join(",");
  return useMemo(() => {
    const lido = codec.decode({ regiao: regioes, porte: portes });
    return { regiao: lido.regiao, porte: lido.porte, busca };
  }, [regioes, portes, busca]);
}
