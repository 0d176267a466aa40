import jstat from "jstat";
import type { Interval } from "../metodo/intervals.ts";
import { fractionalRanks, type Postos } from "./postos.ts";
import { MINIMO_DE_EVENTOS, MINIMO_DE_UNIDADES, type Resposta } from "./resposta.ts";

/** Events by unit, and the size of each unit. */
export interface ContagemPorUnidade {
  /** Events of each unit (visits, say), ≥ 0; NaN = not known, and the unit is left out. */
  readonly contagens: ArrayLike<number>;
  /** Inhabitants of each unit, so that each person weighs the same; NaN or 0 = left out. Null = each unit weighs the same. */
  readonly pesos: ArrayLike<number> | null;
}

export interface ContagemENecessidade extends ContagemPorUnidade {
  /** Need of each unit, higher = more; NaN = not known, and the unit is left out. */
  readonly necessidade: ArrayLike<number>;
}

export interface OpcoesDaConcentracao {
  /** Of the two-sided limits, above 0 and below 1; default 0.95. */
  readonly confidence?: number;
  readonly minimoDeUnidades?: number;
  readonly minimoDeEventos?: number;
}

/** Cumulative shares, from (0, 0) to (1, 1), a point where each group of ties ends. */
export interface Curva {
  readonly unidades: Float64Array;
  readonly eventos: Float64Array;
}

export interface Concentracao {
  /** −1 to 1; see `concentracao` and `gini` for the sign. */
  readonly indice: number;
  readonly erroPadrao: {
    /** Of the slope of the convenient regression; null when all units are tied. */
    readonly regressao: number | null;
    /** Kakwani, Wagstaff & van Doorslaer. */
    readonly kakwani: number;
  };
  /** Normal limits by the error of Kakwani, Wagstaff & van Doorslaer, cut at −1 and 1. */
  readonly intervalo: Interval;
  /** Normal limits of what a lottery would give, around 0 (see `concentracao`); null of a Gini and for events that are not whole. */
  readonly sorteio: Interval | null;
  readonly curva: Curva;
  /** Units that enter. */
  readonly unidades: number;
  /** Events of the units that enter. */
  readonly eventos: number;
  /** Units left out for a need, count or weight that is not known. */
  readonly fora: number;
}

/**
 * Concentration of events along need, those most in need first: 2 × the area between the diagonal
 * and the curve of cumulative events by cumulative weight. Below 0 = more events where need is
 * greater, 0 = none of it, above 0 = more where need is less. With `pesos`, the events per
 * inhabitant are what is compared. O'Donnell, van Doorslaer, Wagstaff & Lindelow, "Analyzing
 * Health Equity Using Household Survey Data", World Bank, 2008, ch. 7–8.
 *
 * Errors: of the convenient regression (2σ²·h/μ on the fractional rank, least squares weighted by
 * `pesos`, n − 2 degrees of freedom; it takes the mean as known and the residuals as independent),
 * and of Kakwani, Wagstaff & van Doorslaer, Journal of Econometrics 77(1), 1997, eq. 14 (ties as the
 * groups of eq. 15; with weights, shares f in the place of 1/n). The lottery draws each event among
 * all units, with chances in proportion to `pesos`; where no unit has two and `pesos` is null,
 * without putting back. The variance of the mean rank is exact, the limits normal.
 * @returns insufficient under the minimum of units or events, or when every unit has the same need
 * @throws RangeError for lists of different lengths or figures other than these
 */
export function concentracao({ necessidade, contagens, pesos }: ContagemENecessidade, opcoes: OpcoesDaConcentracao = {}): Resposta<Concentracao> {
  if (necessidade.length !== contagens.length) throw new RangeError(`${necessidade.length} units with need, ${contagens.length} with counts`);
  checkCounts(contagens);
  const chave = Float64Array.from(contagens, (vezes, i) => (Number.isNaN(vezes) ? NaN : (necessidade[i] ?? NaN)));
  const postos = fractionalRanks(chave, pesos, "decrescente");
  const resposta = measure(postos, contagens, pesos === null, opcoes);
  if ("indice" in resposta && postos.empates.length < 2) return { porque: "necessidade-igual", ha: 1, minimo: 2 };
  return resposta;
}

/**
 * Gini coefficient and Lorenz curve of events among units, those with fewest events per weight
 * first: 0 = all alike, near 1 = one has everything. It is the concentration index of the figure
 * along itself, with the same errors; not multiplied by n/(n − 1).
 * @returns insufficient under the minimum of units or events
 * @throws as `concentracao`
 */
export function gini({ contagens, pesos }: ContagemPorUnidade, opcoes: OpcoesDaConcentracao = {}): Resposta<Concentracao> {
  checkCounts(contagens);
  const chave = pesos === null ? contagens : Float64Array.from(contagens, (vezes, i) => ((pesos[i] ?? NaN) > 0 ? vezes / (pesos[i] ?? NaN) : NaN));
  const resposta = measure(fractionalRanks(chave, pesos, "crescente"), contagens, pesos === null, opcoes);
  return "indice" in resposta ? { ...resposta, sorteio: null } : resposta;
}

/**
 * Events of each unit.
 * @param unidades position of the unit of each event, 0 … `quantas` − 1; others (−1 = unknown) are counted apart
 */
