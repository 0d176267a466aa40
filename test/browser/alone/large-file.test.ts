import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drop, HEADER, opened, report } from "../dados-page.ts";
import { type App, openApp } from "../harness.ts";

/** The bench holds the page to 50 ms on a quiet machine; beside other work this still tells a page that reads files by itself, which takes seconds. */
const BLOCKED_MS = 200;

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

describe("a large file", () => {
  const LINES = 400_000;

  /** Drops a file made in the page, so that its bytes do not cross from the test. */
  async function dropLarge(page: Page): Promise<void> {
    await opened(page);
    await page.evaluate(
      ([header, n]) => {
        const lines = Array.from({ length: n }, (_, i) => `X-${String(i)};05/10/2026;510340;presencial;bpc;registrada`);
        const transfer = new DataTransfer();
        transfer.items.add(new File([`${header}\n${lines.join("\n")}`], "grande.csv"));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [HEADER, LINES] as const,
    );
  }

  it("shows progress and stops when cancelled", async () => {
    const { page } = await app.open("#/dados");
    await dropLarge(page);
    await page.getByRole("progressbar").waitFor();
    await page.getByRole("button", { name: "Cancelar" }).click();
    const cancelled = report(page, "grande.csv: cancelado");
    await cancelled.waitFor();
    expect(await cancelled.innerText()).toContain("A leitura foi cancelada.");
    await page.getByText("Escolher arquivo").waitFor();
    await page.context().close();
  });

  it("leaves the page free while it is read, and is drawn at most ten times a second", async () => {
    const { page } = await app.open("#/dados");
    await opened(page);
    await page.evaluate(() => {
      const seen = { tasks: [] as number[], draws: [] as number[] };
      Object.assign(window, { seen });
      new MutationObserver(() => seen.draws.push(performance.now())).observe(document.querySelector(".dados-drop") ?? document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
    await dropLarge(page);
    await page.getByRole("progressbar").waitFor();
    await page.evaluate(() => {
      const { seen } = window as unknown as { seen: { tasks: number[] } };
      new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    });
    await report(page, "grande.csv: carregado").waitFor();
    const { tasks, draws } = await page.evaluate(() => (window as unknown as { seen: { tasks: number[]; draws: number[] } }).seen);
    const perSecond = Math.max(...draws.map((from) => draws.filter((at) => at >= from && at < from + 1_000).length));
    expect(perSecond).toBeLessThanOrEqual(12);
    expect(tasks.filter((ms) => ms > BLOCKED_MS)).toEqual([]);
    await page.context().close();
  });
});

describe("a wide file", () => {
  it("of 512 columns is mapped without a long task", async () => {
    const { page } = await app.open("#/dados");
    const titles = Array.from({ length: 512 }, (_, i) => (i === 0 ? "Cod" : `coluna ${String(i)} xyz`));
    const row = titles.map((_, i) => (i === 0 ? "510340" : String(i)));
    await drop(page, { "larga.csv": `${titles.join(";")}\n${row.join(";")}\n` });
    const unknown = report(page, "larga.csv: não reconheci este arquivo");
    await unknown.waitFor();
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
    });
    await unknown.getByRole("button", { name: "Dizer o que é cada coluna" }).click();
    await page.getByLabel("Procurar coluna").fill("coluna 400");
    await page.getByLabel("coluna 400 xyz", { exact: true }).selectOption("valor");
    await page.getByText("Escolha o indicador da coluna “coluna 400 xyz”.").waitFor();
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    expect(tasks.filter((ms) => ms > BLOCKED_MS)).toEqual([]);
    await page.context().close();
  });
});
