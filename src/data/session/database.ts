import { CONTRACTS } from "../contracts/index.ts";
import { EXTRACTS, type Contract } from "../contracts/contract.ts";
import { numero, texto } from "../queries/query.ts";
import { recordBlocks } from "./csv-pieces.ts";
import { identifier, literal, readCsvSql } from "./csv-sql.ts";
import { requireWholeDatabase } from "./database-file.ts";
import type { Engine } from "./engine.ts";
import { detailOf, otherEdition, unreadableDatabase } from "./failures.ts";
import { readRows } from "./read-rows.ts";
import { EngineError, type CanonicalExtract } from "./session.ts";

const DATABASE_FILE = "mirante.duckdb";

/** The one name an extract is read under: the only file a locked engine opens besides its own database. */
const LOAD_FILE = "carga.csv";

/** What is copied and read without a pause. */
const BLOCK_BYTES = 2 * 1024 * 1024;

const LINE_FEED = 0x0a;

/** Where tables of the user's live: in memory, compressed as they are written, so that the engine never holds them at full size. */
const LOADS = "cargas";

/**
 * Cheap questions of the shapes the pages ask: the first of each kind pays for
 * the engine's lazy compilation and for unpacking the column it reads.
 */
export const WARM_UP: readonly string[] = [
  "SELECT indicador, count(*), median(valor) FROM indicador_valor GROUP BY ALL",
  "SELECT strftime(data_registro, '%Y-%m') AS mes, canal, count(*) FROM denuncia GROUP BY ALL",
  "SELECT codigo_ibge, max(data)::VARCHAR FROM apoio WHERE modalidade = 'presencial' GROUP BY ALL",
];

/**
 * Keeps the engine from looking for extensions on the network. Left alone, a
 * query that wants one makes a synchronous request to a third party, and a few
 * failures of that kind kill the engine. The address must answer 404.
 */
export async function disarmExtensions(engine: Engine, extensionsUrl: string): Promise<void> {
  await engine.run(`SET custom_extension_repository=${literal(extensionsUrl)}`);
  await engine.run("SET autoinstall_known_extensions=false");
  await engine.run("SET autoload_known_extensions=false");
}

/**
 * Closes the engine: from here on it opens no address, no file and no extension
 * but the attached database and `LOAD_FILE`, and no statement opens it again. Runs
 * after `attachDatabase` and before any of the user's data are read.
 */
export async function lockEngine(engine: Engine): Promise<void> {
  await engine.run(`SET allowed_paths=[${literal(LOAD_FILE)}]`);
  await engine.run("SET enable_external_access=false");
  await engine.run("SET lock_configuration=true");
}

/**
 * Attaches the bundled database read-only and makes the extract views over it.
 * Throws `EngineError` when it cannot be opened or its hash is another.
 */
export async function attachDatabase(engine: Engine, bytes: Uint8Array, hash: string): Promise<void> {
  try {
    requireWholeDatabase(bytes);
    await engine.register(DATABASE_FILE, bytes);
    await engine.run(`ATTACH ${literal(DATABASE_FILE)} AS base (READ_ONLY)`);
    const meta = readRows(await engine.run("SELECT valor FROM base.meta WHERE chave = 'hash'"), {
      valor: texto,
    });
    const found = meta[0]?.valor ?? "none";
    if (found !== hash) throw otherEdition(hash, found);
    for (const id of EXTRACTS) await pointView(engine, CONTRACTS[id], bundledTable(CONTRACTS[id]));
    await engine.run(`ATTACH ':memory:' AS ${LOADS} (COMPRESS)`);
  } catch (error) {
    throw error instanceof EngineError ? error : unreadableDatabase(detailOf(error));
  }
}

/**
 * Reads a user's extract into a table of its own and checks its row count; the
 * extract in use is not touched. Returns the new table's name. One at a time:
 * `LOAD_FILE` holds one block of one extract. The engine is never given the whole:
 * it would hold the text three times over beside the table. On failure, or when
 * `signal` aborts between two blocks, no table is left.
 */
export async function stageExtract(
  engine: Engine,
  extract: CanonicalExtract,
  serial: number,
  signal?: AbortSignal,
): Promise<string> {
  const contract = CONTRACTS[extract.id];
  const table = loadTable("carga", contract, serial);
  let isMade = false;
  let present = contract.columns.length;
  try {
    for (const block of recordBlocks(extract.csv, BLOCK_BYTES)) {
      signal?.throwIfAborted();
      // Read before it is registered: the engine's worker takes the block away.
      if (!isMade) present = columnsIn(block, contract);
      await engine.register(LOAD_FILE, block);
      try {
        const rows = readCsvSql(contract, LOAD_FILE, !isMade, present);
        await engine.run(isMade ? `INSERT INTO ${table} ${rows}` : `CREATE TABLE ${table} AS ${rows}`);
        isMade = true;
      } finally {
        await engine.drop(LOAD_FILE);
      }
    }
    await packLoads(engine);
    const [counted] = readRows(await engine.run(`SELECT count(*) AS linhas FROM ${table}`), {
      linhas: numero,
    });
    if (counted?.linhas !== extract.summary.linhas) {
      throw new RangeError(`expected ${extract.summary.linhas} rows, the engine read ${counted?.linhas}`);
    }
  } catch (error) {
    if (isMade) await dropTable(engine, table);
    throw error;
  }
  return table;
}

/** How many columns a canonical CSV has: fewer than its contract when it was kept before the contract got its last ones. */
function columnsIn(firstBlock: Uint8Array, { columns }: Contract): number {
  const names = new TextDecoder().decode(firstBlock.subarray(0, firstBlock.indexOf(LINE_FEED))).split(",");
  return names.length < columns.length && names.every((name, i) => columns[i]?.name === name) ? names.length : columns.length;
}

/** Name of a table of the user's, of which no other has the serial. */
export function loadTable(kind: "carga" | "junto", contract: Contract, serial: number): string {
  return `${LOADS}.main.${identifier(`${kind}_${contract.table}_${String(serial)}`)}`;
}

/** Compresses what was written to the user's tables since the last time. */
export async function packLoads(engine: Engine): Promise<void> {
  await engine.run(`CHECKPOINT ${LOADS}`);
}

/** Makes the extract's view show another table, in one statement. */
export async function pointView(engine: Engine, contract: Contract, table: string): Promise<void> {
  const columns = contract.columns.map((column) => identifier(column.name)).join(", ");
  await engine.run(
    `CREATE OR REPLACE VIEW ${identifier(contract.table)} AS SELECT ${columns} FROM ${table}`,
  );
}

export async function dropTable(engine: Engine, table: string): Promise<void> {
  await engine.run(`DROP TABLE ${table}`);
}

export function bundledTable(contract: Contract): string {
  return `base.main.${identifier(contract.table)}`;
}
