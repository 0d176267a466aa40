import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDatabase } from "../../scripts/engine/write-database.ts";
import { readCsv } from "../../scripts/extracts/csv.ts";
import { databaseSources } from "../../scripts/extracts/database.ts";
import { publish, publishedName } from "../../scripts/extracts/publish.ts";
import { readTerritory } from "../../scripts/extracts/territory.ts";
import { EXTRACTS, type Column, type ExtractId } from "../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { dataPath } from "./folder.ts";

const folder = await readTerritory(dataPath(""));
let dir = "";
let instance: DuckDBInstance;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "mirante-published-"));
  const database = join(dir, "base.duckdb");
  await writeDatabase(await databaseSources(folder, dir, database, "abc"));
  await publish(folder, dataPath(""), join(dir, "publico"));
  instance = await DuckDBInstance.create(database, { access_mode: "READ_ONLY" });
});

afterAll(async () => {
  instance.closeSync();
  await rm(dir, { recursive: true, force: true });
});

/** What the engine says of a cell, in the spelling of the CSV. */
function engineText(column: Column): string {
  if (column.type === "sim-nao") return `CASE "${column.name}" WHEN true THEN 'sim' WHEN false THEN 'não' END`;
  return `CAST("${column.name}" AS VARCHAR)`;
}

async function rowsInDatabase(id: ExtractId): Promise<string[]> {
  const { table, columns } = CONTRACTS[id];
  const connection = await instance.connect();
  try {
    const reader = await connection.runAndReadAll(`SELECT ${columns.map(engineText).join(", ")} FROM "${table}"`);
    return reader
      .getRows()
      .map((row) => columns.map((column, i) => canonical(column, row[i] === null ? "" : String(row[i]))).join("\u001f"))
      .sort();
  } finally {
    connection.closeSync();
  }
}

async function rowsInCsv(id: ExtractId): Promise<string[]> {
  const name = publishedName(id, folder.extratos[id].demonstracao);
  const { columns } = CONTRACTS[id];
  const { rows } = readCsv(await readFile(join(dir, "publico", name), "utf8"), name);
  return rows.map((row) => columns.map((column) => canonical(column, row[column.name] ?? "")).join("\u001f")).sort();
}

/** Numbers compare as numbers ("3" and "3.0" are one figure); everything else as text. */
function canonical(column: Column, text: string): string {
  return text !== "" && column.type === "decimal" ? String(Number(text)) : text;
}

describe("the published files", () => {
  it.each(EXTRACTS)("hold row for row what the engine's database holds: %s", async (id) => {
    const inCsv = await rowsInCsv(id);
    expect(inCsv.length).toBeGreaterThan(100);
    expect(await rowsInDatabase(id)).toEqual(inCsv);
  });

  it("are the extracts, the dictionary, the catalogue, the sources and a note", async () => {
    expect((await readdir(join(dir, "publico"))).sort()).toEqual([
      "LEIA-ME.txt",
      "catalogo.json",
      "demonstracao-andamentos.csv",
      "demonstracao-apoios.csv",
      "demonstracao-denuncias.csv",
      "demonstracao-planos.csv",
      "demonstracao-servicos.csv",
      "dicionario.csv",
      "fontes.json",
      "indicadores.csv",
      "municipios.csv",
    ]);
  });

  it("say in the note which ones are a demonstration", async () => {
    const note = await readFile(join(dir, "publico", "LEIA-ME.txt"), "utf8");
    const marked = note.split("\n").filter((line) => line.includes("DADOS DE DEMONSTRAÇÃO"));
    expect(marked.map((line) => line.slice(2, line.indexOf(":")))).toEqual([
      "demonstracao-denuncias.csv",
      "demonstracao-andamentos.csv",
      "demonstracao-apoios.csv",
      "demonstracao-planos.csv",
      "demonstracao-servicos.csv",
    ]);
  });
});
