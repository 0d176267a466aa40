import { isValor, type Celula } from "../../core/absence.ts";
import { buildLayer, frozenClasses, quantileClasses } from "../../core/classes.ts";
import type { MapLayer } from "../../core/map-layer.ts";
import { PORTE_ROTULO, type Municipio } from "../../core/municipio.ts";
import type { PriorityScores } from "../../core/metodo/priority.ts";
import { matches } from "../../core/search.ts";
import type { Estado } from "./estado.ts";
import { notaDasClasses } from "./mapa/nota.ts";
import type { Medida } from "./medida.ts";

/** A row of the ranking: one municipality under the measure on the map. */
export interface Linha {
  readonly codigo: number;
  readonly nome: string;
  readonly regiao: Celula | string;
  readonly porte: Celula | string;
  /** 1 = most need of support (or, for context, the highest figure) in the whole territory; ties shared. */
  readonly posicao: number | null;
  readonly valor: Celula;
  /** Value as text with coded answers in words, or the absence. */
  readonly texto: string | null;
  /** Share of the index's weight present, per cent. */
  readonly completude: number;
  readonly periodo: string | null;
}

export type Filtros = Pick<Estado, "regiao" | "porte" | "busca">;

/** Number of classes of the map, when the figures allow it. */
const CLASSES = 5;

/** Positions by need: 1 for the end that asks for more support; equal figures share a position. */
export function posicoes(medida: Medida): ReadonlyMap<number, number> {
  const sinal = medida.maisNecessidade === "menor" ? 1 : -1;
  const valores = [...medida.celulas].flatMap(([codigo, celula]) => (isValor(celula) ? [{ codigo, valor: celula.valor }] : []));
  valores.sort((a, b) => sinal * (a.valor - b.valor));
  const resultado = new Map<number, number>();
  let anterior: number | null = null;
  let posicao = 0;
  valores.forEach(({ codigo, valor }, i) => {
    if (valor !== anterior) posicao = i + 1;
    anterior = valor;
    resultado.set(codigo, posicao);
  });
  return resultado;
}

/** One row per municipality, unfiltered, aligned with `municipios`. */
export function linhasDe(municipios: readonly Municipio[], medida: Medida, scores: PriorityScores, eIndice: boolean): Linha[] {
  const porNecessidade = eIndice ? null : posicoes(medida);
  return municipios.map((municipio, i): Linha => {
    const { codigo } = municipio;
    const posicao = scores.ranks[i] ?? 0;
    const valor = medida.celulas.get(codigo) ?? { ausencia: "sem-dado" };
    return {
      codigo,
      nome: municipio.nome,
      regiao: municipio.regiaoImediata?.nome ?? { ausencia: "sem-dado" },
      porte: municipio.porte === null ? { ausencia: "sem-dado" } : PORTE_ROTULO[municipio.porte],
      posicao: porNecessidade === null ? (posicao === 0 ? null : posicao) : (porNecessidade.get(codigo) ?? null),
      valor,
      get texto() {
        return isValor(valor) ? medida.format(valor.valor) : null;
      },
      completude: 100 * (scores.present[i] ?? 0),
      periodo: medida.periodoDe(codigo),
    };
  });
}

/** Codes that pass the filters: region and size by choice, name or code by search. */
export function codigosNoFiltro(municipios: readonly Municipio[], filtros: Filtros): ReadonlySet<number> {
  const regioes = new Set(filtros.regiao);
  const portes = new Set<string>(filtros.porte);
  return new Set(
    municipios.flatMap(({ codigo, nome, regiaoImediata, porte }) => {
      if (regioes.size > 0 && (regiaoImediata === null || !regioes.has(regiaoImediata.codigo))) return [];
      if (portes.size > 0 && (porte === null || !portes.has(porte))) return [];
      return matches(`${nome} ${codigo}`, filtros.busca) ? [codigo] : [];
    }),
  );
}

/** The filters in words, one a line, for exports and sentences; empty when there is none. */
export function filtrosEmPalavras(municipios: readonly Municipio[], filtros: Filtros): string[] {
  const nomes = new Map(municipios.flatMap(({ regiaoImediata: r }) => (r === null ? [] : [[r.codigo, r.nome] as const])));
  const linhas: string[] = [];
  if (filtros.regiao.length > 0) linhas.push(`região: ${filtros.regiao.map((c) => nomes.get(c) ?? String(c)).join(", ")}`);
  if (filtros.porte.length > 0) linhas.push(`porte: ${filtros.porte.map((p) => PORTE_ROTULO[p]).join(", ")}`);
  if (filtros.busca.trim() !== "") linhas.push(`busca: ${filtros.busca.trim()}`);
  return linhas;
}

/**
 * Layer of the map: the classes the method has frozen, or else quantiles over the whole territory. The darkest class
 * is always the one with more need, so the classes of an indicator for which a
 * higher figure means less need run downwards.
 */
export function camadaDe(medida: Medida): MapLayer {
  const valores = [...medida.celulas.values()].filter(isValor).map(({ valor }) => valor);
  const nota = medida.classes === null ? {} : { nota: notaDasClasses(medida.classes) };
  const layer = buildLayer({
    ...nota,
    titulo: medida.periodo === null ? medida.nome : `${medida.nome}, ${medida.periodo}`,
    unidade: medida.unidade,
    ramp: medida.maisNecessidade === null ? "quantidade" : "necessidade",
    celulas: medida.celulas,
    classes:
      medida.classes === null
        ? quantileClasses(valores, CLASSES, medida.format)
        : frozenClasses(valores, medida.classes.quebras, medida.format),
  });
  if (medida.maisNecessidade !== "menor") return layer;
  const ultima = layer.classes.length - 1;
  return {
    ...layer,
    classes: layer.classes.toReversed(),
    classe: new Map([...layer.classe].map(([codigo, classe]) => [codigo, ultima - classe])),
  };
}
