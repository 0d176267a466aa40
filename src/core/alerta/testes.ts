import {
  exactPoissonLimits,
  iChart,
  rateCentre,
  sigmasOf,
  uLimits,
  uPrimeLimits,
  type Limits,
} from "./control-charts.ts";
import {
  negativeBinomialQuantile,
  negativeBinomialUpperTail,
  poissonUpperTail,
  studentUpperTail,
} from "./distributions.ts";
import { earsBound } from "./ears.ts";
import { farrington1996, farringtonFlexible, type FarringtonBound } from "./farrington.ts";
import { rkiBound, referencePoints } from "./past-years.ts";
import {
  BASE_DENUNCIAS,
  BASE_MAXIMA,
  BASE_MINIMA,
  CAUDA,
  MEDIA_MINIMA,
  type Esperado,
  type MetodoDeAlerta,
  type Teste,
} from "./metodos.ts";
import type { SerieDeContagens } from "./series.ts";

const ANO = 12;
/** Months on each side of the same month of past years, groups a year is cut into, months before the tested one left out. */
const JANELA = 1;
const PERIODOS = 4;
const FORA = 3;
const EARS_ALPHA = 0.001;
const EARS_BASE = 7;

/**
 * Tests the month `mes` of a series by what came before it; nothing after it is looked at.
 * A base too short or too sparse for the method is not tested.
 * @param desde first month of the base: months before it are incomplete
 */
export function testarMes(serie: SerieDeContagens, mes: number, metodo: MetodoDeAlerta, desde: number): Teste {
  switch (metodo) {
    case "exato":
    case "poisson":
    case "laney":
    case "bayes":
    case "carta-u":
    case "carta-i":
      return porBaseRecente(serie, mes, metodo, desde);
    case "ears-c1":
    case "ears-c2":
      return porEars(serie, mes, metodo, desde);
    case "farrington":
    case "farrington-1996":
      return porFarrington(serie, mes, metodo, desde);
    case "rki":
      return porRki(serie, mes, desde);
  }
}

type PorBaseRecente = "exato" | "poisson" | "laney" | "bayes" | "carta-u" | "carta-i";

function porBaseRecente({ contagens, exposicao }: SerieDeContagens, mes: number, metodo: PorBaseRecente, desde: number): Teste {
  const inicio = Math.max(desde, mes - BASE_MAXIMA);
  if (mes - inicio < BASE_MINIMA) return { porque: "serie-curta" };
  const events = contagens.slice(inicio, mes);
  const exposure = exposicao.slice(inicio, mes);
  const total = events.reduce((a, b) => a + b, 0);
  if (total < BASE_DENUNCIAS) return { porque: "poucas-denuncias" };
  const count = contagens[mes] ?? Number.NaN;
  const agora = exposicao[mes] ?? Number.NaN;
  const centre = rateCentre({ events, exposure });
  const media = centre.rate * agora;
  const sigmas = sigmasOf(CAUDA);
  switch (metodo) {
    case "poisson":
      return { esperado: doPoisson(media, count) };
    case "exato": {
      const phi = centre.sigmaZ * centre.sigmaZ;
      return { esperado: phi > 1 ? doBinomialNegativo(media, media / (phi - 1), 1 / phi, count) : doPoisson(media, count) };
    }
    case "bayes": {
      // A Gamma(½, 0) prior and the base give the rate a Gamma; the month's count is then negative binomial.
      const base = exposure.reduce((a, b) => a + b, 0);
      return { esperado: doBinomialNegativo(media, total + 0.5, base / (base + agora), count) };
    }
    case "laney":
    case "carta-u": {
      if (media < MEDIA_MINIMA) return { porque: "poucas-esperadas" };
      const isLaney = metodo === "laney";
      if (isLaney && !(centre.sigmaZ > 0)) return { porque: "sem-variacao" };
      const limits = isLaney ? uPrimeLimits(centre, agora, sigmas) : uLimits(centre, agora, sigmas);
      return { esperado: daCarta(scaled(limits, agora), isLaney ? centre.sigmaZ ** 2 : 1, count) };
    }
    case "carta-i": {
      if (media < MEDIA_MINIMA) return { porque: "poucas-esperadas" };
      const limits = iChart(events, sigmas);
      const sd = (limits.upper - limits.centre) / sigmas;
      if (!(sd > 0)) return { porque: "sem-variacao" };
      return { esperado: daCarta({ ...limits, lower: Math.max(0, limits.lower) }, sd ** 2 / limits.centre, count) };
    }
  }
}

