import type { CivilDate } from "../civil-date.ts";
import type { Porte } from "../municipio.ts";
import type { Ajustes } from "./ajustes.ts";

/** A municipality as the plan sees it. */
export interface MunicipioDoPlano {
  readonly codigo: number;
  /** Seat, decimal degrees; null when the reference has none: no distance can be told. */
  readonly sede: { readonly lat: number; readonly lon: number } | null;
  readonly porte: Porte | null;
  /** Code of the região imediata. */
  readonly regiao: number | null;
  /** Score S, 0–100; null = "sem nota". */
  readonly nota: number | null;
  /** V of the cycle, 0–100; null without a score. */
  readonly valor: number | null;
  readonly ultimaVisita: CivilDate | null;
  /** Something requires the visit (a trigger). What it is stays with the page and never enters a plan's file. */
  readonly exigido: boolean;
}

/** Road distances or hours someone measured, in the order of `codigos`. */
export interface MatrizDeDistancias {
  readonly unidade: "km" | "horas";
  readonly codigos: readonly number[];
  /** Row-major, codigos.length², symmetric, ≥ 0, zero on the diagonal. */
  readonly valores: readonly number[];
  /** Name of the file it came from. */
  readonly arquivo: string;
}

/** Everything a plan is a function of: the same input gives the same plan on every machine. */
export interface EntradaDoPlano {
  /** By code. */
  readonly municipios: readonly MunicipioDoPlano[];
  readonly ajustes: Ajustes;
  /** The day counted as today. */
  readonly hoje: CivilDate;
  /** Days after a visit during which a municipality waits, unless required. */
  readonly carenciaDias: number;
  /** Drawn municipalities, in the order drawn. */
  readonly reserva: readonly number[];
  /** National and state holidays of every year the plan and its terms touch, ascending. */
  readonly feriados: readonly CivilDate[];
  readonly matriz: MatrizDeDistancias | null;
}

/** Why a municipality is in the plan. */
export type MotivoDentro =
  | { readonly tipo: "exigido" }
  | { readonly tipo: "data-marcada"; readonly data: CivilDate }
  | { readonly tipo: "travado" }
  | { readonly tipo: "reserva" }
  | { readonly tipo: "cota"; readonly cota: number }
  /** Among the highest V: its position by V among all. */
  | { readonly tipo: "prioridade"; readonly posicao: number }
  /** Would end the plan twelve months or more without a visit. */
  | { readonly tipo: "doze-meses" }
  /** On the way: the days it adds to its tour. */
  | { readonly tipo: "caminho"; readonly diasAMais: number }
  /** Read from a file that is not for internal use: the reason is not in it. */
  | { readonly tipo: "planejado" };

/** Why a municipality is not in the plan. */
export type MotivoFora =
  /** No seat on record, or not in the imported matrix: no distance can be told. */
  | { readonly tipo: "sem-sede" }
  | { readonly tipo: "travado-fora" }
  /** Last day of the wait: no day of the plan comes after it. */
  | { readonly tipo: "carencia"; readonly ate: CivilDate }
  | { readonly tipo: "meses-proibidos"; readonly meses: readonly number[] }
  /** Its wait, forbidden months and terms, together, leave no day of the plan. */
  | { readonly tipo: "sem-dia" }
  /** Alone, going and coming back takes more days than a tour or a team has. */
  | { readonly tipo: "longe"; readonly dias: number }
  | { readonly tipo: "sem-nota" }
  /** Fits, but the road costs more points than it gives. */
  | { readonly tipo: "nao-compensa"; readonly km: number }
  /** Days it would add at the best place; whom it would push out there (may be empty), and the points gained less lost. */
  | { readonly tipo: "nao-cabe"; readonly dias: number; readonly tiraria: readonly number[]; readonly saldo: number };

export interface Parada {
  readonly codigo: number;
  /** First and last day of the visit. */
  readonly chegada: CivilDate;
  readonly saida: CivilDate;
  /** Working days of the visit. */
  readonly dias: number;
  /** V; null without a score. */
  readonly valor: number | null;
  readonly motivo: MotivoDentro;
}

export interface Viagem {
  /** Stable while the tour exists: "1100015-1/2027-01-04". */
  readonly id: string;
  /** "1100015-1": base and number of the team. */
  readonly equipe: string;
  readonly base: number;
  /** 1 = first quarter of the plan. */
  readonly trimestre: number;
  readonly inicio: CivilDate;
  readonly fim: CivilDate;
  /** Working days it occupies. */
  readonly dias: number;
  /** Travel and visits, in working days, two decimals. */
  readonly diasDeTrabalho: number;
  readonly km: number;
  readonly paradas: readonly Parada[];
  readonly comPassagem: boolean;
  /** Last day to ask for per diems. */
  readonly pedirDiariasAte: CivilDate;
  readonly travada: boolean;
}

/** A demand the plan does not meet. `provado` = shown impossible, not merely not found. */
export type DemandaNaoAtendida =
  | { readonly tipo: "municipio"; readonly codigo: number }
  | { readonly tipo: "cota"; readonly cota: number; readonly faltam: number };

export interface PlanoDeVisitas {
  /** By start, then team. */
  readonly viagens: readonly Viagem[];
  readonly fora: readonly { readonly codigo: number; readonly motivo: MotivoFora }[];
  readonly naoAtendidas: readonly DemandaNaoAtendida[];
  /** Σ weight of the quarter × V of the planned − km cost − penalties: what the search maximises. */
  readonly objetivo: number;
  /** Σ V of the planned, and of all with a score. */
  readonly valor: number;
  readonly valorDeTodos: number;
  readonly km: number;
  /** Working days in the field, and the most there are. */
  readonly dias: number;
  readonly diasDisponiveis: number;
  /** Steps of the search made; 0 = greedy. */
  readonly iteracoes: number;
  /** SHA-256 of the canonical text of the input. */
  readonly entrada: string;
}
