import type { ExtractId } from "../contracts/contract.ts";
import type { MunicipioRef } from "./codes.ts";
import type { ImportMessage, ImportRequest } from "./import-messages.ts";
import { refuseBySize, type ImportProgress } from "./read-extract.ts";
import type { ImportResult } from "./report.ts";

export interface ImportOptions {
  /** The list codes are resolved against. */
  readonly municipios: readonly MunicipioRef[];
  /** Asks for one extract instead of recognising. */
  readonly expected?: ExtractId;
  /** Ids of the indicator catalogue. */
  readonly indicadores?: readonly string[];
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
  postMessage: (request: ImportRequest) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<ImportMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

const spawnWorker = (): ImportWorker =>
  new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module", name: "importar" });

/**
 * Reads a file in a worker of its own; the page stays free and the file never
 * leaves it. Resolves with the report, also for a bad file. Rejects with the
 * signal's reason when cancelled (the worker is terminated) and with
 * `ImportError` when the worker cannot start or dies.
 */
export function importFile(
  file: File,
  options: ImportOptions,
  spawn: () => ImportWorker = spawnWorker,
): Promise<ImportResult> {
  const { signal, onProgress, ...context } = options;
  if (signal?.aborted === true) return Promise.reject(reasonOf(signal));
  const refused = refuseBySize(file.size, file.name);
  if (refused !== null) return Promise.resolve(refused);
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
          resolve(data.resultado);
        });
      }
    };
    worker.onerror = (event) => {
      fail(event.message === "" ? "the worker did not start" : event.message);
    };
    worker.onmessageerror = () => {
      fail("a message could not be read");
    };
    worker.postMessage({ file, fileName: file.name, context });
  });
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
