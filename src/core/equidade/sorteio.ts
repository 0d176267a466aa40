import { quickselect } from "simple-statistics";
import { seededStream, splitSeed, type Seed } from "../metodo/seeded-random.ts";
import type { RandomStream } from "../metodo/random-stream.ts";
import { atLeast, atMost, binomial, countLimits, fromFrequencies, hypergeometric, type DistribuicaoDeContagem } from "./contagens.ts";
import type { Resposta } from "./resposta.ts";

export interface EntradaDoSorteio {
  /** Events of each unit, whole; NaN = not known, and the unit is left out. */
  readonly contagens: ArrayLike<number>;
  /** Group of each unit, 0 … `quantosGrupos` − 1; below 0 = in none (it is in the draw all the same). */
  readonly grupos: ArrayLike<number>;
  readonly quantosGrupos: number;
  /** What each unit's chance is in proportion to (inhabitants, say); NaN or 0 = left out. Null = the same chance. */
  readonly chances: ArrayLike<number> | null;
}

export interface OpcoesDoSorteio {
  /** Of the two-sided limits, above 0 and below 1; default 0.95. */
  readonly confidence?: number;
  readonly minimoDeEventos?: number;
  /** For the simulation. */
  readonly seed?: Seed;
  readonly simulacoes?: number;
}

/**
 * How the lottery is worked: exact without putting back (no unit has two events, same chance);
 * exact with each event drawn by itself (some unit has two); or simulated (none has two, chances differ).
 */
export type MetodoDoSorteio = "hipergeometrico" | "multinomial" | "simulacao";

/** "nada-a-dizer": no count that the group could have would be out of the ordinary. */
export type SituacaoNoSorteio = "abaixo" | "dentro" | "acima" | "nada-a-dizer";

export interface GrupoNoSorteio {
  readonly grupo: number;
  /** Units in the draw. */
  readonly unidades: number;
  readonly observado: number;
  /** Mean that the lottery would give. */
  readonly esperado: number;
  /** Least and greatest count that are not out of the ordinary; see `countLimits`. */
  readonly inferior: number;
  readonly superior: number;
  readonly situacao: SituacaoNoSorteio;
  /** Twice the smaller tail, at most 1; of a simulation, never under 2/(simulações + 1). */
  readonly p: number;
}

export interface Sorteio {
  readonly metodo: MetodoDoSorteio;
  /** Draws of a simulation; null when exact. */
  readonly simulacoes: number | null;
  readonly unidades: number;
  readonly eventos: number;
  /** Units left out for a count or chance that is not known, and the events they had. */
  readonly fora: number;
  readonly eventosFora: number;
  readonly grupos: readonly GrupoNoSorteio[];
}

/** House rule: with fewer events hardly any count of a group would be out of the ordinary. */
export const MINIMO_DE_EVENTOS_NO_SORTEIO = 5;

const SIMULACOES = 1000;

/**
 * What each group has, against what a lottery among all units would give it. The exact limits are
 * of each group by itself (the marginals of the multinomial are binomial); over many groups, correct
 * their p with `benjaminiHochberg`. The simulation draws units one after another without putting
 * back (Efraimidis & Spirakis, Information Processing Letters 97(5), 2006).
 * @returns insufficient under the minimum of events
 * @throws RangeError for lists of different lengths, events that are not whole, or groups and chances out of range
 */