export function countByUnit(unidades: ArrayLike<number>, quantas: number): { readonly contagens: Uint32Array; readonly semUnidade: number } {
  const contagens = new Uint32Array(quantas);
  let semUnidade = 0;
  for (let i = 0; i < unidades.length; i += 1) {
    const unidade = unidades[i] ?? -1;
    if (unidade >= 0 && unidade < quantas) contagens[unidade] = (contagens[unidade] ?? 0) + 1;
    else semUnidade += 1;
  }
  return { contagens, semUnidade };
}

function measure(postos: Postos, contagens: ArrayLike<number>, isUnweighted: boolean, opcoes: OpcoesDaConcentracao): Resposta<Concentracao> {
  const { confidence = 0.95, minimoDeUnidades = MINIMO_DE_UNIDADES, minimoDeEventos = MINIMO_DE_EVENTOS } = opcoes;
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be above 0 and below 1, got ${confidence}`);
  const { ordem, empates, fracao, posto } = postos;
  const n = ordem.length;
  // The regression has n − 2 degrees of freedom.
  const leastUnits = Math.max(3, minimoDeUnidades);
  if (n < leastUnits) return { porque: "poucas-unidades", ha: n, minimo: leastUnits };
  const parte = Float64Array.from(ordem, (i) => contagens[i] ?? 0);
  const eventos = parte.reduce((sum, vezes) => sum + vezes, 0);
  if (eventos === 0 || eventos < minimoDeEventos) return { porque: "poucos-eventos", ha: eventos, minimo: Math.max(1, minimoDeEventos) };
  const sorteavel = parte.every((vezes) => Number.isInteger(vezes));
  const semReposicao = isUnweighted && parte.every((vezes) => vezes <= 1);

  let indice = -1;
  let variance = 0;
  for (let j = 0; j < n; j += 1) {
    parte[j] = (parte[j] ?? 0) / eventos;
    indice += 2 * (parte[j] ?? 0) * (posto[j] ?? 0);
    variance += (fracao[j] ?? 0) * ((posto[j] ?? 0) - 0.5) ** 2;
  }
  const z = jstat.normal.inv(1 - (1 - confidence) / 2, 0, 1);
  const kakwani = kakwaniError(postos, parte, indice);
  const sorte = z * 2 * Math.sqrt((variance / eventos) * (semReposicao ? (n - eventos) / (n - 1) : 1));
  return {
    indice,
    erroPadrao: { regressao: variance > 0 ? regressionError(postos, parte, indice, variance) : null, kakwani },
    intervalo: { lower: Math.max(-1, indice - z * kakwani), upper: Math.min(1, indice + z * kakwani) },
    sorteio: sorteavel ? { lower: Math.max(-1, -sorte), upper: Math.min(1, sorte) } : null,
    curva: curveOf(empates, fracao, parte),
    unidades: n,
    eventos,
    fora: contagens.length - n,
  };
}

/** Standard error of β in 2σ²·h/μ = α + β·R + u, where β is the index and α = 2σ² − β/2. */
function regressionError({ fracao, posto }: Postos, parte: Float64Array, indice: number, variance: number): number {
  let squares = 0;
  for (let j = 0; j < parte.length; j += 1) {
    const f = fracao[j] ?? 0;
    const residual = 2 * variance * ((parte[j] ?? 0) / f - 1) - indice * ((posto[j] ?? 0) - 0.5);
    squares += f * residual * residual;
  }
  return Math.sqrt(squares / (parte.length - 2) / variance);
}

function kakwaniError({ empates, fracao, posto }: Postos, parte: Float64Array, indice: number): number {
  let sum = 0;
  let inicio = 0;
  let antes = 0;
  for (const fim of empates) {
    let depois = antes;
    for (let j = inicio; j < fim; j += 1) depois += parte[j] ?? 0;
    for (let j = inicio; j < fim; j += 1) {
      const f = fracao[j] ?? 0;
      const a = ((parte[j] ?? 0) / f) * (2 * (posto[j] ?? 0) - 1 - indice) + 2 - antes - depois;
      sum += f * a * a;
    }
    inicio = fim;
    antes = depois;
  }
  return Math.sqrt(Math.max(0, sum - (1 + indice) ** 2) / parte.length);
}

function curveOf(empates: Int32Array, fracao: Float64Array, parte: Float64Array): Curva {
  const unidades = new Float64Array(empates.length + 1);
  const eventos = new Float64Array(empates.length + 1);
  let [j, p, l] = [0, 0, 0];
  empates.forEach((fim, g) => {
    for (; j < fim; j += 1) {
      p += fracao[j] ?? 0;
      l += parte[j] ?? 0;
    }
    unidades[g + 1] = p;
    eventos[g + 1] = l;
  });
  unidades[empates.length] = 1;
  eventos[empates.length] = 1;
  return { unidades, eventos };
}

function checkCounts(contagens: ArrayLike<number>): void {
  for (let i = 0; i < contagens.length; i += 1) {
    const vezes = contagens[i] ?? NaN;
    if (vezes < 0 || vezes === Infinity) throw new RangeError(`events of unit ${i} must be finite and ≥ 0, got ${vezes}`);
  }
}
