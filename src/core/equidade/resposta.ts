/** Why there is no figure: too little to say anything about. */
export const PORQUES_INSUFICIENTE = ["poucas-unidades", "poucos-eventos", "necessidade-igual", "poucos-pares"] as const;

export type PorqueInsuficiente = (typeof PORQUES_INSUFICIENTE)[number];

/** "Dados insuficientes": what was counted, and the least that would do. */
export interface Insuficiente {
  readonly porque: PorqueInsuficiente;
  readonly ha: number;
  readonly minimo: number;
}

/** A figure, or the reason why there is none. */
export type Resposta<T extends object> = T | Insuficiente;

export function isInsuficiente(resposta: object): resposta is Insuficiente {
  return "porque" in resposta;
}

/** House rule: under this many municipalities the limits of an index are a guess. */
export const MINIMO_DE_UNIDADES = 20;

/** House rule: with fewer events one more or less turns the index around. */
export const MINIMO_DE_EVENTOS = 20;

/** House rule: the fewest pairs a bootstrap of their mean is made of. */
export const MINIMO_DE_PARES = 20;
