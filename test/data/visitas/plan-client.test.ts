import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPlanClient, STOP_PATIENCE_MS, type PlanWorker } from "../../../src/data/visitas/plan-client.ts";
import type { PlanNews, PlanReply, PlanRequest } from "../../../src/data/visitas/plan-messages.ts";
import { ENTRADA, PLANO } from "../../views/visitas/plano/amostra.ts";

class WorkerByHand implements PlanWorker {
  readonly received: PlanRequest[] = [];
  isEnded = false;
  onmessage: ((event: MessageEvent<PlanReply>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  readonly postMessage = (request: PlanRequest): void => {
    this.received.push(request);
  };
  readonly terminate = (): void => {
    this.isEnded = true;
  };
  say(pedido: number, news: PlanNews): void {
    this.onmessage?.({ data: { pedido, news } } as MessageEvent<PlanReply>);
  }
}

function open() {
  const workers: WorkerByHand[] = [];
  const client = createPlanClient(() => {
    const worker = new WorkerByHand();
    workers.push(worker);
    return worker;
  });
  return { client, workers };
}

const TASK = { tipo: "planejar", entrada: ENTRADA } as const;
const LAST = { tipo: "melhor", plano: PLANO, feitas: 100, total: 100, pronto: true } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the plan's worker", () => {
  it("starts with the first task and serves the next ones", () => {
    const { client, workers } = open();
    expect(workers).toHaveLength(0);
    client.run(TASK, () => undefined);
    client.run(TASK, () => undefined);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.received.map((request) => (request.tipo === "tarefa" ? request.pedido : 0))).toEqual([1, 2]);
  });

  it("tells a task nothing of the one before it", () => {
    const { client, workers } = open();
    const [first, second]: [PlanNews[], PlanNews[]] = [[], []];
    client.run(TASK, (news) => first.push(news));
    client.run(TASK, (news) => second.push(news));
    workers[0]?.say(1, LAST);
    workers[0]?.say(2, LAST);
    expect(first).toEqual([]);
    expect(second).toEqual([LAST]);
  });

  it("tells a task that its worker died, and starts another for the next", () => {
    const { client, workers } = open();
    const heard: PlanNews[] = [];
    client.run(TASK, (news) => heard.push(news));
    workers[0]?.onerror?.({ message: "out of memory" } as ErrorEvent);
    expect(heard).toEqual([{ tipo: "falha", detalhe: "out of memory" }]);
    client.run(TASK, () => undefined);
    expect(workers).toHaveLength(2);
  });

  it("gives up a worker that does not answer a stop", () => {
    const { client, workers } = open();
    const heard: PlanNews[] = [];
    client.run(TASK, (news) => heard.push(news));
    client.stop();
    vi.advanceTimersByTime(STOP_PATIENCE_MS);
    expect(workers[0]?.isEnded).toBe(true);
    expect(heard.map(({ tipo }) => tipo)).toEqual(["falha"]);
  });

  it("keeps a worker that answered, and one that had nothing to stop", () => {
    const { client, workers } = open();
    const heard: PlanNews[] = [];
    client.run(TASK, (news) => heard.push(news));
    client.stop();
    workers[0]?.say(1, LAST);
    client.stop();
    vi.advanceTimersByTime(10 * STOP_PATIENCE_MS);
    expect(workers[0]?.isEnded).toBe(false);
    expect(heard).toEqual([LAST]);
  });
});
