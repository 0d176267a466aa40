import { afterAll, beforeAll, expect, it } from "vitest";
import { PARTE_ROTULO, PARTES } from "../../src/views/transparencia/estado.ts";
import { type App, axeFindings, openApp } from "./harness.ts";

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

it("stands in the technical edition's menu after the coverage of support, and the dossier does not", async () => {
  const { page } = await app.open("#/metodologia");
  const nomes = await page.locator("header nav a").allTextContents();
  expect(nomes[nomes.indexOf("Cobertura") + 1]).toBe("Transparência");
  expect(nomes).not.toContain("Dossiê");
  await page.locator("header nav a", { hasText: "Transparência" }).click();
  await page.getByRole("heading", { level: 1, name: "Como está o meu município?" }).waitFor();
  expect(await page.title()).toBe("Transparência · Mirante SUAS");
  await page.context().close();
});

it("says that it shows what everyone reads, with all its parts, and has nothing against access", async () => {
  const { page, errors } = await app.open("#/transparencia?codigo=5103403");
  await page.getByRole("heading", { level: 1, name: "Como está Cuiabá?" }).waitFor();
  expect(await page.locator(".transparencia-aviso").textContent()).toContain("os seus arquivos não entram nela");
  expect(await page.locator(".part-nav button").allTextContents()).toEqual(PARTES.map((parte) => PARTE_ROTULO[parte]));
  expect(await axeFindings(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.context().close();
});

it("keeps the municipality from part to part in the address, and leaves a part's own choices behind", async () => {
  const { page } = await app.open("#/transparencia?codigo=5103403&parte=relatorio&ano=2024&quadro=temas");
  await page.locator(".part-nav button", { hasText: PARTE_ROTULO.protecao }).click();
  await page.getByRole("heading", { level: 1, name: "Proteção de dados" }).waitFor();
  const address = new URLSearchParams(new URL(page.url()).hash.split("?")[1]);
  expect(address.get("parte")).toBe("protecao");
  expect(address.get("codigo")).toBe("5103403");
  expect(address.get("quadro")).toBeNull();
  await page.context().close();
});

it("reads the release from the folder beside the page, and nothing of it from elsewhere", async () => {
  const { page, requests } = await app.open("#/transparencia?parte=denuncias");
  await page.getByRole("heading", { level: 1, name: "Denúncias e prazos de resposta" }).waitFor();
  const lidos = requests.map((address) => address.slice(app.url.length)).filter((address) => address.startsWith("/publico/"));
  expect(lidos).toContain("/publico/publicacao.json");
  expect(requests.filter((address) => !address.startsWith(app.url) && !/^(data|blob):/.test(address))).toEqual([]);
  await page.context().close();
});
