import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { CAMPOS, SOURCES } from "../../../scripts/fetch-official/requests.ts";
import { RETRY } from "../../../scripts/fetch-official/retry.ts";
import { fetchOfficial, type FetchOptions, type FetchResult } from "../../../scripts/fetch-official/run.ts";
import { createRandom } from "../../../scripts/demo/random.ts";
import { type OfficialServer, officialServer } from "./official-server.ts";

export const RO = { codigo: 11, sigla: "RO", nome: "Rondônia" };
const START = Date.parse("2026-11-22T12:00:00.000Z");

/** A person at a machine: a folder, a clock that moves only by waiting, and what the screen showed. */
export interface Desk {
  readonly server: OfficialServer;
  readonly dir: string;
  readonly lines: string[];
  /** Waits in ms, in order, politeness included. */
  readonly waits: number[];
  readonly run: (options?: Partial<FetchOptions>) => Promise<FetchResult>;
  readonly text: (name: string) => string;
  readonly files: () => string[];
  /** Moves the clock. */
  readonly later: (ms: number) => void;
}

export function desk(): () => Desk {
  let current: Desk | null = null;
  let now = START;
  let server: OfficialServer;
  const made: string[] = [];
  beforeAll(async () => {
    server = await officialServer(() => now);
  });
  afterAll(async () => {
    await server.close();
    for (const dir of made) rmSync(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    now = START;
    await server.close();
    server = await officialServer(() => now);
    const dir = mkdtempSync(join(tmpdir(), "mirante-oficiais-"));
    made.push(dir);
    const lines: string[] = [];
    const waits: number[] = [];
    current = {
      server,
      dir,
      lines,
      waits,
      later: (ms) => {
        now += ms;
      },
      text: (name) => readFileSync(join(dir, name), "utf8"),
      files: () => readdirSync(dir).sort(),
      run: (options = {}) =>
        fetchOfficial({
          uf: RO,
          only: SOURCES,
          bases: server.bases,
          since: "2026-01",
          until: "2026-11",
          municipios: [],
          formato: "csv",
          campos: CAMPOS,
          to: dir,
          intervalMs: 0,
          signal: new AbortController().signal,
          convert: null,
          policy: { ...RETRY, attempts: 3 },
          timeouts: { answerMs: 400, silenceMs: 300 },
          world: {
            fetch,
            now: () => now,
            sleep: (ms) => {
              waits.push(ms);
              now += ms;
              return Promise.resolve();
            },
            random: createRandom(7).unit,
            print: (line) => lines.push(line),
          },
          ...options,
        }),
    };
  });
  afterEach(() => {
    current = null;
  });
  return () => {
    if (current === null) throw new Error("the desk is there inside of tests only");
    return current;
  };
}
