import type { BrowserContext, Page } from "playwright-core";
import { readResident, resetPeaks } from "./memory.ts";
import { tenth, withFreshBrowser, type Serving } from "./open.ts";

const PATIENCE_MS = 300_000;
const REST_MS = 1500;
/** How long a stage has gone on when it is cancelled, ms: at its start, and well into it where it lasts. */
const CANCEL_AFTER = [0, 1500];

/** One file dropped on the page of the app. */
export interface Drop {
  /** From the drop to the report that says the file answers questions, ms. */
  readonly ms: number;
  /** Longest task of the page's thread, ms; null when none passed 50. */
  readonly tarefa: number | null;
  /** Peak of the renderer, page and workers, bytes; null where it cannot be known. */
  readonly pico: number | null;
  /** What the renderer had before the drop, bytes. */
  readonly antes: number | null;
}

/** One cancelling in the middle of the large file. */
export interface Cancel {
  readonly etapa: string;
  /** From the click to the report that says "cancelado", ms; null when the button could not be pressed. */
  readonly ms: number | null;
}

/** Drops a file on `#/dados` so many times, the engine ready and the page at rest. */
export async function dropTimes(serving: Serving, path: string, turns: number): Promise<Drop[]> {
  return withFreshBrowser(null, async ({ page, context }) => {
    await openDados(page, serving);
    const drops: Drop[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      await page.waitForTimeout(turn === 0 ? REST_MS : 300);
      resetPeaks();
      const before = readResident();
      await page.evaluate(watchPage, PATIENCE_MS);
      await dropFile(page, context, path);
      const { ms, tarefa } = await page.evaluate(() => globalThis.miranteMedida);
      const after = readResident();
      drops.push({ ms, tarefa, pico: after?.pico ?? null, antes: before?.agora ?? null });
      await closeReport(page);
    }
    return drops;
  });
}

/** Opens the page of the data, the engine ready. */
export async function openDados(page: Page, serving: Serving): Promise<void> {
  await page.goto(`${serving.url}/#/dados`);
  await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0, null, { timeout: PATIENCE_MS });
  await page.locator("input[type=file]").first().waitFor({ state: "attached" });
}

/** A drop as the system makes it: the page gets a file of the disk. */
export async function dropFile(page: Page, context: BrowserContext, path: string): Promise<void> {
  const devtools = await context.newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", { type, x: 640, y: 300, data });
  }
  await devtools.detach();
}

interface PageMeasure {
  readonly ms: number;
  readonly tarefa: number | null;
}

declare global {
  var miranteMedida: Promise<PageMeasure>;
}

/** Runs in the page, before the drop: notes when the file comes, the long tasks, and when its report is there. */
export function watchPage(patience: number): void {
  globalThis.miranteMedida = new Promise((resolve, reject) => {
    let dropped = Number.NaN;
    let longest: number | null = null;
    document.addEventListener("drop", () => (dropped = performance.now()), { capture: true, once: true });
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest ?? 0, duration);
    });
    tasks.observe({ type: "longtask" });
    const changes = new MutationObserver(() => {
      const title = document.querySelector(".dados-report h2")?.textContent ?? "";
      if (title === "") return;
      const ms = performance.now() - dropped;
      changes.disconnect();
      if (!title.endsWith("carregado") || title.endsWith("não foi carregado")) reject(new Error(title));
      // The task that drew the report is itself reported a little later.
      setTimeout(() => {
        tasks.disconnect();
        resolve({ ms, tarefa: longest });
      }, 500);
    });
    changes.observe(document.body, { childList: true, subtree: true });
    setTimeout(() => {
      reject(new Error("the file had no report in time"));
    }, patience);
  });
}

/** Cancels in each stage the large file goes through. */
export async function cancels(serving: Serving, path: string): Promise<Cancel[]> {
  return withFreshBrowser(null, async ({ page, context }) => {
    await openDados(page, serving);
    const stages = page.evaluate(seeStages);
    await dropFile(page, context, path);
    const found: Cancel[] = [];
    for (const stage of await stages) {
      for (const after of CANCEL_AFTER) {
        await closeReport(page);
        await dropFile(page, context, path);
        await page.waitForFunction((label) => document.querySelector(".states-loading span")?.textContent.startsWith(label) === true, stage, {
          timeout: PATIENCE_MS,
        });
        await page.waitForTimeout(after);
        const cancel = await page.evaluate(pressCancel, stage);
        if (cancel !== null) found.push({ etapa: cancel.etapa, ms: cancel.ms === null ? null : tenth(cancel.ms) });
        await page.locator(".dados-report h2").first().waitFor({ timeout: PATIENCE_MS });
      }
    }
    return found;
  });
}

/** Waits for a file's report and closes it. */
export async function closeReport(page: Page): Promise<void> {
  await page.locator(".dados-report h2").first().waitFor({ timeout: PATIENCE_MS });
  await page.getByRole("button", { name: "Fechar relatório" }).first().click();
}

/** Runs in the page: the names of the stages until the first report, in order. */
function seeStages(): Promise<string[]> {
  return new Promise((resolve) => {
    const seen = new Set<string>();
    const changes = new MutationObserver(() => {
      const label = document.querySelector(".dados-drop .states-loading span")?.textContent.replace(/…$| \(.*$/, "") ?? "";
      if (label !== "") seen.add(label);
      if (document.querySelector(".dados-report h2") === null) return;
      changes.disconnect();
      resolve([...seen]);
    });
    changes.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** Runs in the page: presses "Cancelar" and waits for the report; null when the stage was through already. */
function pressCancel(stage: string): Promise<{ readonly etapa: string; readonly ms: number | null } | null> {
  const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Cancelar");
  const etapa = document.querySelector(".dados-drop .states-loading span")?.textContent ?? "";
  if (button === undefined || !etapa.startsWith(stage)) {
    button?.click();
    return Promise.resolve(null);
  }
  if (button.disabled) return Promise.resolve({ etapa, ms: null });
  return new Promise((resolve) => {
    const from = performance.now();
    const changes = new MutationObserver(() => {
      if (document.querySelector(".dados-report h2")?.textContent.endsWith("cancelado") !== true) return;
      changes.disconnect();
      resolve({ etapa, ms: performance.now() - from });
    });
    changes.observe(document.body, { childList: true, subtree: true });
    button.click();
  });
}
