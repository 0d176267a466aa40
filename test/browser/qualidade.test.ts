import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

/** The bundled figures, read here without the engine: code, period, indicator, value, … */
const LINHAS = readFileSync(new URL("../../data/indicadores.csv", import.meta.url), "utf8")
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((linha) => linha.split(","));
const COLUNAS = new Set(LINHAS.map(([, periodo, indicador]) => `${indicador} ${periodo}`)).size;
const TOTAL = 142;
const MILHAR = (n: number): string => n.toLocaleString("pt-BR");

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

async function open(hash: string, options: OpenOptions = {}): Promise<Page> {
  const { page } = await app.open(hash, { query: "?mapa=svg", ...options });
  await page.locator(".qualidade-quadro, .qualidade-cartas").first().waitFor();
  return page;
}

const sentence = (page: Page): Promise<string> => page.locator(".states-sentence-text").innerText();
const quadro = (page: Page): Locator => page.locator(".qualidade-quadro");
const itens = (page: Page): Locator => page.locator(".qualidade-itens");

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe("#/qualidade answers in its first sentence", () => {
  it("and every figure of the file has a state: they add up to indicators × municipalities × periods", async () => {
    const page = await open("#/qualidade");
    expect(await sentence(page)).toMatch(/^Nenhum erro, \d+ dados a conferir e \d+ dados que faltam, em \d+ de 142 municípios; 51 de 55 séries têm fonte atrasada em 31\/10\/2026\.$/);
    const contas = await page.locator(".qualidade-estado strong").allInnerTexts();
    const soma = contas.reduce((n, texto) => n + Number(texto.replaceAll(".", "")), 0);
    expect(soma).toBe(COLUNAS * TOTAL);
    expect(await page.locator(".qualidade-total").innerText()).toContain(`= ${MILHAR(COLUNAS * TOTAL)} dados`);
    await page.context().close();
  });

  it("on another date: sources grow late, and the address says when", async () => {
    const page = await open("#/qualidade?em=2024-01-31");
    // On 31/01/2024 the Censo SUAS 2023 is one month old.
    expect(await sentence(page)).toContain("em 31/01/2024");
    expect(await page.locator(".qualidade-series").innerText()).not.toContain("Censo SUAS 2023");
    await page.context().close();
  });
});

describe("the board", () => {
  it("of one indicator holds the figures of the file, municipality by period", async () => {
    const page = await open("#/qualidade?indicador=idconselho&busca=alto+garcas");
    const linha = quadro(page).getByRole("row").filter({ hasText: "Alto Garças" });
    const celulas = await linha.locator("td").allInnerTexts();
    // Newest first, 2023 to 2014; Alto Garças has neither 2023 nor 2022.
    const doArquivo = new Map(LINHAS.filter(([codigo, , indicador]) => codigo === "5100409" && indicador === "idconselho").map((l) => [l[1], Number(l[3])]));
    expect(doArquivo.has("2023")).toBe(false);
    expect(celulas[0]?.trim()).toBe("sem dado");
    expect(celulas[2]).toContain((doArquivo.get("2021") ?? 0).toFixed(2).replace(".", ","));
    expect(celulas).toHaveLength(10);
    await page.context().close();
  });

  it("leads by keyboard from all municipalities to one, and Back leads back", async () => {
    const page = await open("#/qualidade?busca=luciara");
    await quadro(page).getByRole("rowheader", { name: "Luciara" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/municipio=5105309/);
    expect(await quadro(page).getByRole("heading").innerText()).toBe("Luciara: indicadores por período");
    expect(await itens(page).getByRole("heading", { level: 2 }).innerText()).toMatch(/^O que conferir: \d+ itens$/);
    await page.goBack();
    await page.waitForURL((url) => !url.hash.includes("municipio"));
    await page.context().close();
  });

  it("goes out as a CSV with one line for each municipality, filters and date in its head", async () => {
    const page = await open("#/qualidade?porte=medio");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      quadro(page).getByRole("button", { name: "Baixar quadro (CSV)" }).click(),
    ]);
    const lines = readFileSync(await download.path(), "utf8").split("\r\n").filter((line) => line !== "");
    const comments = lines.filter((line) => line.replace("\ufeff", "").startsWith("#"));
    expect(comments.join("\n")).toContain("porte: Médio");
    expect(comments.join("\n")).toContain("Data de referência: 2026-10-31");
    const medios = readFileSync(new URL("../../data/municipios.csv", import.meta.url), "utf8").split(/\r?\n/).filter((l) => l.endsWith(",medio")).length;
    expect(lines.length - comments.length - 1).toBe(medios);
    await page.context().close();
  });
});

