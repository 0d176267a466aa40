import { quantile7 } from "../metodo/base-period.ts";
import type { Interval } from "../metodo/intervals.ts";
import { seededStream, splitSeed, type Seed } from "../metodo/seeded-random.ts";
import { nearestPairs } from "./parear.ts";
import { MINIMO_DE_PARES, type Resposta } from "./resposta.ts";

/** An indicator before and after, by unit. */
export interface EntradaDaComparacao {
  /** 1 = had support between the two dates, 0 = had none; anything else is left out. */
  readonly apoiado: ArrayLike<number>;
  /** Codes of the size class and of the region; below 0 or NaN = not known, and the unit is left out. */
  readonly porte: ArrayLike<number>;
  readonly regiao: ArrayLike<number>;
  /** The indicator in its own unit; NaN = not known, and the unit is left out. */
  readonly antes: ArrayLike<number>;
  readonly depois: ArrayLike<number>;
}

export interface OpcoesDaComparacao {
  /** Greatest distance of the starting values of a pair, in standard deviations; default `CALLIPER`. */
  readonly calliper?: number;
  readonly minimoDePares?: number;
  /** Of the two-sided limits, above 0 and below 1; default 0.95. */
  readonly confidence?: number;
  readonly seed?: Seed;
  readonly reamostras?: number;
}

export interface Comparacao {
  /** Positions of the units of each pair, nearest pairs first. */
  readonly apoiados: Int32Array;
  readonly semelhantes: Int32Array;
  /** Mean change of each side of the pairs, in the indicator's unit. */
  readonly mudancaApoiados: number;
  readonly mudancaSemelhantes: number;
  /** The first less the second: difference of differences. */
  readonly diferenca: number;
  /** Percentile limits of the bootstrap of pairs. */
  readonly intervalo: Interval;
  readonly reamostras: number;
  /** Greatest distance allowed in a pair, in the indicator's unit. */
  readonly distanciaMaxima: number;
  /** Difference of the starting means of the pairs, in standard deviations: near 0 = alike. */
  readonly desequilibrio: number;
  /** Supported with every figure and no peer near enough. */
  readonly apoiadosSemPar: number;
  /** Units left out for a class, region or figure that is not known. */
  readonly fora: number;
}

/** Starting values are near within a fifth of a standard deviation (Austin, Pharmaceutical Statistics 10(2), 2011, who measures it on the logit of a score). */
export const CALLIPER = 0.2;

const REAMOSTRAS = 2000;

/**
 * Did supported units change otherwise than their like? Each supported unit is paired with one
 * without support of the same size class and region and a near starting value (nearest first, each
 * used once, `nearestPairs`); the difference of differences is the mean over the pairs, and its limits
 * come from drawing whole pairs again (Austin & Small, Statistics in Medicine 33(24), 2014). What is
 * found is an association, never a cause: who was supported was not drawn by lot. n log n.
 * The standard deviation is √((s²₁ + s²₀)/2) of the starting values of those with and without support.
 * @returns insufficient under the minimum of pairs
 * @throws RangeError for lists of different lengths, figures that are not finite, or options out of range
 */
