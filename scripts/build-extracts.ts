/**
 * Builds what the app serves from a territory's folder: the first-paint snapshot,
 * the map's geometry, the engine's database and the CSV files for people.
 *
 *   tsx scripts/build-extracts.ts [--territorio data] [--out .generated]
 *     [--publico public/dados] [--malha FILE_OR_ADDRESS] [--force]
 *
 * Does nothing when neither the inputs nor the code that reads them changed.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { writeDatabase } from "./engine/write-database.ts";
import { COMPLAINTS_FILE, writeComplaints } from "./extracts/complaints.ts";
import { databaseSources } from "./extracts/database.ts";
import { hashPaths } from "./extracts/hash.ts";
import { writeManifest } from "./extracts/manifest.ts";
import { PLACE_INPUTS, writePlaces } from "./extracts/places.ts";
import { writeRules } from "./extracts/quality.ts";
import { publish } from "./extracts/publish.ts";
import { buildSnapshot, readMunicipios } from "./extracts/snapshot.ts";
import { SUPPORT_FILE, writeSupport } from "./extracts/support.ts";
import { readTerritory } from "./extracts/territory.ts";
import { VISITS_FILE, writeVisits } from "./extracts/visits.ts";
import { buildMesh } from "./mesh/build-mesh.ts";
import { parseSnapshot } from "../src/data/snapshot/parse.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CODE = [
  "package-lock.json",
  "scripts/build-extracts.ts",
  "scripts/demo",
  "scripts/engine/write-database.ts",
  "scripts/extracts",
  "scripts/mesh",
  "src/core",
  "src/data/apoio/pacto.ts",
  "src/data/apoio/pacto-schema.ts",
  "src/data/contracts",
  "src/data/denuncias/padrao.ts",
  "src/data/denuncias/padrao-schema.ts",
  "src/data/metodo",
  "src/data/places",
  "src/data/qualidade",
  "src/data/refresh",
  "src/data/store",
  "src/data/queries/prioridades-colunas.ts",
  "src/data/session/csv-sql.ts",
  "src/data/snapshot",
  "src/data/visitas/padrao.ts",
  "src/data/visitas/parse.ts",
  "src/data/visitas/schema.ts",
];
const INPUTS = ["territorio.json", "metodo.json", "fontes.json", "catalogo.json", "municipios.csv", "indicadores.csv", "demonstracao", "qualidade", VISITS_FILE, COMPLAINTS_FILE, SUPPORT_FILE];
const MAX_SNAPSHOT_BYTES = 100 * 1024;

const { values: options } = parseArgs({
  options: {
    territorio: { type: "string", default: join(ROOT, "data") },
    out: { type: "string", default: join(ROOT, ".generated") },
    publico: { type: "string", default: join(ROOT, "public", "dados") },
    malha: { type: "string" },
    force: { type: "boolean", default: false },
  },
});

const dir = resolve(options.territorio);
const out = resolve(options.out);
const outputs = {
  snapshot: join(out, "snapshot.json"),
  topology: join(out, "malha.topo.json"),
  database: join(out, "mirante.duckdb"),
  places: join(out, "lugares.json"),
  rules: join(out, "qualidade.json"),
  visits: join(out, "visitas.json"),
  complaints: join(out, "denuncias.json"),
  support: join(out, "apoio.json"),
  stamp: join(out, "extracts.stamp"),
};

const hash = hashPaths(dir, INPUTS);
const stamp = [hash, hashPaths(ROOT, CODE), hashPaths(join(ROOT, "data"), PLACE_INPUTS), dir, options.malha ?? "", resolve(options.publico)].join("\n");
const isFresh =
  !options.force &&
  Object.values(outputs).every((path) => existsSync(path)) &&
  existsSync(options.publico) &&
  (await readFile(outputs.stamp, "utf8")) === stamp;

if (isFresh) {
  console.log("The extracts are up to date.");
} else {
  await mkdir(out, { recursive: true });
  await rm(outputs.stamp, { force: true });
  const folder = await readTerritory(dir);
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const source = options.malha;
  const { mesh, topology } = await buildMesh({
    territorio: folder.territorio,
    municipios,
    ...(source === undefined ? {} : { source }),
  });
  const snapshot = buildSnapshot(folder, mesh, hash);
  const json = JSON.stringify(snapshot);
  parseSnapshot(JSON.parse(json));
  await writeFile(outputs.snapshot, json);
  await writeFile(outputs.topology, JSON.stringify(topology));

  const scratch = await mkdtemp(join(tmpdir(), "mirante-"));
  try {
    await writeDatabase(await databaseSources(folder, scratch, outputs.database, hash));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await publish(folder, dir, resolve(options.publico));
  await writeManifest({
    dir: resolve(options.publico),
    territorio: folder.territorio.uf,
    dataReferencia: snapshot.dataReferencia,
  });
  await writePlaces(join(ROOT, "data"), outputs.places);
  await writeRules(dir, outputs.rules);
  await writeVisits(dir, folder, outputs.visits);
  await writeComplaints(dir, folder, outputs.complaints);
  await writeSupport(dir, folder, outputs.support);

  const compressed = brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
  console.log(
    `snapshot.json ${(json.length / 1024).toFixed(1)} KB, ${(compressed / 1024).toFixed(1)} KB compressed; ` +
      snapshot.extratos.map(({ id, linhas }) => `${id} ${linhas}`).join(", "),
  );
  if (compressed > MAX_SNAPSHOT_BYTES) {
    throw new Error(`the snapshot is ${compressed} bytes compressed; the first paint allows ${MAX_SNAPSHOT_BYTES}`);
  }
  await writeFile(outputs.stamp, stamp);
}
