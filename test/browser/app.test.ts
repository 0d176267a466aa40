import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import sirv from "sirv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, axeFindings, openApp } from "./harness.ts";

const PAGES = ["prioridades", "visitas", "denuncias", "cobertura", "dados", "metodologia"] as const;
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

/** Axe takes 20 seconds over the long page of the methodology: it goes there once. */
const VISITS = PAGES.flatMap((name) => [
  ...(name === "metodologia" ? [] : [[name, 1280, 800, "light"] as const]),
  [name, 360, 740, "dark"] as const,
]);

describe("a page", () => {
  it.each(VISITS)("%s has nothing for axe to find and no sideways scroll at %i × %i, %s", async (name, width, height, theme) => {
    const { page, errors } = await app.open(`#/${name}`, { width, height, theme });
    await page.locator("h1").first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0);
    await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

it("makes no request outside its own origin, and the policy reports no violation, on any page", async () => {
  const { page, requests, errors } = await app.open("#/prioridades");
  await page.evaluate(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  for (const name of PAGES) {
    await page.goto(`${app.url}/#/${name}`);
    await page.locator("h1").first().waitFor();
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0);
    await page.waitForLoadState("networkidle");
  }
  expect(requests.filter((address) => !address.startsWith(`${app.url}/`) && !address.startsWith("blob:"))).toEqual([]);
  expect(requests.some((address) => address.includes("duckdb-eh"))).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

it("sends the strict policy with the page, its scripts and its workers", async () => {
  const { page } = await app.open("#/prioridades");
  const policies: Record<string, string | undefined> = {};
  page.context().on("response", (response) => {
    policies[new URL(response.url()).pathname.replace(/-[\w-]{8}\./, ".")] = response.headers()["content-security-policy"];
  });
  await page.reload();
  await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0);
  const worker = Object.entries(policies).find(([path]) => path.includes("worker"));
  expect(worker?.[1]).toContain("default-src 'none'");
  expect(policies["/"]).toContain("worker-src 'self';");
  expect(Object.values(policies).every((policy) => policy?.includes("default-src 'none'") === true)).toBe(true);
  await page.context().close();
});

describe("before the app's code", () => {
  const CODE = /assets\/index-[\w-]+\.js/;
  const stage = (page: Page) => page.locator(".map-stage").evaluate((element) => element.getBoundingClientRect().toJSON() as unknown);

  it("shows the municipalities in the colours of their classes, where the app will draw them", async () => {
    for (const [width, height] of [[1280, 800], [360, 740]] as const) {
      const still = await app.open("", { width, height, prepare: (context) => context.route(CODE, () => undefined) });
      const fills = await still.page
        .locator(".first .map-area:not(.first-absent)")
        .evaluateAll((areas) => areas.map((area) => getComputedStyle(area).fill));
      expect(new Set(fills).size).toBe(5);
      const before = await stage(still.page);
      await still.page.context().close();

      const live = await app.open("", { width, height });
      await live.page.locator(".prioridades-controles").waitFor();
      expect(await stage(live.page)).toEqual(before);
      await live.page.context().close();
    }
  });

  it("says so when the code does not arrive, and the retry loads it", async () => {
    const { page } = await app.open("", { prepare: (context) => context.route(CODE, (route) => route.abort()) });
    await page.getByText("O aplicativo não carregou por inteiro.").waitFor();
    expect(await page.getByText("Carregando").filter({ visible: true }).count()).toBe(0);
    await page.context().unroute(CODE);
    await page.getByRole("button", { name: "Tentar de novo" }).click();
    await page.locator(".prioridades-controles").waitFor();
    await page.context().close();
  });
});

it("brings back a page whose code did not arrive, at its own address", async () => {
  const { page } = await app.open("#/prioridades");
  await page.locator(".prioridades-controles").waitFor();
  const code = /assets\/View-[\w-]+\.js/;
  await page.context().route(code, (route) => route.abort());
  await page.getByRole("link", { name: "Metodologia" }).click();
  await page.getByText("Esta página não chegou").waitFor();
  await page.context().unroute(code);
  await page.getByRole("button", { name: "Tentar de novo" }).click();
  await page.locator("h1").waitFor();
  expect(page.url()).toContain("#/metodologia");
  await page.context().close();
});

it("answers 404, never the page, where the engine would look for extensions", async () => {
  const response = await fetch(`${app.url}/ext/v1.4.3/wasm_eh/parquet.duckdb_extension.wasm`);
  expect(response.status).toBe(404);
});

it("goes back to the earlier page and its state with Back", async () => {
  const { page } = await app.open("#/prioridades");
  await page.locator("h1").first().waitFor();
  await page.getByRole("navigation", { name: "Páginas" }).getByRole("link", { name: "Metodologia" }).click();
  await page.waitForURL(/#\/metodologia/);
  await page.goBack();
  await page.waitForURL(/#\/prioridades/);
  await page.getByRole("link", { name: "Prioridades", exact: true }).and(page.locator("[aria-current=page]")).waitFor();
  await page.waitForFunction(() => document.title === "Prioridades · Mirante SUAS");
  await page.context().close();
});

it("says that an unknown address is no page and links to the front page", async () => {
  const { page } = await app.open("#/nao-existe");
  await page.getByRole("heading", { name: "Página não encontrada" }).waitFor();
  await page.getByRole("link", { name: "Ir para a página inicial" }).click();
  await page.waitForURL(/#\/prioridades/);
  await page.context().close();
});

describe("failures", () => {
  it("says what happened when the snapshot does not arrive, and the retry truly retries", async () => {
    let isBroken = true;
    const { page } = await app.open("#/prioridades", {
      prepare: (context) =>
        context.route(/snapshot-.*\.json/, (route) => (isBroken ? route.abort() : route.continue())),
    });
    await page.getByText("O retrato dos municípios não pôde ser lido").waitFor();
    isBroken = false;
    await page.getByRole("button", { name: "Tentar de novo" }).click();
    await page.getByRole("navigation", { name: "Páginas" }).waitFor();
    await page.context().close();
  });

  it("keeps the map and table when the engine does not arrive, and the retry truly retries", async () => {
    let isBroken = true;
    const { page } = await app.open("#/prioridades", {
      prepare: (context) =>
        context.route(/duckdb-eh-.*\.wasm/, (route) => (isBroken ? route.abort() : route.continue())),
    });
    const alert = page.getByRole("banner").getByRole("alert");
    await alert.waitFor();
    await page.getByRole("grid").first().waitFor();
    isBroken = false;
    await alert.getByRole("button", { name: "Tentar de novo" }).click();
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0);
    await alert.waitFor({ state: "detached" });
    await page.context().close();
  });

  it("says what happened when the database arrives truncated", async () => {
    const { page } = await app.open("#/denuncias", {
      prepare: (context) =>
        context.route(/mirante-.*\.duckdb/, (route) =>
          route.fulfill({ status: 200, body: Buffer.alloc(1000), contentType: "application/octet-stream" }),
        ),
    });
    await page.getByRole("banner").getByRole("alert").waitFor();
    expect(await page.getByRole("button", { name: "Tentar de novo" }).count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe("on a host that sends no headers", () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const files = sirv(DIST, { dev: false });
    server = createServer((request, response) => {
      files(request, response, () => {
        response.writeHead(404);
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it("ships a page whose own policy is the strict one", () => {
    const html = readFileSync(`${DIST}/index.html`, "utf8");
    expect(html).toContain("default-src 'none'");
    expect(html).toContain("worker-src 'self' blob:");
  });

  it("starts the engine from a blob, so that the policy binds its worker", async () => {
    const context = await app.browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    await page.goto(`${url}/#/prioridades`);
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0);
    expect(page.workers().some((worker) => worker.url().startsWith("blob:"))).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
  });
});
