import type { CivilDate } from "../../core/civil-date.ts";
import type { Dossie } from "../../core/dossie/dossie.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Falha } from "../worker-client.ts";

/** One PDF of all, or a zip with a PDF of each. */
export type FormatoDoLote = "documento" | "zip";

/** What is known of a batch before its first dossier. */
export interface AberturaDoLote {
  readonly formato: FormatoDoLote;
  readonly titulo: string;
  /** Date the files bear. */
  readonly data: CivilDate;
  readonly mesh: SvgMesh;
  readonly quantos: number;
}

/** To the worker. The dossiers of a batch come a few at a time, in order. */
export type PedidoAoLote =
  | { readonly tipo: "abrir"; readonly pedido: number; readonly abertura: AberturaDoLote }
  | { readonly tipo: "dossies"; readonly dossies: readonly Dossie[] };

export interface LotePronto {
  readonly arquivo: Blob;
  /** Sheets of paper. */
  readonly folhas: number;
  /** Municipalities whose dossier took more than one sheet. */
  readonly maisDeUma: readonly string[];
}

export type NoticiaDoLote =
  | { readonly tipo: "escritos"; readonly escritos: number }
  | { readonly tipo: "pronto"; readonly pronto: LotePronto }
  | Falha;

export interface RespostaDoLote {
  readonly pedido: number;
  readonly noticia: NoticiaDoLote;
}
