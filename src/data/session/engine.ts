import type { Table } from "apache-arrow";
import type { SqlValue } from "../queries/query.ts";

/** What the session asks of an engine, wherever it runs. Every promise settles, also when the engine dies. */
export interface Engine {
  /** Runs a statement of our own making that takes no values. */
  readonly run: (sql: string) => Promise<Table>;
  /** Runs a prepared statement; the plan is kept until `forgetPlans`. */
  readonly ask: (sql: string, params: readonly SqlValue[]) => Promise<Table>;
  /** Runs a statement once and gives its result as written, an Arrow IPC stream that nobody has read. */
  readonly askBytes: (sql: string, params: readonly SqlValue[]) => Promise<Uint8Array<ArrayBuffer>>;
  readonly forgetPlans: () => Promise<void>;
  /** Makes bytes readable under a name; takes the buffer away from the caller. */
  readonly register: (file: string, bytes: Uint8Array) => Promise<void>;
  readonly drop: (file: string) => Promise<void>;
  /** Stops the engine; what is pending rejects. */
  readonly terminate: () => void;
}

/**
 * Reading options of the engine: without them a count is a BigInt, a sum an array
 * of words and a decimal unscaled.
 */
export const QUERY_CONFIG = {
  castBigIntToDouble: true,
  castDecimalToDouble: true,
  castTimestampToDate: true,
} as const;

/** Refuses what would reach the engine as something else: NaN and infinities travel as null. */
export function checkParams(params: readonly SqlValue[]): readonly SqlValue[] {
  for (const value of params) {
    if (typeof value === "number" && !Number.isFinite(value)) {
      throw new TypeError(`a query parameter must be finite, got ${value}`);
    }
  }
  return params;
}

/** The bytes over a buffer that can be given away: no copy where they are already. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  return buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, byteLength) : Uint8Array.from(bytes);
}
