import { describe, expect, it } from "vitest";
import { alertar, type PedidoDeAlertas } from "../../../src/core/alerta/alertar.ts";
import { criarAlertador, type MensagemDeAlertas, type RecadoDeAlertas } from "../../../src/data/alerta/alerta-client.ts";
import type { ClientWorker } from "../../../src/data/worker-client.ts";
import { monthsRange } from "../../../src/core/civil-date.ts";

const PEDIDO: PedidoDeAlertas = {
  contagens: { meses: monthsRange("2025-01", "2026-02"), grupos: [{ municipio: 11, tema: "bpc" }], contagens: [...Array<number>(13).fill(9), 30] },
  lugares: [{ codigo: 11, populacao: 1_000, regiao: null }],
  ate: "2026-02",
  mes: "2026-02",
  metodo: "poisson",
  serie: null,
};

class WorkerByHand implements ClientWorker<MensagemDeAlertas, RecadoDeAlertas> {
  onmessage: ((event: MessageEvent<RecadoDeAlertas>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  onmessageerror: ((event: MessageEvent) => void) | null = null;
  readonly received: MensagemDeAlertas[] = [];
  ended = false;
  postMessage = (message: MensagemDeAlertas): void => {
    this.received.push(message);
  };
  terminate = (): void => {
    this.ended = true;
  };
  /** Answers the request received in that place, as the worker does. */
  answer(i: number): void {
    const { pedido, entrada } = this.received[i] ?? { pedido: 0, entrada: PEDIDO };
    this.onmessage?.(new MessageEvent("message", { data: { pedido, tipo: "resultado", resultado: alertar(entrada) } }));
  }
}

function open() {
  const workers: WorkerByHand[] = [];
  const calcular = criarAlertador(() => {
    const worker = new WorkerByHand();
    workers.push(worker);
    return worker;
  });
  return { calcular, workers };
}

const free = (): AbortSignal => new AbortController().signal;

describe("the alarms away from the page", () => {
  it("are those of the worker, which serves the next request too", async () => {
    const { calcular, workers } = open();
    const first = calcular(PEDIDO, free());
    workers[0]?.answer(0);
    expect((await first).alertas.alarmes).toHaveLength(3);
    const second = calcular({ ...PEDIDO, mes: "2026-01" }, free());
    workers[0]?.answer(1);
    expect((await second).alertas.alarmes).toHaveLength(0);
    expect(workers).toHaveLength(1);
  });

  it("give way to a newer request, and a late answer to the older one is not heard", async () => {
    const { calcular, workers } = open();
    const older = calcular(PEDIDO, free());
    const newer = calcular({ ...PEDIDO, mes: "2026-01" }, free());
    await expect(older).rejects.toThrow(/asked for anew/);
    workers[0]?.answer(0);
    workers[0]?.answer(1);
    expect((await newer).pedido.mes).toBe("2026-01");
  });

  it("are let go of when nobody waits any more", async () => {
    const { calcular } = open();
    const abort = new AbortController();
    const answer = calcular(PEDIDO, abort.signal);
    abort.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    await expect(calcular(PEDIDO, abort.signal)).rejects.toMatchObject({ name: "AbortError" });
  });

  it("say when the worker failed or died, and the next request starts another", async () => {
    const { calcular, workers } = open();
    const failed = calcular(PEDIDO, free());
    workers[0]?.onmessage?.(new MessageEvent("message", { data: { pedido: workers[0].received[0]?.pedido ?? 0, tipo: "falha", detalhe: "RangeError: the counts have no month" } }));
    await expect(failed).rejects.toThrow("RangeError: the counts have no month");
    const dead = calcular(PEDIDO, free());
    workers[0]?.onerror?.(Object.assign(new Event("error"), { message: "out of memory" }) as ErrorEvent);
    await expect(dead).rejects.toThrow("out of memory");
    const again = calcular(PEDIDO, free());
    expect(workers).toHaveLength(2);
    workers[1]?.answer(0);
    expect((await again).series).toHaveLength(3);
  });
});
