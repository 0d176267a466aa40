import { moverParada } from "../../core/visitas/mover.ts";
import { createPlanejamento } from "../../core/visitas/planejar.ts";
import { createPreco } from "../../core/visitas/preco.ts";
import { numerosDoMetodo } from "./numeros.ts";
import type { PlanNews, PlanReply, PlanRequest, PlanTask } from "./plan-messages.ts";

/** Longest time between two looks at the mailbox, in ms, but for a single batch of steps that takes longer. */
const SLICE_MS = 25;
/** Steps between two looks at the clock. */
const BATCH = 20;
const PROGRESS_MS = 150;

/** What the runner needs of the world. */
export interface PlanWorld {
  readonly post: (reply: PlanReply) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** Calls back after the messages that wait. */
  readonly later: (task: () => void) => void;
}

/** Something made by steps, with what it tells at the end: drawing a plan takes the page some work, so none is told on the way. */
interface Steps {
  readonly passo: (n: number) => void;
  readonly feitas: number;
  readonly total: number;
  readonly pronto: boolean;
  /** The last word, cut off or whole. */
  readonly tell: () => PlanNews;
}

interface Run {
  readonly pedido: number;
  readonly steps: Steps;
  progressAt: number;
}

/** Works at tasks in slices, so that a newer one or a stop is seen within one slice. */
export function planRunner({ post, now, later }: PlanWorld): (request: PlanRequest) => void {
  let run: Run | null = null;

  const end = (current: Run): void => {
    run = null;
    post({ pedido: current.pedido, news: current.steps.tell() });
  };
  const fail = (pedido: number, error: unknown): void => {
    run = null;
    post({ pedido, news: { tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) } });
  };
  const slice = (current: Run): void => {
    if (run !== current) return;
    const { steps, pedido } = current;
    try {
      const until = now() + SLICE_MS;
      while (!steps.pronto && now() < until) steps.passo(BATCH);
      if (steps.pronto) {
        end(current);
        return;
      }
      const time = now();
      if (time - current.progressAt >= PROGRESS_MS) {
        current.progressAt = time;
        post({ pedido, news: { tipo: "andamento", feitas: steps.feitas, total: steps.total } });
      }
    } catch (error) {
      fail(pedido, error);
      return;
    }
    later(() => {
      slice(current);
    });
  };

  return (request) => {
    if (request.tipo === "parar") {
      const stopped = run;
      if (stopped === null) return;
      try {
        end(stopped);
      } catch (error) {
        fail(stopped.pedido, error);
      }
      return;
    }
    const { pedido, tarefa } = request;
    run = null;
    try {
      const tell = (news: PlanNews): void => {
        post({ pedido, news });
      };
      const steps = start(tarefa, tell);
      if (steps === null) return;
      const current: Run = { pedido, steps, progressAt: now() };
      run = current;
      later(() => {
        slice(current);
      });
    } catch (error) {
      fail(pedido, error);
    }
  };
}

/** Begins a task: tells what is known at once, and returns the steps that remain; null when it is done. */
function start(task: PlanTask, tell: (news: PlanNews) => void): Steps | null {
  switch (task.tipo) {
    case "numeros":
      tell({ tipo: "numeros", numeros: numerosDoMetodo(task), pronto: true });
      return null;
    case "mover":
      tell({ tipo: "movido", edicao: moverParada(task.entrada, task.plano, task.codigo, task.destino), pronto: true });
      return null;
    case "preco": {
      const preco = createPreco(task.entrada, task.plano, task.regra);
      return steps(preco, () => ({ tipo: "preco", preco: preco.preco(), feitas: preco.feitas, total: preco.total, pronto: true }));
    }
    case "planejar": {
      const planejador = createPlanejamento(task.entrada);
      tell({ tipo: "gulosa", plano: planejador.gulosa(), total: planejador.total });
      return steps(planejador, () => {
        // What the plan is compared with can wait for its end.
        tell({ tipo: "lista", plano: planejador.ordemDaLista() });
        return { tipo: "melhor", plano: planejador.melhor(), feitas: planejador.feitas, total: planejador.total, pronto: true };
      });
    }
  }
}

function steps(source: Omit<Steps, "tell">, tell: Steps["tell"]): Steps {
  return {
    passo: (n) => {
      source.passo(n);
    },
    get feitas() {
      return source.feitas;
    },
    get total() {
      return source.total;
    },
    get pronto() {
      return source.pronto;
    },
    tell,
  };
}
