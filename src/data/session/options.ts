import type { Snapshot } from "../snapshot/snapshot.ts";

/** Where the engine's parts are and how to start them. Addresses may be relative to the page. */
export interface SessionOptions {
  /** `duckdb-eh.wasm`, from our own origin. */
  readonly wasmUrl: string;
  /** The built `engine-worker.ts` (`import url from ".../engine-worker.ts?worker&url"`). */
  readonly workerUrl: string;
  /** The bundled `.duckdb`. */
  readonly databaseUrl: string;
  readonly snapshot: Pick<Snapshot, "hash" | "extratos">;
  /**
   * Starts the worker from a `blob:` address that imports `workerUrl`, so that it
   * inherits the page's policy: for hosts that cannot send the policy as a header.
   */
  readonly workerViaBlob: boolean;
  /** Size of the uncompressed wasm, for the progress bar; null when not known. */
  readonly wasmBytes?: number | null;
  /** What relative addresses are relative to; the page by default. */
  readonly baseUrl?: string;
  /** Starts the worker's process; tests run it elsewhere. */
  readonly spawn?: (url: string) => Worker;
}
