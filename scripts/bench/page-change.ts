import type { BrowserContext, Page } from "playwright-core";
import { closeReport, dropFile, watchPage } from "./import-drop.ts";
import { median, tenth } from "./open.ts";

/** How long a page may take to answer, ms. */
export const PATIENCE_MS = 120_000;
/** Without a new answer or anything new on the screen for so long, a change is over. */
const QUIET_MS = 500;

/** What a change on the page cost, ms; null where the page asked nothing or had no long task. */
export interface PageChange {
  /** From the change to the last answer in the page, and to the second frame after the last thing that changed on the screen. */
  readonly resposta: number | null;
  readonly tela: number | null;
  /** In the worker: the slowest question, and what was counted again before it. */
  readonly pergunta: number | null;
  readonly preparo: number | null;
  /** Longest task of the page's thread. */
  readonly tarefa: number | null;
}

/** A click on a part's name, or another address. */
export type Change = { readonly parte: string } | { readonly hash: string };

/**
 * Makes a change and waits until its questions are answered and drawn.
 * @param keeper name of the worker that answers
 * @param pronta selector of what is there once the page is open
 */
export async function changeTo(page: Page, change: Change, { keeper, pronta }: { readonly keeper: string; readonly pronta: string }): Promise<PageChange> {
  return page.evaluate(measureChange, { change, keeper, pronta, quiet: QUIET_MS, patience: PATIENCE_MS });
}

interface Measuring {
  readonly change: Change;
  readonly keeper: string;
  readonly pronta: string;
  readonly quiet: number;
  readonly patience: number;
}

/** Runs in the page. It names no function of its own: what is sent to the page has no names to give. */
function measureChange({ change, keeper, pronta, quiet, patience }: Measuring): Promise<PageChange> {
  return new Promise((resolve, reject) => {
    const seen: { -readonly [K in keyof PageChange]: number | null } = { resposta: null, tela: null, pergunta: null, preparo: null, tarefa: null };
    const from = performance.now();
    let quietFrom = from;
    const tasks = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) if (startTime >= from) seen.tarefa = Math.max(seen.tarefa ?? 0, duration);
    });
    const answers = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.name.startsWith(`mirante:${keeper}:pergunta:`) || entry.startTime + entry.duration < from) continue;
        const detail = (entry as PerformanceMeasure).detail as { readonly msDoPreparo: number; readonly msDaPergunta: number };
        seen.resposta = Math.max(seen.resposta ?? 0, entry.startTime + entry.duration - from);
        seen.pergunta = Math.max(seen.pergunta ?? 0, detail.msDaPergunta);
        // What needed nothing counted again took no more than a look at it.
        if (detail.msDoPreparo > 1) seen.preparo = Math.max(seen.preparo ?? 0, detail.msDoPreparo);
        quietFrom = performance.now();
      }
    });
    const screen = new MutationObserver(() => {
      quietFrom = performance.now();
      requestAnimationFrame(() => requestAnimationFrame(() => (seen.tela = performance.now() - from)));
    });
    tasks.observe({ type: "longtask" });
    answers.observe({ type: "measure" });
    screen.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    const timer = setInterval(() => {
      const now = performance.now();
      const isWaiting = document.querySelector(pronta) === null || document.querySelector(".states-loading, [aria-busy=true]") !== null;
      if ((isWaiting || now - quietFrom < quiet) && now - from < patience) return;
      clearInterval(timer);
      tasks.disconnect();
      answers.disconnect();
      screen.disconnect();
      if (isWaiting) reject(new Error(`${JSON.stringify(change)} was not answered in time`));
      else resolve(seen);
    }, 50);
    if ("hash" in change) location.hash = change.hash;
    else {
      const botao = [...document.querySelectorAll<HTMLButtonElement>(".part-nav button")].find(({ textContent }) => textContent === change.parte);
      if (botao === undefined) reject(new Error(`there is no part "${change.parte}"`));
      else botao.click();
    }
  });
}

/** From the columns asked of the engine to the data in the worker, ms. */
export interface PageLoad {
  readonly motor: number;
  readonly leitura: number;
  readonly tudo: number;
}

/** How long the data of a keeper took. */
export async function loadOf(page: Page, keeper: string): Promise<PageLoad> {
  return page.evaluate((nome) => {
    const [entry] = performance.getEntriesByName(`mirante:${nome}:carga`);
    if (entry === undefined) throw new Error("the data were not read");
    const { motor, leitura } = (entry as PerformanceMeasure).detail as { readonly motor: number; readonly leitura: number };
    return { motor, leitura, tudo: entry.duration };
  }, keeper);
}

/** Loads a file through the page's own import; the page of the data is open. @returns ms from the drop to the report */
export async function loadFile(page: Page, context: BrowserContext, path: string): Promise<number> {
  await page.evaluate(watchPage, PATIENCE_MS);
  await dropFile(page, context, path);
  const { ms } = await page.evaluate(() => globalThis.miranteMedida);
  await closeReport(page);
  return ms;
}

/** Of each figure the median; of the long tasks the longest. */
export function middle(changes: readonly PageChange[]): PageChange {
  const of = (value: (change: PageChange) => number | null): number | null => {
    const found = changes.flatMap((change) => value(change) ?? []);
    return found.length === 0 ? null : tenth(median(found));
  };
  const tarefas = changes.flatMap(({ tarefa }) => tarefa ?? []);
  return {
    resposta: of(({ resposta }) => resposta),
    tela: of(({ tela }) => tela),
    pergunta: of(({ pergunta }) => pergunta),
    preparo: of(({ preparo }) => preparo),
    tarefa: tarefas.length === 0 ? null : tenth(Math.max(...tarefas)),
  };
}
