import type { Answer, ColumnsAnswer, Query, RowContract, RowOf } from "../../src/data/queries/query.ts";
import type { CanonicalExtract, EnginePhase, Session } from "../../src/data/session/session.ts";
import type { ExtractSummary } from "../../src/data/snapshot/snapshot.ts";

const NO_LOADS: readonly CanonicalExtract[] = [];

/** One question waiting for a test to answer it. */
interface Asked {
  readonly name: string;
  readonly params: unknown;
  readonly answer: (rows: readonly unknown[]) => void;
  readonly fail: (error: Error) => void;
}

/** A question for columns, waiting for a test to answer it with what the engine would write. */
interface AskedColumns {
  readonly name: string;
  readonly answer: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly fail: (error: Error) => void;
}

/** The engine's process boundary, answered by hand: no engine runs. */
export class SessionByHand implements Session {
  readonly asked: Asked[] = [];
  readonly askedColumns: AskedColumns[] = [];
  private readonly listeners = new Set<() => void>();
  private current = 0;
  private loaded: readonly ExtractSummary[];

  constructor(extracts: readonly ExtractSummary[] = []) {
    this.loaded = extracts;
  }

  readonly phase = (): EnginePhase => ({ phase: "idle" });
  readonly version = (): number => this.current;
  readonly extracts = (): readonly ExtractSummary[] => this.loaded;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly start = (): Promise<void> => Promise.resolve();
  readonly load = (): Promise<void> => Promise.resolve();
  readonly remove = (): Promise<void> => Promise.resolve();
  readonly restore = (): Promise<void> => Promise.resolve();
  readonly loads = (): readonly CanonicalExtract[] => NO_LOADS;

  readonly ask = <P, C extends RowContract>(query: Query<P, C>, params: P): Promise<Answer<P, RowOf<C>>> => {
    const version = this.current;
    return new Promise((resolve, reject) => {
      this.asked.push({
        name: query.name,
        params,
        answer: (rows) => resolve({ params, rows: rows as readonly RowOf<C>[], version, ms: 1 }),
        fail: reject,
      });
    });
  };

  readonly askColumns = <P, C extends RowContract>(query: Query<P, C>, params: P): Promise<ColumnsAnswer<P>> => {
    const version = this.current;
    return new Promise((resolve, reject) => {
      this.askedColumns.push({ name: query.name, answer: (bytes) => resolve({ params, bytes, version, ms: 1 }), fail: reject });
    });
  };

  /** What a finished load or restore does. */
  replace(extracts: readonly ExtractSummary[]): void {
    this.loaded = extracts;
    this.current += 1;
    for (const listener of this.listeners) listener();
  }
}
