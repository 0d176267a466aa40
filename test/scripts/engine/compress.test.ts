import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compressBest, precompress } from "../../../scripts/engine/compress.mjs";

const TEXT = "o município e o estado, ".repeat(500);

let dir = "";
let cache = "";

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "mirante-dist-"));
  cache = await mkdtemp(join(tmpdir(), "mirante-cache-"));
});
afterEach(async () => {
  await rm(dir, { recursive: true });
  await rm(cache, { recursive: true });
});

const options = (extra: object = {}): object => ({ cache, background: false, ...extra });

async function decoded(name: string): Promise<readonly string[]> {
  const [br, gz] = await Promise.all([readFile(join(dir, `${name}.br`)), readFile(join(dir, `${name}.gz`))]);
  return [brotliDecompressSync(br).toString(), gunzipSync(gz).toString()];
}

describe("precompressing a built folder", () => {
  it("writes both forms beside text, and leaves pictures and tiny files alone", async () => {
    await writeFile(join(dir, "app.js"), TEXT);
    await writeFile(join(dir, "icon.png"), TEXT);
    await writeFile(join(dir, "tiny.txt"), "oi");
    const report = await precompress(dir, options());
    expect(report.files).toBe(1);
    expect(await decoded("app.js")).toEqual([TEXT, TEXT]);
    expect((await readdir(dir)).toSorted()).toEqual(["app.js", "app.js.br", "app.js.gz", "icon.png", "tiny.txt"]);
  });

  it("sends a large file out quickly, and its best copy once that is in the cache", async () => {
    const engine = join(dir, "engine.wasm");
    await writeFile(engine, TEXT);
    const first = await precompress(dir, options({ largeBytes: 1000 }));
    expect(first.waitingForBest).toEqual([engine]);
    expect(await decoded("engine.wasm")).toEqual([TEXT, TEXT]);

    expect(await compressBest(engine, cache)).toBe(true);
    const second = await precompress(dir, options({ largeBytes: 1000 }));
    expect(second.waitingForBest).toEqual([]);
    expect(second.br).toBeLessThanOrEqual(first.br);
    expect(await decoded("engine.wasm")).toEqual([TEXT, TEXT]);
  });

  it("never uses a cached copy that was cut short or belongs to other bytes", async () => {
    await writeFile(join(dir, "app.js"), TEXT);
    await precompress(dir, options());
    for (const name of await readdir(cache)) {
      const whole = await readFile(join(cache, name));
      await writeFile(join(cache, name), whole.subarray(0, whole.length - 5));
    }
    await precompress(dir, options());
    expect(await decoded("app.js")).toEqual([TEXT, TEXT]);
  });

  it("leaves a file to the process that is already at it, unless that process is gone", async () => {
    const engine = join(dir, "engine.wasm");
    await writeFile(engine, TEXT);
    await compressBest(engine, cache);
    const hash = (await readdir(cache))[0]?.split(".")[0] ?? "";
    await writeFile(join(cache, `${hash}.lock`), String(process.pid));
    expect(await compressBest(engine, cache)).toBe(false);
    await writeFile(join(cache, `${hash}.lock`), "999999999");
    expect(await compressBest(engine, cache)).toBe(true);
  });
});
