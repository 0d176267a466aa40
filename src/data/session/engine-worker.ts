/// <reference lib="webworker" />
/**
 * The engine's worker: DuckDB's own script, plus a report of what happens to the
 * wasm file. DuckDB leaves a failed download or a refused compilation unanswered
 * (an unhandled rejection inside the worker), and its progress stays silent when
 * bytes arrive quickly; both are seen here, where it asks for the file.
 */
import "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js";
import type { WorkerReport } from "./worker-report.ts";

const REPORT_EVERY_MS = 50;

const instantiateStreaming = WebAssembly.instantiateStreaming.bind(WebAssembly);

WebAssembly.instantiateStreaming = async (source, imports) => {
  let step: "not-delivered" | "refused" = "not-delivered";
  try {
    const response = await source;
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    const counted = countBytes(response, () => {
      step = "refused";
    });
    const result = await instantiateStreaming(counted, imports);
    report({ report: "compiled" });
    return result;
  } catch (error) {
    report({ report: step, detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    throw error;
  }
};

function countBytes(response: Response, onWhole: () => void): Response {
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
    flush: onWhole,
  });
  return new Response(response.body?.pipeThrough(counter) ?? null, response);
}

function report(message: WorkerReport): void {
  self.postMessage(message);
}
