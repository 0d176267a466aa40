import { describe, expect, it } from "vitest";
import { packDraws, type DrawData } from "../../../src/core/metodo/draw-data.ts";
import { rankDraws } from "../../../src/core/metodo/draws.ts";
import { flattenTree } from "../../../src/core/metodo/tree.ts";
import { createDrawsClient, type DrawsNews, type DrawsWorker } from "../../../src/data/metodo/draws-client.ts";
import type { DrawsReply, DrawsRequest } from "../../../src/data/metodo/draws-messages.ts";

const tree = flattenTree({ id: "nota", weight: 1, children: [{ id: "a", weight: 1 }, { id: "b", weight: 1 }] });
const input = { prepared: { tree, units: 2, y: Float64Array.from([10, 20, 30, 40]) } };
const DATA: DrawData = packDraws(input);
const OPTIONS = { seed: 1, topK: 1, draws: 10 };
const RESUMO = rankDraws(input, OPTIONS);

/** A worker that only writes down what it is sent. */
class FakeWorker implements DrawsWorker {
  onmessage: DrawsWorker["onmessage"] = null;
  onerror: DrawsWorker["onerror"] = null;
  onmessageerror: DrawsWorker["onmessageerror"] = null;
  readonly received: DrawsRequest[] = [];
  ended = false;
  postMessage = (request: DrawsRequest): void => {
    this.received.push(request);
  };
  terminate = (): void => {
    this.ended = true;
  };
  answer(data: DrawsReply): void {
    this.onmessage?.(new MessageEvent("message", { data }));
  }
}

function client() {
  const workers: FakeWorker[] = [];
  const draws = createDrawsClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  });
  return { draws, workers };
}

const worker = (workers: readonly FakeWorker[], i = 0): FakeWorker => {
  const found = workers[i];
  if (found === undefined) throw new Error(`no worker ${i}`);
  return found;
};

describe("the client of the draws", () => {
  it("starts no worker before the first request, and sends the same data once", () => {
    const { draws, workers } = client();
    expect(workers).toHaveLength(0);
    draws.draw(DATA, OPTIONS, () => undefined);
    draws.draw(DATA, OPTIONS, () => undefined);
    draws.draw({ ...DATA }, OPTIONS, () => undefined);
    expect(workers).toHaveLength(1);
    expect(worker(workers).received.map(({ tipo }) => tipo)).toEqual(["dados", "sortear", "sortear", "dados", "sortear"]);
  });

  it("gives news to the newest request only", () => {
    const { draws, workers } = client();
    const [first, second]: [DrawsNews[], DrawsNews[]] = [[], []];
    draws.draw(DATA, OPTIONS, (news) => first.push(news));
    draws.draw(DATA, OPTIONS, (news) => second.push(news));
    worker(workers).answer({ tipo: "estimativa", pedido: 1, resumo: RESUMO });
    worker(workers).answer({ tipo: "andamento", pedido: 2, feitos: 5 });
    worker(workers).answer({ tipo: "estimativa", pedido: 2, resumo: RESUMO });
    expect(first).toEqual([]);
    expect(second).toEqual([
      { tipo: "andamento", feitos: 5 },
      { tipo: "estimativa", resumo: RESUMO },
    ]);
  });

  it("tells a worker that died, ends it, and starts another with its data for the next request", () => {
    const { draws, workers } = client();
    const news: DrawsNews[] = [];
    draws.draw(DATA, OPTIONS, (item) => news.push(item));
    worker(workers).onerror?.(Object.assign(new Event("error"), { message: "out of memory" }) as ErrorEvent);
    expect(news).toEqual([{ tipo: "falha", detalhe: "out of memory" }]);
    expect(worker(workers).ended).toBe(true);
    draws.draw(DATA, OPTIONS, () => undefined);
    expect(worker(workers, 1).received.map(({ tipo }) => tipo)).toEqual(["dados", "sortear"]);
  });

  it("tells that a worker could not be started, and tries again with the next request", () => {
    let tries = 0;
    const news: DrawsNews[] = [];
    const draws = createDrawsClient(() => {
      tries += 1;
      throw new TypeError("workers are not allowed here");
    });
    draws.draw(DATA, OPTIONS, (item) => news.push(item));
    draws.draw(DATA, OPTIONS, (item) => news.push(item));
    expect(tries).toBe(2);
    expect(news[0]).toEqual({ tipo: "falha", detalhe: "TypeError: workers are not allowed here" });
  });

  it("asks to stop without ending the worker, and ends it when closed", () => {
    const { draws, workers } = client();
    draws.stop();
    draws.draw(DATA, OPTIONS, () => undefined);
    draws.stop();
    expect(worker(workers).received.at(-1)).toEqual({ tipo: "parar" });
    expect(worker(workers).ended).toBe(false);
    draws.close();
    expect(worker(workers).ended).toBe(true);
  });
});
