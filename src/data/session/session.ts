import type { Carga } from "../../core/carga.ts";
import type { ExtractId } from "../contracts/contract.ts";
import type { Pieces } from "../pieces.ts";
import type { Answer, ColumnsAnswer, Query, RowContract, RowOf } from "../queries/query.ts";
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
  readonly csv: Pieces;
  readonly summary: ExtractSummary;
  /** Takes the extract's place, or adds its rows to it: a row of the same key is replaced. */
  readonly modo: "substitui" | "acrescenta";
  readonly carga: Carga;
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
  /**
   * Starts the engine if needed, then asks for an answer that is not read here: a million
   * rows would hold the page. Its owner gives the bytes to a worker, where `readColumns`
   * reads them. Rejects with `EngineError`.
   */
  readonly askColumns: <P, C extends RowContract>(query: Query<P, C>, params: P) => Promise<ColumnsAnswer<P>>;
  /**
   * Replaces an extract or adds to it; the same file again takes its own place. On
   * failure what was loaded stays; so it does when `signal` aborts before the new rows
   * show (rejects with its reason).
   */
  readonly load: (extract: CanonicalExtract, signal?: AbortSignal) => Promise<void>;
  /** Takes one load back, by its `carga.id`; what the others brought stays. */
  readonly remove: (extract: ExtractId, carga: string) => Promise<void>;
  /** Goes back to the bundled extract: all its loads are taken back. */
  readonly restore: (id: ExtractId) => Promise<void>;
  /** The user's loads, oldest first; of those before a replacement nothing shows. */
  readonly loads: () => readonly CanonicalExtract[];
}
