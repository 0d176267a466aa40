import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, openApp } from "./harness.ts";

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

async function open(hash: string, width = 1280): Promise<Page> {
  const { page } = await app.open(hash, { width, height: 800 });
  await page.getByRole("heading", { level: 1, name: "Metodologia" }).waitFor();
  return page;
}

/** Waits until the element stands at the top of the window, as far as the page can scroll. */
async function atTop(page: Page, id: string): Promise<void> {
  await page.waitForFunction((alvo) => {
    const top = document.getElementById(alvo)?.getBoundingClientRect().top ?? Number.NaN;
    const isAtEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 2;
    return top >= -2 && (top < 120 || (isAtEnd && top < window.innerHeight));
  }, id);
}

it("opens a link to an indicator at its record, with question, source, polarity in words and coverage", async () => {
  const page = await open("#/metodologia?secao=indicador-ivs");
  await atTop(page, "indicador-ivs");
  const ficha = page.getByRole("article", { name: "Índice de Vulnerabilidade Social (IVS)" });
  const texto = await ficha.innerText();
  expect(texto).toContain("▲ quanto maior, mais necessidade de apoio");
  expect(texto).toContain("Atlas da Vulnerabilidade Social");
  expect(texto).toContain("2010");
  expect(texto).toContain("141 de 142 municípios têm valor; falta Boa Esperança do Norte.");
  await page.context().close();
});

it("takes a citation on another page to its norm, the second time as the first", async () => {
  const page = await open("#/metodologia");
  await page.getByRole("navigation", { name: "Páginas" }).getByRole("link", { name: "Cobertura" }).click();
  await page.getByRole("link", { name: "Res. CIB/MT 02/2022, art. 4º, I, c" }).click();
  await page.waitForURL(/#\/metodologia\?secao=norma-cib-mt-02-2022/);
  await atTop(page, "norma-cib-mt-02-2022");
  expect(await page.getByRole("article", { name: "Res. CIB/MT 02/2022" }).innerText()).toContain(
    "Cada município deve ter monitoramento pelo menos uma vez por ano.",
  );
  await page.context().close();
});

it("finds without accents, keeps the search in the address and clears it", async () => {
  const page = await open("#/metodologia");
  await page.getByRole("searchbox", { name: "Buscar nesta página" }).fill("gini");
  await page.waitForURL(/busca=gini/);
  await page.getByRole("heading", { name: "Índice de Gini da renda" }).waitFor();
  expect(await page.getByRole("article").count()).toBe(1);
  await page.getByRole("searchbox", { name: "Buscar nesta página" }).fill("ornitorrinco");
  await page.getByText("Nada com “ornitorrinco” nesta página.").waitFor();
  await page.getByRole("button", { name: "Limpar a busca" }).click();
  await page.getByRole("heading", { name: "Índice de Vulnerabilidade Social (IVS)" }).waitFor();
  expect(page.url()).not.toContain("busca");
  await page.context().close();
});

it("goes from the contents and from a link in the text to a section, and Back returns", async () => {
  const page = await open("#/metodologia");
  await page.getByRole("navigation", { name: "Nesta página" }).getByRole("link", { name: "Quando não há número" }).click();
  await page.waitForURL(/secao=ausencias/);
  await atTop(page, "ausencias");
  await page.getByRole("table", { name: "Pesos do método" }).getByRole("link", { name: "Crianças em extrema pobreza" }).click();
  await atTop(page, "indicador-criancas-extrema-pobreza");
  await page.goBack();
  await page.waitForURL(/secao=ausencias/);
  await page.goBack();
  await page.waitForURL((url) => url.hash === "#/metodologia");
  await page.context().close();
});

it("reads in a column of 60 to 80 characters on a wide screen, and folds its contents at 360 px", async () => {
  const wide = await open("#/metodologia");
  const characters = await wide.evaluate(() => {
    const paragraph = document.querySelector<HTMLElement>("#como-ler + p");
    if (paragraph === null) return 0;
    const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
    return paragraph.innerText.length / Math.round(paragraph.offsetHeight / line);
  });
  expect(characters).toBeGreaterThan(55);
  expect(characters).toBeLessThan(80);
  await wide.context().close();
  const narrow = await open("#/metodologia", 360);
  const contents = narrow.getByRole("navigation", { name: "Nesta página" });
  expect(await contents.getByRole("link", { name: "Fontes" }).isVisible()).toBe(false);
  await contents.getByText("Nesta página").click();
  expect(await contents.getByRole("link", { name: "Fontes", exact: true }).isVisible()).toBe(true);
  await narrow.context().close();
});
