import { AsyncDuckDB, VoidLogger, type AsyncPreparedStatement } from "@duckdb/duckdb-wasm";
import { checkParams, ownBytes, QUERY_CONFIG, type Engine } from "./engine.ts";
import { detailOf, died, notDelivered, refused } from "./failures.ts";
import { EngineError } from "./session.ts";
import { isWorkerReport } from "./worker-report.ts";

export interface WorkerEngineOptions {
  /** Starts the worker's process. Called once, at once. */
  readonly spawn: () => Worker;
  /** Absolute address of the wasm file. */
  readonly wasmUrl: string;
  readonly onBytes: (received: number, total: number | null) => void;
  readonly onCompiled: () => void;
  /** Called once when the worker or the engine in it breaks; not after `terminate`. */
  readonly onDeath: (error: EngineError) => void;
}

/** What the engine says when WebAssembly itself trapped: every later call would fail too. */
const BROKEN =
  /memory access out of bounds|table index is out of bounds|function signature mismatch|^unreachable|null function or function signature|call stack size exceeded|Out of bounds/i;

/**
 * Starts the engine in a worker. Rejects with `EngineError` when the worker, the
 * wasm file or the browser fails it; the worker is then gone.
 */
export async function openWorkerEngine(options: WorkerEngineOptions): Promise<Engine> {
  const pending = new Set<(error: EngineError) => void>();
  let end: EngineError | null = null;
  let hasSpoken = false;

  const worker = spawnOrRefuse(options.spawn);

  const stop = (error: EngineError): void => {
    if (end !== null) return;
    end = error;
    worker.terminate();
    for (const reject of pending) reject(error);
    pending.clear();
  };
  const fail = (error: EngineError): void => {
    if (end !== null) return;
    stop(error);
    options.onDeath(error);
  };

  // Registered before AsyncDuckDB's own listeners, which would only log what is not theirs.
  worker.addEventListener("message", (event: MessageEvent<unknown>) => {
    hasSpoken = true;
    const message = event.data;
    if (!isWorkerReport(message)) return;
    event.stopImmediatePropagation();
    if (message.report === "bytes") options.onBytes(message.received, message.total);
    else if (message.report === "compiled") options.onCompiled();
    else if (message.report === "refused") fail(refused(message.detail));
    else fail(notDelivered("O motor de dados", message.detail));
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const detail = event.message || "the worker failed without a message";
    fail(hasSpoken ? died(detail) : notDelivered("O programa do motor de dados", detail));
  });

  /** Settles with the engine's answer or, when it dies first, with its death. */
  function guard<T>(operation: () => Promise<T>): Promise<T> {
    if (end !== null) return Promise.reject(end);
    return new Promise<T>((resolve, reject) => {
      pending.add(reject);
      operation()
        .then(resolve, (error: unknown) => {
          if (isBroken(error)) fail(died(detailOf(error)));
          reject(error instanceof Error ? error : new Error(String(error)));
        })
        .finally(() => pending.delete(reject));
    });
  }

  const db = new AsyncDuckDB(new VoidLogger(), worker);
  const connection = await guard(async () => {
    await db.instantiate(options.wasmUrl, null);
    await db.open({ query: QUERY_CONFIG });
    return db.connect();
  }).catch((error: unknown) => {
    const failure = error instanceof EngineError ? error : refused(detailOf(error));
    stop(failure);
    throw failure;
  });

  const plans = new Map<string, Promise<AsyncPreparedStatement>>();
  const plan = (sql: string): Promise<AsyncPreparedStatement> => {
    const known = plans.get(sql);
    if (known !== undefined) return known;
    const prepared = connection.prepare(sql);
    plans.set(sql, prepared);
    prepared.catch(() => plans.delete(sql));
    return prepared;
  };

  return {
    run: (sql) => guard(() => connection.query(sql)),
    ask: (sql, params) =>
      guard(async () => {
        const statement = await plan(sql);
        return statement.query(...checkParams(params));
      }),
    askBytes: (sql, params) =>
      guard(() =>
        connection.useUnsafe(async (bindings, id) => {
          const statement = await bindings.createPrepared(id, sql);
          try {
            return ownBytes(await bindings.runPrepared(id, statement, [...checkParams(params)]));
          } finally {
            await bindings.closePrepared(id, statement);
          }
        }),
      ),
    forgetPlans: () =>
      guard(async () => {
        const open = await Promise.all(plans.values());
        plans.clear();
        for (const statement of open) await statement.close();
      }),
    register: (file, bytes) => guard(() => db.registerFileBuffer(file, bytes)),
    drop: (file) => guard(async () => void (await db.dropFile(file))),
    terminate: () => stop(died("the engine was stopped")),
  };
}

function spawnOrRefuse(spawn: () => Worker): Worker {
  try {
    return spawn();
  } catch (error) {
    throw refused(detailOf(error));
  }
}

function isBroken(error: unknown): boolean {
  return error instanceof Error && (error.name === "RuntimeError" || BROKEN.test(error.message));
}
