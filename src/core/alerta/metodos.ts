/** Ways to say what was expected of a month; the first is the one in use unless another is chosen. */
export const METODOS = ["exato", "poisson", "laney", "bayes", "farrington", "carta-u", "carta-i", "ears-c1", "ears-c2", "farrington-1996", "rki"] as const;

export type MetodoDeAlerta = (typeof METODOS)[number];

/** Why a month of a series cannot be tested. */
export const PORQUES_SEM_TESTE = ["serie-curta", "poucas-denuncias", "poucas-esperadas", "sem-variacao", "poucas-recentes", "modelo-nao-fechou"] as const;

export type PorqueSemTeste = (typeof PORQUES_SEM_TESTE)[number];

/** What was expected of a month. */
export interface Esperado {
  readonly media: number;
  /** A count below or above these is out of the ordinary; one above `superior` is an alarm. */
  readonly inferior: number;
  readonly superior: number;
  /** Probability of a count at least this large when nothing changed; null where the method gives none. */
  readonly p: number | null;
  /** Probability of an alarm when nothing changed, by the method's own distribution; null as above. */
  readonly acaso: number | null;
}

export type Teste = { readonly esperado: Esperado } | { readonly porque: PorqueSemTeste };

/** Probability above the upper limit, of the methods that have no convention of their own. */
export const CAUDA = 0.01;
/** Months of the base: the most that are used and the fewest that are enough. */
export const BASE_MAXIMA = 24;
export const BASE_MINIMA = 12;
/** Fewest complaints in the base. */
export const BASE_DENUNCIAS = 5;
/** Fewest complaints expected of a month by the methods that take counts for normal. */
export const MEDIA_MINIMA = 5;
/** Expected share of false alarms among those that stay after the correction for many series. */
export const FDR = 0.05;

/** Fewer cases than `cases` in the last `points`, the tested one included, call for no alarm. */
export interface EnoughCases {
  readonly cases: number;
  readonly points: number;
}

/** Source: Farrington et al. (1996) §3.8. */
export const ENOUGH_CASES: EnoughCases = { cases: 5, points: 4 };
