import type { Gravidade } from "./regra.ts";

/** Another figure the one at hand was compared with. */
export interface Comparado {
  readonly indicador: string;
  readonly periodo: string;
  readonly valor: number;
}

/** What a rule found about one figure: one indicator, one municipality, one period. Plain numbers, so that it crosses to a worker. */
export interface Achado {
  /** Rule id. */
  readonly regra: string;
  readonly indicador: string;
  readonly periodo: string;
  /** 7-digit IBGE code. */
  readonly codigo: number;
  readonly gravidade: Gravidade;
  readonly fonte: string | null;
  /** Null where the figure is missing. */
  readonly valor: number | null;
  /** Interval the figure was expected in, in its own unit; an open end is null. */
  readonly min: number | null;
  readonly max: number | null;
  /** The figure expected, where a rule expects one. */
  readonly esperado: number | null;
  readonly comparado: Comparado | null;
  /** Modified z, difference or share, as the rule measures; null where it measures none. */
  readonly medida: number | null;
  /** The rule's second sentence applies: there is no figure to compare with. */
  readonly semPar?: boolean;
}

/** What a rule found about a whole series, no municipality's doing. */
export interface AchadoDeSerie {
  readonly regra: string;
  readonly indicador: string;
  /** Newest period of the series. */
  readonly periodo: string;
  readonly fonte: string | null;
  /** Months since the end of that period, where the rule counts them. */
  readonly meses: number | null;
  /** Months the cadence allows. */
  readonly mesesPermitidos: number | null;
  /** Periods that are missing inside the series. */
  readonly faltam: readonly string[];
}

/** Identity of a finding, for follow-up marks and table rows. */
export function chaveDoAchado({ regra, indicador, periodo, codigo }: Pick<Achado, "regra" | "indicador" | "periodo" | "codigo">): string {
  return `${regra} ${indicador} ${periodo} ${codigo}`;
}
