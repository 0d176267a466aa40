import type { PlanNews, PlanReply, PlanRequest, PlanTask } from "./plan-messages.ts";

/** The part of a Worker this module uses. */
export interface PlanWorker {
  postMessage: (request: PlanRequest) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<PlanReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

/** The plan's worker, started with the first task. */
export interface PlanClient {
  /** Starts a task; the one before hears nothing more. */
  readonly run: (task: PlanTask, onNews: (news: PlanNews) => void) => void;
  /** No more steps: the task hears once more, of what was found so far. */
  readonly stop: () => void;
  /** Ends the worker; another task would start one again. */
  readonly close: () => void;
}

/** A worker that has not answered a stop by then is given up, in ms. */
export const STOP_PATIENCE_MS = 5_000;

const spawnWorker = (): PlanWorker => new Worker(new URL("./plan.worker.ts", import.meta.url), { type: "module", name: "plano" });

/** Plans in a worker of its own: the page stays free. A worker that died is forgotten, and the next task starts another. */
export function createPlanClient(spawn: () => PlanWorker = spawnWorker): PlanClient {
  let worker: PlanWorker | null = null;
  let pedido = 0;
  let hear: ((news: PlanNews) => void) | null = null;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(patience);
    worker?.terminate();
    worker = null;
    hear = null;
  };
  const fail = (detalhe: string): void => {
    const listener = hear;
    close();
    listener?.({ tipo: "falha", detalhe });
  };
  const start = (): PlanWorker => {
    const started = spawn();
    started.onmessage = ({ data }) => {
      if (data.pedido !== pedido) return;
      const listener = hear;
      if (isLast(data.news)) {
        clearTimeout(patience);
        hear = null;
      }
      listener?.(data.news);
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
    run(task, onNews) {
      pedido += 1;
      hear = onNews;
      clearTimeout(patience);
      try {
        worker ??= start();
        worker.postMessage({ tipo: "tarefa", pedido, tarefa: task });
      } catch (error) {
        fail(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      }
    },
    stop() {
      if (worker === null || hear === null) return;
      worker.postMessage({ tipo: "parar" });
      clearTimeout(patience);
      patience = setTimeout(() => {
        fail("the worker did not answer");
      }, STOP_PATIENCE_MS);
    },
    close,
  };
}

function isLast(news: PlanNews): boolean {
  return news.tipo === "falha" || ("pronto" in news && news.pronto);
}
