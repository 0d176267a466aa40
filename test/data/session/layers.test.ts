import { createServer, type Server } from "node:http";
import { pathToFileURL } from "node:url";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anulavel, defineQuery, numero, texto } from "../../../src/data/queries/query.ts";
import { createSession } from "../../../src/data/session/create-session.ts";
import type { CanonicalExtract, Session } from "../../../src/data/session/session.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { bundledDatabase, strippedEngine } from "../bundled.ts";
import { ENGINES } from "../engine-in-node.ts";
import { NodeWorker } from "./node-worker.ts";

const INCLUDED: ExtractSummary = {
  id: "indicadores",
  linhas: 16901,
  inicio: "2010",
  fim: "2026-06",
  demonstracao: false,
  origem: "incluído no aplicativo",
};

const COLUMNS = "codigo,periodo,indicador,valor,numerador,denominador,fonte,carga";

/** A file of figures of one indicator for Acorizal: `[period, value]`. */
function load(arquivo: string, modo: CanonicalExtract["modo"], figures: readonly (readonly [string, number])[]): CanonicalExtract {
  const rows = figures.map(([periodo, valor]) => `5100102,${periodo},idcras,${String(valor)},,,mds-idcras,${arquivo}`);
  const periods = figures.map(([periodo]) => periodo).sort();
  const [inicio = null, fim = periods.at(-1) ?? null] = [periods[0] ?? null, periods.at(-1) ?? null];
  return {
    id: "indicadores",
    fileName: arquivo,
    csv: [new TextEncoder().encode([COLUMNS, ...rows, ""].join("\n"))],
    summary: { id: "indicadores", linhas: rows.length, inicio, fim, demonstracao: false, origem: arquivo },
    modo,
    carga: { id: arquivo, arquivo, sha256: "", titulo: "", fonte: null, inicio, fim, carregadaEm: "2026-11-22T12:00:00Z" },
  };
}

const ACORIZAL = defineQuery({
  name: "idcras-de-acorizal",
  sql: "SELECT periodo, valor, carga FROM indicador_valor WHERE codigo = 5100102 AND indicador = 'idcras' AND periodo >= '2021' ORDER BY periodo",
  params: () => [],
  row: { periodo: texto, valor: numero, carga: anulavel(texto) },
});
const COUNT = defineQuery({
  name: "contar",
  sql: "SELECT count(*) AS n FROM indicador_valor",
  params: () => [],
  row: { n: numero },
});

let server: Server;
let session: Session;
const workers: NodeWorker[] = [];

