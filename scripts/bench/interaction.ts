import type { BrowserContext, CDPSession, Page } from "playwright-core";
import { indicadoresDoMetodo } from "../../src/core/metodo/method.ts";
import { preparePriority, scorePriority, weightsOf, type PreparedPriority } from "../../src/core/metodo/priority.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { prepareFirst, rankFirst } from "./first-version.ts";
import { makeUp, widen } from "./made-up.ts";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";

/** Cost of one change of what the map shows, medians in ms. */
interface ChangeCost {
  /** JavaScript alone, from the change to the second frame after it: list, map and bars are painted. */
  readonly script: number;
  /** JavaScript of what follows in a fifth of a second: histogram, draws, the address. */
  readonly depois: number;
  /** JavaScript, styles, layout and painting on the page's thread. */
  readonly tarefas: number;
  /** From the change to the second frame after it. */
  readonly ateATela: number;
}

export interface InteractionCost {
  readonly municipios: number;
  /** Indicators of the method. */
  readonly indicadores: number;
  readonly indicador: ChangeCost;
  readonly peso: ChangeCost;
  readonly ordem: ChangeCost;
}

const CHANGES = 12;

/** What is measured besides the bundled territory: municipalities and indicators of the method, null for as many as it has. */
export interface Size {
  readonly municipios: number | null;
  readonly indicadores: number | null;
}

function sized(snapshot: Snapshot, { municipios, indicadores }: Size): Snapshot {
  const many = municipios === null ? snapshot : makeUp(snapshot, municipios);
  return indicadores === null ? many : widen(many, indicadores);
}

/** Has the pages of a context open on a territory of another size. */
export async function showSized(context: BrowserContext, snapshot: Snapshot, size: Size): Promise<Snapshot> {
  const shown = sized(snapshot, size);
  if (shown !== snapshot) {
    await context.route(/\/assets\/snapshot-[^/]*\.json$/, (route) => route.fulfill({ json: shown }));
  }
  return shown;
}

/** Changes made through the page's own controls, on the bundled territory or on a made-up one. */
export async function interaction(serving: Serving, query: string, snapshot: Snapshot, size: Size): Promise<InteractionCost> {
  return withFreshBrowser(null, async ({ page, context }) => {
    const shown = await showSized(context, snapshot, size);
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
    return { municipios: shown.municipios.length, indicadores: indicadoresDoMetodo(shown.metodo).length, indicador, peso, ordem };
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
    const painted = await totals(devtools);
    await page.waitForTimeout(200);
    const after = await totals(devtools);
    if (turn < 0) continue;
    costs.push({
      script: painted.script - before.script,
      depois: after.script - painted.script,
      tarefas: after.task - before.task,
      ateATela,
    });
  }
  const of = (key: keyof ChangeCost): number => tenth(median(costs.map((cost) => cost[key])));
  return { script: of("script"), depois: of("depois"), tarefas: of("tarefas"), ateATela: of("ateATela") };
}

export function apply(page: Page, change: Change): Promise<number> {
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
  readonly indicadores: number;
  /** Shrinking and normalising every indicator, once for each load. */
  readonly preparar: number;
  /** Scores, bounds and positions, at every change of a weight. */
  readonly ordenar: number;
  /** The first version's rule on the same figures, which has no bounds and shrinks nothing. */
  readonly primeiraVersao: { readonly preparar: number; readonly ordenar: number };
  /** Time of `ordenar` divided by the first version's: below 1 is faster. */
  readonly razaoOrdenar: number;
}

/** The pure rule alone, in Node, medians in ms. */
export function ranking(snapshot: Snapshot, size: Size): RankCost {
  const shown = sized(snapshot, size);
  const { metodo, catalogo, colunas, municipios } = shown;
  const prepare = (): PreparedPriority => preparePriority(metodo, catalogo, colunas, municipios);
  const prepared = prepare();
  // The weight that moves; another one has to stay above zero.
  const weights = Array.from({ length: 60 }, (_, turn) =>
    weightsOf(prepared, { ...metodo, dimensoes: metodo.dimensoes.map((d, i) => (i === 0 ? { ...d, peso: turn } : d)) }),
  );
  const first = prepareFirst(shown);
  const shares = metodo.dimensoes.map(({ peso }) => peso);
  const ordenar = median(times(60, (turn) => scorePriority(prepared, weights[turn])));
  const ordenarPrimeira = median(times(60, (turn) => rankFirst(first, [turn, ...shares.slice(1)])));
  return {
    municipios: municipios.length,
    indicadores: prepared.indicadores.length,
    preparar: tenth(median(times(20, prepare))),
    ordenar: thousandth(ordenar),
    primeiraVersao: { preparar: tenth(median(times(20, () => prepareFirst(shown)))), ordenar: thousandth(ordenarPrimeira) },
    razaoOrdenar: tenth(ordenar / ordenarPrimeira),
  };
}

function thousandth(ms: number): number {
  return Math.round(1000 * ms) / 1000;
}

function times(turns: number, task: (turn: number) => unknown): number[] {
  return Array.from({ length: turns }, (_, turn) => {
    const from = performance.now();
    task(turn);
    return performance.now() - from;
  });
}
