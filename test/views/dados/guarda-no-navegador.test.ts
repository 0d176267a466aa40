import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { storedGuarda } from "../../../src/views/dados/guarda-no-navegador.ts";
import { memoryGuarda } from "../../../src/views/dados/guarda.ts";
import { freshBrowser, load, report } from "../../data/store/browser-parts.ts";
import { closeAll, reload, visit } from "../../data/store/visits.ts";

const NOW = "2026-11-22T13:00:00.000Z";

beforeEach(() => {
  freshBrowser();
});
afterEach(closeAll);

describe("files kept in the browser", () => {
  it("are there at the next visit with their reports, and gone when forgotten", async () => {
    const store = await visit();
    const guarda = storedGuarda(store, [], () => NOW);
    const { extract } = load("a");
    expect(await guarda.keep(extract, report("a.csv"))).toEqual({ guardado: true, motivo: null });
    expect(guarda.estado()).toMatchObject({ motivo: null, itens: [{ arquivo: "a.csv", cargaId: "a", guardadoEm: NOW }] });

    const next = await reload(store);
    const again = storedGuarda(next, await next.list(), () => NOW);
    expect(again.estado().itens.map(({ arquivo }) => arquivo)).toEqual(["a.csv"]);
    expect(again.relatorio("denuncias", "a")?.arquivo).toBe("a.csv");
    await again.drop("denuncias", "a");
    expect([again.estado().itens, again.relatorio("denuncias", "a"), await next.list()]).toEqual([[], null, []]);
  });

  it("are all gone once erased, and each change is told", async () => {
    const store = await visit();
    const guarda = storedGuarda(store, [], () => NOW);
    let told = 0;
    guarda.subscribe(() => {
      told += 1;
    });
    await guarda.keep(load("a").extract, report("a.csv"));
    await guarda.keep(load("b").extract, report("b.csv"));
    expect(told).toBeGreaterThanOrEqual(2);
    expect((await store.list()).map(({ id }) => id)).toEqual(["a", "b"]);
    await guarda.clear();
    expect([guarda.estado().itens, await store.list()]).toEqual([[], []]);
  });

  it("of another tab are told with a word on what it did", async () => {
    const here = await visit();
    const there = await visit();
    const guarda = storedGuarda(here, [], () => NOW);
    await there.keep(load("a"));
    await expect.poll(() => guarda.estado().outraAba).toEqual({ acao: "carregou", arquivo: null });
  });
});

it("without a place to keep them files stay in the tab, and it is said why", async () => {
  const guarda = memoryGuarda("o navegador está em modo anônimo.");
  expect(await guarda.keep(load("a").extract, report("a.csv"))).toEqual({ guardado: false, motivo: "o navegador está em modo anônimo." });
  expect([guarda.estado().itens, guarda.relatorio("denuncias", "a")?.arquivo]).toEqual([[], "a.csv"]);
});
