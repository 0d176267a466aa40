/**
 * What our part of the worker tells besides the engine's own answers. The engine
 * itself stays silent for ever when its file does not arrive or is refused.
 */
export type WorkerReport =
  | { readonly report: "bytes"; readonly received: number; readonly total: number | null }
  | { readonly report: "compiled" }
  | { readonly report: "not-delivered"; readonly detail: string }
  | { readonly report: "refused"; readonly detail: string };

/** Tells our messages from the engine's, which have a `type` and no `report`. */
export function isWorkerReport(message: unknown): message is WorkerReport {
  return typeof message === "object" && message !== null && "report" in message;
}
