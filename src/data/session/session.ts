import type { ExtractId } from "../contracts/contract.ts";
import type { Answer, Query, RowContract, RowOf } from "../queries/query.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";

export type EnginePhase =
  | { readonly phase: "idle" }
  | { readonly phase: "downloading"; readonly received: number; readonly total: number | null }
  | { readonly phase: "starting" }
  | { readonly phase: "ready"; readonly ms: number }
  | { readonly phase: "failed"; readonly error: EngineError };

/** An engine failure in words a person can act on; `detail` keeps the cause for those who ask. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly whatToDo: string;
  readonly detail: string;
  constructor(message: string, whatToDo: string, detail: string) {
    super(message);
    this.whatToDo = whatToDo;
    this.detail = detail;
  }
}

/** An extract ready for the engine: canonical CSV (contract columns, UTF-8, comma, ISO dates). */
export interface CanonicalExtract {
  readonly id: ExtractId;
  readonly fileName: string;
  readonly csv: Uint8Array;
  readonly summary: ExtractSummary;
}

/**
 * The only door to the engine. One per page life; starting is idempotent and a
 * failed start is forgotten, so that `start` after a failure truly retries.
 */
export interface Session {
  readonly phase: () => EnginePhase;
  /** Increases with every load, so that answers of older data are never shown as new. */
  readonly version: () => number;
  readonly extracts: () => readonly ExtractSummary[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Starts the engine and attaches the bundled database. Rejects with `EngineError`. */
  readonly start: () => Promise<void>;
  /** Starts the engine if needed, then asks. Rejects with `EngineError`. */
  readonly ask: <P, C extends RowContract>(query: Query<P, C>, params: P) => Promise<Answer<P, RowOf<C>>>;
  /** Replaces one extract; on failure what was loaded stays. */
  readonly load: (extract: CanonicalExtract) => Promise<void>;
  /** Goes back to the bundled extract. */
  readonly restore: (id: ExtractId) => Promise<void>;
}
