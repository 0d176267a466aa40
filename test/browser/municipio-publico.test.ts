import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createPublicServer } from "../../scripts/serve.ts";
import { type App, axeFindings, openApp } from "./harness.ts";

const DIST = process.env["PUBLICO_DIST"] ?? fileURLToPath(new URL("../../publico-dist", import.meta.url));

let app: App;

beforeAll(async () => {
  app = await openApp(createPublicServer(DIST));
});

afterAll(async () => {
  await app.close();
});

it("goes on a telephone from one municipality to the next: by name without accents, the heading focused, back and forward", async () => {
  const { page, errors } = await app.open("", { width: 360 });
  await page.getByRole("searchbox").waitFor();
  // The names are folded away: the front page is no more than a few screens.
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2400);
  await page.getByRole("searchbox").fill("poxoreu");
  await page.getByRole("link", { name: "Poxoréu" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Como está Poxoréu?" }).waitFor();
  await page.getByRole("searchbox").fill("mirassol doeste");
  await page.getByRole("link", { name: "Mirassol d'Oeste" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Como está Mirassol d'Oeste?" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Como está Poxoréu?" }).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

it("says of the newest municipality what is missing, as missing and not as zero, and shows no code of the program", async () => {
  const { page, errors } = await app.open("#/transparencia?codigo=5101837");
  await page.getByRole("heading", { level: 1, name: "Como está Boa Esperança do Norte?" }).waitFor();
  const texto = (await page.locator("main").textContent()) ?? "";
  expect(texto).toContain("Sem dado não quer dizer zero");
  expect(texto).not.toMatch(/sem-regiao|sem-intermediaria|undefined|NaN|\bnull\b/);
  await page.goto(`${app.url}/#/transparencia?parte=denuncias`);
  await page.getByRole("heading", { level: 1, name: "Denúncias e prazos de resposta" }).waitFor();
  expect(await page.locator("main").textContent()).not.toMatch(/sem-regiao|sem-intermediaria/);
  expect(errors).toEqual([]);
  await page.context().close();
});

it("says which file did not come, under the heading of the municipality, and reads it when it does", async () => {
  let chega = false;
  const { page } = await app.open("#/transparencia?codigo=5103403", {
    prepare: (context) => context.route("**/publico/municipio/5103403.json", (route) => (chega ? route.continue() : route.fulfill({ status: 404, body: "" }))),
  });
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Como está Cuiabá?");
  expect(await page.getByRole("alert").textContent()).toContain("O arquivo “municipio/5103403.json” desta publicação não chegou.");
  expect(await axeFindings(page)).toEqual([]);
  chega = true;
  await page.getByRole("button", { name: "Tentar de novo" }).click();
  await page.getByRole("heading", { level: 2, name: "Onde buscar ajuda" }).waitFor();
  await page.context().close();
});

it("answers absurd addresses with a page that can be read", async () => {
  const { page, errors } = await app.open("#/transparencia?codigo=0");
  await page.getByRole("searchbox").waitFor();
  for (const [busca, titulo] of [
    ["codigo=9999999", "Como está o meu município?"],
    ["parte=relatorio&ano=1", "Relatório anual das denúncias: 2025"],
    ["parte=servicos&do-ano=-1&servico=%3Cb%3E", "Desempenho dos serviços"],
  ] as const) {
    await page.goto(`${app.url}/#/transparencia?${busca}`);
    await page.getByRole("heading", { level: 1, name: titulo }).waitFor();
    expect(await page.locator("main").textContent()).not.toMatch(/undefined|NaN|<b>/);
  }
  expect(errors).toEqual([]);
  await page.context().close();
});
