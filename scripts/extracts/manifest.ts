/**
 * Writes `manifest.json` and content-addressed copies for a folder of published
 * CSVs, so that a page that is already open can fetch what changed and nothing else.
 *
 *   tsx scripts/extracts/manifest.ts --dir public/dados --territorio MT --data 2026-06-30
 *
 * Same files and arguments, same bytes.
 */
import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { EXTRACTS, type ExtractId } from "../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { HASH_IN_NAME, type Manifest, MANIFEST_APP, MANIFEST_NAME, MANIFEST_SCHEMA, readManifest } from "../../src/data/refresh/manifest.ts";
import type { VersionFile } from "../../src/data/store/version-store.ts";
import { readCsv } from "./csv.ts";
import { publishedName } from "./publish.ts";

export interface ManifestOptions {
  /** Folder with the extracts as `publish` names them; the manifest and the copies are written into it. */
  readonly dir: string;
  /** UF of the territory. */
  readonly territorio: string;
  /** Newest reference date among the files, `YYYY-MM-DD`. */
  readonly dataReferencia: string;
  /** Where an extract's figures come from, in words; where absent, the ids in its `fonte` column, or else the contract's source. */
  readonly fontes?: Partial<Readonly<Record<ExtractId, string>>>;
}

const COPY = /^[a-z-]+-[0-9a-f]{16}\.csv$/;

/**
 * Writes the copies first, then the manifest under a name of its own and renames
 * it, so that no reader sees a list of files that are not there; copies the list
 * no longer names are deleted last. Throws a sentence when the folder has no
 * extract, or one whose canonical CSV does not read.
 */
export async function writeManifest(options: ManifestOptions): Promise<Manifest> {
  const { dir, territorio, dataReferencia } = options;
  const files: VersionFile[] = [];
  for (const id of EXTRACTS) {
    const file = await describeFile(options, id);
    if (file !== null) files.push(file);
  }
  if (files.length === 0) throw new Error(`${dir} has no extract to publish: ${EXTRACTS.map((id) => `${id}.csv`).join(", ")}`);
  for (const { extrato, demonstracao, nome } of files) {
    await copyFile(join(dir, publishedName(extrato, demonstracao)), join(dir, nome));
  }
  const manifest: Manifest = {
    aplicativo: MANIFEST_APP,
    esquema: MANIFEST_SCHEMA,
    territorio,
    versao: versionOf(files, dataReferencia),
    dataReferencia,
    arquivos: files,
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  const reading = readManifest(text, territorio);
  if (!("manifesto" in reading)) throw new Error(`the manifest of ${dir} is not valid: ${reading.detalhe}`);
  await writeFile(join(dir, `${MANIFEST_NAME}.part`), text);
  await rename(join(dir, `${MANIFEST_NAME}.part`), join(dir, MANIFEST_NAME));
  const named = new Set(files.map(({ nome }) => nome));
  const stale = (await readdir(dir)).filter((name) => COPY.test(name) && !named.has(name));
  await Promise.all(stale.map((name) => rm(join(dir, name))));
  return manifest;
}

async function describeFile({ dir, fontes = {} }: ManifestOptions, extrato: ExtractId): Promise<VersionFile | null> {
  const present = new Set(await readdir(dir));
  const demonstracao = !present.has(publishedName(extrato, false));
  const name = publishedName(extrato, demonstracao);
  if (!present.has(name)) return null;
  const bytes = await readFile(join(dir, name));
  const { header, rows } = readCsv(bytes.toString("utf8"), name);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const ids = header.includes("fonte") ? [...new Set(rows.map((row) => row.fonte ?? ""))].filter((id) => id !== "").sort() : [];
  return {
    extrato,
    nome: `${name.slice(0, -".csv".length)}-${sha256.slice(0, HASH_IN_NAME)}.csv`,
    linhas: rows.length,
    sha256,
    bytes: bytes.length,
    fonte: fontes[extrato] ?? (ids.length > 0 ? ids.join(", ") : CONTRACTS[extrato].source),
    demonstracao,
  };
}

function versionOf(files: readonly VersionFile[], dataReferencia: string): string {
  const hash = createHash("sha256").update(dataReferencia);
  for (const { extrato, sha256 } of files) hash.update(`\n${extrato} ${sha256}`);
  return hash.digest("hex").slice(0, HASH_IN_NAME);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { dir: { type: "string" }, territorio: { type: "string" }, data: { type: "string" } },
  });
  const { dir, territorio, data } = values;
  if (dir === undefined || territorio === undefined || data === undefined) {
    console.error("Usage: tsx scripts/extracts/manifest.ts --dir FOLDER --territorio UF --data YYYY-MM-DD");
    process.exitCode = 2;
  } else {
    const manifest = await writeManifest({ dir: resolve(dir), territorio, dataReferencia: data });
    console.log(`${MANIFEST_NAME}: versão ${manifest.versao}, ${manifest.arquivos.map(({ nome, linhas }) => `${nome} ${linhas}`).join(", ")}`);
  }
}
