import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareEngine } from "../../scripts/engine/strip-exports.ts";
import { writeDatabase } from "../../scripts/engine/write-database.ts";
import { databaseSources } from "../../scripts/extracts/database.ts";
import { readTerritory } from "../../scripts/extracts/territory.ts";
import type { Query, RowContract, RowOf } from "../../src/data/queries/query.ts";
import { attachDatabase, disarmExtensions } from "../../src/data/session/database.ts";
import type { Engine } from "../../src/data/session/engine.ts";
import { readRows } from "../../src/data/session/read-rows.ts";
import { ENGINES, openEngineInNode } from "./engine-in-node.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * The database the app serves, or one written here from the same files where
 * nothing was built yet; and the hash it carries.
 */
export async function bundledDatabase(): Promise<{ readonly bytes: Uint8Array; readonly hash: string }> {
  const built = join(ROOT, ".generated/mirante.duckdb");
  const snapshot = join(ROOT, ".generated/snapshot.json");
  if (existsSync(built) && existsSync(snapshot)) {
    const { hash } = JSON.parse(await readFile(snapshot, "utf8")) as { readonly hash: string };
    return { bytes: new Uint8Array(await readFile(built)), hash };
  }
  const scratch = await mkdtemp(join(tmpdir(), "mirante-"));
  try {
    const outFile = join(scratch, "mirante.duckdb");
    const hash = "escrito-pelo-teste";
    await writeDatabase(await databaseSources(await readTerritory(join(ROOT, "data")), scratch, outFile, hash));
    return { bytes: new Uint8Array(await readFile(outFile)), hash };
  } finally {
    await rm(scratch, { recursive: true });
  }
}

/** Makes sure the stripped engine is there. */
export async function strippedEngine(): Promise<void> {
  await mkdir(join(ROOT, ".generated/engine"), { recursive: true });
  await prepareEngine();
}

/** The engine the app serves, in this process, with the bundled database attached as the page attaches it. */
export async function bundledEngine(): Promise<Engine> {
  await strippedEngine();
  const engine = await openEngineInNode(ENGINES.enxuto);
  const { bytes, hash } = await bundledDatabase();
  await disarmExtensions(engine, "http://localhost/ext");
  await attachDatabase(engine, bytes, hash);
  return engine;
}

/** Runs a question on an engine and reads its rows. */
export async function askEngine<P, C extends RowContract>(engine: Engine, query: Query<P, C>, params: P): Promise<readonly RowOf<C>[]> {
  return readRows(await engine.ask(query.sql, query.params(params)), query.row);
}
