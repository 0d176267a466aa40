/** The part of a Worker a client uses. */
export interface ClientWorker<Request, Reply> {
  postMessage: (request: Request, options?: StructuredSerializeOptions) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** What a request hears when its worker failed; `detalhe` is the browser's words or ours, in English. */
export interface Falha {
  readonly tipo: "falha";
  readonly detalhe: string;
}

/** A worker that may not be running, and the one request that hears it. */
export interface WorkerClient<Request, Reply, News> {
  /** Numbers a request and posts it by `send`, in a worker started if there is none; the request before hears nothing more. */
  readonly ask: (send: (worker: ClientWorker<Request, Reply>, pedido: number) => void, onNews: (news: News | Falha) => void) => void;
  /** Posts to the worker there is; nothing when there is none. */
  readonly tell: (request: Request) => void;
  /** Ends the worker, and tells the request that hears it. */
  readonly fail: (detalhe: string) => void;
  /** Ends the worker and says nothing; another request would start one again. */
  readonly close: () => void;
}

/**
 * The life of a worker asked one thing at a time. It starts with the first request
 * and serves the next ones; only the newest request hears, of its own replies. One
 * that could not be started, died or said what cannot be read is ended, forgotten
 * and told as "falha", and the next request starts another.
 * @param newsOf what a request hears of a reply to it
 */
export function createWorkerClient<Request, Reply extends { readonly pedido: number }, News>(
  spawn: () => ClientWorker<Request, Reply>,
  newsOf: (reply: Reply) => News,
): WorkerClient<Request, Reply, News> {
  let worker: ClientWorker<Request, Reply> | null = null;
  let pedido = 0;
  let hear: ((news: News | Falha) => void) | null = null;

  const close = (): void => {
    worker?.terminate();
    worker = null;
    hear = null;
  };
  const fail = (detalhe: string): void => {
    const listener = hear;
    close();
    listener?.({ tipo: "falha", detalhe });
  };
  const start = (): ClientWorker<Request, Reply> => {
    const started = spawn();
    started.onmessage = ({ data }) => {
      if (data.pedido === pedido) hear?.(newsOf(data));
    };
    started.onerror = (event) => {
      fail(event.message === "" ? "the worker did not start" : event.message);
    };
    started.onmessageerror = () => {
      fail("a message could not be read");
    };
    return started;
  };

  return {
    ask(send, onNews) {
      pedido += 1;
      hear = onNews;
      try {
        worker ??= start();
        send(worker, pedido);
      } catch (error) {
        fail(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      }
    },
    tell(request) {
      worker?.postMessage(request);
    },
    fail,
    close,
  };
}
