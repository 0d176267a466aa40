/**
 * Precompresses a built folder to `.br` and `.gz`, with every result cached by
 * content in `.cache/brotli`. Brotli 11 of the engine takes minutes: until its
 * cached copy exists the engine goes out at quality 9, and a process in the
 * background (or `--best` here) makes the best one for the next time.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from "node:zlib";

const CACHE = fileURLToPath(new URL("../../.cache/brotli", import.meta.url));
const TEXTUAL = new Set(
  ".html .js .mjs .css .json .svg .wasm .duckdb .csv .txt .webmanifest .map".split(" "),
);
const SMALLEST = 512;
/** Above this size brotli 11 would hold up the build. */
const LARGE = 2_500_000;

/** @typedef {{ kind: "br" | "gz", quality: number }} Encoding */

/** @type {(encoding: Encoding, bytes: Uint8Array) => Promise<Uint8Array>} */
function encode(encoding, bytes) {
  if (encoding.kind === "gz") return promisify(gzip)(bytes, { level: encoding.quality });
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: encoding.quality,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  });
}

/** @type {(kind: "br" | "gz", bytes: Uint8Array) => Promise<Uint8Array>} */
const decode = (kind, bytes) => promisify(kind === "gz" ? gunzip : brotliDecompress)(bytes);

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** A cached copy is used only if it decodes to the very bytes it was made from. */
async function fromCache(cache, encoding, hash) {
  const path = cachePath(cache, encoding, hash);
  if (!existsSync(path)) return null;
  const packed = await readFile(path);
  const isWhole = await decode(encoding.kind, packed).then(
    (bytes) => sha256(bytes) === hash,
    () => false,
  );
  if (isWhole) return packed;
  await rm(path, { force: true });
  return null;
}

function cachePath(cache, encoding, hash) {
  return join(cache, `${hash}.q${encoding.quality}.${encoding.kind}`);
}

async function writeWhole(path, bytes) {
  const partial = `${path}.${process.pid}.partial`;
  await writeFile(partial, bytes);
  await rename(partial, path);
}

async function encodeOnce(cache, encoding, hash, bytes) {
  const cached = await fromCache(cache, encoding, hash);
  if (cached !== null) return cached;
  const packed = await encode(encoding, bytes);
  await mkdir(cache, { recursive: true });
  await writeWhole(cachePath(cache, encoding, hash), packed);
  return packed;
}

async function listFiles(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && TEXTUAL.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

/**
 * Writes `.br` and `.gz` beside every compressible file of `dir`.
 * Safe to call again: unchanged files come from the cache, and a best copy made
 * meanwhile replaces the quick one.
 *
 * @param {string} dir
 * @param {{ best?: boolean, background?: boolean, cache?: string, largeBytes?: number }} [options]
 *   best: wait for brotli 11 of the large files too; background: start making
 *   them in another process (default: yes, except under CI).
 */
export async function precompress(dir, options = {}) {
  const { best = false, background = process.env.CI === undefined, cache = CACHE } = options;
  const large = options.largeBytes ?? LARGE;
  const report = { files: 0, bytes: 0, br: 0, gz: 0, waitingForBest: [] };
  for (const path of await listFiles(dir)) {
    const bytes = await readFile(path);
    if (bytes.byteLength < SMALLEST) continue;
    const hash = sha256(bytes);
    const [br, gz] = await Promise.all([
      brotliOf(path, bytes, hash),
      encodeOnce(cache, { kind: "gz", quality: 9 }, hash, bytes),
    ]);
    await Promise.all([writeWhole(`${path}.br`, br), writeWhole(`${path}.gz`, gz)]);
    report.files += 1;
    report.bytes += bytes.byteLength;
    report.br += br.byteLength;
    report.gz += gz.byteLength;
  }
  if (background) for (const path of report.waitingForBest) startInBackground(path, cache);
  return report;

  async function brotliOf(path, bytes, hash) {
    const finest = { kind: "br", quality: 11 };
    if (best || bytes.byteLength <= large) return encodeOnce(cache, finest, hash, bytes);
    const made = await fromCache(cache, finest, hash);
    if (made !== null) return made;
    report.waitingForBest.push(path);
    return encodeOnce(cache, { kind: "br", quality: 9 }, hash, bytes);
  }
}

function startInBackground(path, cache) {
  const self = fileURLToPath(import.meta.url);
  const child = spawn(process.execPath, [self, "--one", resolve(path), cache], {
    detached: true,
    stdio: "ignore",
  });
  child.unref();
}

/**
 * Makes the best brotli of one file, at the lowest priority, unless another
 * process is at it.
 *
 * @param {string} path
 * @param {string} [cache]
 * @returns {Promise<boolean>} whether this process made it
 */
export async function compressBest(path, cache = CACHE) {
  setPriority(19);
  const bytes = await readFile(path);
  const hash = sha256(bytes);
  await mkdir(cache, { recursive: true });
  const lock = join(cache, `${hash}.lock`);
  if (!(await takeLock(lock))) return false;
  try {
    await encodeOnce(cache, { kind: "br", quality: 11 }, hash, bytes);
  } finally {
    await rm(lock, { force: true });
  }
  return true;
}

async function takeLock(lock) {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const handle = await open(lock, "wx").catch((error) => {
      if (error.code === "EEXIST") return null;
      throw error;
    });
    if (handle !== null) {
      await handle.writeFile(String(process.pid));
      await handle.close();
      return true;
    }
    const owner = Number(await readFile(lock, "utf8").catch(() => ""));
    if (isAlive(owner)) return false;
    await rm(lock, { force: true });
  }
  return false;
}

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [mode, path, cache] = process.argv.slice(2);
  if (mode === "--one" && path !== undefined) {
    await compressBest(path, cache);
  } else {
    const dir = [mode, path].find((arg) => arg !== undefined && !arg.startsWith("--")) ?? "dist";
    const report = await precompress(dir, { best: process.argv.includes("--best") });
    console.log(JSON.stringify(report));
  }
}
