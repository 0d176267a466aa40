import type { Download, Page } from "playwright-core";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";

const PATIENCE_MS = 300_000;
const BUTTONS = { umMunicipio: /^PDF deste município/, umDocumento: /^PDF de todos/, zip: /zip/ } as const;

export interface DossierCost {
  /** From the click to the file saved. */
  readonly ms: number;
  readonly bytes: number;
  /** Longest task of the page's thread on the way; null without a long one. */
  readonly tarefa: number | null;
}

export interface DossierPageCost {
  readonly execucoes: number;
  readonly municipios: number;
  readonly arquivos: Readonly<Record<string, DossierCost>>;
}

/** The PDF of a municipality, and of all as one document and as a zip, from the buttons of the page `#/municipio/<codigo>`. */
export async function benchDossier(serving: Serving, codigo: number, municipios: number, runs: number, say: (text: string) => void): Promise<DossierPageCost> {
  const seen: Record<string, DossierCost>[] = [];
  for (let run = 0; run < runs; run += 1) {
    say(`run ${run + 1} of ${runs}…`);
    seen.push(await once(serving, codigo));
  }
  return {
    execucoes: runs,
    municipios,
    arquivos: Object.fromEntries(
      Object.keys(BUTTONS).map((nome) => {
        const costs = seen.flatMap((run) => run[nome] ?? []);
        const tarefas = costs.flatMap(({ tarefa }) => tarefa ?? []);
        return [nome, { ms: tenth(median(costs.map(({ ms }) => ms))), bytes: costs[0]?.bytes ?? 0, tarefa: tarefas.length === 0 ? null : tenth(Math.max(...tarefas)) }];
      }),
    ),
  };
}

async function once(serving: Serving, codigo: number): Promise<Record<string, DossierCost>> {
  return withFreshBrowser(null, async ({ page }) => {
    await page.goto(`${serving.url}/?mapa=svg#/municipio/${codigo}`);
    await page.getByRole("button", { name: BUTTONS.umMunicipio }).waitFor({ timeout: PATIENCE_MS });
    const costs: Record<string, DossierCost> = {};
    for (const [nome, button] of Object.entries(BUTTONS)) costs[nome] = await save(page, button);
    return costs;
  });
}

async function save(page: Page, button: RegExp): Promise<DossierCost> {
  const tasks = await page.evaluateHandle(() => {
    const seen: number[] = [];
    const from = performance.now();
    const observer = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= from) seen.push(duration);
    });
    observer.observe({ type: "longtask" });
    return { seen, observer };
  });
  const from = performance.now();
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: PATIENCE_MS }), page.getByRole("button", { name: button }).click()]);
  const bytes = await sizeOf(download);
  const ms = performance.now() - from;
  const tarefa = await tasks.evaluate(({ seen, observer }) => {
    observer.disconnect();
    return seen.length === 0 ? null : Math.max(...seen);
  });
  return { ms, bytes, tarefa };
}

async function sizeOf(download: Download): Promise<number> {
  let bytes = 0;
  for await (const chunk of await download.createReadStream()) bytes += (chunk as Buffer).length;
  return bytes;
}
