import type { Page } from "playwright-core";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { apply, showSized, type Size } from "./interaction.ts";
import { median, tenth, withFreshBrowser, type Serving } from "./open.ts";

/** Draws after a change of a weight, medians in ms from the change. */
export interface DrawsCost {
  readonly municipios: number;
  readonly indicadores: number;
  readonly sorteios: number;
  /** The first estimate is at hand. */
  readonly primeiro: number;
  readonly fim: number;
}

const PATIENCE_MS = 300_000;

/** Changes a weight and waits until every draw is made, so many times. */
export async function drawsSpeed(serving: Serving, snapshot: Snapshot, size: Size, turns: number): Promise<DrawsCost> {
  return withFreshBrowser(null, async ({ page, context }) => {
    const shown = await showSized(context, snapshot, size);
    await page.goto(`${serving.url}/?mapa=svg#/prioridades`);
    await finished(page, 0);
    await page.getByRole("button", { name: /pesos/i }).first().click();
    const first: number[] = [];
    const last: number[] = [];
    for (let turn = 0; turn <= turns; turn += 1) {
      const from = await page.evaluate(() => performance.now());
      await apply(page, { kind: "peso", value: String(20 + 5 * turn) });
      const { primeiro, fim } = await finished(page, from);
      // The first turn compiles what the others reuse.
      if (turn === 0 && turns > 1) continue;
      first.push(primeiro - from);
      last.push(fim - from);
      await page.waitForTimeout(300);
    }
    return {
      municipios: shown.municipios.length,
      indicadores: size.indicadores ?? shown.metodo.dimensoes.reduce((n, { indicadores }) => n + indicadores.length, 0),
      sorteios: shown.metodo.sorteios,
      primeiro: tenth(median(first)),
      fim: tenth(median(last)),
    };
  });
}

/** Times of the draws asked for after an instant, once they are all made. */
async function finished(page: Page, after: number): Promise<{ readonly primeiro: number; readonly fim: number }> {
  const found = await page.waitForFunction(
    (since) => {
      const [pedido = -1, primeiro = -1, fim = -1] = ["pedido", "primeiro", "fim"].map(
        (name) => performance.getEntriesByName(`mirante:sorteios-${name}`)[0]?.startTime ?? -1,
      );
      return pedido >= since && primeiro >= pedido && fim >= primeiro ? { primeiro, fim } : null;
    },
    after,
    { timeout: PATIENCE_MS },
  );
  const times = await found.jsonValue();
  if (times === null) throw new Error("the draws were not finished");
  return times;
}
