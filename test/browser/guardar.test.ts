import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page, type Route } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../scripts/browser.mjs";
import { createAppServer } from "../../scripts/serve.ts";
import { publication } from "../data/refresh/published.ts";
import type { GuardarPage } from "./pages/guardar/main.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MB = 1024 * 1024;
/** A name that is not this machine's own, so that the browser takes plain http for what it is. */
const PLAIN_HOST = "mirante.test";
const OLD = publication("2026-06-30", { municipios: "codigo\n1\n", indicadores: "valor\n1\n" });
const contexts: BrowserContext[] = [];

let dist: string;
let server: Server;
let browser: Browser;
let port: number;

beforeAll(async () => {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("No Chrome or Chromium: set CHROME_PATH.");
  dist = await mkdtemp(join(tmpdir(), "mirante-guardar-"));
  await build({
    configFile: join(ROOT, "vite.config.ts"),
    root: join(ROOT, "test/browser/pages/guardar"),
    publicDir: false,
    logLevel: "error",
    build: { outDir: dist, emptyOutDir: true },
  });
  await mkdir(join(dist, "dados"));
  await writeFile(join(dist, "dados", "manifest.json"), JSON.stringify(OLD.manifest));
  for (const [name, bytes] of OLD.files) await writeFile(join(dist, "dados", name), bytes);
  server = createAppServer(dist);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
  browser = await chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ["--disable-quic", "--no-first-run", "--disable-background-networking", `--host-resolver-rules=MAP ${PLAIN_HOST} 127.0.0.1`],
  });
});

afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
  await rm(dist, { recursive: true, force: true });
});

interface Tab {
  readonly page: Page;
  readonly errors: string[];
  /** Calls the page's store. */
  readonly ask: <T>(what: (store: GuardarPage) => T) => Promise<Awaited<T>>;
}

async function newProfile(): Promise<BrowserContext> {
  const context = await browser.newContext();
  contexts.push(context);
  return context;
}

async function openTab(context: BrowserContext, host = "127.0.0.1"): Promise<Tab> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    // Told of every page that comes over plain http; it is the host's header, not the page.
    if (message.type() === "error" && !message.text().startsWith("The Cross-Origin-Opener-Policy header")) errors.push(message.text());
  });
  await page.goto(`http://${host}:${String(port)}/`);
  return { page, errors, ask: (what) => ask(page, what) };
}

async function reload({ page }: Tab): Promise<void> {
  await page.reload();
  await ready(page);
}

const ready = (page: Page): Promise<unknown> => page.waitForFunction(() => globalThis.guardar !== undefined);

async function ask<T>(page: Page, what: (store: GuardarPage) => T): Promise<Awaited<T>> {
  await ready(page);
  const handle = await page.evaluateHandle(() => globalThis.guardar);
  // The function goes to the page as text: it may use nothing but its argument.
  return handle.evaluate<Awaited<T>>(what as never);
}

