import type { KeeperMessage, KeeperRequest } from "../keeper/messages.ts";
import type { AjustesDoApoio, CargaDoApoio, Perguntas } from "./perguntas.ts";

/** The record of support as the engine wrote it, unread. */
export type ApoioCru = Uint8Array<ArrayBuffer>;

/** What the worker tells of the record it read. */
export interface ApoioLido extends Omit<CargaDoApoio, "deFora"> {
  /** Rows of each code, in ascending order of code. */
  readonly porMunicipio: readonly { readonly codigo: number; readonly linhas: number }[];
  /** Milliseconds spent in the worker. */
  readonly ms: number;
}

export type PedidoDoApoio = KeeperRequest<ApoioCru, AjustesDoApoio, Perguntas>;
export type MensagemDoApoio = KeeperMessage<ApoioLido, Perguntas>;
