import type { NoticiaDoLimite, PedidoDoLimite, RespostaDoLimite, TarefaDoLimite } from "./limite/messages.ts";

/** The part of a Worker this module uses. */
export interface LimiteWorker {
  postMessage: (pedido: PedidoDoLimite) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<RespostaDoLimite>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

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
  let worker: LimiteWorker | null = null;
  let pedido = 0;
  let hear: ((noticia: NoticiaDoLimite) => void) | null = null;

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
  const start = (): LimiteWorker => {
    const started = spawn();
    started.onmessage = ({ data }) => {
      if (data.pedido === pedido) hear?.(data.noticia);
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
    run(tarefa, onNoticia) {
      pedido += 1;
      hear = onNoticia;
      try {
        worker ??= start();
        worker.postMessage({ tipo: "tarefa", pedido, tarefa });
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
