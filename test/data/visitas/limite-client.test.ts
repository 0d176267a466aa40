import { describe, expect, it } from "vitest";
import { createLimiteClient, type LimiteWorker } from "../../../src/data/visitas/limite-client.ts";
import type { NoticiaDoLimite, PedidoDoLimite, RespostaDoLimite, TarefaDoLimite } from "../../../src/data/visitas/limite/messages.ts";
import { entradaDeTeste } from "./limite/entrada.ts";

const TAREFA: TarefaDoLimite = { tipo: "colisoes", entrada: entradaDeTeste(6) };
const NADA: NoticiaDoLimite = { tipo: "colisoes", colisoes: [], pronto: true };

/** A worker that only writes down what it is sent. */
class FakeWorker implements LimiteWorker {
  onmessage: LimiteWorker["onmessage"] = null;
  onerror: LimiteWorker["onerror"] = null;
  onmessageerror: LimiteWorker["onmessageerror"] = null;
  readonly received: PedidoDoLimite[] = [];
  ended = false;
  postMessage = (pedido: PedidoDoLimite): void => {
    this.received.push(pedido);
  };
  terminate = (): void => {
    this.ended = true;
  };
  answer(data: RespostaDoLimite): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }
}

function client() {
  const workers: FakeWorker[] = [];
  const limites = createLimiteClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { limites, workers };
}

describe("the client of the bound", () => {
  it("starts no worker before the first task, and one for all of them", () => {
    const { limites, workers } = client();
    limites.stop();
    expect(workers).toHaveLength(0);
    limites.run(TAREFA, () => undefined);
    limites.run(TAREFA, () => undefined);
    limites.stop();
    expect(workers.map(({ received }) => received.map(({ tipo }) => tipo))).toEqual([["tarefa", "tarefa", "parar"]]);
  });

  it("gives news to the newest task only", () => {
    const { limites, workers } = client();
    const heard: string[] = [];
    limites.run(TAREFA, () => heard.push("first"));
    limites.run(TAREFA, () => heard.push("second"));
    workers[0]?.answer({ pedido: 1, noticia: NADA });
    workers[0]?.answer({ pedido: 2, noticia: NADA });
    expect(heard).toEqual(["second"]);
  });

  it("tells a worker that died, ends it, and starts another for the next task", () => {
    const { limites, workers } = client();
    const heard: NoticiaDoLimite[] = [];
    limites.run(TAREFA, (noticia) => heard.push(noticia));
    workers[0]?.onerror?.(Object.assign(new Event("error"), { message: "out of memory" }) as ErrorEvent);
    expect(heard).toEqual([{ tipo: "falha", detalhe: "out of memory" }]);
    expect(workers[0]?.ended).toBe(true);
    limites.run(TAREFA, () => undefined);
    expect(workers[1]?.received).toHaveLength(1);
  });

  it("tells that a worker could not be started", () => {
    const heard: NoticiaDoLimite[] = [];
    createLimiteClient(() => {
      throw new TypeError("workers are not allowed here");
    }).run(TAREFA, (noticia) => heard.push(noticia));
    expect(heard).toEqual([{ tipo: "falha", detalhe: "TypeError: workers are not allowed here" }]);
  });

  it("says nothing once closed", () => {
    const { limites, workers } = client();
    const heard: NoticiaDoLimite[] = [];
    limites.run(TAREFA, (noticia) => heard.push(noticia));
    limites.close();
    workers[0]?.answer({ pedido: 1, noticia: NADA });
    expect(heard).toEqual([]);
  });
});
