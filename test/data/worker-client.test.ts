import { describe, expect, it } from "vitest";
import { createWorkerClient, type ClientWorker } from "../../src/data/worker-client.ts";

interface Reply {
  readonly pedido: number;
  readonly texto: string;
}
type FakeWorker = ClientWorker<string, Reply> & { readonly received: string[] };

function open() {
  const workers: FakeWorker[] = [];
  const client = createWorkerClient<string, Reply, string>(
    () => {
      const received: string[] = [];
      const worker: FakeWorker = { received, postMessage: (text) => received.push(text), terminate: () => received.push("end"), onmessage: null, onerror: null, onmessageerror: null };
      workers.push(worker);
      return worker;
    },
    ({ texto }) => texto,
  );
  const heard: unknown[] = [];
  const ask = (text: string): void => {
    client.ask(
      (worker, pedido) => {
        worker.postMessage(`${pedido} ${text}`);
      },
      (news) => heard.push(news),
    );
  };
  return { client, workers, heard, ask };
}

describe("the life of a worker asked one thing at a time", () => {
  it("tells nothing to a worker that is not there, and starts none for it", () => {
    const { client, workers } = open();
    client.tell("stop");
    expect(workers).toEqual([]);
  });

  it("numbers on after a worker was given up, so that a late reply of its is nobody's", () => {
    const { client, workers, heard, ask } = open();
    ask("a");
    client.fail("given up");
    ask("b");
    workers[0]?.onmessage?.(new MessageEvent("message", { data: { pedido: 1, texto: "late" } }));
    expect(workers.map(({ received }) => received)).toEqual([["1 a", "end"], ["2 b"]]);
    expect(heard).toEqual([{ tipo: "falha", detalhe: "given up" }]);
  });

  it("has words for a worker that did not start and for a message that could not be read", () => {
    const { workers, heard, ask } = open();
    ask("a");
    workers[0]?.onerror?.(Object.assign(new Event("error"), { message: "" }) as ErrorEvent);
    ask("b");
    workers[1]?.onmessageerror?.(new MessageEvent("messageerror"));
    expect(heard).toEqual([
      { tipo: "falha", detalhe: "the worker did not start" },
      { tipo: "falha", detalhe: "a message could not be read" },
    ]);
  });

  it("ends a worker that could not be sent a request, and says why", () => {
    const { client, workers, heard } = open();
    client.ask(
      () => {
        throw new DOMException("it cannot be cloned", "DataCloneError");
      },
      (news) => heard.push(news),
    );
    expect(workers[0]?.received).toEqual(["end"]);
    expect(heard).toEqual([{ tipo: "falha", detalhe: "DataCloneError: it cannot be cloned" }]);
  });

  it("says nothing of a worker that fails once closed", () => {
    const { client, workers, heard, ask } = open();
    ask("a");
    client.close();
    workers[0]?.onerror?.(Object.assign(new Event("error"), { message: "late" }) as ErrorEvent);
    expect(heard).toEqual([]);
  });
});
