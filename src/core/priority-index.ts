import type { ColunaIndicador, Indicador } from "./indicador.ts";
import type { Municipio } from "./municipio.ts";
import type { IndiceConfig } from "./territorio.ts";

/** One indicator of the index, with the scale its figures were put on. */
export interface EscalaIndicador {
  readonly id: string;
  /** Position of its dimension in `PreparedIndex.dimensoes`. */
  readonly dimensao: number;
  /** Winsorising limits in the indicator's own unit; null when nobody has a figure. */
  readonly limites: { readonly min: number; readonly max: number } | null;
  /** Municipalities with a figure. */
  readonly presentes: number;
  /** True when the winsorised figures are all equal: the indicator tells nobody apart. */
  readonly constante: boolean;
}

export interface DimensaoPreparada {
  readonly id: string;
  readonly pesoPadrao: number;
  /** Its indicators are `indicadores[inicio … fim − 1]`. */
  readonly inicio: number;
  readonly fim: number;
}

/** Everything of the index that does not depend on the weights. Opaque: read it through `rankIndex` and `explainIndex`. */
export interface PreparedIndex {
  readonly pesoMinimo: number;
  readonly codigos: readonly number[];
  readonly dimensoes: readonly DimensaoPreparada[];
  readonly indicadores: readonly EscalaIndicador[];
  /** Scores 0–100 by municipality and indicator, row by row; NaN marks a missing figure and never leaves this module. */
  readonly matriz: Float64Array;
  /** How many of a dimension's indicators a municipality has, row by row. */
  readonly presentes: Uint16Array;
}

/** Dimension id → weight, any finite number ≥ 0; a dimension left out keeps its default weight. */
export type Pesos = Readonly<Record<string, number>>;

export interface ResultadoIndice {
  readonly codigo: number;
  /** 0–100, higher = more need of support; null when the data are insufficient. */
  readonly nota: number | null;
  /** 1 = highest score; equal scores share a position and the next one is skipped; null when not ranked. */
  readonly posicao: number | null;
  /** Share of the weight present, 0–1. */
  readonly pesoPresente: number;
}

export interface Ranking {
  /** Aligned with the municipalities given to `prepareIndex`. */
  readonly resultados: readonly ResultadoIndice[];
  /** How many municipalities have a position. */
  readonly ordenados: number;
}

export interface ExplicacaoIndicador {
  readonly id: string;
  /** Normalised figure 0–100, higher = more need; null when missing. */
  readonly nota: number | null;
  /** Points of the score that come from this indicator; null when missing or when the municipality is not ranked. */
  readonly contribuicao: number | null;
}

export interface ExplicacaoDimensao {
  readonly id: string;
  /** Mean of the indicators present, 0–100; null when none is. */
  readonly nota: number | null;
  /** Share of the whole weight this dimension has by the weights chosen, 0–1. */
  readonly fatiaPeso: number;
  readonly presentes: number;
  readonly total: number;
  /** Points of the score that come from this dimension; null when absent or not ranked. */
  readonly contribuicao: number | null;
  readonly indicadores: readonly ExplicacaoIndicador[];
}

/** Why a municipality has its score. `nota` is the plain sum of the dimensions' contributions, and each of those the plain sum of its indicators'. */
export interface Explicacao extends ResultadoIndice {
  readonly dimensoes: readonly ExplicacaoDimensao[];
}

/** Scores closer than this are the same score: below it lies only rounding of sums. */
const EMPATE = 1e-9;

/**
 * Sample quantile by linear interpolation of order statistics: definition 7 of
 * Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American
 * Statistician 50(4), 1996 (the default of R and NumPy).
 * @param ordenados finite figures in ascending order, at least one
 * @param p probability, 0–1
 */
export function quantile7(ordenados: ArrayLike<number>, p: number): number {
  const ultimo = ordenados.length - 1;
  const h = ultimo * Math.min(1, Math.max(0, p));
  const abaixo = ordenados[Math.floor(h)];
  const acima = ordenados[Math.min(Math.floor(h) + 1, ultimo)];
  if (abaixo === undefined || acima === undefined) throw new RangeError("quantile7 needs at least one figure");
  return abaixo + (h - Math.floor(h)) * (acima - abaixo);
}

/**
 * Puts every indicator of the index on a scale of 0–100 where higher means more
 * need: winsorised at the configured quantiles of the figures present, then
 * `100·(x − lo)/(hi − lo)`, turned round when a higher figure means less need.
 * When the winsorised figures are all equal the score is 50, the only value that
 * does not depend on the polarity. Missing stays missing.
 * Do it once for each version of the data; `rankIndex` then only recombines.
 * @throws RangeError when the settings name an indicator that is not in the
 * catalogue or is context only, or when a column does not fit the municipalities
 */
