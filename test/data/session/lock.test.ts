import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExtractId } from "../../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../../src/data/contracts/index.ts";
import { defineQuery, numero, texto } from "../../../src/data/queries/query.ts";
import { createSession } from "../../../src/data/session/create-session.ts";
import { identifier, literal, readCsvSql } from "../../../src/data/session/csv-sql.ts";
import { lengthOf } from "../../../src/data/pieces.ts";
import { attachDatabase, disarmExtensions, lockEngine, stageExtract } from "../../../src/data/session/database.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { EngineError, type CanonicalExtract } from "../../../src/data/session/session.ts";
import { bundledDatabase, strippedEngine } from "../bundled.ts";
import { ENGINES, openEngineInNode, type EngineVariant } from "../engine-in-node.ts";
import { HEADERS, MARKUP } from "../export/hostile-texts.ts";
import { NodeWorker } from "./node-worker.ts";

let folder = "";
let outside = "";
let server: Server;
let address = "";
const reached: string[] = [];
let bundled: Awaited<ReturnType<typeof bundledDatabase>>;

beforeAll(async () => {
  await strippedEngine();
  bundled = await bundledDatabase();
  folder = mkdtempSync(join(tmpdir(), "mirante-tranca-"));
  outside = join(folder, "fora.csv");
  writeFileSync(outside, "a\n1\n");
  server = createServer((request, response) => {
    reached.push(request.url ?? "");
    if (request.url === "/mirante.duckdb") response.end(bundled.bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const bound = server.address();
  address = `http://localhost:${String(typeof bound === "object" && bound !== null ? bound.port : 0)}/`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

async function openEngine(variant: EngineVariant, isLocked: boolean): Promise<Engine> {
  const engine = await openEngineInNode(ENGINES[variant]);
  await disarmExtensions(engine, `${address}ext`);
  await attachDatabase(engine, bundled.bytes.slice(), bundled.hash);
  if (isLocked) await lockEngine(engine);
  return engine;
}

const messageOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "accepted",
    (error: unknown) => String(error),
  );

const HEADER: Readonly<Partial<Record<ExtractId, string>>> = {
  denuncias: CONTRACTS.denuncias.columns.map(({ name }) => name).join(","),
};

function denuncias(protocols: readonly string[], header = HEADER.denuncias ?? ""): CanonicalExtract {
  const blanks = ",".repeat(CONTRACTS.denuncias.columns.length - 6);
  const lines = protocols.map((text) => `"${text.replaceAll('"', '""')}",2026-10-05,5103403,presencial,bpc,registrada${blanks}`);
  return {
    id: "denuncias",
    fileName: "minhas.csv",
    csv: [new TextEncoder().encode([header, ...lines, ""].join("\n"))],
    summary: { id: "denuncias", linhas: protocols.length, inicio: null, fim: null, demonstracao: false, origem: "minhas.csv" },
    modo: "substitui",
    carga: {
      id: "0123456789abcdef",
      arquivo: "minhas.csv",
      sha256: "0".repeat(64),
      titulo: "Denúncias",
      fonte: null,
      inicio: null,
      fim: null,
      carregadaEm: "2026-11-22T12:00:00Z",
    },
  };
}

async function protocolsOf(engine: Engine, table: string): Promise<string[]> {
  return readRows(await engine.run(`SELECT protocolo FROM ${table}`), { protocolo: texto }).map(({ protocolo }) => protocolo);
}

/** Statements a locked engine refuses, each with what it says. */
const REFUSED: readonly (readonly [what: string, sql: () => string, why: RegExp])[] = [
  ["reads an address", () => `SELECT * FROM read_csv('${address}x.csv', auto_detect=false, columns={'a': 'INTEGER'})`, /disabled by configuration/],
  ["reads a file of the computer", () => `SELECT * FROM read_csv(${literal(outside)}, auto_detect=false, header=true, columns={'a': 'INTEGER'})`, /disabled by configuration/],
  ["reads a file by its bare name", () => `SELECT * FROM ${literal(outside)}`, /disabled by configuration/],
  ["reads a file with the guesser", () => `SELECT * FROM sniff_csv(${literal(outside)})`, /disabled by configuration/],
  ["reads a file as text", () => `SELECT * FROM read_text(${literal(outside)})`, /disabled by configuration/],
  ["reads a file as bytes", () => `SELECT * FROM read_blob(${literal(outside)})`, /disabled by configuration/],
  ["reads a way round through the allowed name", () => "SELECT * FROM read_text('carga.csv/../../fora.csv')", /disabled by configuration/],
  ["lists files", () => "SELECT * FROM glob('*')", /disabled by configuration/],
  ["attaches a file", () => "ATTACH 'outra.duckdb' AS outra", /disabled by configuration/],
  ["attaches an address", () => `ATTACH '${address}outra.duckdb' AS outra (READ_ONLY)`, /disabled by configuration/],
  ["loads an extension", () => "LOAD parquet", /disabled through configuration/],
  ["installs and loads an extension", () => `INSTALL parquet FROM '${address}'; LOAD parquet`, /disabled|not supported|Permission/i],
  ["writes a file", () => `COPY (SELECT 1 AS a) TO ${literal(join(folder, "saida.csv"))}`, /disabled by configuration/],
  ["writes every table", () => `EXPORT DATABASE ${literal(join(folder, "tudo"))}`, /disabled by configuration/],
  ["opens itself again", () => "SET enable_external_access=true", /has been locked/],
  ["unlocks its settings", () => "SET lock_configuration=false", /has been locked/],
  ["puts a setting back", () => "RESET lock_configuration", /has been locked/],
  ["allows another file", () => `SET allowed_paths=[${literal(outside)}]`, /has been locked/],
  ["allows a folder", () => "SET allowed_directories=['/']", /has been locked/],
  ["lets extensions come by themselves", () => "SET autoinstall_known_extensions=true", /has been locked/],
  ["looks for extensions elsewhere", () => `SET custom_extension_repository='${address}'`, /has been locked/],
  ["changes any other setting", () => "SET memory_limit='1GB'", /has been locked/],
];

describe.each(["enxuto", "completo"] as const)("an engine that is locked (%s)", (variant) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(variant, true);
  });
  afterAll(() => {
    engine.terminate();
  });

  it.each(REFUSED)("refuses a statement that %s", async (_, sql, why) => {
    const before = reached.length;
    expect(await messageOf(engine.run(sql()))).toMatch(why);
    expect(reached.slice(before)).toEqual([]);
  });

  it("reads the user's extracts all the same, one after the other, each its own rows", async () => {
    const first = await stageExtract(engine, denuncias(["A-1", "A-2"]), 1);
    const second = await stageExtract(engine, denuncias(["B-1"]), 2);
    expect(await protocolsOf(engine, first)).toEqual(["A-1", "A-2"]);
    expect(await protocolsOf(engine, second)).toEqual(["B-1"]);
  });

  it("reads the next extract after one that does not fit", async () => {
    const bad = { ...denuncias(["C-1"]), csv: [new TextEncoder().encode(`${HEADER.denuncias ?? ""}\nC-1,ontem\n`)] };
    expect(await messageOf(stageExtract(engine, bad, 3))).toMatch(/Conversion|CSV Error/);
    expect(await protocolsOf(engine, await stageExtract(engine, denuncias(["C-2"]), 4))).toEqual(["C-2"]);
  });

  it("holds an extract in less than a quarter of its text, columns that repeat being kept once", async () => {
    const kept = async (): Promise<number> => {
      const [row] = readRows(await engine.run("SELECT CAST(sum(memory_usage_bytes) AS DOUBLE) AS n FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'"), { n: numero });
      return row?.n ?? 0;
    };
    const extract = denuncias(Array.from({ length: 100_000 }, (_, i) => `P-${String(i)}`));
    const before = await kept();
    await stageExtract(engine, extract, 5);
    expect(await kept() - before).toBeLessThan(lengthOf(extract.csv) / 4);
  });

  it("still answers on the bundled data", async () => {
    const [row] = readRows(await engine.run("SELECT count(*) AS n FROM municipio"), { n: numero });
    expect(row?.n).toBeGreaterThan(0);
  });
});

it("without the lock the engine would have read and written files: the refusals are the lock's", async () => {
  const engine = await openEngine("enxuto", false);
  const read = REFUSED[1]?.[1]() ?? "";
  expect(await messageOf(engine.run(read))).toBe("accepted");
  expect(await messageOf(engine.run("SET memory_limit='1GB'"))).toBe("accepted");
  await lockEngine(engine);
  expect(await messageOf(engine.run(read))).toMatch(/disabled by configuration/);
  engine.terminate();
});

describe("the session", () => {
  it("has its engine locked from the start, also the one that takes the place of a dead one, and loads go on", async () => {
    const workers: NodeWorker[] = [];
    const session = createSession({
      wasmUrl: pathToFileURL(ENGINES.enxuto).href,
      workerUrl: "worker.js",
      databaseUrl: "mirante.duckdb",
      snapshot: { hash: bundled.hash, extratos: [] },
      workerViaBlob: false,
      baseUrl: address,
      spawn: () => {
        const worker = new NodeWorker();
        workers.push(worker);
        return worker as unknown as Worker;
      },
    });
    const tranca = defineQuery({
      name: "tranca",
      sql: "SELECT CAST(current_setting('enable_external_access') AS VARCHAR) AS fora, CAST(current_setting('lock_configuration') AS VARCHAR) AS tranca",
      params: () => [],
      row: { fora: texto, tranca: texto },
    });
    const ler = defineQuery({
      name: "ler-de-fora",
      sql: `SELECT count(*) AS n FROM read_csv('${address}fora.csv', auto_detect=false, columns={'a': 'INTEGER'})`,
      params: () => [],
      row: { n: numero },
    });
    const contar = defineQuery({ name: "contar", sql: "SELECT count(*) AS n FROM denuncia", params: () => [], row: { n: numero } });
    for (const turn of [0, 1]) {
      expect((await session.ask(tranca, null)).rows, String(turn)).toEqual([{ fora: "false", tranca: "true" }]);
      await expect(session.ask(ler, null)).rejects.toThrow(EngineError);
      if (turn === 0) await session.load(denuncias(["D-1", "D-2"]));
      expect((await session.ask(contar, null)).rows).toEqual([{ n: 2 }]);
      workers.at(-1)?.break("out of memory");
    }
    expect(reached).not.toContain("/fora.csv");
    for (const worker of workers) worker.terminate();
  });
});

describe("column names", () => {
  it("are the contract's whatever the header line says", async () => {
    const engine = await openEngine("enxuto", true);
    const width = CONTRACTS.denuncias.columns.length;
    const names = CONTRACTS.denuncias.columns.map(({ name }) => name);
    const hostile = HEADERS.map((text) => `"${text.replaceAll('"', '""')}"`);
    const headers = [
      Array.from({ length: width }, (_, i) => hostile[i % hostile.length]).join(","),
      Array.from({ length: width }, (_, i) => hostile.at(-1 - (i % hostile.length))).join(","),
      names.toReversed().join(","),
      ",".repeat(width - 1),
    ];
    for (const [i, header] of headers.entries()) {
      const table = await stageExtract(engine, denuncias([`H-${String(i)}`], header), 10 + i);
      const columns = readRows(await engine.run(`SELECT column_name AS nome FROM duckdb_columns() WHERE table_name = ${literal(table.slice(table.lastIndexOf(".") + 1).replaceAll('"', ""))}`), { nome: texto });
      expect(columns.map(({ nome }) => nome)).toEqual(names);
      expect(await protocolsOf(engine, table)).toEqual([`H-${String(i)}`]);
    }
    engine.terminate();
  });

  it("inside the reading are positions, and a text that is no contract name is no identifier", () => {
    const sql = readCsvSql(CONTRACTS.denuncias, "carga.csv", true);
    const inside = [...sql.slice(sql.indexOf("columns={")).matchAll(/'([^']+)': /g)].map(([, name]) => name);
    expect(inside).toEqual(CONTRACTS.denuncias.columns.map((_, i) => `c${String(i)}`));
    const accepted = [...HEADERS, ...MARKUP].filter((text) => {
      try {
        identifier(text);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return false;
      }
    });
    // Words that a contract could have chosen: quoted, they are names and nothing else.
    expect(accepted).toEqual(["select", "from", "rowid", "c0", "c1", "constructor", "prototype", "then", "length"]);
  });
});
