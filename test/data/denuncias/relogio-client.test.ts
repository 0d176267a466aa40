import { describe, expect, it } from "vitest";
import type { AjustesDoRelogio } from "../../../src/data/denuncias/perguntas.ts";
import { createRelogioClient, type RelogioWorker } from "../../../src/data/denuncias/relogio-client.ts";
import type { CasosLidos, ColunasCruas, NoticiaDoRelogio, PedidoDoRelogio } from "../../../src/data/denuncias/relogio-mensagens.ts";
import { KeeperStopped, QuestionRefused } from "../../../src/data/keeper/client.ts";

const AJUSTES: AjustesDoRelogio = { hoje: "2026-11-30", regra: null, prazos: [], parados: [], facultativosParados: true, sede: 1, superintendenciaDoTema: {} };
const LIDOS: CasosLidos = { casos: 1, eventos: 2, repetidas: 0, eventosSemCaso: 0, primeiroRegistro: null, ultimoRegistro: null, ms: 1 };

/** A worker that only writes down what it is sent. */
class FakeWorker implements RelogioWorker {
  onmessage: RelogioWorker["onmessage"] = null;
  onerror: RelogioWorker["onerror"] = null;
  onmessageerror: RelogioWorker["onmessageerror"] = null;
  readonly received: PedidoDoRelogio[] = [];
  readonly transferred: unknown[] = [];
  ended = false;
  postMessage = (request: PedidoDoRelogio, options?: StructuredSerializeOptions): void => {
    this.received.push(request);
    this.transferred.push(...(options?.transfer ?? []));
  };
  terminate = (): void => {
    this.ended = true;
  };
  /** Answers the request received last. */
  answer(noticia: NoticiaDoRelogio): void {
    const last = this.received.findLast((request) => "pedido" in request);
    this.onmessage?.(new MessageEvent("message", { data: { pedido: last?.pedido ?? 0, noticia } }));
  }
  die(message: string): void {
    this.onerror?.(Object.assign(new Event("error"), { message }) as ErrorEvent);
  }
}

function open() {
  const workers: FakeWorker[] = [];
  let mortes = 0;
  const client = createRelogioClient(
    () => (mortes += 1),
    () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  );
  const worker = (i = 0): FakeWorker => {
    const found = workers[i];
    if (found === undefined) throw new Error(`no worker ${String(i)}`);
    return found;
  };
  return { client, workers, worker, mortes: () => mortes };
}

const apoio = (municipio: number): NoticiaDoRelogio => ({
  tipo: "resposta",
  resposta: { resposta: [{ municipio, dificuldades: 1, manifestacoesVencidas: 0, casos: 1, protocolos: 1 }], msDoPreparo: 0, msDaPergunta: 0 },
});
const pede = (mes: string) => ({ filtro: { de: mes, ate: null, canais: [], temas: [], municipios: null, superintendencias: [], esperas: [], prazos: [], estadosDoPrazo: [] } });
const asked = (worker: FakeWorker): unknown[] => worker.received.map((request) => (request.tipo === "perguntar" ? "filtro" in request.pede && request.pede.filtro.de : request.tipo));

