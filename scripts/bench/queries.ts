import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { createAppServer } from "../serve.ts";
import { listen, median, tenth, withFreshBrowser } from "./open.ts";
import type { BenchPage } from "./page/main.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface QueryCost {
  readonly linhas: number;
  /** First time asked on a fresh engine, planning included, ms. */
  readonly primeira: number;
  /** Median of the times after it, ms. */
  readonly mediana: number;
}

export interface QueryCosts {
  /** The session's own "ready", local host, ms. */
  readonly pronto: number;
  /** Longest of the medians. */
  readonly maisLenta: { readonly nome: string; readonly ms: number };
  readonly perguntas: Readonly<Record<string, QueryCost>>;
}

/** Every question of the app through the real session in a browser; `runs` fresh engines, `turns` times each. */
export async function queryCosts(runs: number, turns = 10): Promise<QueryCosts> {
  const dist = await mkdtemp(join(tmpdir(), "mirante-bench-page-"));
  try {
    await build({
      configFile: join(ROOT, "vite.config.ts"),
      root: join(ROOT, "scripts/bench/page"),
      publicDir: false,
      logLevel: "error",
      build: { outDir: dist, emptyOutDir: true },
    });
    const serving = await listen(createAppServer(dist));
    const visits: Awaited<ReturnType<BenchPage["run"]>>[] = [];
    for (let run = 0; run < runs; run += 1) {
      visits.push(
        await withFreshBrowser(null, async ({ page }) => {
          await page.goto(serving.url);
          await page.waitForFunction(() => globalThis.mirante !== undefined);
          return page.evaluate((n) => {
            if (globalThis.mirante === undefined) throw new Error("the page did not start");
            return globalThis.mirante.run(n);
          }, turns);
        }),
      );
    }
    await serving.close();
    return summarise(visits);
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}

function summarise(visits: readonly Awaited<ReturnType<BenchPage["run"]>>[]): QueryCosts {
  const names = visits[0]?.perguntas.map(({ nome }) => nome) ?? [];
  const perguntas = Object.fromEntries(
    names.map((nome): [string, QueryCost] => {
      const seen = visits.flatMap((visit) => visit.perguntas.filter((pergunta) => pergunta.nome === nome));
      return [
        nome,
        {
          linhas: seen[0]?.linhas ?? 0,
          primeira: tenth(median(seen.map(({ primeira }) => primeira))),
          mediana: tenth(median(seen.map(({ outras }) => median(outras)))),
        },
      ];
    }),
  );
  const [nome, cost] = Object.entries(perguntas).reduce((a, b) => (b[1].mediana > a[1].mediana ? b : a));
  return { pronto: tenth(median(visits.map(({ pronto }) => pronto))), maisLenta: { nome, ms: cost.mediana }, perguntas };
}
