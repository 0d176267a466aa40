import type { PlanClient } from "../../../../src/data/visitas/plan-client.ts";
import type { PlanNews, PlanTask } from "../../../../src/data/visitas/plan-messages.ts";
import { planRunner } from "../../../../src/data/visitas/plan-run.ts";

/** The worker's process boundary, answered by hand. */
export class ClienteAMao implements PlanClient {
  readonly tarefas: PlanTask[] = [];
  paradas = 0;
  private ouvir: ((news: PlanNews) => void) | null = null;

  readonly run = (task: PlanTask, onNews: (news: PlanNews) => void): void => {
    this.tarefas.push(task);
    this.ouvir = onNews;
  };
  readonly stop = (): void => {
    this.paradas += 1;
  };
  readonly close = (): void => {
    this.ouvir = null;
  };

  /** Says something to the task under way. */
  diz(news: PlanNews): void {
    this.ouvir?.(news);
  }
}

/** The worker's own work, done here, a slice at each turn of the event loop. */
export function clienteAqui(): PlanClient {
  let pedido = 0;
  let ouvir: ((news: PlanNews) => void) | null = null;
  const receber = planRunner({
    post: (reply) => {
      if (reply.pedido === pedido) ouvir?.(reply.news);
    },
    now: () => performance.now(),
    later: (task) => {
      setTimeout(task, 0);
    },
  });
  return {
    run: (tarefa, onNews) => {
      pedido += 1;
      ouvir = onNews;
      receber({ tipo: "tarefa", pedido, tarefa });
    },
    stop: () => {
      receber({ tipo: "parar" });
    },
    close: () => {
      ouvir = null;
    },
  };
}
