import { twoSidedZ } from "../metodo/intervals.ts";

/** A step of the Kaplan–Meier curve. */
export interface PontoDeSobrevida {
  readonly dia: number;
  /** Cases still waiting just before this day. */
  readonly emRisco: number;
  readonly respondidos: number;
  /** Share still waiting after this day. */
  readonly sobrevida: number;
  /** Greenwood's standard error of `sobrevida`; null where nobody is left. */
  readonly erroPadrao: number | null;
  /** Confidence limits of `sobrevida`; null where nobody is left. */
  readonly inferior: number | null;
  readonly superior: number | null;
}

export interface CurvaDeSobrevida {
  readonly casos: number;
  readonly respondidos: number;
  /** Days on which somebody was answered, ascending. */
  readonly pontos: readonly PontoDeSobrevida[];
  /** First day by which half or more were answered; null when not reached. */
  readonly mediana: number | null;
  /** Confidence limits of the median; null when not reached. */
  readonly medianaInferior: number | null;
  readonly medianaSuperior: number | null;
}

/** Days past which a duration is a mistake, not a wait. */
const MAXIMO = 1_000_000;
const METADE = 0.5;
/** What rounding may leave of a share that is one half. */
const FOLGA = 1e-8;

/**
 * Product-limit estimate of the share still waiting by day, when some have not been
 * answered yet (Kaplan & Meier, JASA 53, 1958), with Greenwood's variance and limits
 * on the logarithm of the share, cut at 1: what `survfit` of R's `survival` gives by
 * default. Who leaves on a day was still waiting on it. The median is the first day
 * with half or less waiting (`survfit` takes the middle of a flat stretch at exactly half).
 * @param durations whole days from 0 up
 * @param events 1 = answered on that day, 0 = not answered until then
 * @param options.confidence of the limits, above 0 and below 1
 * @throws RangeError for lists of different lengths or figures other than these
 */
export function kaplanMeier(durations: ArrayLike<number>, events: ArrayLike<number>, { confidence }: { readonly confidence?: number } = {}): CurvaDeSobrevida {
  if (durations.length !== events.length) throw new RangeError(`${durations.length} durations, ${events.length} events`);
  const { answered, left } = countByDay(durations, events);
  const z = twoSidedZ(confidence);
  const pontos: PontoDeSobrevida[] = [];
  let emRisco = durations.length;
  let [sobrevida, greenwood, total] = [1, 0, 0];
  for (let dia = 0; dia < answered.length; dia += 1) {
    const respondidos = answered[dia] ?? 0;
    if (respondidos > 0) {
      sobrevida = respondidos === emRisco ? 0 : sobrevida * (1 - respondidos / emRisco);
      greenwood += respondidos / (emRisco * (emRisco - respondidos));
      pontos.push({ dia, emRisco, respondidos, sobrevida, ...limits(sobrevida, Math.sqrt(greenwood), z) });
      total += respondidos;
    }
    emRisco -= respondidos + (left[dia] ?? 0);
  }
  return {
    casos: durations.length,
    respondidos: total,
    pontos,
    mediana: firstAtHalf(pontos, (ponto) => ponto.sobrevida),
    medianaInferior: firstAtHalf(pontos, (ponto) => ponto.inferior),
    medianaSuperior: firstAtHalf(pontos, (ponto) => ponto.superior),
  };
}

function countByDay(durations: ArrayLike<number>, events: ArrayLike<number>): { readonly answered: Int32Array; readonly left: Int32Array } {
  let last = -1;
  for (let i = 0; i < durations.length; i += 1) {
    const duration = durations[i] ?? NaN;
    const event = events[i] ?? NaN;
    if (!Number.isInteger(duration) || duration < 0 || duration > MAXIMO) throw new RangeError(`duration ${i} must be a whole number of days from 0 to ${MAXIMO}, got ${duration}`);
    if (event !== 0 && event !== 1) throw new RangeError(`event ${i} must be 0 or 1, got ${event}`);
    if (duration > last) last = duration;
  }
  const [answered, left] = [new Int32Array(last + 1), new Int32Array(last + 1)];
  for (let i = 0; i < durations.length; i += 1) {
    const day = durations[i] ?? 0;
    const counts = events[i] === 1 ? answered : left;
    counts[day] = (counts[day] ?? 0) + 1;
  }
  return { answered, left };
}

function limits(share: number, logError: number, z: number): Pick<PontoDeSobrevida, "erroPadrao" | "inferior" | "superior"> {
  if (share === 0) return { erroPadrao: null, inferior: null, superior: null };
  const factor = Math.exp(z * logError);
  return { erroPadrao: share * logError, inferior: share / factor, superior: Math.min(1, share * factor) };
}

function firstAtHalf(pontos: readonly PontoDeSobrevida[], share: (ponto: PontoDeSobrevida) => number | null): number | null {
  const ponto = pontos.find((um) => (share(um) ?? 1) <= METADE + FOLGA);
  return ponto?.dia ?? null;
}
