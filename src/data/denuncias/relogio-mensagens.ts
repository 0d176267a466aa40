import type { CivilDate } from "../../core/civil-date.ts";
import type { AjustesDoRelogio, NomeDaPergunta, Perguntas } from "./perguntas.ts";

/** The extracts as the engine wrote them, unread; `readColumns` reads them in the worker. */
export interface ColunasCruas {
  readonly denuncias: Uint8Array<ArrayBuffer>;
  /** Null = left aside, or there is none. */
  readonly andamentos: Uint8Array<ArrayBuffer> | null;
}

/** Asks under these adjustments. Rejects with the signal's reason when it aborts. */
export type Perguntar = <N extends NomeDaPergunta>(
  ajustes: AjustesDoRelogio,
  nome: N,
  pede: Perguntas[N]["pede"],
  signal?: AbortSignal,
) => Promise<RespostaDoRelogio<N>>;

/** What the worker tells of the cases it read. */
export interface CasosLidos {
  /** Distinct protocols, and events of theirs. */
  readonly casos: number;
  readonly eventos: number;
  /** Rows of the extract of complaints left out because their protocol is repeated. */
  readonly repetidas: number;
  /** Events whose protocol is in no complaint. */
  readonly eventosSemCaso: number;
  /** First and last registration; null when no complaint has one. */
  readonly primeiroRegistro: CivilDate | null;
  readonly ultimoRegistro: CivilDate | null;
  /** Milliseconds spent in the worker. */
  readonly ms: number;
}

/** What the cases read are, without the cases. */
export interface CargaDoRelogio extends CasosLidos {
  /** The first protocols of the events without a complaint. */
  readonly protocolosSemCaso: readonly string[];
}

/** What the page sends the worker of the clock. */
export type PedidoDoRelogio =
  /** Reads cases, which stay until others come. */
  | { readonly tipo: "carregar"; readonly pedido: number; readonly colunas: ColunasCruas }
  /** What the clock depends on; stays until others come. */
  | { readonly tipo: "ajustar"; readonly ajustes: AjustesDoRelogio }
  /** One question about the cases sent last, under what was adjusted last. */
  | { readonly [N in NomeDaPergunta]: { readonly tipo: "perguntar"; readonly pedido: number; readonly nome: N; readonly pede: Perguntas[N]["pede"] } }[NomeDaPergunta];

/** What an answer is, with what it took in the worker, ms: the replay and the clock where they had to be made, and the question itself. */
export interface RespostaDoRelogio<N extends NomeDaPergunta> {
  readonly resposta: Perguntas[N]["responde"];
  readonly msDoRelogio: number;
  readonly msDaPergunta: number;
}

/** What it answers, always with the number of the request it answers. */
export type NoticiaDoRelogio =
  | { readonly tipo: "carregado"; readonly lidos: CasosLidos }
  | { readonly tipo: "resposta"; readonly resposta: RespostaDoRelogio<NomeDaPergunta> }
  /** The request failed; the worker and its cases are well. */
  | { readonly tipo: "recusa"; readonly detalhe: string };

export interface MensagemDoRelogio {
  readonly pedido: number;
  readonly noticia: NoticiaDoRelogio;
}
