/** The same bytes read by what the app is compared with: papaparse into arrays, and DuckDB told every column. */
import wasmUrl from "@generated/engine/duckdb-eh.wasm?url";
import workerUrl from "../../../src/data/session/engine-worker.ts?worker&url";
import { installTrustedTypes } from "../../../src/app/trusted-types.ts";
import { openWorkerEngine } from "../../../src/data/session/worker-engine.ts";
import type { PapaAnswer } from "./papa.worker.ts";

/** How long one way took, ms, and what it read. */
export interface OtherWay {
  readonly ms: number;
  readonly linhas: number;
}

export interface ImportBenchPage {
  /** Reads the chosen file with papaparse, in a worker, into arrays of strings. */
  readonly papaparse: () => Promise<OtherWay>;
  /** Reads the chosen file with DuckDB's `read_csv` into a table, its columns given, on an engine already started. */
  readonly duckdb: () => Promise<OtherWay>;
}

declare global {
  var miranteCarga: ImportBenchPage | undefined;
}

installTrustedTypes();

function chosenFile(): File {
  const file = document.querySelector("input")?.files?.[0];
  if (file === undefined) throw new Error("no file was chosen");
  return file;
}

const COLUMNS =
  "{'codigo': 'INTEGER', 'municipio': 'VARCHAR', 'periodo': 'VARCHAR', 'indicador': 'VARCHAR', 'valor': 'DOUBLE', " +
  "'numerador': 'DOUBLE', 'denominador': 'DOUBLE', 'fonte': 'VARCHAR', 'rotulo': 'VARCHAR'}";

globalThis.miranteCarga = {
  papaparse: () =>
    new Promise((resolve, reject) => {
      const from = performance.now();
      const worker = new Worker(new URL("./papa.worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = ({ data }: MessageEvent<PapaAnswer>) => {
        worker.terminate();
        if (typeof data === "string") reject(new Error(data));
        else resolve({ ms: performance.now() - from, linhas: data });
      };
      worker.onerror = (event) => {
        worker.terminate();
        reject(new Error(event.message));
      };
      worker.postMessage(chosenFile());
    }),
  duckdb: async () => {
    const engine = await openWorkerEngine({
      spawn: () => new Worker(workerUrl, { type: "module" }),
      wasmUrl: new URL(wasmUrl, document.baseURI).href,
      onBytes: () => undefined,
      onCompiled: () => undefined,
      onDeath: () => undefined,
    });
    try {
      await engine.run("SELECT 1");
      const from = performance.now();
      await engine.register("medida.csv", new Uint8Array(await chosenFile().arrayBuffer()));
      await engine.run(
        "CREATE TABLE medida AS FROM read_csv('medida.csv', auto_detect=false, header=true, delim=';', quote='\"', " +
          `decimal_separator=',', thousands='.', columns=${COLUMNS})`,
      );
      const ms = performance.now() - from;
      const counted: unknown = (await engine.run("SELECT count(*) AS n FROM medida")).get(0)?.toJSON()["n"];
      return { ms, linhas: Number(counted) };
    } finally {
      engine.terminate();
    }
  },
};