beforeAll(async () => {
  await strippedEngine();
  const database = await bundledDatabase();
  server = createServer((_, response) => response.end(database.bytes));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  session = createSession({
    wasmUrl: pathToFileURL(ENGINES.enxuto).href,
    workerUrl: "worker.js",
    databaseUrl: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    baseUrl: "http://127.0.0.1/",
    snapshot: { hash: database.hash, extratos: [INCLUDED] },
    workerViaBlob: false,
    spawn: () => {
      const worker = new NodeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
  await session.start();
}, 60_000);

afterAll(() => {
  for (const worker of workers) worker.terminate();
  server.close();
});

beforeEach(() => session.restore("indicadores"));

const acorizal = async (): Promise<unknown> => (await session.ask(ACORIZAL, null)).rows;
const count = async (): Promise<number | undefined> => (await session.ask(COUNT, null)).rows[0]?.n;

describe("a file that adds to an extract", () => {
  it("keeps the bundled rows, replaces the row of the same municipality, period and indicator, and marks its own", async () => {
    expect(await acorizal()).toEqual([{ periodo: "2021", valor: 3, carga: null }]);
    await session.load(load("a.csv", "acrescenta", [["2021", 4], ["2025", 2]]));
    expect(await acorizal()).toEqual([
      { periodo: "2021", valor: 4, carga: "a.csv" },
      { periodo: "2025", valor: 2, carga: "a.csv" },
    ]);
    expect(await count()).toBe(16902);
    expect(session.extracts()).toEqual([{ ...INCLUDED, linhas: 16902, origem: "incluído no aplicativo e a.csv" }]);
  });

  it("taken back, leaves what the others brought; the one below shows again", async () => {
    await session.load(load("a.csv", "acrescenta", [["2021", 4]]));
    await session.load(load("b.csv", "acrescenta", [["2021", 5], ["2026", 1]]));
    expect(session.extracts()[0]?.origem).toBe("incluído no aplicativo e mais 2 arquivos");
    expect(session.extracts()[0]?.fim).toBe("2026-06");
    await session.remove("indicadores", "b.csv");
    expect(await acorizal()).toEqual([{ periodo: "2021", valor: 4, carga: "a.csv" }]);
    await session.remove("indicadores", "a.csv");
    expect(await acorizal()).toEqual([{ periodo: "2021", valor: 3, carga: null }]);
    expect(session.extracts()).toEqual([INCLUDED]);
  });

  it("loaded again takes its own place, on top", async () => {
    await session.load(load("a.csv", "acrescenta", [["2021", 4]]));
    await session.load(load("b.csv", "acrescenta", [["2021", 5]]));
    await session.load(load("a.csv", "acrescenta", [["2021", 2]]));
    expect(session.loads().map(({ fileName }) => fileName)).toEqual(["b.csv", "a.csv"]);
    expect(await acorizal()).toEqual([{ periodo: "2021", valor: 2, carga: "a.csv" }]);
  });
});

describe("a file that replaces an extract", () => {
  it("hides what was added before; taken back, it all shows again; what comes after it adds to it", async () => {
    await session.load(load("a.csv", "acrescenta", [["2021", 4]]));
    await session.load(load("tudo.csv", "substitui", [["2022", 1]]));
    expect(await count()).toBe(1);
    await session.load(load("b.csv", "acrescenta", [["2023", 5]]));
    expect(await acorizal()).toEqual([
      { periodo: "2022", valor: 1, carga: "tudo.csv" },
      { periodo: "2023", valor: 5, carga: "b.csv" },
    ]);
    expect(session.extracts()[0]).toEqual({
      id: "indicadores", linhas: 2, inicio: "2022", fim: "2023", demonstracao: false, origem: "tudo.csv e b.csv",
    });
    await session.remove("indicadores", "tudo.csv");
    expect(await acorizal()).toEqual([
      { periodo: "2021", valor: 4, carga: "a.csv" },
      { periodo: "2023", valor: 5, carga: "b.csv" },
    ]);
  });
});

describe("a load that is cancelled", () => {
  it("rejects with the reason, shows nothing of the file and leaves no table behind", async () => {
    await session.load(load("a.csv", "acrescenta", [["2021", 4]]));
    const controller = new AbortController();
    const pending = session.load(load("b.csv", "acrescenta", [["2021", 5]]), controller.signal);
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
    expect(await acorizal()).toEqual([{ periodo: "2021", valor: 4, carga: "a.csv" }]);
    expect(session.loads().map(({ fileName }) => fileName)).toEqual(["a.csv"]);
    expect(await userTables()).toHaveLength(1);
  });
});

const TABLES = defineQuery({
  name: "tabelas",
  sql: "SELECT table_name AS nome FROM information_schema.tables WHERE table_catalog IN ('memory', 'cargas') AND table_type = 'BASE TABLE'",
  params: () => [],
  row: { nome: texto },
});
const userTables = async (): Promise<readonly unknown[]> => (await session.ask(TABLES, null)).rows;

describe("a load that fails", () => {
  it("leaves what was loaded, and no table behind", async () => {
    await session.load(load("a.csv", "acrescenta", [["2021", 4]]));
    const bad = load("ruim.csv", "acrescenta", [["2021", 9]]);
    const broken = { ...bad, summary: { ...bad.summary, linhas: 7 } };
    await expect(session.load(broken)).rejects.toThrow("O arquivo ruim.csv não pôde ser carregado");
    expect(await acorizal()).toEqual([{ periodo: "2021", valor: 4, carga: "a.csv" }]);
    expect(await userTables()).toHaveLength(1);
  });

  it("the engine that dies comes back with every load in its order", async () => {
    await session.load(load("a.csv", "acrescenta", [["2021", 4]]));
    await session.load(load("b.csv", "acrescenta", [["2021", 5]]));
    workers.at(-1)?.break("out of memory");
    expect(await acorizal()).toEqual([{ periodo: "2021", valor: 5, carga: "b.csv" }]);
  });
});
