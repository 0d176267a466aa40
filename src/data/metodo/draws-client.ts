import type { DrawData } from "../../core/metodo/draw-data.ts";
import type { DrawOptions } from "../../core/metodo/draws.ts";
import { createWorkerClient, type ClientWorker } from "../worker-client.ts";
import type { DrawsReply, DrawsRequest } from "./draws-messages.ts";

/** The part of a Worker this module uses. */
export type DrawsWorker = ClientWorker<DrawsRequest, DrawsReply>;

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
  const { ask, tell, close } = createWorkerClient(spawn, newsOf);
  const sent = new WeakMap<DrawsWorker, DrawData>();
  return {
    draw(data, options, onNews) {
      ask((worker, pedido) => {
        if (sent.get(worker) !== data) {
          worker.postMessage({ tipo: "dados", dados: data });
          sent.set(worker, data);
        }
        worker.postMessage({ tipo: "sortear", pedido, opcoes: options });
      }, onNews);
    },
    stop() {
      tell({ tipo: "parar" });
    },
    close,
  };
}

function newsOf(reply: DrawsReply): DrawsNews {
  if (reply.tipo === "falha") return { tipo: "falha", detalhe: reply.detalhe };
  if (reply.tipo === "andamento") return { tipo: "andamento", feitos: reply.feitos };
  return { tipo: "estimativa", resumo: reply.resumo };
}