export function prepareIndex(
  config: IndiceConfig,
  catalogo: readonly Indicador[],
  colunas: readonly ColunaIndicador[],
  municipios: readonly Municipio[],
): PreparedIndex {
  const n = municipios.length;
  const registro = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
  const coluna = new Map(colunas.map((c) => [c.indicador, c]));
  const dimensoes: DimensaoPreparada[] = [];
  const membros: { indicador: Indicador; dimensao: number }[] = [];
  config.dimensoes.forEach((dimensao, d) => {
    const inicio = membros.length;
    for (const id of dimensao.indicadores) {
      const indicador = registro.get(id);
      if (indicador === undefined) throw new RangeError(`index settings name "${id}", which is not in the catalogue`);
      if (indicador.polaridade === "contexto") throw new RangeError(`"${id}" is context only and cannot enter the index`);
      membros.push({ indicador, dimensao: d });
    }
    dimensoes.push({ id: dimensao.id, pesoPadrao: checkedWeight(dimensao.id, dimensao.peso), inicio, fim: membros.length });
  });

  const m = membros.length;
  const matriz = new Float64Array(n * m).fill(Number.NaN);
  const presentes = new Uint16Array(n * dimensoes.length);
  const indicadores = membros.map(({ indicador, dimensao }, j): EscalaIndicador => {
    const valores = coluna.get(indicador.id)?.valores ?? [];
    if (valores.length > 0 && valores.length !== n) {
      throw new RangeError(`column "${indicador.id}" has ${valores.length} figures for ${n} municipalities`);
    }
    const ordenados = Float64Array.from(valores.filter((v): v is number => v !== null)).sort();
    if (!ordenados.every(Number.isFinite)) throw new RangeError(`column "${indicador.id}" holds a figure that is not finite`);
    if (ordenados.length === 0) return { id: indicador.id, dimensao, limites: null, presentes: 0, constante: false };
    const min = quantile7(ordenados, config.winsor[0]);
    const max = quantile7(ordenados, config.winsor[1]);
    const invertido = indicador.polaridade === "maior-menos-necessidade";
    for (let i = 0; i < n; i += 1) {
      const valor = valores[i];
      if (valor === null || valor === undefined) continue;
      const nota = max > min ? (100 * (Math.min(max, Math.max(min, valor)) - min)) / (max - min) : 50;
      matriz[i * m + j] = invertido ? 100 - nota : nota;
      const k = i * dimensoes.length + dimensao;
      presentes[k] = (presentes[k] ?? 0) + 1;
    }
    return { id: indicador.id, dimensao, limites: { min, max }, presentes: ordenados.length, constante: !(max > min) };
  });
  return { pesoMinimo: config.pesoMinimo, codigos: municipios.map((x) => x.codigo), dimensoes, indicadores, matriz, presentes };
}

/**
 * Ranks the municipalities by the weighted mean of their dimensions, O(n·m).
 *
 * Weight present: a dimension brings its weight times the share of its indicators
 * that have a figure (3 of 4 → three quarters of the weight; none → nothing). Below
 * `pesoMinimo` of the whole weight the municipality has neither score nor position.
 * At or above it the dimensions that have a figure share the score by their full
 * weights. With every weight at zero nobody is ranked.
 * @throws RangeError when a weight is negative or not finite
 */
export function rankIndex(prepared: PreparedIndex, pesos: Pesos): Ranking {
  const fatias = shares(prepared, pesos);
  const contribuicoes = new Float64Array(prepared.indicadores.length);
  const n = prepared.codigos.length;
  const presencas = new Float64Array(n);
  const notas = new Float64Array(n).fill(Number.NaN);
  const ordem: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const presenca = presentShare(prepared, fatias, i);
    presencas[i] = presenca;
    if (presenca <= 0 || presenca < prepared.pesoMinimo - EMPATE) continue;
    notas[i] = scoreRow(prepared, fatias, i, contribuicoes);
    ordem.push(i);
  }
  ordem.sort((a, b) => (notas[b] ?? 0) - (notas[a] ?? 0));
  const posicoes = new Uint32Array(n);
  let posicao = 0;
  let referencia = Number.POSITIVE_INFINITY;
  ordem.forEach((i, k) => {
    const nota = notas[i] ?? 0;
    if (referencia - nota > EMPATE) {
      posicao = k + 1;
      referencia = nota;
    }
    posicoes[i] = posicao;
  });
  const resultados = prepared.codigos.map((codigo, i): ResultadoIndice => {
    const nota = notas[i] ?? Number.NaN;
    const semNota = Number.isNaN(nota);
    return { codigo, nota: semNota ? null : nota, posicao: semNota ? null : (posicoes[i] ?? 0), pesoPresente: presencas[i] ?? 0 };
  });
  return { resultados, ordenados: ordem.length };
}

