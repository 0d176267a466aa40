/** The app's session without the app: asks every question and says how long each took. */
import databaseUrl from "@generated/mirante.duckdb?url";
import snapshotUrl from "@generated/snapshot.json?url";
import wasmUrl from "@generated/engine/duckdb-eh.wasm?url";
import workerUrl from "../../../src/data/session/engine-worker.ts?worker&url";
import { installTrustedTypes } from "../../../src/app/trusted-types.ts";
import { QUERIES } from "../../../src/data/queries/index.ts";
import { createSession } from "../../../src/data/session/create-session.ts";
import { parseSnapshot } from "../../../src/data/snapshot/parse.ts";
import { samplesOf } from "../../../test/data/queries/samples.ts";

export interface QueryTimes {
  readonly nome: string;
  readonly linhas: number;
  /** First time this question was asked, planning included, ms. */
  readonly primeira: number;
  /** The times after it, ms. */
  readonly outras: readonly number[];
}

export interface BenchPage {
  readonly run: (turns: number) => Promise<{ readonly pronto: number; readonly perguntas: readonly QueryTimes[] }>;
}

declare global {
  var mirante: BenchPage | undefined;
}

installTrustedTypes();

globalThis.mirante = {
  run: async (turns) => {
    const response = await fetch(snapshotUrl);
    const snapshot = parseSnapshot(await response.json());
    const session = createSession({ wasmUrl, workerUrl, databaseUrl, snapshot, workerViaBlob: false });
    await session.start();
    const phase = session.phase();
    const perguntas: QueryTimes[] = [];
    for (const query of QUERIES) {
      const [params] = samplesOf(query);
      const times: number[] = [];
      let linhas = 0;
      for (let turn = 0; turn <= turns; turn += 1) {
        const answer = await session.ask(query, params as never);
        times.push(answer.ms);
        linhas = answer.rows.length;
      }
      const [primeira = Number.NaN, ...outras] = times;
      perguntas.push({ nome: query.name, linhas, primeira, outras });
    }
    return { pronto: phase.phase === "ready" ? phase.ms : Number.NaN, perguntas };
  },
};