function porEars({ contagens }: SerieDeContagens, mes: number, metodo: "ears-c1" | "ears-c2", desde: number): Teste {
  const recuo = metodo === "ears-c1" ? 0 : 2;
  if (mes - EARS_BASE - recuo < desde) return { porque: "serie-curta" };
  const bound = earsBound(contagens, mes, metodo === "ears-c1" ? "C1" : "C2", { baseline: EARS_BASE, alpha: EARS_ALPHA });
  if (bound === null) return { porque: "sem-variacao" };
  if (bound.mean < MEDIA_MINIMA) return { porque: "poucas-esperadas" };
  const { mean, sd, upper } = bound;
  // The mean and deviation of 7 points are themselves uncertain: chance follows a t of 6, not the normal the limit is drawn by.
  const acima = (count: number): number => studentUpperTail((count - mean) / (sd * Math.sqrt(1 + 1 / EARS_BASE)), EARS_BASE - 1);
  return {
    esperado: { media: mean, inferior: Math.max(0, 2 * mean - upper), superior: upper, p: acima(contagens[mes] ?? Number.NaN), acaso: acima(upper) },
  };
}

/** Whole years of base a series has before a month, two to five; null for fewer. */
function anosDeBase(mes: number, desde: number): number | null {
  const anos = Math.min(5, Math.floor((mes - JANELA - desde) / ANO));
  return anos >= 2 ? anos : null;
}

function porFarrington({ contagens, exposicao }: SerieDeContagens, mes: number, metodo: "farrington" | "farrington-1996", desde: number): Teste {
  const b = anosDeBase(mes, desde);
  if (b === null) return { porque: "serie-curta" };
  const years = { frequency: ANO, b, w: JANELA };
  const bound: FarringtonBound | null =
    metodo === "farrington-1996"
      ? farrington1996(contagens, mes, years, 2 * CAUDA)
      : farringtonFlexible(contagens, mes, {
          ...years,
          periods: PERIODOS,
          pastNotIncluded: FORA,
          weightsThreshold: 2.58,
          trendBelow: 1,
          errors: "farrington",
          threshold: "nb",
          tail: CAUDA,
          exposure: exposicao,
        });
  if (bound === null) return { porque: "modelo-nao-fechou" };
  if (!bound.enough) return { porque: "poucas-recentes" };
  const { mean, phi, lower, upper, p } = bound;
  const acaso = metodo === "farrington-1996" ? CAUDA : acima(upper, phi > 1 ? { size: mean / (phi - 1), prob: 1 / phi } : { mean });
  return { esperado: { media: mean, inferior: lower, superior: upper, p, acaso } };
}

function porRki({ contagens }: SerieDeContagens, mes: number, desde: number): Teste {
  const years = { frequency: ANO, b: 2, w: JANELA };
  const points = referencePoints(mes, years);
  if (points === null || points.some((i) => i < desde)) return { porque: "serie-curta" };
  const superior = rkiBound(contagens, mes, years);
  if (superior === null) return { porque: "serie-curta" };
  const total = points.reduce((sum, i) => sum + (contagens[i] ?? Number.NaN), 0);
  if (total < BASE_DENUNCIAS) return { porque: "poucas-denuncias" };
  return { esperado: { media: total / points.length, inferior: 0, superior, p: null, acaso: null } };
}

function doPoisson(mean: number, count: number): Esperado {
  const { lower, upper } = exactPoissonLimits(mean, CAUDA);
  return { media: mean, inferior: lower, superior: upper, p: poissonUpperTail(count, mean), acaso: acima(upper, { mean }) };
}

function doBinomialNegativo(media: number, size: number, prob: number, count: number): Esperado {
  const superior = negativeBinomialQuantile(1 - CAUDA, size, prob);
  return {
    media,
    inferior: negativeBinomialQuantile(CAUDA, size, prob),
    superior,
    p: negativeBinomialUpperTail(count, size, prob),
    acaso: acima(superior, { size, prob }),
  };
}

/**
 * What a chart with normal limits expects. Chance is that of counts of the same mean and
 * spread, never less than a Poisson's: the limits themselves promise fewer alarms than they give.
 */
function daCarta({ centre, lower, upper }: Limits, phi: number, count: number): Esperado {
  const size = centre / (phi - 1);
  const atLeast = (x: number): number => (phi > 1 ? negativeBinomialUpperTail(x, size, 1 / phi) : poissonUpperTail(x, centre));
  return { media: centre, inferior: lower, superior: upper, p: atLeast(Math.ceil(count)), acaso: atLeast(Math.floor(upper) + 1) };
}

/** Probability of a count above the limit. */
function acima(superior: number, law: { readonly mean: number } | { readonly size: number; readonly prob: number }): number {
  return "mean" in law ? poissonUpperTail(superior + 1, law.mean) : negativeBinomialUpperTail(superior + 1, law.size, law.prob);
}

function scaled({ centre, lower, upper }: Limits, by: number): Limits {
  return { centre: centre * by, lower: lower * by, upper: upper * by };
}
