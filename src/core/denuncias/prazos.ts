import type { Desfecho, Passo } from "./passos.ts";

/** How the norm counts a term; "silente": it does not say. */
export type Unidade = "corridos" | "uteis" | "silente";

/** How the house counts where the norm is silent; null = not chosen, and both dates are shown. */
export type RegraDaCasa = "corridos" | "uteis" | null;

/** Who has to do what a term asks. */
export const RESPONSAVEIS = ["ouvidoria", "municipio", "gabinete", "superintendencia"] as const;

export type Responsavel = (typeof RESPONSAVEIS)[number];

/** A legal term, as data of the territory. */
export interface Prazo {
  readonly id: string;
  /** "Resposta a quem denunciou". */
  readonly nome: string;
  readonly n: number;
  readonly unidade: Unidade;
  /** The step that starts it and, where only one finding does, which. */
  readonly desde: Passo;
  readonly desfecho: Desfecho | null;
  /** The step that fulfils it. */
  readonly cumpre: Passo;
  /** Steps after which it is no longer waited for. */
  readonly encerra: readonly Passo[];
  readonly responsavel: Responsavel;
  /** Id in the territory's norms, and article ("art. 5º, § 5º"). */
  readonly norma: string;
  readonly artigo: string;
}

/**
 * How a term of a case stands on a day. "encerrado": it was never fulfilled, and
 * nobody waits for it any more (a step that ends it came, or the case is over).
 */
export const ESTADOS_DO_PRAZO = [
  "nao-se-aplica",
  "cumprido",
  "cumprido-fora",
  "no-prazo",
  "vence-logo",
  "vencido",
  "sem-como-contar",
  "encerrado",
] as const;

export type EstadoDoPrazo = (typeof ESTADOS_DO_PRAZO)[number];

/** Why a term cannot be counted. */
export const PORQUES = [
  "nenhum",
  "inicio-em-duvida",
  "inicio-sem-data",
  "cumprimento-em-duvida",
  "cumprimento-antes-do-inicio",
  "fora-do-calendario",
] as const;

export type Porque = (typeof PORQUES)[number];

/** Days ahead in which a due date counts as near. */
export const DIAS_PERTO = 5;

/** The clock of every case on a day; `caso * prazos.length + prazo` where not said otherwise. */
export interface Relogio {
  readonly prazos: readonly Prazo[];
  /** Day counted as today. */
  readonly hoje: number;
  readonly regra: RegraDaCasa;
  /** Day it started and day it was fulfilled; `SEM_DIA` = it did not. */
  readonly inicio: Int32Array;
  readonly cumprimento: Int32Array;
  /** Day from which it was no longer waited for without being fulfilled ("encerrado"); `SEM_DIA` = none. */
  readonly fim: Int32Array;
  /** Last day under each count; equal when the norm says which one. `SEM_DIA` = it cannot be counted or does not apply. */
  readonly venceCorridos: Int32Array;
  readonly venceUteis: Int32Array;
  /** Position in `ESTADOS_DO_PRAZO`, under the norm's count, the house's rule or, where neither says, the earlier date. */
  readonly estado: Uint8Array;
  /** 1 = the two counts give different states and no rule was chosen. */
  readonly divide: Uint8Array;
  /** Position in `PORQUES`. */
  readonly porque: Uint8Array;
  /** By case: the pending term that falls due first, and its day in force; `SEM_CODIGO` and `SEM_DIA` = none. */
  readonly proximo: Uint8Array;
  readonly proximoDia: Int32Array;
}
