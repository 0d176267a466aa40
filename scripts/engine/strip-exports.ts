/**
 * Writes the engine the app serves to `.generated/engine/duckdb-eh.wasm`: the
 * published file with the exports that only loadable extensions need dropped.
 * The glue spends most of its start relocating them, one object and one table
 * slot each. `MOTOR=completo` (or `--completo`) writes the published file as it is.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { glueNames, stripExports } from "./wasm-exports.ts";

/** The one version whose glue was checked against the stripped file. */
export const PINNED_VERSION = "1.32.0";

const RECIPE = "2";
const GLUE = ["duckdb-browser-eh.worker.js", "duckdb-node-blocking.cjs", "duckdb-node-eh.worker.cjs"];
const OUT_DIR = fileURLToPath(new URL("../../.generated/engine", import.meta.url));

export interface EngineReport {
  /** Identifies source, glue, recipe and variant: equal keys, equal file. */
  readonly key: string;
  readonly version: string;
  readonly variant: "enxuto" | "completo";
  readonly bytes: number;
  readonly originalBytes: number;
  readonly exports: number;
  readonly originalExports: number;
}

/** Throws unless the installed engine is the pinned one: another version has another glue. */
export function requirePinned(version: string): void {
  if (version === PINNED_VERSION) return;
  throw new Error(
    `strip-exports was checked against @duckdb/duckdb-wasm ${PINNED_VERSION}, but ${version} is installed: ` +
      "run the query suite on both engines and change PINNED_VERSION, or build with MOTOR=completo.",
  );
}

/** Prepares the engine file unless an equal one is already there. */
export async function prepareEngine(options: {
  readonly outDir?: string;
  readonly full?: boolean;
} = {}): Promise<EngineReport> {
  const outDir = options.outDir ?? OUT_DIR;
  const variant = options.full === true ? "completo" : "enxuto";
  const dist = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  const manifest: unknown = JSON.parse(await readFile(join(dist, "../package.json"), "utf8"));
  const version = versionOf(manifest);
  if (variant === "enxuto") requirePinned(version);

  const original = await readFile(join(dist, "duckdb-eh.wasm"));
  const glue = await Promise.all(GLUE.map((name) => readFile(join(dist, name), "utf8")));
  const hash = createHash("sha256").update(RECIPE).update(variant).update(original);
  for (const text of glue) hash.update(text);
  const key = hash.digest("hex");

  const wasmPath = join(outDir, "duckdb-eh.wasm");
  const reportPath = join(outDir, "engine.json");
  const previous = await readReport(reportPath);
  if (previous?.key === key && (await sizeOf(wasmPath)) === previous.bytes) return previous;

  const stripped = stripExports(original, glueNames(glue));
  const output = variant === "enxuto" ? stripped.wasm : original;
  const report: EngineReport = {
    key,
    version,
    variant,
    bytes: output.byteLength,
    originalBytes: original.byteLength,
    exports: variant === "enxuto" ? stripped.kept : stripped.total,
    originalExports: stripped.total,
  };
  await mkdir(outDir, { recursive: true });
  await writeFile(`${wasmPath}.partial`, output);
  await rename(`${wasmPath}.partial`, wasmPath);
  await writeFile(reportPath, `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error("@duckdb/duckdb-wasm/package.json has no version");
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (s) => s.size,
    () => null,
  );
}

/** The report beside the engine; null when there is none, or none that can be read. */
async function readReport(path: string): Promise<EngineReport | null> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as EngineReport;
  } catch {
    return null;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const full = process.env.MOTOR === "completo" || process.argv.includes("--completo");
  const report = await prepareEngine({ full });
  const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
  console.log(
    `Engine ${report.variant} (duckdb-wasm ${report.version}): ` +
      `${mb(report.originalBytes)} → ${mb(report.bytes)}, ${report.originalExports} → ${report.exports} exports.`,
  );
}
