import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeDatabase, type DatabaseSources } from "../../../scripts/engine/write-database.ts";
import { EXTRACTS, type ExtractId } from "../../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../../src/data/contracts/index.ts";
import { logico, numero, texto } from "../../../src/data/queries/query.ts";
import { attachDatabase, disarmExtensions } from "../../../src/data/session/database.ts";
import { EngineError } from "../../../src/data/session/session.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { strippedEngine } from "../../data/bundled.ts";
import { ENGINES, openEngineInNode } from "../../data/engine-in-node.ts";

let dir = "";

beforeAll(async () => {
  await strippedEngine();
  dir = await mkdtemp(join(tmpdir(), "mirante-db-"));
});
afterAll(() => rm(dir, { recursive: true }));

/** Every extract with its header alone, but those given. */
async function sources(rows: Partial<Record<ExtractId, readonly string[]>>): Promise<DatabaseSources> {
  const csv: Record<ExtractId, string> = { municipios: "", indicadores: "", denuncias: "", andamentos: "", apoios: "", planos: "", servicos: "" };
  for (const id of EXTRACTS) {
    csv[id] = join(dir, `${id}.csv`);
    const header = CONTRACTS[id].columns.map(({ name }) => name).join(",");
    await writeFile(csv[id], [header, ...(rows[id] ?? []), ""].join("\n"));
  }
  return {
    csv,
    contracts: CONTRACTS,
    outFile: join(dir, "out.duckdb"),
    hash: "abc",
    demonstracao: { municipios: false, indicadores: false, denuncias: true, andamentos: true, apoios: true, planos: true, servicos: true },
  };
}

const DENUNCIA = "P1,2026-01-31,5100102,presencial,bpc,registrada,não,,,,,,,,,,,";

describe("writing the database", () => {
  it("types the rows by their contract, keeps blanks null, and says its hash and what is demonstration", async () => {
    await writeDatabase(
      await sources({
        municipios: ["5100102,\"D'Oeste, a \"\"bela\"\"\",,,,,-15.5,-56.25,,0,2022,"],
        denuncias: [DENUNCIA, DENUNCIA.replace("P1", "P2").replace("2026-01-31", "").replace("não", "")],
      }),
    );
    const engine = await openEngineInNode(ENGINES.enxuto);
    await disarmExtensions(engine, "http://localhost/ext");
    await attachDatabase(engine, new Uint8Array(await readFile(join(dir, "out.duckdb"))), "abc");

    const municipio = "SELECT nome, populacao, area_km2 IS NULL AS sem_area, sede_lat FROM municipio";
    expect(readRows(await engine.run(municipio), { nome: texto, populacao: numero, sem_area: logico, sede_lat: numero })).toEqual([
      { nome: 'D\'Oeste, a "bela"', populacao: 0, sem_area: true, sede_lat: -15.5 },
    ]);
    const denuncia = `SELECT protocolo, coalesce(CAST(data_registro AS VARCHAR), 'em branco') AS dia,
      coalesce(CAST(anonima AS VARCHAR), 'em branco') AS anonima FROM denuncia ORDER BY protocolo`;
    expect(readRows(await engine.run(denuncia), { protocolo: texto, dia: texto, anonima: texto })).toEqual([
      { protocolo: "P1", dia: "2026-01-31", anonima: "false" },
      { protocolo: "P2", dia: "em branco", anonima: "em branco" },
    ]);
    const meta = readRows(await engine.run("SELECT chave, valor FROM base.meta ORDER BY chave"), { chave: texto, valor: texto });
    expect(Object.fromEntries(meta.map(({ chave, valor }) => [chave, valor]))).toMatchObject({
      hash: "abc",
      "linhas.denuncias": "2",
      "linhas.apoios": "0",
      "demonstracao.denuncias": "true",
      "demonstracao.municipios": "false",
    });
  });

  it("the app refuses a file that is no database, or another edition's, each in its own words", async () => {
    await writeDatabase(await sources({}));
    const bytes = new Uint8Array(await readFile(join(dir, "out.duckdb")));
    const refusal = async (file: Uint8Array, hash: string): Promise<unknown> => {
      const engine = await openEngineInNode(ENGINES.enxuto);
      await disarmExtensions(engine, "http://localhost/ext");
      return attachDatabase(engine, file, hash).catch((error: unknown) => (error instanceof EngineError ? error.message : error));
    };
    const unreadable = "O arquivo de dados chegou, mas não pôde ser aberto.";
    for (const length of [0, 100, bytes.length / 3, bytes.length - 1]) {
      expect(await refusal(bytes.slice(0, length), "abc"), `${length} bytes`).toBe(unreadable);
    }
    expect(await refusal(bytes.map((byte, i) => (i < 4096 ? 0 : byte)), "abc")).toBe(unreadable);
    expect(await refusal(bytes, "xyz")).toBe("Os dados do motor e os da primeira tela são de edições diferentes.");
  });

  it.each([
    ["a date that does not exist", DENUNCIA.replace("2026-01-31", "2026-02-30")],
    ["a yes-or-no that is neither", DENUNCIA.replace("não", "talvez")],
    ["a missing cell", DENUNCIA.slice(0, -1)],
  ])("fails on %s and leaves the previous file", async (_, row) => {
    await writeDatabase(await sources({}));
    const before = await readFile(join(dir, "out.duckdb"));
    await expect(writeDatabase(await sources({ denuncias: [row] }))).rejects.toThrow();
    expect((await readFile(join(dir, "out.duckdb"))).equals(before)).toBe(true);
    expect(existsSync(join(dir, "out.duckdb.wal"))).toBe(false);
  });
});
