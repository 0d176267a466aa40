import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import type { VisitasDoTerritorio } from "../../src/data/visitas/padrao.ts";
import { ajustesDiff } from "../../src/core/visitas/ajustes-diff.ts";
import { generator } from "./generator.ts";
import { makeUp } from "./made-up.ts";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";

const PATIENCE_MS = 300_000;
const COUNTRY = { municipios: 5570, bases: 27 };

export interface VisitsPageCost {
  readonly municipios: number;
  readonly bases: number;
  /** From the click on the page's link to its first plan on screen (greedy), and to the end of the search, ms. */
  readonly primeiroPlano: number;
  readonly planoPronto: number;
  /** Longest task of the page's thread, ms; null when none passed 50. */
  readonly tarefaMaisLonga: number | null;
}

/**
 * The page of the visit plan, opened from another page with the engine ready: the bundled
 * territory with its own settings, and a made-up country with a base in each of 27 places.
 */
export async function visitsPage(serving: Serving, snapshot: Snapshot, visitas: VisitasDoTerritorio, runs: number): Promise<VisitsPageCost[]> {
  const state = await opened(serving, snapshot, null, "", 1, runs);
  const country = spread(makeUp(snapshot, COUNTRY.municipios));
  const bases = Array.from({ length: COUNTRY.bases }, (_, i) => ({
    codigo: country.municipios[Math.floor((i * COUNTRY.municipios) / COUNTRY.bases)]?.codigo ?? 0,
    equipes: 3,
  }));
  const ajustes = ajustesDiff(visitas.ajustes, { ...visitas.ajustes, bases, iteracoes: 2000 });
  return [state, await opened(serving, country, country, ajustes, COUNTRY.bases, 1)];
}

/** Seats of their own, over the extent of a country: the made-up territory repeats the real ones. */
function spread(snapshot: Snapshot): Snapshot {
  const random = generator(20_260_102);
  const municipios = snapshot.municipios.map((municipio) => ({ ...municipio, sede: { lat: -30 + 30 * random(), lon: -65 + 28 * random() } }));
  return { ...snapshot, municipios };
}

async function opened(serving: Serving, shown: Snapshot, madeUp: Snapshot | null, ajustes: string, bases: number, runs: number): Promise<VisitsPageCost> {
  const costs = [];
  for (let run = 0; run < runs; run += 1) costs.push(await once(serving, madeUp, ajustes));
  const tarefas = costs.flatMap(({ tarefa }) => tarefa ?? []);
  return {
    municipios: shown.municipios.length,
    bases,
    primeiroPlano: tenth(median(costs.map(({ primeiro }) => primeiro))),
    planoPronto: tenth(median(costs.map(({ pronto }) => pronto))),
    tarefaMaisLonga: tarefas.length === 0 ? null : tenth(Math.max(...tarefas)),
  };
}

interface Opened {
  readonly primeiro: number;
  readonly pronto: number;
  readonly tarefa: number | null;
}

async function once(serving: Serving, madeUp: Snapshot | null, ajustes: string): Promise<Opened> {
  return withFreshBrowser(null, async ({ page, context }) => {
    if (madeUp !== null) await context.route(/\/assets\/snapshot-[^/]*\.json$/, (route) => route.fulfill({ json: madeUp }));
    await page.goto(`${serving.url}/?mapa=svg#/metodologia`);
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0, null, { timeout: PATIENCE_MS });
    await page.waitForTimeout(1500);
    return page.evaluate(openVisits, { hash: ajustes === "" ? "#/visitas" : `#/visitas?ajustes=${ajustes}`, patience: PATIENCE_MS });
  });
}

/** Runs in the page: goes to the plan and notes when it is there, when it is done, and the longest task meanwhile. */
function openVisits({ hash, patience }: { readonly hash: string; readonly patience: number }): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    let longest: number | null = null;
    let primeiro = Number.NaN;
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest ?? 0, duration);
    });
    tasks.observe({ type: "longtask" });
    const looking = setInterval(() => {
      const now = performance.now() - from;
      if (Number.isNaN(primeiro) && /visitas? cabe/.test(document.querySelector("h1")?.textContent ?? "")) primeiro = now;
      const status = document.querySelector(".visitas-situacao [role=status]")?.textContent ?? "";
      const isReady = status.startsWith("Plano pronto");
      if (!isReady && now <= patience) return;
      clearInterval(looking);
      if (!isReady) reject(new Error(`no plan in time: ${status}`));
      // The task that drew the plan is itself reported a little later.
      setTimeout(() => {
        tasks.disconnect();
        resolve({ primeiro, pronto: now, tarefa: longest });
      }, 1000);
    }, 20);
    location.hash = hash;
  });
}
