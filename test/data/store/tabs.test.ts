import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openStore, storeName } from "../../../src/data/store/open-store.ts";
import { type Migration, MIGRATIONS } from "../../../src/data/store/schema.ts";
import type { StoreEvent } from "../../../src/data/store/store.ts";
import { freshBrowser, load, LocksOfOneBrowser, openRaw } from "./browser-parts.ts";
import { closeAll, ESCOPO, ids, opened, reload, visit } from "./visits.ts";

const NAME = storeName(ESCOPO);

beforeEach(() => {
  freshBrowser();
});

afterEach(closeAll);

describe("two tabs", () => {
  it("tell each other what was kept, dropped and cleared", async () => {
    const locks = new LocksOfOneBrowser() as unknown as LockManager;
    const [here, there] = [await visit({ locks }), await visit({ locks })];
    const heard: StoreEvent[] = [];
    there.subscribe((event) => heard.push(event));
    await here.keep(load("a"));
    await here.drop("a");
    await here.clear();
    await vi.waitFor(() => {
      expect(heard).toHaveLength(3);
    });
    expect(heard).toEqual([
      { tipo: "guardada", id: "a", deOutraAba: true },
      { tipo: "retirada", id: "a", deOutraAba: true },
      { tipo: "apagado", id: null, deOutraAba: true },
    ]);
  });

  it("hear nothing of what is no message of ours", async () => {
    const store = await visit();
    const heard: StoreEvent[] = [];
    store.subscribe((event) => heard.push(event));
    const stranger = new BroadcastChannel(NAME);
    for (const message of ["oi", { tipo: "explodiu", id: null }, null, { tipo: "guardada", id: 7 }]) stranger.postMessage(message);
    stranger.postMessage({ tipo: "guardada", id: "z", mais: 1 });
    await vi.waitFor(() => {
      expect(heard).toEqual([{ tipo: "guardada", id: "z", deOutraAba: true }]);
    });
    stranger.close();
  });

  it("keep at the same time without losing either, each under the lock", async () => {
    const browser = new LocksOfOneBrowser();
    const locks = browser as unknown as LockManager;
    const tabs = [await visit({ locks }), await visit({ locks }), await visit({ locks: null })];
    await Promise.all(tabs.flatMap((tab, i) => [tab.keep(load(`x${String(i)}`, i)), tab.keep(load(`y${String(i)}`, i + 10))]));
    expect(await ids(await visit())).toEqual(["x0", "x1", "x2", "y0", "y1", "y2"]);
    expect(browser.asked).toEqual(Array.from({ length: 4 }, () => `${NAME} guardar`));
  });

  it("one of which opens a newer app: the old one lets go, works in memory and says to reload", async () => {
    const old = await visit();
    await old.keep(load("a"));
    const events: StoreEvent[] = [];
    old.subscribe((event) => events.push(event));
    const newer = await openRaw(NAME, 2, (db) => db.createObjectStore("novidades"));
    expect([...newer.objectStoreNames]).toContain("novidades");
    expect(old.state()).toMatchObject({ onde: "memoria", conserto: "Recarregue esta página para continuar com a versão nova." });
    expect(events.map(({ tipo }) => tipo)).toContain("estado");
    expect((await old.keep(load("b"))).guardada).toBe(false);
    expect(await ids(old)).toEqual(["b"]);
    newer.close();
  });

  it("one of which holds an older database open: the other works in memory after waiting, and the next visit upgrades", async () => {
    const holder = await openRaw(NAME, 1, (db) => ["cargas", "pedacos", "arquivos", "ajustes"].map((name) => db.createObjectStore(name)));
    const migrations = [...MIGRATIONS, addStore];
    const store = await openStore({ escopo: ESCOPO, openMs: 80 }, migrations);
    opened.push(store);
    expect(store.state()).toMatchObject({ onde: "memoria", conserto: "Feche as outras abas deste aplicativo e recarregue esta página." });
    expect((await store.keep(load("a"))).guardada).toBe(false);
    holder.close();
    store.close();
    const again = await openStore({ escopo: ESCOPO }, migrations);
    opened.push(again);
    expect(again.state()).toEqual({ onde: "navegador" });
    expect(await again.keep(load("a"))).toEqual({ guardada: true });
  });

  it("one of which deletes the database: the other opens it anew when it is needed", async () => {
    const store = await visit();
    await store.keep(load("a"));
    const deleting = indexedDB.deleteDatabase(NAME);
    await new Promise((resolve) => (deleting.onsuccess = resolve));
    expect(await ids(store)).toEqual([]);
    expect(await store.keep(load("b"))).toEqual({ guardada: true });
    expect(await ids(await reload(store))).toEqual(["b"]);
  });
});

it("a migration takes what an older app kept along", async () => {
  const store = await visit();
  await store.keep(load("a"));
  store.close();
  const migrations = [...MIGRATIONS, addStore];
  const upgraded = await openStore({ escopo: ESCOPO }, migrations);
  opened.push(upgraded);
  expect(await ids(upgraded)).toEqual(["a"]);
  expect(upgraded.problems()).toEqual([]);
  expect((await indexedDB.databases()).map(({ version }) => version)).toEqual([2]);
});

/** What an app of tomorrow may need. */
const addStore: Migration = (db) => {
  (db as unknown as { createObjectStore: (name: string) => unknown }).createObjectStore("pedidos");
};
