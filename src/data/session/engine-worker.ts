/// <reference lib="webworker" />
/**
 * The engine's worker: DuckDB's own script as published, plus a report of what
 * happens to the files it needs. DuckDB leaves a failed download or a refused
 * compilation unanswered (an unhandled rejection inside the worker), and its
 * progress stays silent when bytes arrive quickly; both are seen here.
 */
import scriptUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import type { WorkerReport } from "./worker-report.ts";

const REPORT_EVERY_MS = 50;

const instantiateStreaming = WebAssembly.instantiateStreaming.bind(WebAssembly);

WebAssembly.instantiateStreaming = async (source, imports) => {
  try {
    const response = await source;
    if (!response.ok) throw new Error(`the wasm address answered ${response.status}`);
    const result = await instantiateStreaming(countBytes(response), imports);
    report({ report: "compiled" });
    return result;
  } catch (error) {
    const isRefused = error instanceof RangeError || !mayCompile();
    report({ report: isRefused ? "refused" : "not-delivered", detail: String(error) });
    throw error;
  }
};

/** Whether this browser, under this policy, compiles the smallest module with an exception handler. */
function mayCompile(): boolean {
  const [header, type, func] = [[0, 97, 115, 109, 1, 0, 0, 0], [1, 4, 1, 96, 0, 0], [3, 2, 1, 0]];
  const tryCatchAll = [10, 8, 1, 6, 0, 6, 64, 25, 11, 11];
  try {
    return new WebAssembly.Module(Uint8Array.from([header, type, func, tryCatchAll].flat())) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

// A message that finds no listener is lost, so what comes before the script is kept for it.
const early: MessageEvent[] = [];
const keep = (event: MessageEvent): void => void early.push(event);
self.addEventListener("message", keep);
import(/* @vite-ignore */ scriptUrl).then(
  () => {
    self.removeEventListener("message", keep);
    for (const event of early) self.onmessage?.(event);
  },
  (error: unknown) => report({ report: "not-delivered", detail: String(error) }),
);

function countBytes(response: Response): Response {
  const isEncoded = response.headers.get("content-encoding") !== null;
  const length = Number(response.headers.get("content-length"));
  // The header counts compressed bytes, the stream uncompressed ones.
  const total = isEncoded || !(length > 0) ? null : length;
  let received = 0;
  let reportedAt = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      const now = performance.now();
      if (now - reportedAt > REPORT_EVERY_MS) {
        reportedAt = now;
        report({ report: "bytes", received, total });
      }
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body?.pipeThrough(counter) ?? null, response);
}

function report(message: WorkerReport): void {
  self.postMessage(message);
}
