import { beforeAll, describe, expect, it } from "vitest";
import { CONTRACTS } from "../../../src/data/contracts/index.ts";
import { anulavel, numero, texto } from "../../../src/data/queries/query.ts";
import { attachDatabase, disarmExtensions, stageExtract } from "../../../src/data/session/database.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import type { CanonicalExtract } from "../../../src/data/session/session.ts";
import { bundledDatabase, strippedEngine } from "../bundled.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

const COLUNAS = CONTRACTS.apoios.columns.map(({ name }) => name);
const ANTES = COLUNAS.slice(0, COLUNAS.indexOf("situacao"));
const LINHA = 'E1,5103403,2026-11-03,encontro,saas,"um, dois",presencial,solicitado-municipio,,7';

const load = (header: readonly string[], lines: readonly string[]): CanonicalExtract => ({
  id: "apoios",
  fileName: "apoios.csv",
  csv: [new TextEncoder().encode([header.join(","), ...lines, ""].join("\n"))],
  summary: { id: "apoios", linhas: lines.length, inicio: null, fim: null, demonstracao: false, origem: "apoios.csv" },
  modo: "substitui",
  carga: { id: "a", arquivo: "apoios.csv", sha256: "a", titulo: "Apoio", fonte: null, inicio: null, fim: null, carregadaEm: "2026-11-22T12:00:00Z" },
});

let engine: Engine;
let serial = 0;

beforeAll(async () => {
  await strippedEngine();
  const { bytes, hash } = await bundledDatabase();
  engine = await openEngineInNode(ENGINES.enxuto);
  await disarmExtensions(engine, "http://localhost/ext");
  await attachDatabase(engine, bytes, hash);
}, 60_000);

const stage = (extract: CanonicalExtract): Promise<string> => stageExtract(engine, extract, (serial += 1));

describe("a load kept before its contract got its last column", () => {
  it("is read as it was, and the column is missing, not something", async () => {
    const table = await stage(load(ANTES, [LINHA, LINHA.replace("E1", "E2")]));
    expect(readRows(await engine.run(`SELECT apoio, tema, participantes, situacao FROM ${table} ORDER BY apoio`), { apoio: texto, tema: texto, participantes: numero, situacao: anulavel(texto) })).toEqual([
      { apoio: "E1", tema: "um, dois", participantes: 7, situacao: null },
      { apoio: "E2", tema: "um, dois", participantes: 7, situacao: null },
    ]);
  });

  it("is read in every block of a large one", async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => LINHA.replace("E1", `E${String(i)}`));
    const table = await stage(load(ANTES, lines));
    expect(readRows(await engine.run(`SELECT count(*) AS n, count(situacao) AS ditas FROM ${table}`), { n: numero, ditas: numero })).toEqual([{ n: 60_000, ditas: 0 }]);
  });

  it("is refused where its columns are others, and where a row lacks a cell", async () => {
    await expect(stage(load(ANTES.with(2, "dia"), [LINHA]))).rejects.toThrow();
    await expect(stage(load(COLUNAS, [LINHA]))).rejects.toThrow();
  });
});
