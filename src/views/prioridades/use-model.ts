import { useMemo } from "react";
import { canonicalText, type Metodo } from "../../core/metodo/method.ts";
import { dataHash, preparePriority, scorePriority, weightsOf, type PreparedPriority, type PriorityScores } from "../../core/metodo/priority.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import type { Base } from "../../ui/use-base.ts";
import { codec, DIGITOS_DADOS, INDICE, type Estado } from "./estado.ts";
import type { Recorte } from "./frase.ts";
import { medidaIndicador, medidaIndice, type Medida } from "./medida.ts";
import { camadaDe, codigosNoFiltro, filtrosEmPalavras, linhasDe, type Linha } from "./model.ts";

/** Everything the page draws, each step computed again only when what it depends on changes. */
export interface Modelo extends Recorte {
  readonly metodo: Metodo;
  readonly preparada: PreparedPriority;
  readonly scores: PriorityScores;
  /** Position of a municipality among the units, by code. */
  readonly unidade: ReadonlyMap<number, number>;
  /** First digits of the SHA-256 of the figures the list depends on. */
  readonly hashDados: string;
  readonly medida: Medida;
  readonly eIndice: boolean;
  /** Rows that pass the filters. */
  readonly visiveis: readonly Linha[];
  readonly foraDoFiltro: ReadonlySet<number>;
}

/** `metodo` may run ahead of the address while a handle is dragged. */
export function useModelo(snapshot: Snapshot, base: Base, estado: Estado, metodo: Metodo): Modelo {
  const { municipios, colunas, catalogo, proveniencia } = base;
  const { indice } = snapshot.territorio;
  // What is prepared hangs on few members of the method: with the same text here it stays the same object.
  const estrutura = useMemo(() => canonicalText(oQuePrepara(metodo)), [metodo]);
  const preparada = useMemo(
    () => preparePriority(JSON.parse(estrutura) as Metodo, catalogo, colunas, municipios),
    [estrutura, catalogo, colunas, municipios],
  );
  const scores = useMemo(() => scorePriority(preparada, weightsOf(preparada, metodo)), [preparada, metodo]);
  const unidade = useMemo(() => new Map(municipios.map(({ codigo }, i) => [codigo, i])), [municipios]);
  const hashDados = useMemo(() => dataHash(preparada).slice(0, DIGITOS_DADOS), [preparada]);

  const indicador = catalogo.find(({ id }) => id === estado.indicador) ?? null;
  const eIndice = estado.indicador === INDICE || indicador === null;
  const medidaPropria = useMemo(() => {
    if (eIndice || indicador === null) return null;
    const coluna = colunas.find((c) => c.indicador === indicador.id) ?? null;
    return medidaIndicador(indicador, coluna, municipios, snapshot.fontes, proveniencia);
  }, [eIndice, indicador, colunas, municipios, snapshot.fontes, proveniencia]);
  const medidaDoIndice = useMemo(() => medidaIndice(indice, metodo, municipios, scores), [indice, metodo, municipios, scores]);
  const medida = medidaPropria ?? medidaDoIndice;

  const layer = useMemo(() => camadaDe(medida), [medida]);
  const linhas = useMemo(() => linhasDe(municipios, medida, scores, eIndice), [municipios, medida, scores, eIndice]);

  const filtros = useFiltros(estado);
  const noFiltro = useMemo(() => codigosNoFiltro(municipios, filtros), [municipios, filtros]);
  const emPalavras = useMemo(() => filtrosEmPalavras(municipios, filtros), [municipios, filtros]);
  const visiveis = useMemo(() => linhas.filter(({ codigo }) => noFiltro.has(codigo)), [linhas, noFiltro]);
  const foraDoFiltro = useMemo(
    () => new Set(municipios.flatMap(({ codigo }) => (noFiltro.has(codigo) ? [] : [codigo]))),
    [municipios, noFiltro],
  );
  return {
    metodo,
    preparada,
    scores,
    unidade,
    hashDados,
    medida,
    eIndice,
    layer,
    linhas,
    noFiltro,
    visiveis,
    foraDoFiltro,
    municipios,
    filtros: emPalavras,
  };
}

/** The method with everything levelled that does not change how figures become scores 0–100: weights, places, draws, dates. */
function oQuePrepara(metodo: Metodo): Metodo {
  return {
    ...metodo,
    k: 1,
    semente: "",
    sorteios: 1,
    concentracao: 0,
    mapa: null,
    dimensoes: metodo.dimensoes.map((dimensao) => ({
      ...dimensao,
      peso: 1,
      indicadores: dimensao.indicadores.map((indicador) => ({ ...indicador, peso: 1 })),
    })),
  };
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
