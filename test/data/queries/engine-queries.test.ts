import { beforeAll, describe, expect, it } from "vitest";
import { QUERIES, queriesIn, type AnyQuery } from "../../../src/data/queries/index.ts";
import { defineQuery, numero, texto } from "../../../src/data/queries/query.ts";
import { attachDatabase, disarmExtensions, WARM_UP } from "../../../src/data/session/database.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { bundledDatabase, strippedEngine } from "../bundled.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";
import { samplesOf } from "./samples.ts";

const NO_EXTENSIONS = "http://localhost/ext";

async function openBundled(wasm: string): Promise<Engine> {
  const engine = await openEngineInNode(wasm);
  const { bytes, hash } = await bundledDatabase();
  await disarmExtensions(engine, NO_EXTENSIONS);
  await attachDatabase(engine, bytes, hash);
  return engine;
}

async function answersTo(query: AnyQuery, engine: Engine): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (const params of samplesOf(query)) {
    answers.push(readRows(await engine.ask(query.sql, query.params(params)), query.row));
  }
  return answers;
}

let full: Engine;
let stripped: Engine;

beforeAll(async () => {
  await strippedEngine();
  full = await openBundled(ENGINES.completo);
  stripped = await openBundled(ENGINES.enxuto);
}, 60_000);

describe("the questions on the engine itself", () => {
  it("the list holds every query of every file of the folder, each name once", () => {
    const files = import.meta.glob<Record<string, unknown>>("../../../src/data/queries/*.ts", { eager: true });
    const inFiles = Object.entries(files)
      .filter(([path]) => !path.endsWith("/index.ts"))
      .flatMap(([, exports]) => queriesIn(exports))
      .map((query) => query.name);
    expect(inFiles.length).toBeGreaterThan(10);
    expect(new Set(inFiles).size).toBe(inFiles.length);
    expect(QUERIES.map((query) => query.name).toSorted()).toEqual(inFiles.toSorted());
  });

  it.each(QUERIES.map((query) => [query.name, query] as const))(
    "%s fits its row contract, and the stripped engine answers it as the full one does",
    async (_, query) => {
      const expected = await answersTo(query, full);
      expect(await answersTo(query, stripped)).toEqual(expected);
    },
  );

  it.each(QUERIES.map((query) => [query.name, query] as const))(
    "%s answers something about the bundled data when nothing is filtered",
    async (_, query) => {
      const [everything] = await answersTo(query, stripped);
      expect(everything).not.toHaveLength(0);
    },
  );

  it("the warm-up questions name columns that exist", async () => {
    for (const sql of WARM_UP) expect((await stripped.run(sql)).numRows).toBeGreaterThan(0);
  });
});

describe("the check of the questions", () => {
  it("fails on a column that was renamed", async () => {
    const renamed = defineQuery({
      name: "coluna-renomeada",
      sql: "SELECT nome_do_lugar AS nome FROM municipio",
      params: () => [],
      row: { nome: texto },
    });
    await expect(stripped.ask(renamed.sql, renamed.params({}))).rejects.toThrow(/nome_do_lugar/);
  });

  it("fails on a row contract that names another column or another type", async () => {
    const table = await stripped.run("SELECT nome FROM municipio LIMIT 1");
    expect(() => readRows(table, { nome: texto, porte: texto })).toThrow(/\[nome\].*\[nome, porte\]/);
    expect(() => readRows(table, {})).toThrow(/columns \[nome\]/);
    expect(() => readRows(table, { nome: numero })).toThrow(/column nome, row 1: expected a finite number/);
  });
});