export function compararComSemelhantes(entrada: EntradaDaComparacao, opcoes: OpcoesDaComparacao = {}): Resposta<Comparacao> {
  const { calliper = CALLIPER, minimoDePares = MINIMO_DE_PARES, confidence = 0.95, seed = "comparacao", reamostras = REAMOSTRAS } = opcoes;
  if (!(calliper >= 0)) throw new RangeError(`calliper must be ≥ 0, got ${calliper}`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be above 0 and below 1, got ${confidence}`);
  if (!Number.isInteger(reamostras) || reamostras < 1) throw new RangeError(`resamples must be a whole number ≥ 1, got ${reamostras}`);
  const { apoiado, antes, depois } = entrada;
  const unidades = knownUnits(entrada);
  const desvio = pooledDeviation(unidades, apoiado, antes);
  const distanciaMaxima = calliper * desvio;
  const { apoiados, semelhantes } = nearestPairs(rowOf(unidades, entrada), distanciaMaxima);
  const n = apoiados.length;
  const least = Math.max(1, minimoDePares);
  if (n < least) return { porque: "poucos-pares", ha: n, minimo: least };

  const mudou = (i: number): number => (depois[i] ?? NaN) - (antes[i] ?? NaN);
  const deltas = Float64Array.from(apoiados, (i, par) => mudou(i) - mudou(semelhantes[par] ?? -1));
  const inicio = mean(apoiados, (i) => antes[i] ?? NaN) - mean(semelhantes, (i) => antes[i] ?? NaN);
  return {
    apoiados,
    semelhantes,
    mudancaApoiados: mean(apoiados, mudou),
    mudancaSemelhantes: mean(semelhantes, mudou),
    diferenca: mean(deltas, (delta) => delta),
    intervalo: bootstrapMean(deltas, confidence, splitSeed(seed, "pares"), reamostras),
    reamostras,
    distanciaMaxima,
    desequilibrio: desvio > 0 ? inicio / desvio : 0,
    apoiadosSemPar: unidades.filter((i) => apoiado[i] === 1).length - n,
    fora: apoiado.length - unidades.length,
  };
}

function knownUnits({ apoiado, porte, regiao, antes, depois }: EntradaDaComparacao): number[] {
  const n = apoiado.length;
  for (const [nome, coluna] of Object.entries({ porte, regiao, antes, depois }))
    if (coluna.length !== n) throw new RangeError(`${n} units, ${coluna.length} in column ${nome}`);
  const unidades: number[] = [];
  for (let i = 0; i < n; i += 1) {
    const [a, b] = [antes[i] ?? NaN, depois[i] ?? NaN];
    if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) throw new RangeError(`figures of unit ${i} must be finite, got ${a} and ${b}`);
    const isKnown = (apoiado[i] === 0 || apoiado[i] === 1) && (porte[i] ?? -1) >= 0 && (regiao[i] ?? -1) >= 0;
    if (isKnown && !Number.isNaN(a) && !Number.isNaN(b)) unidades.push(i);
  }
  return unidades;
}

/** Units by class, region, starting value and place in the columns. */
function rowOf(unidades: readonly number[], { apoiado, porte, regiao, antes }: EntradaDaComparacao): Parameters<typeof nearestPairs>[0] {
  const at = (coluna: ArrayLike<number>, i: number): number => coluna[i] ?? 0;
  const ordem = [...unidades].sort((a, b) => at(porte, a) - at(porte, b) || at(regiao, a) - at(regiao, b) || at(antes, a) - at(antes, b) || a - b);
  const estratos = new Int32Array(ordem.length);
  ordem.forEach((i, j) => {
    const anterior = ordem[j - 1];
    if (anterior === undefined) return;
    const isSame = porte[i] === porte[anterior] && regiao[i] === regiao[anterior];
    estratos[j] = (estratos[j - 1] ?? 0) + (isSame ? 0 : 1);
  });
  return { unidades: ordem, estratos, valores: ordem.map((i) => at(antes, i)), apoiado: ordem.map((i) => at(apoiado, i)) };
}

function pooledDeviation(unidades: readonly number[], apoiado: ArrayLike<number>, antes: ArrayLike<number>): number {
  const variance = (lado: number): number => {
    const valores = unidades.filter((i) => apoiado[i] === lado).map((i) => antes[i] ?? NaN);
    if (valores.length < 2) return 0;
    const centre = mean(valores, (valor) => valor);
    return valores.reduce((sum, valor) => sum + (valor - centre) ** 2, 0) / (valores.length - 1);
  };
  return Math.sqrt((variance(1) + variance(0)) / 2);
}

function bootstrapMean(deltas: Float64Array, confidence: number, seed: Seed, reamostras: number): Interval {
  const stream = seededStream(seed);
  const n = deltas.length;
  const means = new Float64Array(reamostras);
  for (let r = 0; r < reamostras; r += 1) {
    let sum = 0;
    for (let i = 0; i < n; i += 1) sum += deltas[Math.floor(stream.uniform() * n)] ?? 0;
    means[r] = sum / n;
  }
  means.sort();
  const tail = (1 - confidence) / 2;
  return { lower: quantile7(means, tail), upper: quantile7(means, 1 - tail) };
}

function mean(values: ArrayLike<number>, of: (value: number) => number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += of(values[i] ?? NaN);
  return sum / values.length;
}