describe("what is kept in the browser", () => {
  it("is there after a reload, byte for byte, until it is dropped", async () => {
    const tab = await openTab(await newProfile());
    expect(await tab.ask((store) => store.keep("b", 2, 1_000))).toEqual({ guardada: true });
    expect(await tab.ask((store) => store.keep("a", 1, 9_000_000))).toEqual({ guardada: true });
    const before = await tab.ask((store) => store.list());
    expect(before.map(({ id, bytes, linhas }) => [id, bytes, linhas])).toEqual([["a", 9_000_000, 9_000_000], ["b", 1_000, 1_000]]);
    await reload(tab);
    expect(await tab.ask((store) => store.list())).toEqual(before);
    await tab.ask((store) => store.drop("a"));
    await reload(tab);
    expect((await tab.ask((store) => store.list())).map(({ id }) => id)).toEqual(["b"]);
    expect(await tab.ask((store) => store.problems())).toEqual([]);
    expect(tab.errors).toEqual([]);
  });

  it("with a byte changed on the disk is announced and dropped, and the rest stays", async () => {
    const tab = await openTab(await newProfile());
    await tab.ask((store) => store.keep("bom", 1, 5_000));
    await tab.ask((store) => store.keep("ruim", 2, 5_000));
    await tab.page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => (request.onsuccess = () => { resolve(request.result); }));
      const db = await asked(indexedDB.open("mirante-suas XX /"));
      const pieces = db.transaction("pedacos", "readwrite").objectStore("pedacos");
      const piece = (await asked(pieces.get(["carga:ruim", 0]))) as Uint8Array;
      piece[100] = (piece[100] ?? 0) ^ 1;
      await asked(pieces.put(piece, ["carga:ruim", 0]));
      db.close();
    });
    await reload(tab);
    expect((await tab.ask((store) => store.list())).map(({ id }) => id)).toEqual(["bom"]);
    expect(await tab.ask((store) => store.problems())).toEqual([
      "ruim.csv: o que estava guardado neste navegador se estragou e foi retirado. Os outros arquivos continuam.",
    ]);
  });

  it("does not fit: is said, is in use until the page closes, and what was kept before stays", async () => {
    const context = await newProfile();
    const tab = await openTab(context);
    const devtools = await context.newCDPSession(tab.page);
    const origin = `http://127.0.0.1:${String(port)}`;
    // Before the first write: the browser remembers for half a minute how much room there was.
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 2 * MB });
    expect(await tab.ask((store) => store.keep("pequeno", 1, 10_000))).toEqual({ guardada: true });
    expect(await tab.ask((store) => store.keep("grande", 2, 30_000_000))).toEqual({
      guardada: false,
      motivo: "O navegador não tem mais espaço para guardar este arquivo. Ele está em uso, mas só até fechar esta página.",
      conserto: "Apague arquivos guardados que não usa mais, ou libere espaço no computador, e carregue o arquivo de novo.",
    });
    expect((await tab.ask((store) => store.list())).map(({ id }) => id)).toEqual(["pequeno", "grande"]);
    await reload(tab);
    expect((await tab.ask((store) => store.list())).map(({ id }) => id)).toEqual(["pequeno"]);
  });

  it("takes room the browser tells", async () => {
    const tab = await openTab(await newProfile());
    await tab.ask((store) => store.keep("a", 1, 5_000_000));
    const { usado, disponivel } = await tab.ask((store) => store.space());
    expect(usado).toBeGreaterThan(4_000_000);
    expect(disponivel).toBeGreaterThan(0);
  });

  it("on plain http, without locks and without the browser's own hashing, is kept all the same", async () => {
    const tab = await openTab(await newProfile(), PLAIN_HOST);
    const missing = await tab.page.evaluate(() => [isSecureContext, "locks" in navigator, "storage" in navigator, "subtle" in crypto]);
    expect(missing).toEqual([false, false, false, false]);
    expect(await tab.ask((store) => store.keep("a", 1, 5_000))).toEqual({ guardada: true });
    const before = await tab.ask((store) => store.list());
    await reload(tab);
    expect(await tab.ask((store) => store.list())).toEqual(before);
    expect(await tab.ask((store) => store.space())).toEqual({ usado: null, disponivel: null, persistente: null });
    expect(tab.errors).toEqual([]);
  });
});