describe("a finding", () => {
  const ITEM = "item=valor-simbolico:fmas-recursos-proprios-valor:2022:5105309";

  it("says what was seen, what to do and where the rule comes from; its mark outlives a reload and goes out as a file", async () => {
    const page = await open(`#/qualidade?tipo=correcao&${ITEM}`);
    const painel = page.getByRole("complementary");
    expect(await painel.innerText()).toContain("R$\u00a00,01");
    await painel.getByRole("button", { name: "pedido ao município" }).click();
    await page.reload();
    await painel.getByText("Marcado: pedido ao município em 31/10/2026.").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Baixar acompanhamento" }).click(),
    ]);
    const arquivo = await download.path();
    expect(JSON.parse(readFileSync(arquivo, "utf8"))).toMatchObject({
      formato: "mirante-acompanhamento",
      marcas: [{ codigo: 5105309, situacao: "pedido-ao-municipio", data: "2026-10-31", valor: 0.01 }],
    });
    // In another browser the file brings the mark.
    const outro = await open(`#/qualidade?tipo=correcao&${ITEM}`);
    await outro.locator('input[type="file"]').setInputFiles({ name: "acompanhamento.json", mimeType: "application/json", buffer: readFileSync(arquivo) });
    await outro.getByText("1 marca lida de acompanhamento.json").waitFor();
    await outro.getByRole("complementary").getByText("Marcado: pedido ao município em 31/10/2026.").waitFor();
    await outro.locator('input[type="file"]').setInputFiles({ name: "outro.csv", mimeType: "text/csv", buffer: Buffer.from("a;b\n1;2") });
    await outro.getByText("outro.csv não é um arquivo de acompanhamento").waitFor();
    await page.context().close();
    await outro.context().close();
  });
});

describe("the letters", () => {
  it("are one for each municipality with something to correct; the others are counted", async () => {
    const page = await open("#/qualidade?carta=todas");
    const sem = Number(/(\d+) municípios não têm o que conferir/.exec(await page.locator(".qualidade-cartas-topo").innerText())?.[1]);
    // The letters are drawn a moment after the count of those without one.
    await expect.poll(() => page.locator(".qualidade-carta").count()).toBe(TOTAL - sem);
    const cartas = await page.locator(".qualidade-carta").count();
    expect(cartas).toBeGreaterThan(50);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Baixar texto (.txt)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("cartas-2026-10-31.txt");
    const texto = readFileSync(await download.path(), "utf8");
    expect(texto.split("\f")).toHaveLength(cartas);
    await page.context().close();
  });

  it("print one a page, without the interface", async () => {
    const page = await open("#/qualidade?carta=todas&busca=al");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".qualidade-cartas-topo").isVisible()).toBe(false);
    const quebras = await page.locator(".qualidade-carta").evaluateAll((cartas) => cartas.map((carta) => getComputedStyle(carta).breakBefore));
    expect(quebras.length).toBeGreaterThan(1);
    expect(quebras.slice(1).every((quebra) => quebra === "page")).toBe(true);
    await page.context().close();
  });

  it("address the municipality, cite the norm and name no person to sign", async () => {
    const page = await open("#/qualidade?carta=5105309");
    const carta = page.locator(".qualidade-carta");
    expect(await carta.getByRole("heading", { level: 2 }).innerText()).toBe("À gestão municipal da assistência social de Luciara");
    expect(await carta.innerText()).toContain("Res. CIB/MT 02/2022, art. 9º");
    await page.context().close();
  });
});

it.each([
  ["#/qualidade?tipo=correcao", 1280, "light"],
  ["#/qualidade?item=valor-simbolico:fmas-recursos-proprios-valor:2022:5105309&busca=luciara", 360, "dark"],
  ["#/qualidade?carta=5105309", 360, "light"],
] as const)("%s at %i px, %s: nothing for axe to say, no sideways scroll, no error", async (hash, width, theme) => {
  const { page, errors } = await app.open(hash, { query: "?mapa=svg", width, height: 780, theme });
  await page.locator(".qualidade-quadro, .qualidade-cartas").first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
  expect(errors).toEqual([]);
  await page.context().close();
});

it.each(["#/qualidade", "#/qualidade?indicador=idcras", "#/qualidade?municipio=5107925", "#/qualidade?carta=todas"])(
  "%s at 360 px has no sideways scroll of the page",
  async (hash) => {
    const page = await open(hash, { width: 360, height: 780 });
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().close();
  },
);
