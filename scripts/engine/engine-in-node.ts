import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { checkParams, ownBytes, QUERY_CONFIG, type Engine } from "../../src/data/session/engine.ts";

/** The engine file as published, and the one the app serves. */
export const ENGINES = {
  completo: createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"),
  enxuto: fileURLToPath(new URL("../../.generated/engine/duckdb-eh.wasm", import.meta.url)),
} as const;

export type EngineVariant = keyof typeof ENGINES;

/** The wasm engine itself, in this process and without a worker, behind the session's own port. */
export async function openEngineInNode(wasm: string): Promise<Engine> {
  const bundle = { mainModule: wasm, mainWorker: "" };
  const db = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => undefined);
  db.open({ query: QUERY_CONFIG });
  const connection = db.connect();
  return {
    run: (sql) => attempt(() => connection.query(sql)),
    ask: (sql, params) =>
      attempt(() => {
        const statement = connection.prepare(sql);
        try {
          return statement.query(...checkParams(params));
        } finally {
          statement.close();
        }
      }),
    askBytes: (sql, params) =>
      attempt(() =>
        connection.useUnsafe((bindings, id) => {
          const statement = bindings.createPrepared(id, sql);
          try {
            return ownBytes(bindings.runPrepared(id, statement, [...checkParams(params)]));
          } finally {
            bindings.closePrepared(id, statement);
          }
        }),
      ),
    forgetPlans: () => Promise.resolve(),
    register: (file, bytes) => attempt(() => db.registerFileBuffer(file, bytes)),
    drop: (file) => attempt(() => db.dropFile(file)),
    terminate: () => db.reset(),
  };
}

function attempt<T>(operation: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(operation());
  });
}
