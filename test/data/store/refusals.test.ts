import { lengthOf } from "../../../src/data/pieces.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { storeName } from "../../../src/data/store/open-store.ts";
import { spaceInWords } from "../../../src/data/store/room.ts";
import { StoreError } from "../../../src/data/store/store.ts";
import { everythingKept, freshBrowser, load, openRaw } from "./browser-parts.ts";
import { closeAll, ESCOPO, ids, reload, texts, visit } from "./visits.ts";

const NAME = storeName(ESCOPO);

beforeEach(() => {
  freshBrowser();
});

afterEach(closeAll);

describe("no more room", () => {
  /** How a browser may end a write for lack of room. */
  const WAYS: Readonly<Record<string, (transaction: IDBTransaction) => never>> = {
    throws: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
    "ends the transaction and throws": (transaction) => {
      transaction.abort();
      throw new DOMException("full", "QuotaExceededError");
    },
    "tells only the transaction why": (transaction) => {
      Object.defineProperty(transaction, "error", { value: new DOMException("full", "QuotaExceededError") });
      transaction.abort();
      throw new DOMException("aborted", "AbortError");
    },
  };

  /** The n-th write from now on is refused. */
  function refuseWrite(n: number, way = "throws"): void {
    const real = Reflect.get(IDBObjectStore.prototype, "put") as (value: unknown, key?: IDBValidKey) => IDBRequest<IDBValidKey>;
    let count = 0;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value: unknown, key) {
      count += 1;
      return count === n ? (WAYS[way]?.(this.transaction) as never) : real.call(this, value, key);
    });
  }

  const everyWay = Object.keys(WAYS).flatMap((way) => [1, 2, 3, 4].map((n) => [way, n] as const));

  it.each(everyWay)("(the browser %s at write %i of a load): said, used all the same, and what was kept stays whole", async (way, n) => {
    const store = await visit();
    await store.keep(load("a", 1, "antes\n"));
    refuseWrite(n, way);
    const outcome = await store.keep(load("a", 1, new Uint8Array(9 * 1024 * 1024)));
    expect(outcome).toEqual({
      guardada: false,
      motivo: "O navegador não tem mais espaço para guardar este arquivo. Ele está em uso, mas só até fechar esta página.",
      conserto: "Apague arquivos guardados que não usa mais, ou libere espaço no computador, e carregue o arquivo de novo.",
    });
    expect((await store.list()).map(({ extract }) => lengthOf(extract.csv))).toEqual([9 * 1024 * 1024]);
    vi.restoreAllMocks();
    const again = await reload(store);
    expect((await again.list()).map(({ extract }) => texts(extract.csv))).toEqual(["antes\n"]);
    expect(again.problems()).toEqual([]);
  });

  it("passes: the same load is kept once there is room again", async () => {
    const store = await visit();
    refuseWrite(1);
    expect((await store.keep(load("a"))).guardada).toBe(false);
    vi.restoreAllMocks();
    expect((await store.keep(load("a"))).guardada).toBe(true);
    expect(await ids(await reload(store))).toEqual(["a"]);
  });
});

