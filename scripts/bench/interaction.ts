import type { CDPSession, Page } from "playwright-core";
import { prepareIndex, rankIndex } from "../../src/core/priority-index.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { makeUp } from "./made-up.ts";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";

/** Cost of one change of what the map shows, medians in ms. */
interface ChangeCost {
  /** JavaScript alone. */
  readonly script: number;
  /** JavaScript, styles, layout and painting on the page's thread. */
  readonly tarefas: number;
  /** From the change to the second frame after it. */
  readonly ateATela: number;
}

export interface InteractionCost {
  readonly municipios: number;
  readonly indicador: ChangeCost;
  readonly peso: ChangeCost;
  readonly ordem: ChangeCost;
}

const CHANGES = 12;

/** Changes made through the page's own controls, on the bundled territory or on a made-up one of `n`. */
export async function interaction(
  serving: Serving,
  query: string,
  snapshot: Snapshot,
  n: number | null,
): Promise<InteractionCost> {
  return withFreshBrowser(null, async ({ page, context }) => {
    const shown = n === null ? snapshot : makeUp(snapshot, n);
    if (n !== null) {
      await context.route(/\/assets\/snapshot-[^/]*\.json$/, (route) => route.fulfill({ json: shown }));
    }
    await page.goto(`${serving.url}/${query}#/prioridades`);
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0, null, { timeout: 180_000 });
    await page.waitForTimeout(1500);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });

    const ids = shown.colunas.map(({ indicador }) => indicador);
    const indicador = await measure(page, devtools, (turn) => ({ kind: "indicador", value: ids[turn % ids.length] ?? "" }));
    await apply(page, { kind: "indicador", value: "indice" });
    await page.getByRole("button", { name: /pesos/i }).first().click();
    await page.locator(CONTROL.peso).first().waitFor();
    const peso = await measure(page, devtools, (turn) => ({ kind: "peso", value: String(10 + 5 * turn) }));
    const ordem = await measure(page, devtools, () => ({ kind: "ordem", value: "" }));
    return { municipios: shown.municipios.length, indicador, peso, ordem };
  });
}

const CONTROL = {
  indicador: ".prioridades-indicador select",
  peso: ".prioridades-pesos-lista input[type=range]",
  ordem: ".prioridades-lista th button, .prioridades-lista [role=columnheader] button",
} as const;

interface Change {
  readonly kind: keyof typeof CONTROL;
  readonly value: string;
}

async function measure(page: Page, devtools: CDPSession, change: (turn: number) => Change): Promise<ChangeCost> {
  const costs: ChangeCost[] = [];
  // The first two turns compile what the others reuse.
  for (let turn = -2; turn < CHANGES; turn += 1) {
    const before = await totals(devtools);
    const ateATela = await apply(page, change(turn + 2));
    await page.waitForTimeout(200);
    const after = await totals(devtools);
    if (turn < 0) continue;
    costs.push({ script: after.script - before.script, tarefas: after.task - before.task, ateATela });
  }
  const of = (key: keyof ChangeCost): number => tenth(median(costs.map((cost) => cost[key])));
  return { script: of("script"), tarefas: of("tarefas"), ateATela: of("ateATela") };
}

function apply(page: Page, change: Change): Promise<number> {
  return page.evaluate(applyChange, { ...change, control: CONTROL[change.kind] });
}

async function totals(devtools: CDPSession): Promise<{ readonly script: number; readonly task: number }> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const ms = (name: string): number => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
  return { script: ms("ScriptDuration"), task: ms("TaskDuration") };
}

/** Runs in the page: makes the change as the browser would and waits for two frames. */
function applyChange({ kind, value, control }: Change & { readonly control: string }): Promise<number> {
  const from = performance.now();
  const element = document.querySelector<HTMLElement>(control);
  if (element === null) throw new Error(`nothing matches ${control}`);
  if (kind === "ordem") element.click();
  else {
    const prototype = kind === "peso" ? HTMLInputElement.prototype : HTMLSelectElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
    element.dispatchEvent(new Event(kind === "peso" ? "input" : "change", { bubbles: true }));
  }
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
  });
}

export interface RankCost {
  readonly municipios: number;
  /** Normalising every indicator, once for each load. */
  readonly preparar: number;
  /** Scores and positions, at every change of a weight. */
  readonly ordenar: number;
}

/** The pure rule alone, in Node, medians in ms. */
export function ranking(snapshot: Snapshot, n: number | null): RankCost {
  const { territorio, catalogo, colunas, municipios } = n === null ? snapshot : makeUp(snapshot, n);
  const prepare = (): ReturnType<typeof prepareIndex> => prepareIndex(territorio.indice, catalogo, colunas, municipios);
  const prepared = prepare();
  const weights = Object.fromEntries(territorio.indice.dimensoes.map(({ id, peso }) => [id, peso]));
  const first = territorio.indice.dimensoes[0]?.id ?? "";
  return {
    municipios: municipios.length,
    preparar: tenth(median(times(20, prepare))),
    ordenar: Math.round(1000 * median(times(60, (turn) => rankIndex(prepared, { ...weights, [first]: turn })))) / 1000,
  };
}

function times(turns: number, task: (turn: number) => unknown): number[] {
  return Array.from({ length: turns }, (_, turn) => {
    const from = performance.now();
    task(turn);
    return performance.now() - from;
  });
}
