import { createServer, type Server } from "node:http";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Carga } from "../../../src/core/carga.ts";
import { defineQuery, numero, texto } from "../../../src/data/queries/query.ts";
import { createSession } from "../../../src/data/session/create-session.ts";
import { readColumns } from "../../../src/data/session/read-columns.ts";
import { EngineError, type CanonicalExtract, type Session } from "../../../src/data/session/session.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { bundledDatabase, strippedEngine } from "../bundled.ts";
import { ENGINES } from "../engine-in-node.ts";
import { AbsentWorker, NodeWorker } from "./node-worker.ts";

const contarMunicipios = defineQuery({
  name: "contar-municipios",
  sql: "SELECT count(*) AS n, min(nome) AS primeiro FROM municipio",
  params: () => [],
  row: { n: numero, primeiro: texto },
});

const INCLUDED: ExtractSummary = {
  id: "municipios",
  linhas: 142,
  inicio: null,
  fim: null,
  demonstracao: false,
  origem: "incluído no aplicativo",
};

const HEADER =
  "codigo,nome,regiao_imediata_codigo,regiao_imediata,regiao_intermediaria_codigo,regiao_intermediaria,sede_lat,sede_lon,area_km2,populacao,ano_censo,porte";

function extract(lines: readonly string[], linhas = lines.length): CanonicalExtract {
  return {
    id: "municipios",
    fileName: "meus.csv",
    csv: [new TextEncoder().encode([HEADER, ...lines, ""].join("\n"))],
    summary: { ...INCLUDED, linhas, origem: "meus.csv" },
    modo: "substitui",
    carga: carga("meus.csv", String(linhas) + lines.join()),
  };
}

function carga(arquivo: string, id: string): Carga {
  return { id, arquivo, sha256: id, titulo: "Teste", fonte: null, inicio: null, fim: null, carregadaEm: "2026-11-22T12:00:00Z" };
}

const TWO = extract([
  '5100001,"Alfa, a primeira",,,,,,,,,,',
  "5100002,Beta,510001,Cuiabá,5101,Cuiabá,-15.5,-56.25,10.5,1000,2022,pequeno-1",
]);

let server: Server;
let address = "";
let failuresLeft = 0;
let hash = "";
let workers: NodeWorker[] = [];

