import type { EntradaDoPlano, PlanoDeVisitas } from "../../../core/visitas/plano.ts";
import type { BoundOptions } from "./bound.ts";
import type { ColisaoDoPlano, LimiteDoPlano } from "./plano.ts";

/** A question for the worker of the bound. */
export type TarefaDoLimite =
  | { readonly tipo: "limite"; readonly entrada: EntradaDoPlano; readonly plano: PlanoDeVisitas; readonly opcoes?: BoundOptions }
  /** Which demands collide; worth asking where a plan leaves some unmet. */
  | { readonly tipo: "colisoes"; readonly entrada: EntradaDoPlano };

/** What the page sends the worker; a newer task drops the one under way. */
export type PedidoDoLimite =
  | { readonly tipo: "tarefa"; readonly pedido: number; readonly tarefa: TarefaDoLimite }
  /** No more rounds: the bound so far is told once more. */
  | { readonly tipo: "parar" };

/** What a task hears. After `pronto`, "parado" or "falha" nothing more comes. */
export type NoticiaDoLimite =
  /** `progresso`: share done, 0–1; null while it cannot be known. */
  | { readonly tipo: "limite"; readonly limite: LimiteDoPlano; readonly progresso: number | null; readonly pronto: boolean }
  /** Empty when nothing was proved to collide. */
  | { readonly tipo: "colisoes"; readonly colisoes: readonly ColisaoDoPlano[]; readonly pronto: true }
  /** Stopped before anything was known. */
  | { readonly tipo: "parado" }
  | { readonly tipo: "falha"; readonly detalhe: string };

/** News with the number of the request they answer. */
export interface RespostaDoLimite {
  readonly pedido: number;
  readonly noticia: NoticiaDoLimite;
}
