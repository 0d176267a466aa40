import type { CivilDate } from "../civil-date.ts";
import type { Porte } from "../municipio.ts";

/** The only version of the settings this program reads and writes. */
export const AJUSTES_VERSAO = 1;

/** A base and how many teams leave from it. */
export interface BaseDeEquipes {
  /** Municipal code. */
  readonly codigo: number;
  /** Whole number ≥ 1. */
  readonly equipes: number;
}

/** A wish about one municipality. */
export interface Trava {
  readonly codigo: number;
  /** "dentro": must be planned; "fora": must not. */
  readonly tipo: "dentro" | "fora";
  /** Only with "dentro": team ("1100015-1"), quarter (1 = first of the plan), exact day of the visit. */
  readonly equipe?: string;
  readonly trimestre?: number;
  readonly data?: CivilDate;
}

/** A tour kept as it is when the rest is planned again. */
export interface ViagemTravada {
  readonly equipe: string;
  readonly inicio: CivilDate;
  /** In the order of the visits. */
  readonly municipios: readonly number[];
}

/** At least `minimo` municipalities of a region (code of the região imediata) or of a porte. */
export type Cota =
  | { readonly grupo: "regiao"; readonly id: number; readonly minimo: number }
  | { readonly grupo: "porte"; readonly id: Porte; readonly minimo: number };

/** What decides a plan of visits besides the method and the figures. `data/visitas.json` holds a territory's defaults. */
export interface Ajustes {
  readonly versao: typeof AJUSTES_VERSAO;
  /** First day of the first quarter; each quarter is three months from it. */
  readonly inicio: CivilDate;
  /** 1 to 4. */
  readonly trimestres: number;
  readonly bases: readonly BaseDeEquipes[];
  /** Days in the field of each team in each quarter, ≥ 1. */
  readonly diasPorEquipe: number;
  /** Most working days of a tour, 1 to 10. */
  readonly diasPorViagem: number;
  /** Hours of travel that fill a working day. */
  readonly horasPorDia: number;
  /** Mean speed on the road, km/h, for distances that are estimated or imported in km. */
  readonly velocidade: number;
  /** Working days a team stays at the base between two tours, ≥ 0. */
  readonly intervalo: number;
  /** Working days of a visit, by porte; multiples of 0.25. */
  readonly duracao: Readonly<Record<Porte, number>>;
  /** Business days between asking for per diems and leaving. */
  readonly prazoDiarias: { readonly uteis: number; readonly comPassagem: number };
  /** Municipalities reached by air fare: their tour asks for per diems earlier. */
  readonly comPassagem: readonly number[];
  /** Local holidays and days without travel, besides the national and state ones. */
  readonly semViagem: readonly CivilDate[];
  /** Months (1–12) in which a region (code of the região imediata) is not visited. */
  readonly mesesProibidos: readonly { readonly regiao: number; readonly meses: readonly number[] }[];
  /** Road km = great-circle km × factor; a leg takes the mean of its two ends' factors. */
  readonly desvio: { readonly padrao: number; readonly regioes: readonly { readonly regiao: number; readonly fator: number }[] };
  /** Weight of V by quarter: sooner is better. At least `trimestres` figures, not rising, each > 0. */
  readonly pesoDoTrimestre: readonly number[];
  /** Points of V a kilometre costs. */
  readonly custoKm: number;
  /** Points lost for each municipality that ends the plan twelve months or more without a visit. */
  readonly penalidadeDozeMeses: number;
  readonly travas: readonly Trava[];
  readonly viagensTravadas: readonly ViagemTravada[];
  readonly cotas: readonly Cota[];
  /** Municipalities drawn at random that enter the plan; null = as many as the method says. */
  readonly reserva: number | null;
  /** Steps of the search, 0 to 200,000. */
  readonly iteracoes: number;
  readonly semente: string;
}
