/** What can be asked, by name: what each question asks with, and what answers it. */
export type Questions<Q> = { readonly [N in keyof Q]: { readonly pede: unknown; readonly responde: unknown } };

/** What the page sends a worker that keeps data. */
export type KeeperRequest<Colunas, Ajustes, Q extends Questions<Q>> =
  /** Reads data, which stays until other data comes. */
  | { readonly tipo: "carregar"; readonly pedido: number; readonly colunas: Colunas }
  /** What the answers depend on besides the data; stays until others come. */
  | { readonly tipo: "ajustar"; readonly ajustes: Ajustes }
  /** One question about the data sent last, under what was adjusted last. */
  | { readonly tipo: "perguntar"; readonly pedido: number; readonly nome: keyof Q; readonly pede: Q[keyof Q]["pede"] };

/** What an answer is, with what it took in the worker, ms: what the adjustments made be counted again, and the question itself. */
export interface Answered<R> {
  readonly resposta: R;
  readonly msDoPreparo: number;
  readonly msDaPergunta: number;
}

export type KeeperNews<Lidos, Q extends Questions<Q>> =
  | { readonly tipo: "carregado"; readonly lidos: Lidos }
  | { readonly tipo: "resposta"; readonly resposta: Answered<Q[keyof Q]["responde"]> }
  /** The request failed; the worker and its data are well. */
  | { readonly tipo: "recusa"; readonly detalhe: string };

/** What the worker answers, always with the number of the request it answers. */
export interface KeeperMessage<Lidos, Q extends Questions<Q>> {
  readonly pedido: number;
  readonly noticia: KeeperNews<Lidos, Q>;
}

/** Asks under these adjustments. Rejects with the signal's reason when it aborts. */
export type Ask<Ajustes, Q extends Questions<Q>> = <N extends keyof Q>(ajustes: Ajustes, nome: N, pede: Q[N]["pede"], signal?: AbortSignal) => Promise<Answered<Q[N]["responde"]>>;
