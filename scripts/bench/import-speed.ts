import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { createAppServer } from "../serve.ts";
import { cancels, dropTimes, type Cancel, type Drop } from "./import-drop.ts";
import { writeIndicatorFile } from "./import-file.ts";
import { readResident, resetPeaks } from "./memory.ts";
import { listen, median, tenth, withFreshBrowser, type Serving } from "./open.ts";
import type { ImportBenchPage, OtherWay } from "./page/import.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LARGE = 1_000_000;
const SMALL = 10_000;
/** Times a small file is dropped on one page; the first also starts what is started once. */
const SMALL_TURNS = 7;

export interface ImportCost {
  readonly linhas: number;
  readonly bytes: number;
  readonly execucoes: number;
  readonly aplicativo: {
    readonly ms: number;
    /** The first drop on a page, which also starts the reader's worker; the others only follow. */
    readonly primeiraMs: number;
    readonly tarefaMaisLonga: number | null;
    readonly picoMb: number | null;
    readonly picoPorTamanho: number | null;
    readonly acrescimoPorTamanho: number | null;
  };
  readonly papaparse: OtherCost;
  readonly duckdb: OtherCost;
  /** How many times longer the app takes. */
  readonly razaoPapaparse: number | null;
  readonly razaoDuckdb: number | null;
}

interface OtherCost {
  readonly ms: number | null;
  readonly linhas: number | null;
  readonly picoMb: number | null;
  readonly picoPorTamanho: number | null;
  /** Why there is no figure. */
  readonly erro: string | null;
}

export interface ImportCosts {
  readonly grande: ImportCost;
  readonly pequeno: ImportCost;
  readonly cancelar: readonly Cancel[];
}

/** A large and a small file through the app's own page, beside papaparse and DuckDB on the same bytes. */
export async function importSpeed(serving: Serving, snapshot: Snapshot, runs: number, say: (text: string) => void): Promise<ImportCosts> {
  const folder = await mkdtemp(join(tmpdir(), "mirante-bench-carga-"));
  try {
    const large = join(folder, "grande.csv");
    const small = join(folder, "pequeno.csv");
    const largeBytes = await writeIndicatorFile(large, LARGE, snapshot);
    const smallBytes = await writeIndicatorFile(small, SMALL, snapshot);
    const others = await otherWays(join(folder, "pagina"));
    try {
      say(`${LARGE} rows…`);
      const grande = await cost(serving, others, { path: large, linhas: LARGE, bytes: largeBytes }, runs, 1);
      say(`${SMALL} rows…`);
      const pequeno = await cost(serving, others, { path: small, linhas: SMALL, bytes: smallBytes }, runs, SMALL_TURNS);
      say("cancelling…");
      return { grande, pequeno, cancelar: await cancels(serving, large) };
    } finally {
      await others.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly path: string;
  readonly linhas: number;
  readonly bytes: number;
}

async function cost(serving: Serving, others: Serving, file: Measured, runs: number, turns: number): Promise<ImportCost> {
  const first: Drop[] = [];
  const drops: Drop[] = [];
  const papaparse: Tried[] = [];
  const duckdb: Tried[] = [];
  for (let run = 0; run < runs; run += 1) {
    const turned = await dropTimes(serving, file.path, turns);
    first.push(...turned.slice(0, 1));
    drops.push(...(turned.length > 1 ? turned.slice(1) : turned));
    papaparse.push(await otherWay(others, file.path, "papaparse"));
    duckdb.push(await otherWay(others, file.path, "duckdb"));
  }
  const ms = median(drops.map((drop) => drop.ms));
  const picos = drops.flatMap(({ pico }) => pico ?? []);
  const acrescimos = drops.flatMap(({ pico, antes }) => (pico === null || antes === null ? [] : [pico - antes]));
  const tarefas = drops.flatMap(({ tarefa }) => tarefa ?? []);
  const means = { papaparse: otherCost(papaparse, file.bytes), duckdb: otherCost(duckdb, file.bytes) };
  return {
    linhas: file.linhas,
    bytes: file.bytes,
    execucoes: runs,
    aplicativo: {
      ms: tenth(ms),
      primeiraMs: tenth(median(first.map((drop) => drop.ms))),
      tarefaMaisLonga: tarefas.length === 0 ? null : tenth(Math.max(...tarefas)),
      picoMb: picos.length === 0 ? null : megabytes(median(picos)),
      picoPorTamanho: picos.length === 0 ? null : tenth(median(picos) / file.bytes),
      acrescimoPorTamanho: acrescimos.length === 0 ? null : tenth(median(acrescimos) / file.bytes),
    },
    ...means,
    razaoPapaparse: means.papaparse.ms === null ? null : tenth(ms / means.papaparse.ms),
    razaoDuckdb: means.duckdb.ms === null ? null : tenth(ms / means.duckdb.ms),
  };
}

function megabytes(value: number): number {
  return Math.round(value / 2 ** 20);
}

/** Builds and serves the page of the other ways. */
async function otherWays(outDir: string): Promise<Serving> {
  const page = join(ROOT, "scripts/bench/page");
  await build({
    configFile: join(ROOT, "vite.config.ts"),
    root: page,
    publicDir: false,
    logLevel: "error",
    build: { outDir, emptyOutDir: true, rolldownOptions: { input: [join(page, "index.html"), join(page, "import.html")] } },
  });
  return listen(createAppServer(outDir));
}

interface Tried {
  readonly found: OtherWay | null;
  readonly pico: number | null;
  readonly erro: string | null;
}

async function otherWay(others: Serving, path: string, way: keyof ImportBenchPage): Promise<Tried> {
  return withFreshBrowser(null, async ({ page }) => {
    await page.goto(`${others.url}/import.html`);
    await page.waitForFunction(() => globalThis.miranteCarga !== undefined);
    await page.locator("input").setInputFiles(path);
    resetPeaks();
    try {
      const found = await page.evaluate((name) => globalThis.miranteCarga?.[name]() ?? null, way);
      return { found, pico: readResident()?.pico ?? null, erro: null };
    } catch (error) {
      return { found: null, pico: null, erro: String(error) };
    }
  });
}

function otherCost(tried: readonly Tried[], bytes: number): OtherCost {
  const times = tried.flatMap(({ found }) => found?.ms ?? []);
  const picos = tried.flatMap(({ pico }) => pico ?? []);
  return {
    ms: times.length === 0 ? null : tenth(median(times)),
    linhas: tried.find(({ found }) => found !== null)?.found?.linhas ?? null,
    picoMb: picos.length === 0 ? null : megabytes(median(picos)),
    picoPorTamanho: picos.length === 0 ? null : tenth(median(picos) / bytes),
    erro: tried.find(({ erro }) => erro !== null)?.erro ?? null,
  };
}
