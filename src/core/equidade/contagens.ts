/** Probabilities of the whole numbers from `primeiro` on; those left out are under 10⁻²⁰ of the largest. */
export interface DistribuicaoDeContagem {
  readonly primeiro: number;
  readonly p: Float64Array;
  /** Least and greatest count that can be, probable or not. */
  readonly minimo: number;
  readonly maximo: number;
}

/** Terms smaller than this part of the largest change no digit of a sum. */
const NADA = 1e-20;

/**
 * How many of `sorteadas` units drawn without putting back fall in a group.
 * @param total units in the urn
 * @param doGrupo of them, in the group
 * @throws RangeError for figures that are not whole, or more drawn or in the group than in the urn
 */
export function hypergeometric(total: number, doGrupo: number, sorteadas: number): DistribuicaoDeContagem {
  if (![total, doGrupo, sorteadas].every((n) => Number.isInteger(n) && n >= 0) || doGrupo > total || sorteadas > total)
    throw new RangeError(`cannot draw ${sorteadas} of ${total} units with ${doGrupo} in the group`);
  const minimo = Math.max(0, doGrupo + sorteadas - total);
  const maximo = Math.min(doGrupo, sorteadas);
  const mode = Math.floor(((sorteadas + 1) * (doGrupo + 1)) / (total + 2));
  return fromMode(minimo, maximo, mode, (x) => ((doGrupo - x) * (sorteadas - x)) / ((x + 1) * (total - doGrupo - sorteadas + x + 1)));
}

/**
 * How many of `vezes` independent draws fall in a group of chance `chance`.
 * @throws RangeError for a number of draws that is not whole or a chance outside 0–1
 */
export function binomial(vezes: number, chance: number): DistribuicaoDeContagem {
  if (!Number.isInteger(vezes) || vezes < 0) throw new RangeError(`draws must be a whole number ≥ 0, got ${vezes}`);
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`a chance must be from 0 to 1, got ${chance}`);
  if (chance === 0 || chance === 1) return { primeiro: vezes * chance, p: Float64Array.of(1), minimo: vezes * chance, maximo: vezes * chance };
  const odds = chance / (1 - chance);
  return fromMode(0, vezes, Math.floor((vezes + 1) * chance), (x) => ((vezes - x) / (x + 1)) * odds);
}

/**
 * Shares of simulated counts.
 * @param contagem how often each count from 0 up came out, something of one at least
 * @throws RangeError when nothing was counted
 */
export function fromFrequencies(contagem: ArrayLike<number>, minimo: number, maximo: number): DistribuicaoDeContagem {
  const p = Float64Array.from(contagem);
  const total = p.reduce((sum, vezes) => sum + vezes, 0);
  if (!(total > 0)) throw new RangeError(`no count among ${contagem.length} was ever drawn`);
  return { primeiro: 0, p: p.map((vezes) => vezes / total), minimo, maximo };
}

/** P(X ≤ x). */
export function atMost({ primeiro, p }: DistribuicaoDeContagem, x: number): number {
  let sum = 0;
  for (let i = 0; i < p.length && primeiro + i <= x; i += 1) sum += p[i] ?? 0;
  return Math.min(1, sum);
}

/** P(X ≥ x), added from the far end so that small tails keep their digits. */
export function atLeast({ primeiro, p }: DistribuicaoDeContagem, x: number): number {
  let sum = 0;
  for (let i = p.length - 1; i >= 0 && primeiro + i >= x; i -= 1) sum += p[i] ?? 0;
  return Math.min(1, sum);
}

/** A probability met but for rounding counts as met, as R's discrete quantiles do. */
const FUZZ = 64 * Number.EPSILON;

/**
 * Limits with no more than (1 − confidence)/2 on either side: the smallest counts x with
 * P(X ≤ x) ≥ (1 − confidence)/2 and ≥ (1 + confidence)/2, as R's `qhyper` and `qbinom`.
 */
export function countLimits({ primeiro, p }: DistribuicaoDeContagem, confidence: number): { readonly inferior: number; readonly superior: number } {
  const tail = (1 - confidence) / 2;
  let i = 0;
  let sum = p[0] ?? 0;
  const reach = (level: number): number => {
    while (sum < level * (1 - FUZZ) && i < p.length - 1) {
      i += 1;
      sum += p[i] ?? 0;
    }
    return primeiro + i;
  };
  return { inferior: reach(tail), superior: reach(1 - tail) };
}

/** Ratios from the most probable count outwards, so that nothing overflows or is lost; then made to add to 1. */
function fromMode(minimo: number, maximo: number, mode: number, ratio: (x: number) => number): DistribuicaoDeContagem {
  const centre = Math.min(maximo, Math.max(minimo, mode));
  const down: number[] = [];
  for (let [x, term] = [centre, 1]; x > minimo; x -= 1) {
    term /= ratio(x - 1);
    if (term < NADA) break;
    down.push(term);
  }
  const up: number[] = [];
  for (let [x, term] = [centre, 1]; x < maximo; x += 1) {
    term *= ratio(x);
    if (term < NADA) break;
    up.push(term);
  }
  const terms = Float64Array.from([...down.reverse(), 1, ...up]);
  const sum = terms.reduce((total, term) => total + term, 0);
  return { primeiro: centre - down.length, p: terms.map((term) => term / sum), minimo, maximo };
}
