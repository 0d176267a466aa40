import { createWorkerClient, type ClientWorker } from "../worker-client.ts";
import type { PlanNews, PlanReply, PlanRequest, PlanTask } from "./plan-messages.ts";

/** The part of a Worker this module uses. */
export type PlanWorker = ClientWorker<PlanRequest, PlanReply>;

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
  const { ask, tell, fail, close } = createWorkerClient(spawn, ({ news }) => news);
  let isUnderWay = false;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    clearTimeout(patience);
    isUnderWay = false;
  };

  return {
    run(task, onNews) {
      clearTimeout(patience);
      isUnderWay = true;
      ask(
        (worker, pedido) => {
          worker.postMessage({ tipo: "tarefa", pedido, tarefa: task });
        },
        (news) => {
          if (!isUnderWay) return;
          if (isLast(news)) end();
          onNews(news);
        },
      );
    },
    stop() {
      if (!isUnderWay) return;
      tell({ tipo: "parar" });
      clearTimeout(patience);
      patience = setTimeout(() => {
        fail("the worker did not answer");
      }, STOP_PATIENCE_MS);
    },
    close() {
      end();
      close();
    },
  };
}

function isLast(news: PlanNews): boolean {
  return news.tipo === "falha" || ("pronto" in news && news.pronto);
}
