import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPublicServer } from "../../scripts/serve.ts";
import { PARTE_ROTULO, PARTES } from "../../src/views/transparencia/estado.ts";
import { type App, axeFindings, openApp, type OpenPage } from "./harness.ts";

const DIST = process.env["PUBLICO_DIST"] ?? fileURLToPath(new URL("../../publico-dist", import.meta.url));

/** Addresses that the public edition may ask for. */
const PERMITIDOS = /^\/(\?[^#]*)?$|^\/(inicio\.js|favicon\.svg)$|^\/assets\/[\w.-]+\.(js|css|json|woff2)$|^\/publico\/[\w/.-]+\.(json|csv|txt)$/;

let app: App;

beforeAll(async () => {
  app = await openApp(createPublicServer(DIST));
});

afterAll(async () => {
  await app.close();
});

/** A part on screen, whatever it had to read read. */
async function settled({ page }: OpenPage): Promise<void> {
  await page.locator("#conteudo h1").first().waitFor();
  await page.waitForFunction(() => document.querySelector("#conteudo .states-loading") === null);
}

describe("the front page", () => {
  it("finds a municipality without its accents and says how it is", async () => {
    const aberta = await app.open("");
    await settled(aberta);
    const { page, errors } = aberta;
    expect(await page.locator("h1").textContent()).toBe("Como está o meu município?");
    await page.getByRole("textbox").or(page.getByRole("searchbox")).first().fill("varzea gr");
    await page.getByRole("link", { name: "Várzea Grande" }).or(page.getByRole("button", { name: "Várzea Grande" })).first().click();
    await page.getByRole("heading", { level: 1, name: "Como está Várzea Grande?" }).waitFor();
    expect(page.url()).toContain("codigo=5108402");
    expect(await page.locator("main").textContent()).not.toMatch(/\bpior/i);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("says the edition and until when its figures go, and has the parts for menu and nothing else", async () => {
    const aberta = await app.open("");
    await settled(aberta);
    const { page } = aberta;
    await page.locator(".shell-chip", { hasText: /\d{2}\/\d{2}\/\d{4}/ }).waitFor();
    expect(await page.locator(".shell-chips").textContent()).toContain("Edição pública");
    expect(await page.locator("header nav a").allTextContents()).toEqual(PARTES.map((parte) => PARTE_ROTULO[parte]));
    await page.context().close();
  });

  it("has every municipality by name before any script, and the way to the open data without scripts", async () => {
    const { page } = await app.open("", { javaScript: false });
    expect(await page.locator("h1").textContent()).toBe("Como está o meu município?");
    expect(await page.locator('a[href*="codigo="]').count()).toBe(142);
    expect(await page.locator('noscript a[href="./publico/dados/index.txt"]').count()).toBe(1);
    expect((await page.request.get(`${app.url}/publico/dados/index.txt`)).ok()).toBe(true);
    await page.context().close();
  });
});

describe.each(PARTES)("the part %s", (parte) => {
  const hash = parte === "municipio" ? "#/transparencia?codigo=5103403" : `#/transparencia?parte=${parte}`;

  it.each([
    [1280, "light"],
    [360, "dark"],
  ] as const)("has nothing against access at %i px, %s, and no sideways scroll", async (width, theme) => {
    const aberta = await app.open(hash, { width, theme });
    await settled(aberta);
    const { page, requests, errors } = aberta;
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await page.title()).toContain(PARTE_ROTULO[parte]);
    expect(await page.locator("main").textContent()).not.toMatch(/\bpior/i);
    const foreign = requests.filter((address) => !address.startsWith("data:") && !address.startsWith("blob:") && !(address.startsWith(app.url) && PERMITIDOS.test(address.slice(app.url.length))));
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

it("keeps nothing of who reads: no cookie, no database, and of storage the theme alone", async () => {
  const aberta = await app.open("#/transparencia?codigo=5103403");
  await settled(aberta);
  const { page } = aberta;
  await page.locator("button.shell-chip").click();
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate(async () => ({ storage: Object.keys(localStorage), session: Object.keys(sessionStorage).filter((key) => !key.startsWith("tsr-")), databases: (await indexedDB.databases()).length }))).toEqual({
    storage: ["mirante-tema"],
    session: [],
    databases: 0,
  });
  await page.context().close();
});

it("is walked by keyboard: over the header to the text, and from the menu to a part", async () => {
  const aberta = await app.open("");
  await settled(aberta);
  const { page } = aberta;
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Ir para o conteúdo");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("conteudo");
  await page.getByRole("link", { name: PARTE_ROTULO.protecao, exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.title.startsWith("Proteção de dados"));
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("conteudo");
  expect(await page.locator('header nav [aria-current="page"]').textContent()).toBe(PARTE_ROTULO.protecao);
  await page.context().close();
});

it("follows an address of the technical edition to what is public of it, and a citation to the norm", async () => {
  const { page } = await app.open("#/municipio/5103403");
  await page.getByRole("heading", { level: 1, name: "Como está Cuiabá?" }).waitFor();
  expect(page.url()).toContain("#/transparencia?codigo=5103403");
  await page.goto(`${app.url}/#/metodologia?secao=norma-cib-mt-012-2025`);
  await page.getByRole("heading", { level: 1, name: "Leis e resoluções" }).waitFor();
  await page.context().close();
});

it("says that the release did not come, and reads it when asked again", async () => {
  let isBroken = true;
  const { page } = await app.open("", {
    prepare: (context) => context.route("**/publico/publicacao.json", (route) => (isBroken ? route.fulfill({ status: 404, body: "" }) : route.continue())),
  });
  const alerta = page.getByRole("alert").filter({ hasText: "publicacao.json" });
  await alerta.waitFor();
  isBroken = false;
  await alerta.getByRole("button", { name: "Tentar de novo" }).click();
  await page.getByRole("textbox").or(page.getByRole("searchbox")).first().waitFor();
  await page.context().close();
});

describe("on a host that sends no header", () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const files = sirv(DIST);
    server = createServer((request, response) => {
      request.url = (request.url ?? "").replace(/^\/secretaria\/suas/, "");
      files(request, response, () => {
        response.writeHead(404).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secretaria/suas/`;
  });

  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it("works from a folder of it, under the page's own policy", async () => {
    const { page, errors } = await app.open("");
    await page.goto(`${url}#/transparencia?codigo=5103403`);
    await page.getByRole("heading", { level: 1, name: "Como está Cuiabá?" }).waitFor();
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")).toContain("worker-src 'none'");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
