import type { CivilDate } from "../../core/civil-date.ts";
import type { Comparacao, Concentracao, Resposta, Sorteio } from "../../core/equidade/index.ts";
import type { CoberturaDoPacto, CurvaDoMinimo, MinimoAnual, Pacto, PeriodoDoPacto, RegraDoMinimo, RespostaADemanda, SugestaoDeLinha } from "../../core/pacto/index.ts";

/** What every answer depends on besides the record of support; a new one counts everything again, the record is not read again. */
export interface AjustesDoApoio {
  readonly hoje: CivilDate;
  readonly pacto: Pacto;
  /** IBGE codes; arrays of the answers are aligned with them. */
  readonly codigos: readonly number[];
  /** Inhabitants; null = unknown. */
  readonly populacao: readonly (number | null)[];
  /** Score of the priority index, higher = more need; null = none, and null altogether where no index is in use. */
  readonly notas: readonly (number | null)[] | null;
}

/** Which municipalities: positions in `codigos`; null = all. */
export type Dentro = readonly number[] | null;

/** Unclassified themes given; the others are only counted. */
export const TEMAS_SEM_LINHA_DADOS = 100;

/** A theme in no line of the pact and known to no office, with the line it may have meant. */
export interface TemaSemLinha {
  /** null = no theme written. */
  readonly tema: string | null;
  /** Position in the pact's eixos; null = one it does not have. */
  readonly eixo: number | null;
  readonly linhas: number;
  readonly sugestao: SugestaoDeLinha | null;
}

/** What the record of support that was read holds. */
export interface CargaDoApoio {
  readonly linhas: number;
  readonly eventos: number;
  /** Rows of municipalities that are not in the list. */
  readonly deFora: number;
  /** First and last day of the record; null when no row has one. */
  readonly periodo: PeriodoDoPacto | null;
  /** Whether any row says if it was held, planned or cancelled; a record that says nothing has no open request and no cancelled event. */
  readonly dizSituacao: boolean;
}

/** What can be counted by municipality: distinct events held in the period. */
export const CONTAGENS_DE_APOIO = ["visitas", "presencial", "todos"] as const;
/** Technical visits (art. 6 V); everything on site; every strategy. */
export type ContagemDeApoio = (typeof CONTAGENS_DE_APOIO)[number];

/** How the municipalities are set in groups against the lottery. */
export interface Agrupamento {
  /** Group of each municipality, by position; -1 = in none. */
  readonly grupos: readonly number[];
  readonly quantos: number;
  /** Null = every municipality has the same chance; else in proportion to the inhabitants. */
  readonly chances: "iguais" | "populacao";
}

export interface Perguntas {
  /** Coverage matrix of each period (the page's and those to compare), in one pass of classes. */
  readonly pactuado: {
    readonly pede: { readonly periodos: readonly PeriodoDoPacto[]; readonly dentro: Dentro };
    readonly responde: {
      /** Aligned with `periodos`. */
      readonly coberturas: readonly CoberturaDoPacto[];
      /** Of the rows held or planned in the first of the periods and inside the filter: most rows first, at most `TEMAS_SEM_LINHA_DADOS`. */
      readonly semLinha: readonly TemaSemLinha[];
      /** How many such themes there are. */
      readonly temasSemLinha: number;
    };
  };
  /** Response to the requests of the municipalities (arts. 2 II, 4 I b and 5). */
  readonly demanda: {
    readonly pede: { readonly periodo: PeriodoDoPacto; readonly dentro: Dentro };
    readonly responde: RespostaADemanda;
  };
  /** The yearly minimum by municipality today, and the municipalities in time on each day of `dias` (ascending). Refused where the pact has no minimum. */
  readonly minimo: {
    readonly pede: { readonly regra: RegraDoMinimo; readonly dentro: Dentro; readonly dias: readonly number[] };
    readonly responde: { readonly minimo: MinimoAnual; readonly curva: CurvaDoMinimo };
  };
  /** Events by municipality, against need and against a lottery. */
  readonly equidade: {
    readonly pede: { readonly periodo: PeriodoDoPacto; readonly conta: ContagemDeApoio; readonly dentro: Dentro; readonly agrupamentos: readonly Agrupamento[]; readonly porHabitante: boolean; readonly seed: string };
    readonly responde: {
      /** By position in `codigos`; NaN outside the filter. */
      readonly contagens: Float64Array;
      readonly necessidade: Resposta<Concentracao> | null;
      readonly desigualdade: Resposta<Concentracao>;
      readonly sorteios: readonly Resposta<Sorteio>[];
    };
  };
  /** Supported municipalities before and after, against their like. */
  readonly efeito: {
    readonly pede: {
      /** Support held in this period makes a municipality "apoiado". */
      readonly periodo: PeriodoDoPacto;
      readonly conta: ContagemDeApoio;
      readonly dentro: Dentro;
      /** By position: class of size, region, indicator before and after; null = unknown. */
      readonly porte: readonly (number | null)[];
      readonly regiao: readonly (number | null)[];
      readonly antes: readonly (number | null)[];
      readonly depois: readonly (number | null)[];
      readonly seed: string;
    };
    /** How many inside the filter had support in the period, and how many had none. */
    readonly responde: { readonly comparacao: Resposta<Comparacao>; readonly apoiados: number; readonly semApoio: number };
  };
}

export type NomeDaPergunta = keyof Perguntas;
