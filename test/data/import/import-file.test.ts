import { describe, expect, it, vi } from "vitest";
import { importFile, ImportError, type ImportOptions, type ImportWorker } from "../../../src/data/import/import-file.ts";
import type { ImportMessage, ImportRequest } from "../../../src/data/import/import-messages.ts";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { packProblems } from "../../../src/data/import/packed-problems.ts";
import type { FileResult } from "../../../src/data/import/report.ts";
import { CONTEXT, readFile } from "./file-reading.ts";

const CSV = "codigo;periodo;indicador;valor\n510340;2023;ivs;0,4\n";
const file = (text = CSV): File => new File([text], "meu.csv");
const options: ImportOptions = {
  municipios: CONTEXT.municipios,
  catalogo: CONTEXT.catalogo,
  territorio: { codigoUf: 51, uf: "MT" },
  lugaresUrl: "http://localhost/lugares.json",
  carregadaEm: CONTEXT.carregadaEm,
};

/** A worker thread played by the test: `answer` gets what the page sent and the way back. */
function workerOf(answer: (request: ImportRequest, worker: ImportWorker) => void): { spawn: () => ImportWorker; terminated: () => number } {
  let terminated = 0;
  const spawn = (): ImportWorker => {
    const worker: ImportWorker = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      postMessage: (request) => {
        queueMicrotask(() => {
          if (request.tipo === "ler") answer(request.pedido, worker);
        });
      },
      terminate: () => {
        terminated += 1;
      },
    };
    return worker;
  };
  return { spawn, terminated: () => terminated };
}

const post = (worker: ImportWorker, data: ImportMessage): void => worker.onmessage?.(new MessageEvent("message", { data }));

function posted(worker: ImportWorker, { problemas, ...resultado }: FileResult): void {
  post(worker, structuredClone({ tipo: "resultado", resultado, problemas: packProblems(problemas) }));
}

describe("importFile", () => {
  it("resolves with the worker's report, passes its progress on and lets it go", async () => {
    const { spawn, terminated } = workerOf(({ file: sent, fileName }, worker) => {
      post(worker, { tipo: "andamento", andamento: { etapa: "conferindo as linhas", parte: 0.5 } });
      void sent
        .arrayBuffer()
        .then((buffer) => readFile(new Uint8Array(buffer), fileName))
        .then((resultado) => {
          posted(worker, resultado);
        });
    });
    const onProgress = vi.fn();
    const result = await importFile(file(), { ...options, onProgress }, spawn);
    expect(result.extract?.summary).toMatchObject({ id: "indicadores", linhas: 1, origem: "meu.csv" });
    expect(onProgress.mock.calls).toEqual([[{ etapa: "conferindo as linhas", parte: 0.5 }]]);
    expect(terminated()).toBe(1);
  });

  it("cancelled, terminates the worker and rejects with the reason", async () => {
    const { spawn, terminated } = workerOf(() => undefined);
    const controller = new AbortController();
    const pending = importFile(file(), { ...options, signal: controller.signal }, spawn);
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
    expect(terminated()).toBe(1);
  });

  it("cancelled before it began, starts no worker", async () => {
    const spawn = vi.fn(workerOf(() => undefined).spawn);
    await expect(importFile(file(), { ...options, signal: AbortSignal.abort() }, spawn)).rejects.toMatchObject({ name: "AbortError" });
    expect(spawn).not.toHaveBeenCalled();
  });

  it("rejects in words when the worker dies, and the next try works", async () => {
    const dead = workerOf((_, worker) => worker.onerror?.({ message: "out of memory" } as ErrorEvent));
    await expect(importFile(file(), options, dead.spawn)).rejects.toMatchObject({
      name: "ImportError",
      message: "A leitura do arquivo parou antes do fim.",
      detail: "out of memory",
    });
    expect(dead.terminated()).toBe(1);
    const alive = workerOf(({ fileName }, worker) => {
      void readFile(CSV, fileName).then((resultado) => {
        posted(worker, resultado);
      });
    });
    await expect(importFile(file(), options, alive.spawn)).resolves.toMatchObject({ extrato: "indicadores" });
  });

  it("rejects in words when the worker reports a failure or cannot start", async () => {
    const failing = workerOf((_, worker) => {
      post(worker, { tipo: "falha", detalhe: "NotReadableError" });
    });
    await expect(importFile(file(), options, failing.spawn)).rejects.toBeInstanceOf(ImportError);
    const blocked = (): ImportWorker => {
      throw new Error("blocked by policy");
    };
    await expect(importFile(file(), options, blocked)).rejects.toMatchObject({ name: "ImportError", detail: "blocked by policy" });
  });

  it("refuses a file by its size without starting a worker", async () => {
    const spawn = vi.fn(workerOf(() => undefined).spawn);
    const big = Object.defineProperty(file(), "size", { value: LIMITS.bytes + 1 });
    const result = await importFile(big, options, spawn);
    expect([result.extract, result.problemas[0]?.gravidade]).toEqual([null, "arquivo-recusado"]);
    expect(spawn).not.toHaveBeenCalled();
  });
});
