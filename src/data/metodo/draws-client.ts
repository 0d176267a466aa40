import type { DrawData } from "../../core/metodo/draw-data.ts";
import type { DrawOptions } from "../../core/metodo/draws.ts";
import type { DrawsReply, DrawsRequest } from "./draws-messages.ts";

/** The part of a Worker this module uses. */
export interface DrawsWorker {
  postMessage: (request: DrawsRequest) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<DrawsReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** What a request hears; after a failure nothing more comes. */
export type DrawsNews =
  | { readonly tipo: "estimativa"; readonly resumo: Extract<DrawsReply, { tipo: "estimativa" }>["resumo"] }
  | { readonly tipo: "andamento"; readonly feitos: number }
  | { readonly tipo: "falha"; readonly detalhe: string };

/** The draws' worker, started with the first request. */
export interface DrawsClient {
  /** Draws; the request before hears nothing more. Data sent before, the same object, are not sent again. */
  readonly draw: (data: DrawData, options: DrawOptions, onNews: (news: DrawsNews) => void) => void;
  /** No more draws; the request hears once more, of the draws already made. */
  readonly stop: () => void;
  /** Ends the worker; another request would start one again. */
  readonly close: () => void;
}

const spawnWorker = (): DrawsWorker => new Worker(new URL("./draws.worker.ts", import.meta.url), { type: "module", name: "sorteios" });

/** Draws in a worker of their own: the page stays free. A worker that died is forgotten, and the next request starts another. */
export function createDrawsClient(spawn: () => DrawsWorker = spawnWorker): DrawsClient {
  let worker: DrawsWorker | null = null;
  let sent: DrawData | null = null;
  let pedido = 0;
  let hear: ((news: DrawsNews) => void) | null = null;

  const close = (): void => {
    worker?.terminate();
    worker = null;
    sent = null;
    hear = null;
  };
  const fail = (detalhe: string): void => {
    const listener = hear;
    close();
    listener?.({ tipo: "falha", detalhe });
  };
  const start = (): DrawsWorker => {
    const started = spawn();
    started.onmessage = ({ data }) => {
      if (data.pedido !== pedido) return;
      if (data.tipo === "falha") hear?.({ tipo: "falha", detalhe: data.detalhe });
      else if (data.tipo === "andamento") hear?.({ tipo: "andamento", feitos: data.feitos });
      else hear?.({ tipo: "estimativa", resumo: data.resumo });
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
    draw(data, options, onNews) {
      pedido += 1;
      hear = onNews;
      try {
        worker ??= start();
        if (sent !== data) {
          worker.postMessage({ tipo: "dados", dados: data });
          sent = data;
        }
        worker.postMessage({ tipo: "sortear", pedido, opcoes: options });
      } catch (error) {
        fail(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      }
    },
    stop() {
      worker?.postMessage({ tipo: "parar" });
    },
    close,
  };
}
