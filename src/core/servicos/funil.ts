import { twoSidedZ, type Interval } from "../metodo/intervals.ts";
import { satisfacaoContada } from "./agregar.ts";
import type { RegistroDeServico } from "./montar.ts";
import { chaveDaEscala, type Escala } from "./registro.ts";

/** Where a mean stands beside limits. */
export type LugarNoFunil = "dentro" | "acima" | "abaixo";

export interface PontoDoFunil {
  readonly registro: RegistroDeServico;
  readonly respostas: number;
  readonly media: number;
  readonly limites: Interval;
  readonly lugar: LugarNoFunil;
}

export interface FunilDaSatisfacao {
  readonly escala: Escala;
  /** Mean of all answers of the scale. */
  readonly centro: number;
  readonly respostas: number;
  /** Fewest answers first. */
  readonly pontos: readonly PontoDoFunil[];
}

/** Of the funnel's limits: 998 in 1,000, as funnel plots have (Spiegelhalter, Statistics in Medicine 24(8), 2005). */
export const CONFIANCA_DO_FUNIL = 0.998;

/**
 * Limits within which the mean of `respostas` answers falls by chance alone when the answers of all have
 * mean `centro`. Nobody publishes how the answers spread; they are at their widest with a variance of
 * `(max - centro)(centro - min)` (Bhatia & Davis, The American Mathematical Monthly 107(4), 2000), so the
 * limits are the widest that chance allows, by the normal approximation, cut at the ends of the scale.
 * @throws RangeError for a centre outside the scale or fewer than one answer
 */
export function limitesDoFunil(centro: number, { min, max }: Escala, respostas: number, confidence = CONFIANCA_DO_FUNIL): Interval {
  if (!(centro >= min && centro <= max)) throw new RangeError(`a mean of ${centro} is not on the scale from ${min} to ${max}`);
  if (!(respostas >= 1)) throw new RangeError(`a mean needs at least one answer, got ${respostas}`);
  const alcance = twoSidedZ(confidence) * Math.sqrt(((max - centro) * (centro - min)) / respostas);
  return { lower: Math.max(min, centro - alcance), upper: Math.min(max, centro + alcance) };
}

/**
 * Satisfaction of one service and year, one row a municipality, beside what chance alone would give around
 * the mean of all: one funnel for each scale, most answers first.
 */
export function funisDaSatisfacao(registros: readonly RegistroDeServico[], { cem }: { readonly cem: boolean }): FunilDaSatisfacao[] {
  const porEscala = new Map<string, { readonly escala: Escala; readonly notas: { registro: RegistroDeServico; media: number; respostas: number }[] }>();
  for (const registro of registros) {
    const contada = satisfacaoContada(registro, cem);
    if (contada === null) continue;
    const chave = chaveDaEscala(contada.escala);
    const doFunil = porEscala.get(chave) ?? { escala: contada.escala, notas: [] };
    doFunil.notas.push({ registro, media: contada.valor, respostas: contada.respostas });
    porEscala.set(chave, doFunil);
  }
  return [...porEscala.values()]
    .map(({ escala, notas }) => {
      const respostas = notas.reduce((soma, nota) => soma + nota.respostas, 0);
      const centro = Math.min(escala.max, Math.max(escala.min, notas.reduce((soma, nota) => soma + nota.media * nota.respostas, 0) / respostas));
      const pontos = notas
        .map((nota) => {
          const limites = limitesDoFunil(centro, escala, nota.respostas);
          return { ...nota, limites, lugar: lugarDe(nota.media, limites) };
        })
        .sort((a, b) => a.respostas - b.respostas);
      return { escala, centro, respostas, pontos };
    })
    .sort((a, b) => b.respostas - a.respostas);
}

function lugarDe(media: number, { lower, upper }: Interval): LugarNoFunil {
  return media < lower ? "abaixo" : media > upper ? "acima" : "dentro";
}