export function sortear(entrada: EntradaDoSorteio, opcoes: OpcoesDoSorteio = {}): Resposta<Sorteio> {
  const { confidence = 0.95, minimoDeEventos = MINIMO_DE_EVENTOS_NO_SORTEIO, seed = "sorteio", simulacoes = SIMULACOES } = opcoes;
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be above 0 and below 1, got ${confidence}`);
  if (!Number.isInteger(simulacoes) || simulacoes < 1) throw new RangeError(`simulations must be a whole number ≥ 1, got ${simulacoes}`);
  const urna = fillUrn(entrada);
  const { eventos, unidades } = urna;
  if (eventos === 0 || eventos < minimoDeEventos) return { porque: "poucos-eventos", ha: eventos, minimo: Math.max(1, minimoDeEventos) };
  const metodo: MetodoDoSorteio = !urna.isOnceEach ? "multinomial" : entrada.chances === null ? "hipergeometrico" : "simulacao";
  const simuladas = metodo === "simulacao" ? simulate(urna, seededStream(splitSeed(seed, "grupos")), simulacoes) : null;
  const grupos = urna.grupos.map((grupo, g): GrupoNoSorteio => {
    const distribuicao =
      simuladas?.[g] ?? (metodo === "hipergeometrico" ? hypergeometric(unidades, grupo.unidades, eventos) : binomial(eventos, Math.min(1, grupo.chance / urna.chance)));
    return judge(g, grupo, distribuicao, confidence, metodo === "simulacao" ? 2 / (simulacoes + 1) : 0);
  });
  return { metodo, simulacoes: simuladas === null ? null : simulacoes, unidades, eventos, fora: urna.fora, eventosFora: urna.eventosFora, grupos };
}

interface Urna {
  readonly unidades: number;
  readonly eventos: number;
  readonly fora: number;
  readonly eventosFora: number;
  readonly isOnceEach: boolean;
  readonly chance: number;
  readonly grupos: readonly { unidades: number; observado: number; chance: number }[];
  /** Of each unit in the draw. */
  readonly chances: Float64Array;
  readonly grupoDe: Int32Array;
}

function fillUrn({ contagens, grupos, quantosGrupos, chances }: EntradaDoSorteio): Urna {
  if (grupos.length !== contagens.length) throw new RangeError(`${contagens.length} units with counts, ${grupos.length} with a group`);
  if (chances !== null && chances.length !== contagens.length) throw new RangeError(`${contagens.length} units with counts, ${chances.length} with a chance`);
  const porGrupo = Array.from({ length: quantosGrupos }, () => ({ unidades: 0, observado: 0, chance: 0 }));
  const daUnidade: number[] = [];
  const grupoDe: number[] = [];
  let [eventos, eventosFora, chance] = [0, 0, 0];
  let isOnceEach = true;
  for (let i = 0; i < contagens.length; i += 1) {
    const vezes = contagens[i] ?? NaN;
    const sorte = chances === null ? 1 : (chances[i] ?? NaN);
    const g = grupos[i] ?? -1;
    if (!Number.isNaN(vezes) && !(Number.isInteger(vezes) && vezes >= 0)) throw new RangeError(`events of unit ${i} must be a whole number ≥ 0, got ${vezes}`);
    if (sorte < 0 || sorte === Infinity) throw new RangeError(`chance of unit ${i} must be finite and ≥ 0, got ${sorte}`);
    if (!Number.isInteger(g) || g >= quantosGrupos) throw new RangeError(`group of unit ${i} must be a whole number under ${quantosGrupos}, got ${g}`);
    if (Number.isNaN(vezes) || !(sorte > 0)) {
      eventosFora += vezes > 0 ? vezes : 0;
      continue;
    }
    daUnidade.push(sorte);
    grupoDe.push(g);
    eventos += vezes;
    chance += sorte;
    if (vezes > 1) isOnceEach = false;
    const grupo = porGrupo[g];
    if (grupo === undefined) continue;
    grupo.unidades += 1;
    grupo.observado += vezes;
    grupo.chance += sorte;
  }
  const unidades = daUnidade.length;
  return {
    unidades,
    eventos,
    fora: contagens.length - unidades,
    eventosFora,
    isOnceEach,
    chance,
    grupos: porGrupo,
    chances: Float64Array.from(daUnidade),
    grupoDe: Int32Array.from(grupoDe),
  };
}

/** Counts of each group in draws without putting back: those with the smallest exponential times are drawn. */
function simulate({ unidades, eventos, chances, grupoDe, grupos }: Urna, stream: RandomStream, simulacoes: number): DistribuicaoDeContagem[] {
  const vezes = grupos.map(({ unidades: doGrupo }) => new Float64Array(Math.min(doGrupo, eventos) + 1));
  const naVez = new Int32Array(grupos.length);
  const times = new Float64Array(unidades);
  const ate = Array.from(times);
  for (let s = 0; s < simulacoes; s += 1) {
    for (let i = 0; i < unidades; i += 1) times[i] = -Math.log1p(-stream.uniform()) / (chances[i] ?? 1);
    for (let i = 0; i < unidades; i += 1) ate[i] = times[i] ?? Infinity;
    quickselect(ate, eventos - 1);
    const last = ate[eventos - 1] ?? Infinity;
    naVez.fill(0);
    for (let i = 0, drawn = 0; i < unidades && drawn < eventos; i += 1) {
      if ((times[i] ?? Infinity) > last) continue;
      drawn += 1;
      const g = grupoDe[i] ?? -1;
      if (g >= 0) naVez[g] = (naVez[g] ?? 0) + 1;
    }
    vezes.forEach((contagem, g) => {
      const n = naVez[g] ?? 0;
      contagem[n] = (contagem[n] ?? 0) + 1;
    });
  }
  return vezes.map((contagem, g) => fromFrequencies(contagem, Math.max(0, (grupos[g]?.unidades ?? 0) + eventos - unidades), contagem.length - 1));
}

function judge(
  grupo: number,
  { unidades, observado }: { readonly unidades: number; readonly observado: number },
  distribuicao: DistribuicaoDeContagem,
  confidence: number,
  menorP: number,
): GrupoNoSorteio {
  const { inferior, superior } = countLimits(distribuicao, confidence);
  const esperado = distribuicao.p.reduce((sum, p, i) => sum + p * (distribuicao.primeiro + i), 0);
  const isMute = inferior <= distribuicao.minimo && superior >= distribuicao.maximo;
  const situacao = isMute ? "nada-a-dizer" : observado < inferior ? "abaixo" : observado > superior ? "acima" : "dentro";
  const p = Math.min(1, Math.max(menorP, 2 * Math.min(atMost(distribuicao, observado), atLeast(distribuicao, observado))));
  return { grupo, unidades, observado, esperado, inferior, superior, situacao, p };
}