beforeAll(async () => {
  await strippedEngine();
  const database = await bundledDatabase();
  hash = database.hash;
  server = createServer((_, response) => {
    if (failuresLeft > 0) {
      failuresLeft -= 1;
      response.writeHead(503).end();
    } else response.end(database.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const bound = server.address();
  address = `http://localhost:${typeof bound === "object" && bound !== null ? bound.port : 0}/`;
});

afterAll(() => {
  server.close();
});

beforeEach(() => {
  failuresLeft = 0;
  workers = [];
});

afterEach(() => {
  for (const worker of workers) worker.terminate();
});

function open(options: { readonly hash?: string; readonly absentFirst?: boolean } = {}): Session {
  let absent = options.absentFirst === true;
  return createSession({
    wasmUrl: pathToFileURL(ENGINES.enxuto).href,
    workerUrl: "worker.js",
    databaseUrl: "mirante.duckdb",
    snapshot: { hash: options.hash ?? hash, extratos: [INCLUDED] },
    workerViaBlob: false,
    baseUrl: address,
    spawn: () => {
      if (absent) {
        absent = false;
        return new AbsentWorker() as unknown as Worker;
      }
      const worker = new NodeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
  });
}

async function failureOf(promise: Promise<unknown>): Promise<EngineError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

describe("starting", () => {
  it("fetches nothing and runs nothing before it is asked to", async () => {
    const session = open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(session.phase()).toEqual({ phase: "idle" });
    expect(workers).toHaveLength(0);
  });

  it("two callers share one worker, and phases go from download to ready", async () => {
    const session = open();
    const phases: string[] = [];
    session.subscribe(() => phases.push(session.phase().phase));
    const [answer] = await Promise.all([session.ask(contarMunicipios, null), session.start(), session.start()]);
    expect(answer.rows).toEqual([{ n: 142, primeiro: "Acorizal" }]);
    expect(workers).toHaveLength(1);
    expect(phases[0]).toBe("downloading");
    expect(phases.at(-1)).toBe("ready");
  });

  it("forgets that the database did not arrive: the next start works", async () => {
    failuresLeft = 1;
    const session = open();
    const error = await failureOf(session.start());
    expect(error.message).toBe("O arquivo de dados não chegou inteiro a este computador.");
    expect(error.whatToDo).toBe("Confira a conexão e tente de novo.");
    expect(error.detail).toContain("503");
    expect(session.phase()).toEqual({ phase: "failed", error });

    await session.start();
    expect(session.phase().phase).toBe("ready");
    expect((await session.ask(contarMunicipios, null)).rows[0]?.n).toBe(142);
  });

  it("forgets that the worker's script did not arrive: the next start works", async () => {
    const session = open({ absentFirst: true });
    const error = await failureOf(session.start());
    expect(error.message).toBe("O programa do motor de dados não chegou inteiro a este computador.");
    await session.start();
    expect(session.phase().phase).toBe("ready");
  });

  it("refuses a database of another edition than the first screen's", async () => {
    const error = await failureOf(open({ hash: "another" }).start());
    expect(error.message).toBe("Os dados do motor e os da primeira tela são de edições diferentes.");
    expect(error.whatToDo).toContain("Recarregue a página");
  });
});

describe("a worker that dies", () => {
  it("settles what was pending, and the next question runs on a new worker with the user's extract", async () => {
    const session = open();
    await session.load(TWO);
    const endless = defineQuery({
      name: "sem-fim",
      sql: "SELECT count(*) AS n FROM range(100000000) a, range(100000000) b WHERE a.range + b.range = -1",
      params: () => [],
      row: { n: numero },
    });
    const pending = session.ask(endless, null);
    const behind = session.ask(contarMunicipios, null);
    setTimeout(() => workers[0]?.break("out of memory"), 100);
    const error = await failureOf(pending);
    expect(await failureOf(behind)).toBe(error);
    expect(error.message).toBe("O motor de dados parou de responder.");
    expect(error.detail).toBe("out of memory");
    expect(session.phase()).toEqual({ phase: "failed", error });

    const answer = await session.ask(contarMunicipios, null);
    expect(answer.rows).toEqual([{ n: 2, primeiro: "Alfa, a primeira" }]);
    expect(workers).toHaveLength(2);
    expect(session.phase().phase).toBe("ready");
  });
});

describe("an engine that trapped", () => {
  it("is put away, since every later call would fail too: the next question runs on a new worker", async () => {
    const session = open();
    await session.start();
    workers[0]?.trapNext();
    const error = await failureOf(session.ask(contarMunicipios, null));
    expect(error.message).toBe("O motor de dados parou de responder.");
    expect(error.detail).toContain("memory access out of bounds");
    expect(session.phase().phase).toBe("failed");
    expect((await session.ask(contarMunicipios, null)).rows[0]?.n).toBe(142);
    expect(workers).toHaveLength(2);
  });
});

/** One engine for all the questions below, with the bundled extract shown again before each. */
let session: Session;
let sessionWorkers: readonly NodeWorker[] = [];
let versionBefore = 0;

beforeAll(async () => {
  session = open();
  await session.start();
  sessionWorkers = workers;
  workers = [];
});

beforeEach(async () => {
  await session.restore("municipios");
  versionBefore = session.version();
});

afterAll(() => {
  for (const worker of sessionWorkers) worker.terminate();
});

describe("loading an extract", () => {
  it("replaces the bundled rows, raises the version and is undone by restore", async () => {
    const before = await session.ask(contarMunicipios, null);
    expect(before.version).toBe(versionBefore);

    await session.load(TWO);
    expect(session.version()).toBe(versionBefore + 1);
    expect(session.extracts()).toEqual([TWO.summary]);
    const loaded = await session.ask(contarMunicipios, null);
    expect(loaded.rows).toEqual([{ n: 2, primeiro: "Alfa, a primeira" }]);
    expect(loaded.version).toBe(versionBefore + 1);

    await session.restore("municipios");
    expect(session.version()).toBe(versionBefore + 2);
    expect(session.extracts()).toEqual([INCLUDED]);
    expect((await session.ask(contarMunicipios, null)).rows[0]?.n).toBe(142);
  });

  it("reads a blank cell as null and never as zero", async () => {
    await session.load(TWO);
    const populacao = defineQuery({
      name: "populacoes",
      sql: "SELECT count(*) AS linhas, count(populacao) AS com_populacao, CAST(sum(populacao) AS DOUBLE) AS soma FROM municipio",
      params: () => [],
      row: { linhas: numero, com_populacao: numero, soma: numero },
    });
    expect((await session.ask(populacao, null)).rows).toEqual([{ linhas: 2, com_populacao: 1, soma: 1000 }]);
  });

  it("leaves everything as it was on a file that does not fit", async () => {
    await session.load(TWO);
    const bad = {
      "a cell of another type": extract(["5100001,Alfa,,,,,,,,muitos,,"]),
      "fewer rows than announced": extract(["5100001,Alfa,,,,,,,,,,"], 2),
      "a row with too few cells": extract(["5100001,Alfa"]),
    };
    for (const [what, file] of Object.entries(bad)) {
      const error = await failureOf(session.load(file));
      expect(error.message, what).toBe(
        "O arquivo meus.csv não pôde ser carregado; o que já estava carregado continua em uso.",
      );
      expect(session.version(), what).toBe(versionBefore + 1);
      expect(session.extracts(), what).toEqual([TWO.summary]);
      expect((await session.ask(contarMunicipios, null)).rows[0]?.n, what).toBe(2);
    }
  });

  it("a question that was planned before a load answers on the new rows after it", async () => {
    await session.ask(contarMunicipios, null);
    await session.load(TWO);
    await session.load(extract(["5100003,Gama,,,,,,,,,,"]));
    expect((await session.ask(contarMunicipios, null)).rows).toEqual([{ n: 1, primeiro: "Gama" }]);
  });
});

describe("asking", () => {
  it("a question the engine refuses names the question, and the engine goes on", async () => {
    const broken = defineQuery({
      name: "pergunta-quebrada",
      sql: "SELECT coluna_que_falta AS n FROM municipio",
      params: () => [],
      row: { n: numero },
    });
    const error = await failureOf(session.ask(broken, null));
    expect(error.detail).toMatch(/^pergunta-quebrada: .*coluna_que_falta/s);
    expect(session.phase().phase).toBe("ready");
    expect((await session.ask(contarMunicipios, null)).rows[0]?.n).toBe(142);
  });

  it("answers in columns that can be given away, with the version they are of, and names a question the engine refuses", async () => {
    const session = open();
    const codigos = defineQuery({
      name: "codigos",
      sql: "SELECT codigo FROM municipio WHERE codigo > $1 ORDER BY codigo",
      params: (p: { readonly acima: number }) => [p.acima],
      row: { codigo: numero },
    });
    await session.load(TWO);
    const { bytes, version, params } = await session.askColumns(codigos, { acima: 5100001 });
    expect(version).toBe(session.version());
    expect(params).toEqual({ acima: 5100001 });
    expect([...readColumns(structuredClone(bytes, { transfer: [bytes.buffer] }), codigos.row).int32("codigo")]).toEqual([5100002]);
    const error = await failureOf(session.askColumns({ ...codigos, name: "codigos-errados", sql: "SELECT codigos FROM municipio" }, { acima: 1 }));
    expect(error.detail).toContain("codigos-errados: ");
    expect((await session.ask(contarMunicipios, null)).rows[0]?.n).toBe(2);
  });

  it("binds values, so that a quote in one stays text", async () => {
    const eco = defineQuery({
      name: "eco",
      sql: "SELECT $1 AS texto, CAST($2 AS DOUBLE) AS valor",
      params: (p: { readonly texto: string; readonly valor: number }) => [p.texto, p.valor],
      row: { texto, valor: numero },
    });
    const params = { texto: "Mirassol d'Oeste; DROP VIEW municipio --", valor: -0.1 };
    const answer = await session.ask(eco, params);
    expect(answer.rows).toEqual([params]);
    expect(answer.params).toBe(params);
    expect((await failureOf(session.ask(eco, { texto: "", valor: Number.NaN }))).detail).toContain("finite");
  });
});
