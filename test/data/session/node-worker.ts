import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Worker as Thread } from "node:worker_threads";

const SCRIPT = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs");

const BOOTSTRAP = `
  const { parentPort } = require("node:worker_threads");
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  parentPort.on("message", (data) => globalThis.onmessage({ data }));
  require(${JSON.stringify(SCRIPT)});
`;

/**
 * The browser's `Worker` over a Node thread that runs DuckDB's own worker script:
 * the process is real, only the way to start it differs. What DuckDB prints about
 * refused statements is kept out of the test report.
 */
export class NodeWorker extends EventTarget {
  private isTrapped = false;
  private readonly thread = new Thread(BOOTSTRAP, { eval: true, stdout: true, stderr: true });

  constructor() {
    super();
    this.thread.on("message", (data: unknown) => {
      this.dispatchEvent(Object.assign(new Event("message"), { data: this.spoil(data) }));
    });
    this.thread.on("error", (error: Error) => this.break(error.message));
  }

  /** Makes the next answer to a question the one of an engine whose WebAssembly trapped. */
  trapNext(): void {
    this.isTrapped = true;
  }

  private spoil(data: unknown): unknown {
    if (!this.isTrapped || !isResult(data)) return data;
    this.isTrapped = false;
    return { ...data, type: "ERROR", data: { name: "RuntimeError", message: "memory access out of bounds" } };
  }

  postMessage(message: { readonly type: string; readonly data: unknown }, transfer: ArrayBuffer[] = []): void {
    const isStart = message.type === "INSTANTIATE" && Array.isArray(message.data);
    const data: unknown = isStart ? [fileURLToPath(String((message.data as unknown[])[0])), null] : message.data;
    this.thread.postMessage({ ...message, data }, transfer);
  }

  /** Ends the thread as a crash would: the page hears an error event and nothing else. */
  break(message: string): void {
    void this.thread.terminate();
    this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message }));
  }

  terminate(): void {
    void this.thread.terminate();
  }
}

function isResult(data: unknown): data is { readonly type: string } {
  return typeof data === "object" && data !== null && "type" in data && data.type === "QUERY_RESULT";
}

/** A worker whose script never arrives. */
export class AbsentWorker extends EventTarget {
  constructor() {
    super();
    setTimeout(() => this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message: "" })));
  }

  postMessage(): void {
    // Nobody is there to read it.
  }

  terminate(): void {
    // Nothing runs.
  }
}
