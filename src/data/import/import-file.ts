import type { ImportMessage, PreparationRequest, ReadingRequest, WorkerRequest } from "./import-messages.ts";
import { LIMITS } from "./limits.ts";
import { unpackProblems } from "./packed-problems.ts";
import type { ImportProgress } from "./read-extract.ts";
import { refusedResult } from "./refused-result.ts";
import type { FileResult } from "./report.ts";
import { Refusal } from "./whole-file.ts";

export interface ImportOptions extends ReadingRequest {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** The reading itself broke down; the file may be good. */
export class ImportError extends Error {
  override readonly name = "ImportError";
  readonly whatToDo: string;
  readonly detail: string;
  constructor(message: string, whatToDo: string, detail: string) {
    super(message);
    this.whatToDo = whatToDo;
    this.detail = detail;
  }
}

/** The part of a Worker this module uses. */
export interface ImportWorker {
  postMessage: (request: WorkerRequest) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<ImportMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

const spawnWorker = (): ImportWorker =>
  new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module", name: "importar" });

/** A worker started ahead of the next file. */
let spare: ImportWorker | null = null;

/**
 * Starts a worker before there is a file, with the places it will need: starting one
 * costs more than reading a small file. Where it cannot start, the file's own reading says so.
 */
export function prepareImport(com: PreparationRequest): void {
  if (spare !== null) return;
  try {
    spare = spawnWorker();
  } catch (error) {
    console.error("no import worker could be started ahead of a file", error);
    return;
  }
  spare.onerror = () => {
    spare = null;
  };
  spare.postMessage({ tipo: "preparar", com });
}

function takeWorker(): ImportWorker {
  const worker = spare ?? spawnWorker();
  spare = null;
  return worker;
}

/**
 * Reads a file in a worker of its own; the page stays free and the file never
 * leaves it. Resolves with the report, also for a bad file. Rejects with the
 * signal's reason when cancelled (the worker is terminated) and with
 * `ImportError` when the worker cannot start or dies.
 */
export function importFile(
  file: File,
  options: ImportOptions,
  spawn: () => ImportWorker = takeWorker,
): Promise<FileResult> {
  const { signal, onProgress, ...context } = options;
  if (signal?.aborted === true) return Promise.reject(reasonOf(signal));
  const { bytes } = options.limits ?? LIMITS;
  if (file.size > bytes) return Promise.resolve(tooLarge(file, bytes));
  return new Promise((resolve, reject) => {
    const worker = start(spawn);
    const settle = (finish: () => void): void => {
      signal?.removeEventListener("abort", cancel);
      worker.terminate();
      finish();
    };
    const cancel = (): void => {
      settle(() => {
        reject(reasonOf(signal));
      });
    };
    const fail = (detalhe: string): void => {
      settle(() => {
        reject(broken(detalhe));
      });
    };
    signal?.addEventListener("abort", cancel, { once: true });
    worker.onmessage = ({ data }) => {
      if (data.tipo === "andamento") onProgress?.(data.andamento);
      else if (data.tipo === "falha") fail(data.detalhe);
      else {
        settle(() => {
          resolve({ ...data.resultado, problemas: unpackProblems(data.problemas) });
        });
      }
    };
    worker.onerror = (event) => {
      fail(event.message === "" ? "the worker did not start" : event.message);
    };
    worker.onmessageerror = () => {
      fail("a message could not be read");
    };
    worker.postMessage({ tipo: "ler", pedido: { file, fileName: file.name, context } });
  });
}

/** Refused without reading a byte: its hash is not known. */
function tooLarge(file: File, limit: number): FileResult {
  const error = new Refusal(
    "arquivo-grande",
    `O arquivo tem mais de ${String(Math.floor(limit / 1_048_576))} MB.`,
    "Divida o arquivo, por exemplo por ano, e carregue uma parte.",
  );
  return refusedResult(file.size, file.name, { sha256: "", raw: null, error, max: 1 });
}

function start(spawn: () => ImportWorker): ImportWorker {
  try {
    return spawn();
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
  }
}

function broken(detail: string): ImportError {
  return new ImportError(
    "A leitura do arquivo parou antes do fim.",
    "Tente de novo; se continuar, feche outras abas para liberar memória ou divida o arquivo.",
    detail,
  );
}

function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new DOMException("cancelado", "AbortError");
}