describe("a browser that keeps nothing", () => {
  it.each([
    ["has no IndexedDB", () => vi.stubGlobal("indexedDB", undefined), "Este navegador não guarda dados."],
    ["denies it on reading the property", () => denyProperty(), "Este navegador não guarda dados."],
    ["denies it on opening", () => refuseOpening("SecurityError"), "O navegador não permite que esta página guarde dados."],
    ["has no room to open it", () => refuseOpening("QuotaExceededError"), "O navegador não tem espaço para guardar dados."],
    ["finds it broken", () => refuseOpening("UnknownError"), "O navegador não conseguiu abrir o que estava guardado."],
    ["never answers", () => neverAnswer(), "O navegador não respondeu ao abrir o que estava guardado."],
  ])("because it %s, works in memory and says so", async (_name, deny, motivo) => {
    deny();
    const store = await visit({ openMs: 50 });
    const state = store.state();
    expect(state).toMatchObject({ onde: "memoria", motivo: `${motivo} Os arquivos que você trouxer valem até fechar esta página.` });
    expect(await store.keep(load("a"))).toMatchObject({ guardada: false, motivo: state.onde === "memoria" ? state.motivo : "" });
    expect(await ids(store)).toEqual(["a"]);
    await store.drop("a");
    expect(await ids(store)).toEqual([]);
  });

  it("since a newer app wrote it, says that, and deletes it only when told to", async () => {
    (await openRaw(NAME, 7, (db) => db.createObjectStore("novidades"))).close();
    const store = await visit();
    expect(store.state()).toMatchObject({ onde: "memoria", conserto: "Recarregue a página para receber a versão nova do aplicativo." });
    expect((await store.keep(load("a"))).guardada).toBe(false);
    expect((await indexedDB.databases()).map(({ version }) => version)).toEqual([7]);
    await store.clear();
    expect(await indexedDB.databases()).toEqual([]);
    expect(await ids(store)).toEqual([]);
  });

  function refuseOpening(name: string): void {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("no", name);
    });
  }

  function neverAnswer(): void {
    const silent = { addEventListener: { value: () => undefined } };
    vi.spyOn(indexedDB, "open").mockImplementation(() => Object.create(IDBOpenDBRequest.prototype, silent) as IDBOpenDBRequest);
  }

  function denyProperty(): void {
    Object.defineProperty(globalThis, "indexedDB", {
      configurable: true,
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
});

describe("clear", () => {
  it("empties every store, this installation's caches and the refresh state, and nothing of others", async () => {
    const caches = cachesNamed(`${NAME} paginas`, "de-outro-aplicativo");
    const store = await visit({ caches: caches.storage });
    await store.keep(load("a"));
    await store.versions.put("f".repeat(64), new Uint8Array([1, 2, 3]));
    const other = await visit({ escopo: "YY /" });
    await other.keep(load("b"));
    expect(Object.values(await everythingKept(NAME)).map((values) => values.length)).toEqual([0, 1, 1, 2].sort());
    await store.clear();
    expect(await everythingKept(NAME)).toEqual({ ajustes: [], arquivos: [], cargas: [], pedacos: [] });
    expect(caches.names()).toEqual(["de-outro-aplicativo"]);
    expect(await ids(store)).toEqual([]);
    expect(await ids(other)).toEqual(["b"]);
    expect(await store.keep(load("c"))).toEqual({ guardada: true });
  });

  it("that the browser refuses is said, with what to do", async () => {
    const store = await visit();
    await store.keep(load("a"));
    vi.spyOn(IDBObjectStore.prototype, "clear").mockImplementation(() => {
      throw new DOMException("no", "UnknownError");
    });
    await expect(store.clear()).rejects.toThrow(StoreError);
    await expect(store.clear()).rejects.toMatchObject({ whatToDo: expect.stringMatching(/^Feche as outras abas/) as unknown });
    vi.restoreAllMocks();
    expect(await ids(store)).toEqual(["a"]);
  });
});

describe("persistence", () => {
  function storage(answer: boolean): { storage: StorageManager; asked: () => number } {
    let asked = 0;
    const parts = {
      persisted: () => Promise.resolve(false),
      persist: () => {
        asked += 1;
        return Promise.resolve(answer);
      },
      estimate: () => Promise.resolve({ usage: 1_000, quota: 5_000 }),
    };
    return { storage: parts as unknown as StorageManager, asked: () => asked };
  }

  it("is asked for once in the store's life, after something was kept and never before", async () => {
    const browser = storage(false);
    const store = await visit({ storage: browser.storage });
    await store.list();
    expect(browser.asked()).toBe(0);
    await store.keep(load("a", 1));
    await vi.waitFor(() => {
      expect(browser.asked()).toBe(1);
    });
    await store.keep(load("b", 2));
    store.close();
    const again = await visit({ storage: browser.storage });
    await again.keep(load("c", 3));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(browser.asked()).toBe(1);
  });

  it("and room are told as the browser estimates them, and as unknown where it does not", async () => {
    expect(await (await visit({ storage: storage(true).storage })).space()).toEqual({ usado: 1_000, disponivel: 4_000, persistente: false });
    expect(await (await visit({ storage: null })).space()).toEqual({ usado: null, disponivel: null, persistente: null });
  });
});

it("room is said in words, with what is known of it", () => {
  const words = (usado: number | null, disponivel: number | null, persistente: boolean | null): string =>
    spaceInWords({ usado, disponivel, persistente }).replaceAll(/\s/g, " ");
  expect(words(5_200_000, 10_737_418_240, true)).toBe("Guardados 5,2 MB neste navegador; cabem mais 10,7 GB.");
  expect(words(1_000, 2_000, false)).toBe(
    "Guardados 1 KB neste navegador; cabem mais 2 KB. O navegador pode apagá-los sozinho quando o computador ficar sem espaço.",
  );
  expect(words(null, null, null)).toBe("O navegador não diz quanto está guardado.");
});

function cachesNamed(...start: string[]): { storage: CacheStorage; names: () => string[] } {
  const names = new Set(start);
  const storage = {
    keys: () => Promise.resolve([...names]),
    delete: (name: string) => Promise.resolve(names.delete(name)),
  };
  return { storage: storage as unknown as CacheStorage, names: () => [...names] };
}