/**
 * Takes one municipality's score apart. `ranking` must come from the same
 * `prepared` and `pesos`.
 * @throws RangeError for a code that is not among the municipalities
 */
export function explainIndex(prepared: PreparedIndex, pesos: Pesos, ranking: Ranking, codigo: number): Explicacao {
  const i = prepared.codigos.indexOf(codigo);
  const resultado = ranking.resultados[i];
  if (resultado === undefined) throw new RangeError(`no municipality ${codigo} in this index`);
  const fatias = shares(prepared, pesos);
  const m = prepared.indicadores.length;
  const contribuicoes = new Float64Array(m);
  if (resultado.nota !== null) scoreRow(prepared, fatias, i, contribuicoes);
  const dimensoes = prepared.dimensoes.map((dimensao, d): ExplicacaoDimensao => {
    const presentes = prepared.presentes[i * prepared.dimensoes.length + d] ?? 0;
    let soma = 0;
    let contribuicao = 0;
    const indicadores: ExplicacaoIndicador[] = [];
    for (let j = dimensao.inicio; j < dimensao.fim; j += 1) {
      const bruta = prepared.matriz[i * m + j] ?? Number.NaN;
      const ausente = Number.isNaN(bruta);
      const parte = contribuicoes[j] ?? 0;
      if (!ausente) {
        soma += bruta;
        contribuicao += parte;
      }
      indicadores.push({
        id: prepared.indicadores[j]?.id ?? "",
        nota: ausente ? null : bruta,
        contribuicao: ausente || resultado.nota === null ? null : parte,
      });
    }
    return {
      id: dimensao.id,
      nota: presentes > 0 ? soma / presentes : null,
      fatiaPeso: fatias[d] ?? 0,
      presentes,
      total: dimensao.fim - dimensao.inicio,
      contribuicao: presentes === 0 || resultado.nota === null ? null : contribuicao,
      indicadores,
    };
  });
  return { ...resultado, dimensoes };
}

/** Each dimension's share of the whole weight (0–1, adding up to 1, or all zero). */
export function weightShares(prepared: PreparedIndex, pesos: Pesos): Readonly<Record<string, number>> {
  const fatias = shares(prepared, pesos);
  return Object.fromEntries(prepared.dimensoes.map((dimensao, d) => [dimensao.id, fatias[d] ?? 0]));
}

function shares(prepared: PreparedIndex, pesos: Pesos): Float64Array {
  const valores = prepared.dimensoes.map((d) => checkedWeight(d.id, pesos[d.id] ?? d.pesoPadrao));
  const total = valores.reduce((soma, peso) => soma + peso, 0);
  return Float64Array.from(valores, (peso) => (total > 0 ? peso / total : 0));
}

function presentShare(prepared: PreparedIndex, fatias: Float64Array, i: number): number {
  const { dimensoes, presentes } = prepared;
  let share = 0;
  for (let d = 0; d < dimensoes.length; d += 1) {
    const dimensao = dimensoes[d];
    const quantos = presentes[i * dimensoes.length + d] ?? 0;
    if (dimensao !== undefined && quantos > 0) share += ((fatias[d] ?? 0) * quantos) / (dimensao.fim - dimensao.inicio);
  }
  return Math.min(1, share);
}

/** Score of row `i`, its indicators' points written into `contribuicoes`; both sums are taken in the same order as the reader's. */
function scoreRow(prepared: PreparedIndex, fatias: Float64Array, i: number, contribuicoes: Float64Array): number {
  const { dimensoes, matriz, presentes } = prepared;
  const m = prepared.indicadores.length;
  let pesoComDado = 0;
  for (let d = 0; d < dimensoes.length; d += 1) {
    if ((presentes[i * dimensoes.length + d] ?? 0) > 0) pesoComDado += fatias[d] ?? 0;
  }
  let nota = 0;
  for (let d = 0; d < dimensoes.length; d += 1) {
    const dimensao = dimensoes[d];
    const quantos = presentes[i * dimensoes.length + d] ?? 0;
    if (dimensao === undefined || quantos === 0) continue;
    const fator = (fatias[d] ?? 0) / pesoComDado / quantos;
    let pontos = 0;
    for (let j = dimensao.inicio; j < dimensao.fim; j += 1) {
      const y = matriz[i * m + j] ?? Number.NaN;
      const parte = Number.isNaN(y) ? 0 : fator * y;
      contribuicoes[j] = parte;
      pontos += parte;
    }
    nota += pontos;
  }
  return nota;
}

function checkedWeight(id: string, peso: number): number {
  if (!(Number.isFinite(peso) && peso >= 0)) throw new RangeError(`weight of "${id}" must be a number ≥ 0, got ${peso}`);
  return peso;
}
