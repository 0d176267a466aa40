import type { DrawData } from "../../core/metodo/draw-data.ts";
import type { DrawOptions, DrawSummary } from "../../core/metodo/draws.ts";

/** What the page sends the worker of the draws. */
export type DrawsRequest =
  /** What is ranked; stays until other data come. */
  | { readonly tipo: "dados"; readonly dados: DrawData }
  /** Draws over the data sent last; whatever was under way is dropped. */
  | { readonly tipo: "sortear"; readonly pedido: number; readonly opcoes: DrawOptions }
  /** No more draws; those already made are summed up once. */
  | { readonly tipo: "parar" };

/** What it answers, always with the number of the request it answers. */
export type DrawsReply =
  /** Of the draws made so far; the last one has `drawn` equal to `draws`. */
  | { readonly tipo: "estimativa"; readonly pedido: number; readonly resumo: DrawSummary }
  | { readonly tipo: "andamento"; readonly pedido: number; readonly feitos: number }
  | { readonly tipo: "falha"; readonly pedido: number; readonly detalhe: string };
