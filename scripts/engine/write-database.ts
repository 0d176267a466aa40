import { rm, rename, stat } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { EXTRACTS, type Contract, type ExtractId } from "../../src/data/contracts/contract.ts";
import { identifier, literal, readCsvSql } from "../../src/data/session/csv-sql.ts";

export interface DatabaseSources {
  /** Canonical CSV of each extract (contract columns, UTF-8, comma, ISO dates). */
  readonly csv: Readonly<Record<ExtractId, string>>;
  readonly contracts: Readonly<Record<ExtractId, Contract>>;
  readonly outFile: string;
  /** Hash of the inputs; the app refuses a database whose hash is not its snapshot's. */
  readonly hash: string;
  readonly demonstracao: Readonly<Record<ExtractId, boolean>>;
}

/** Row order on disk: what queries filter by first, so that zone maps skip blocks. */
const ORDER: Readonly<Record<ExtractId, readonly string[]>> = {
  municipios: ["codigo"],
  indicadores: ["indicador", "periodo", "codigo"],
  denuncias: ["data_registro", "codigo_ibge", "protocolo"],
  andamentos: ["protocolo", "data"],
  apoios: ["data", "codigo_ibge", "apoio"],
  planos: ["codigo_ibge", "plano", "acao"],
  servicos: ["servico", "ano", "codigo_ibge"],
};

/**
 * Writes the read-only database the browser attaches: one table an extract,
 * typed by its contract, and `meta(chave, valor)`. The file is replaced whole or
 * not at all. Throws when a CSV does not fit its contract.
 */
export async function writeDatabase(sources: DatabaseSources): Promise<void> {
  const partial = `${sources.outFile}.partial`;
  await Promise.all([partial, `${partial}.wal`].map((path) => rm(path, { force: true })));

  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    // wasm 1.32.0 (DuckDB 1.4.3) does not open newer storage versions.
    await connection.run(`ATTACH ${literal(partial)} AS base (STORAGE_VERSION 'v1.4.0')`);
    await connection.run("CREATE TABLE base.meta (chave VARCHAR, valor VARCHAR)");
    await connection.run("INSERT INTO base.meta VALUES ('hash', $1)", [sources.hash]);
    for (const id of EXTRACTS) {
      const contract = sources.contracts[id];
      const table = `base.${identifier(contract.table)}`;
      const order = ORDER[id].map(identifier).join(", ");
      await connection.run(
        `CREATE TABLE ${table} AS FROM (${readCsvSql(contract, sources.csv[id], true)}) ORDER BY ${order}`,
      );
      await connection.run(
        `INSERT INTO base.meta SELECT 'linhas.' || $1, count(*)::VARCHAR FROM ${table}`,
        [id],
      );
      await connection.run("INSERT INTO base.meta VALUES ('demonstracao.' || $1, $2)", [
        id,
        String(sources.demonstracao[id]),
      ]);
    }
    await connection.run("CHECKPOINT base");
    await connection.run("DETACH base");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  await stat(partial);
  await rename(partial, sources.outFile);
}
