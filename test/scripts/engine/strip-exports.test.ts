import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PINNED_VERSION, prepareEngine, requirePinned } from "../../../scripts/engine/strip-exports.ts";
import { glueNames, stripExports } from "../../../scripts/engine/wasm-exports.ts";

/**
 * A hand-assembled module: imports the global `GOT.mem.wanted`, defines one
 * function of no arguments that returns 42, and exports it under three names.
 */
const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 5, 1, 0x60, 0, 1, 0x7f],
  ...[0x02, 19, 1, 7, ...ascii("GOT.mem"), 6, ...ascii("wanted"), 0x03, 0x7f, 0x01],
  ...[0x03, 2, 1, 0],
  ...[0x07, 26, 3, 6, ...ascii("wanted"), 0, 0, 5, ...ascii("named"), 0, 0, 5, ...ascii("extra"), 0, 0],
  ...[0x0a, 6, 1, 4, 0, 0x41, 42, 0x0b],
]);

function ascii(text: string): number[] {
  return [...text].map((letter) => letter.charCodeAt(0));
}

describe("dropping exports", () => {
  it("keeps what the glue names and what the module's own GOT wants, and the module still runs", () => {
    const { wasm, total, kept } = stripExports(MODULE, glueNames(["a.named()"]));
    expect([total, kept]).toEqual([3, 2]);
    expect(wasm.byteLength).toBe(MODULE.byteLength - "extra".length - 3);
    const imported = new WebAssembly.Global({ value: "i32", mutable: true }, 0);
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(wasm)), { "GOT.mem": { wanted: imported } });
    expect(Object.keys(exports)).toEqual(["wanted", "named"]);
    expect((exports["named"] as () => number)()).toBe(42);
  });

  it("takes a name with its leading underscore as the export without it", () => {
    expect(glueNames(['Module["_malloc"]'])).toContain("malloc");
  });

  it("refuses a file that was cut short", () => {
    expect(() => stripExports(MODULE.subarray(0, MODULE.length - 3), new Set())).toThrow(RangeError);
  });

  it("refuses any version but the pinned one, saying what to do", () => {
    expect(() => requirePinned(PINNED_VERSION)).not.toThrow();
    expect(() => requirePinned("1.33.0")).toThrow(/1\.33\.0 is installed.*MOTOR=completo/);
  });
});

describe("the engine file", () => {
  let dir = "";
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "mirante-engine-"));
  });
  afterAll(() => rm(dir, { recursive: true }));

  it("loses over 7 MB and all but a few hundred exports, and is written once", async () => {
    const report = await prepareEngine({ outDir: dir });
    expect(report.variant).toBe("enxuto");
    expect(report.originalBytes - report.bytes).toBeGreaterThan(7_000_000);
    expect(report.originalExports).toBe(75_011);
    expect(report.exports).toBeLessThan(400);

    const file = join(dir, "duckdb-eh.wasm");
    const { mtimeMs } = await stat(file);
    expect(await prepareEngine({ outDir: dir })).toEqual(report);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
  });

  it("is written again when it was cut short or its report cannot be read", async () => {
    const { bytes } = await prepareEngine({ outDir: dir });
    await writeFile(join(dir, "duckdb-eh.wasm"), "cut");
    await prepareEngine({ outDir: dir });
    expect((await stat(join(dir, "duckdb-eh.wasm"))).size).toBe(bytes);
    await writeFile(join(dir, "engine.json"), "{");
    expect((await prepareEngine({ outDir: dir })).bytes).toBe(bytes);
  });

  it("is the published one, byte by byte, when the full engine is asked for", async () => {
    const report = await prepareEngine({ outDir: dir, full: true });
    const published = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
    expect(report.variant).toBe("completo");
    expect((await readFile(join(dir, "duckdb-eh.wasm"))).equals(await readFile(published))).toBe(true);
  });
});