describe("the client of the clock", () => {
  it("starts no worker before the first request, and gives the columns away instead of copying them", async () => {
    const { client, workers, worker } = open();
    expect(workers).toHaveLength(0);
    const colunas: ColunasCruas = { denuncias: new Uint8Array(3), andamentos: new Uint8Array(2) };
    const lidos = client.carregar(colunas);
    expect(worker().transferred).toEqual([colunas.denuncias.buffer, colunas.andamentos?.buffer]);
    worker().answer({ tipo: "carregado", lidos: LIDOS });
    expect(await lidos).toEqual(LIDOS);
  });

  it("asks one question at a time, in order, and sends the same adjustments once", async () => {
    const { client, worker } = open();
    const first = client.perguntar(AJUSTES, "apoio", pede("2026-01"));
    const second = client.perguntar(AJUSTES, "apoio", pede("2026-02"));
    const third = client.perguntar({ ...AJUSTES, regra: "uteis" }, "apoio", pede("2026-03"));
    expect(asked(worker())).toEqual(["ajustar", "2026-01"]);
    worker().answer(apoio(1));
    expect(asked(worker())).toEqual(["ajustar", "2026-01", "2026-02"]);
    worker().answer(apoio(2));
    expect(asked(worker())).toEqual(["ajustar", "2026-01", "2026-02", "ajustar", "2026-03"]);
    worker().answer(apoio(3));
    const answers = await Promise.all([first, second, third]);
    expect(answers.map(({ resposta }) => resposta[0]?.municipio)).toEqual([1, 2, 3]);
  });

  it("never asks a question that was dropped while it waited, and answers the next", async () => {
    const { client, worker } = open();
    const dropped = new AbortController();
    const first = client.perguntar(AJUSTES, "apoio", pede("2026-01"));
    const second = client.perguntar(AJUSTES, "apoio", pede("2026-02"), dropped.signal);
    const third = client.perguntar(AJUSTES, "apoio", pede("2026-03"));
    dropped.abort(new Error("superseded"));
    await expect(second).rejects.toThrow("superseded");
    worker().answer(apoio(1));
    worker().answer(apoio(3));
    expect((await first).resposta[0]?.municipio).toBe(1);
    expect((await third).resposta[0]?.municipio).toBe(3);
    expect(asked(worker())).toEqual(["ajustar", "2026-01", "2026-03"]);
  });

  it("tells at once a question dropped while it is answered, and gives its answer to nobody", async () => {
    const { client, worker } = open();
    const dropped = new AbortController();
    const first = client.perguntar(AJUSTES, "apoio", pede("2026-01"), dropped.signal);
    const second = client.perguntar(AJUSTES, "apoio", pede("2026-02"));
    dropped.abort(new Error("superseded"));
    await expect(first).rejects.toThrow("superseded");
    expect(asked(worker())).toEqual(["ajustar", "2026-01"]);
    worker().answer(apoio(1));
    worker().answer(apoio(2));
    expect((await second).resposta[0]?.municipio).toBe(2);
  });

  it("does not ask at all with a signal that is already aborted", async () => {
    const { client, workers } = open();
    await expect(client.perguntar(AJUSTES, "apoio", pede("2026-01"), AbortSignal.abort(new Error("too late")))).rejects.toThrow("too late");
    expect(workers).toHaveLength(0);
  });

  it("tells a refused question so, and goes on with the same worker", async () => {
    const { client, workers, worker, mortes } = open();
    const first = client.perguntar(AJUSTES, "apoio", pede("2026-01"));
    const second = client.perguntar(AJUSTES, "apoio", pede("2026-02"));
    worker().answer({ tipo: "recusa", detalhe: "RangeError: bad" });
    await expect(first).rejects.toThrow(QuestionRefused);
    worker().answer(apoio(2));
    expect((await second).resposta[0]?.municipio).toBe(2);
    expect([workers.length, mortes()]).toEqual([1, 0]);
  });

  it("tells a death to every question that waits, once to its owner, and starts another worker with the adjustments", async () => {
    const { client, workers, worker, mortes } = open();
    const first = client.perguntar(AJUSTES, "apoio", pede("2026-01"));
    const second = client.perguntar(AJUSTES, "apoio", pede("2026-02"));
    const both = Promise.allSettled([first, second]);
    worker().die("out of memory");
    expect((await both).map((each) => (each.status === "rejected" && each.reason instanceof KeeperStopped ? each.reason.message : "?"))).toEqual(["out of memory", "out of memory"]);
    expect([worker().ended, mortes()]).toEqual([true, 1]);
    const third = client.perguntar(AJUSTES, "apoio", pede("2026-03"));
    expect(asked(worker(1))).toEqual(["ajustar", "2026-03"]);
    worker(1).answer(apoio(3));
    expect((await third).resposta[0]?.municipio).toBe(3);
    expect(workers).toHaveLength(2);
  });

  it("tells its owner of a worker that died while nobody asked", async () => {
    const { client, worker, mortes } = open();
    const first = client.perguntar(AJUSTES, "apoio", pede("2026-01"));
    worker().answer(apoio(1));
    await first;
    worker().die("killed by the browser");
    expect(mortes()).toBe(1);
  });

  it("ends the worker on closing, and what waits is told", async () => {
    const { client, worker } = open();
    const first = client.perguntar(AJUSTES, "apoio", pede("2026-01"));
    client.close();
    await expect(first).rejects.toThrow(KeeperStopped);
    expect(worker().ended).toBe(true);
  });
});