describe("two tabs", () => {
  it("keep at once without losing either, hear of each other, and clear for both", async () => {
    const context = await newProfile();
    const [here, there] = [await openTab(context), await openTab(context)];
    await Promise.all([
      here.ask((store) => Promise.all([store.keep("a", 1, 3_000_000), store.keep("b", 2, 3_000_000)])),
      there.ask((store) => Promise.all([store.keep("c", 3, 3_000_000), store.keep("d", 4, 3_000_000)])),
    ]);
    await reload(there);
    expect((await there.ask((store) => store.list())).map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
    await there.page.evaluate(() => caches.open("mirante-suas XX / paginas"));
    await here.ask((store) => store.clear());
    await there.page.waitForFunction(() => globalThis.guardar?.heard.some(({ tipo, deOutraAba }) => tipo === "apagado" && deOutraAba));
    const left = await there.page.evaluate(async () => {
      const asked = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve) => (request.onsuccess = () => { resolve(request.result); }));
      const db = await asked(indexedDB.open("mirante-suas XX /"));
      const counts = await Promise.all([...db.objectStoreNames].map((name) => asked(db.transaction(name).objectStore(name).count())));
      db.close();
      return [counts, await caches.keys()];
    });
    expect(left).toEqual([[0, 0, 0, 0], []]);
    await reload(here);
    expect(await here.ask((store) => store.list())).toEqual([]);
  });

  it("one of which upgrades the database: the other lets go at once and says to reload", async () => {
    const context = await newProfile();
    const [old, newer] = [await openTab(context), await openTab(context)];
    await old.ask((store) => store.keep("a", 1, 1_000));
    await newer.page.goto(`http://127.0.0.1:${String(port)}/?nada`);
    await newer.page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open("mirante-suas XX /", 2);
          opening.onsuccess = () => { resolve(); };
          opening.onerror = () => { reject(new Error("not opened")); };
        }),
    );
    expect(await old.ask((store) => store.state())).toMatchObject({ onde: "memoria", conserto: "Recarregue esta página para continuar com a versão nova." });
    expect((await old.ask((store) => store.keep("b", 2, 1_000))).guardada).toBe(false);
    expect((await old.ask((store) => store.list())).map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("a refresh of the published data", () => {
  const NEW = publication("2026-07-31", { municipios: "codigo\n1\n", indicadores: "valor\n2\n", apoios: "apoio\na\n" });
  const texts = (what: typeof OLD): Readonly<Record<string, string>> =>
    Object.fromEntries(what.manifest.arquivos.map(({ extrato, nome }) => [extrato, what.files.get(nome)?.toString() ?? ""]));

  /** The service of files, of which `held` are never answered. */
  async function publish(context: BrowserContext, what: typeof OLD, held = ""): Promise<void> {
    await context.unrouteAll();
    await context.route("**/dados/*", async (route: Route) => {
      const name = new URL(route.request().url()).pathname.replace("/dados/", "");
      if (held !== "" && name.startsWith(held)) return;
      const body = name === "manifest.json" ? JSON.stringify(what.manifest) : what.files.get(name);
      await (body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, headers: { ETag: `"${what.manifest.versao}"` } }));
    });
  }

  it("cut off by closing the page leaves the old version whole; the next one ends it", async () => {
    const context = await newProfile();
    await publish(context, OLD);
    const tab = await openTab(context);
    expect(await tab.ask((store) => store.active())).toBe("nenhuma");
    expect((await tab.ask((store) => store.refresh())).tipo).toBe("atualizada");
    await publish(context, NEW, "apoios");
    const asking = tab.page.waitForRequest(/apoios/);
    const cut = tab.ask((store) => store.refresh()).catch(() => "a página fechou");
    await asking;
    await tab.page.close();
    expect(await cut).toBe("a página fechou");

    const again = await openTab(context);
    expect(await again.ask((store) => store.active())).toEqual(texts(OLD));
    await publish(context, NEW);
    const outcome = await again.ask((store) => store.refresh());
    // The file that had come before the cut was not fetched again.
    expect(outcome).toMatchObject({ tipo: "atualizada", baixados: 1, reaproveitados: 2, versao: { dataReferencia: "2026-07-31" } });
    await reload(again);
    expect(await again.ask((store) => store.active())).toEqual(texts(NEW));
    expect(again.errors).toEqual([]);
  });

  it("asks the app's own server only whether the list changed, once it has the files", async () => {
    const tab = await openTab(await newProfile());
    const answers: string[] = [];
    tab.page.on("response", (response) => answers.push(`${new URL(response.url()).pathname} ${String(response.status())}`));
    expect((await tab.ask((store) => store.refresh())).tipo).toBe("atualizada");
    expect(answers).toEqual(["/dados/manifest.json 200", ...[...OLD.files.keys()].map((name) => `/dados/${name} 200`)]);
    answers.length = 0;
    await reload(tab);
    expect((await tab.ask((store) => store.refresh())).tipo).toBe("em-dia");
    expect(answers.filter((line) => line.startsWith("/dados/"))).toEqual(["/dados/manifest.json 304"]);
    expect(await tab.ask((store) => store.active())).toEqual(texts(OLD));
  });

  it("of what another tab has refreshed already finds it up to date", async () => {
    const context = await newProfile();
    await publish(context, OLD);
    const [here, there] = [await openTab(context), await openTab(context)];
    const kinds = await Promise.all([here.ask((store) => store.refresh()), there.ask((store) => store.refresh())]);
    expect(kinds.map(({ tipo }) => tipo).sort()).toEqual(["atualizada", "em-dia"]);
  });
});
