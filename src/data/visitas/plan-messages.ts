import type { Destino, Edicao } from "../../core/visitas/mover.ts";
import type { Numeros, PecasDosNumeros } from "./numeros.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../core/visitas/plano.ts";
import type { PrecoDaRegra, Regra } from "../../core/visitas/preco.ts";

/** A question for the worker of the plan. */
export type PlanTask =
  /** Scores of a method over the figures in use, and the hash of those: answered at once. */
  | ({ readonly tipo: "numeros" } & PecasDosNumeros)
  /** The greedy plan, then the search. */
  | { readonly tipo: "planejar"; readonly entrada: EntradaDoPlano }
  /** One change by hand: answered at once. */
  | { readonly tipo: "mover"; readonly entrada: EntradaDoPlano; readonly plano: PlanoDeVisitas; readonly codigo: number; readonly destino: Destino }
  /** What a rule costs: the plan without it, searched from the one there is. */
  | { readonly tipo: "preco"; readonly entrada: EntradaDoPlano; readonly plano: PlanoDeVisitas; readonly regra: Regra };

/** What the page sends the worker; a newer task drops the one under way. */
export type PlanRequest =
  | { readonly tipo: "tarefa"; readonly pedido: number; readonly tarefa: PlanTask }
  /** No more steps: what was found so far is told once more. */
  | { readonly tipo: "parar" };

/** What a task hears. After "falha" or something with `pronto` nothing more comes. */
export type PlanNews =
  | { readonly tipo: "gulosa"; readonly plano: PlanoDeVisitas; readonly total: number }
  /** What following the list in order gives, to compare with. */
  | { readonly tipo: "lista"; readonly plano: PlanoDeVisitas }
  | { readonly tipo: "andamento"; readonly feitas: number; readonly total: number }
  /** The best plan found, the search cut off or whole. */
  | { readonly tipo: "melhor"; readonly plano: PlanoDeVisitas; readonly feitas: number; readonly total: number; readonly pronto: true }
  | { readonly tipo: "numeros"; readonly numeros: Numeros; readonly pronto: true }
  | { readonly tipo: "movido"; readonly edicao: Edicao; readonly pronto: true }
  | { readonly tipo: "preco"; readonly preco: PrecoDaRegra; readonly feitas: number; readonly total: number; readonly pronto: true }
  | { readonly tipo: "falha"; readonly detalhe: string };

/** News with the number of the request they answer. */
export interface PlanReply {
  readonly pedido: number;
  readonly news: PlanNews;
}
