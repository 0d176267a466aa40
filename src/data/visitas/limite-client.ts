import { createWorkerClient, type ClientWorker } from "../worker-client.ts";
import type { NoticiaDoLimite, PedidoDoLimite, RespostaDoLimite, TarefaDoLimite } from "./limite/messages.ts";

/** The part of a Worker this module uses. */
export type LimiteWorker = ClientWorker<PedidoDoLimite, RespostaDoLimite>;

/** The worker of the bound, started with the first task; HiGHS is fetched then. */
export interface LimiteClient {
  /** Starts a task; the one before hears nothing more. */
  readonly run: (tarefa: TarefaDoLimite, onNoticia: (noticia: NoticiaDoLimite) => void) => void;
  /** No more rounds: the task hears once more, of what is known so far. */
  readonly stop: () => void;
  /** Ends the worker; another task would start one again. */
  readonly close: () => void;
}

const spawnWorker = (): LimiteWorker => new Worker(new URL("./limite.worker.ts", import.meta.url), { type: "module", name: "limite" });

/** Bounds in a worker of its own: the page stays free. A worker that died is forgotten, and the next task starts another. */
export function createLimiteClient(spawn: () => LimiteWorker = spawnWorker): LimiteClient {
  const { ask, tell, close } = createWorkerClient(spawn, ({ noticia }) => noticia);
  return {
    run(tarefa, onNoticia) {
      ask((worker, pedido) => {
        worker.postMessage({ tipo: "tarefa", pedido, tarefa });
      }, onNoticia);
    },
    stop() {
      tell({ tipo: "parar" });
    },
    close,
  };
}
