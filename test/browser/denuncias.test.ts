import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

interface Linha {
  readonly protocolo: string;
  readonly data_registro: string;
  readonly codigo_ibge: string;
  readonly canal: string;
  readonly tema: string;
  readonly protocolo_principal: string;
}

const REFERENCIA = "2026-10-31";

/** The bundled file, counted here without the engine: each protocol once, apensadas through their main one. */
const CSV = readFileSync(fileURLToPath(new URL("../../data/demonstracao/denuncias.csv", import.meta.url)), "utf8");
const LINHAS = Papa.parse<Linha>(CSV.replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true }).data;
const PRIMEIRAS = new Map<string, Linha>();
for (const linha of LINHAS) {
  const conhecida = PRIMEIRAS.get(linha.protocolo);
  const age = ({ data_registro }: Linha): string => (data_registro === "" ? "9999" : data_registro);
  if (conhecida === undefined || age(linha) < age(conhecida)) PRIMEIRAS.set(linha.protocolo, linha);
}
const PROPRIAS = [...PRIMEIRAS.values()].filter((l) => l.protocolo_principal === "");
const CASOS = PROPRIAS.filter((l) => l.data_registro !== "" && l.data_registro <= REFERENCIA);
const SEM_DATA = PROPRIAS.filter((l) => l.data_registro === "");

const quantos = (filtro: (linha: Linha) => boolean): string =>
  CASOS.filter(filtro).length.toLocaleString("pt-BR");
const noMes = (de: string, ate: string) => (l: Linha): boolean =>
  l.data_registro.slice(0, 7) >= de && l.data_registro.slice(0, 7) <= ate;

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

const SVG: OpenOptions = { query: "?mapa=svg" };

async function open(hash: string, options: OpenOptions = SVG): Promise<Page> {
  const { page } = await app.open(hash, options);
  await chart(page, "Quantas denúncias chegam por mês?").locator("svg.chart-plot").waitFor();
  await page.locator(".denuncias-linhas tbody tr").first().waitFor();
  return page;
}

const sentence = (page: Page): Locator => page.locator("main header p").first();
const chart = (page: Page, titulo: string): Locator => page.getByRole("figure", { name: titulo });

async function says(page: Page, inicio: string): Promise<void> {
  await sentence(page).filter({ hasText: inicio }).waitFor();
  expect((await sentence(page).innerText()).startsWith(inicio)).toBe(true);
}

/** Drags over the month chart between the middles of two months, counted from 0. */
async function brush(page: Page, de: number, ate: number, meses: number): Promise<void> {
  const svg = chart(page, "Quantas denúncias chegam por mês?").locator("svg.chart-plot");
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  if (box === null) throw new Error("the chart has no box");
  const x = (i: number): number => box.x + 44 + ((box.width - 48) * (i + 0.5)) / meses;
  await page.mouse.move(x(de), box.y + 120);
  await page.mouse.down();
  await page.mouse.move(x(ate), box.y + 125, { steps: 6 });
  await page.mouse.up();
}

describe("#/denuncias answers in its first sentence", () => {
  it("with the cases of the file, each once, and those without a date, marked as demonstration", async () => {
    const page = await open("#/denuncias?parte=volume");
    await says(page, `${quantos(() => true)} denúncias registradas de nov. 2023 a out. 2026; outras ${SEM_DATA.length} (`);
    expect(await page.locator("main header").first().getByText("dados de demonstração").isVisible()).toBe(true);
    await page.context().close();
  });

  it("with the filters of the address, the same after a reload", async () => {
    const page = await open("#/denuncias?parte=volume&de=2025-11&ate=2026-10&canal=presencial&municipio=5103403");
    const n = quantos((l) => noMes("2025-11", "2026-10")(l) && l.canal === "presencial" && l.codigo_ibge === "5103403");
    const inicio = `${n} denúncias registradas de nov. 2025 a out. 2026 em Cuiabá (canal: Presencial, no protocolo)`;
    await says(page, inicio);
    await page.reload();
    await says(page, inicio);
    await page.context().close();
  });
});

describe("filters that cross", () => {
  it("a drag over the months chooses the period, Back gives the former one", async () => {
    const page = await open("#/denuncias?parte=volume");
    await brush(page, 24, 35, 36);
    await page.waitForURL(/de=2025-11&ate=2026-10$/);
    await says(page, `${quantos(noMes("2025-11", "2026-10"))} denúncias registradas de nov. 2025 a out. 2026`);
    await page.goBack();
    await says(page, `${quantos(() => true)} denúncias`);
    await page.context().close();
  });

  it("a click on a month chooses it, and again lets it go", async () => {
    const page = await open("#/denuncias?parte=volume");
    const bar = chart(page, "Quantas denúncias chegam por mês?").locator(".chart-marca rect").nth(10);
    await bar.click();
    await page.waitForURL(/de=2024-09&ate=2024-09$/);
    await says(page, `${quantos(noMes("2024-09", "2024-09"))} denúncias registradas em set. 2024`);
    await bar.click();
    await says(page, `${quantos(() => true)} denúncias`);
    await page.context().close();
  });

  it("the keyboard does the same: two months, Enter on a theme, and chips that go away", async () => {
    const page = await open("#/denuncias?parte=volume");
    await page.getByLabel("De", { exact: true }).selectOption("2026-01");
    await page.getByLabel("Até", { exact: true }).selectOption("2026-03");
    await says(page, `${quantos(noMes("2026-01", "2026-03"))} denúncias`);
    await chart(page, "Sobre o que são?").getByRole("listbox").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/tema=/);
    const tema = /tema=([a-z-]+)/.exec(page.url())?.[1] ?? "";
    await says(page, `${quantos((l) => noMes("2026-01", "2026-03")(l) && l.tema === tema)} denúncias`);
    await page.getByRole("button", { name: /^Remover filtro: De jan/ }).click();
    await says(page, `${quantos((l) => l.tema === tema)} denúncias`);
    await page.getByRole("button", { name: "Limpar filtros" }).click();
    await says(page, `${quantos(() => true)} denúncias`);
    await page.context().close();
  });

  it("a chart keeps the bars of its own filter, and the others obey it", async () => {
    const page = await open("#/denuncias?parte=volume&canal=presencial");
    const canais = chart(page, "Por onde as denúncias chegaram?");
    await canais.getByRole("button", { name: "Ver como tabela" }).click();
    const carta = canais.getByRole("row").filter({ hasText: "Carta com aviso de recebimento" });
    expect(await carta.innerText()).toContain(quantos((l) => l.canal === "carta-ar"));
    const temas = chart(page, "Sobre o que são?");
    await temas.getByRole("button", { name: "Ver como tabela" }).click();
    const bpc = temas.getByRole("row").filter({ hasText: "(BPC)" });
    expect(await bpc.innerText()).toContain(quantos((l) => l.canal === "presencial" && l.tema === "bpc"));
    await page.context().close();
  });

  it("a click on a municipality of the map filters the page by it", async () => {
    const page = await open("#/denuncias?parte=volume");
    await page.locator('.map [data-codigo="5103403"]').first().click();
    await page.waitForURL(/municipio=5103403/);
    await says(page, `${quantos((l) => l.codigo_ibge === "5103403")} denúncias registradas de nov. 2023 a out. 2026 em Cuiabá`);
    await page.context().close();
  });
});

describe("nothing is dropped in silence", () => {
  it("the rows without a date are counted, cited and listed", async () => {
    const page = await open("#/denuncias?parte=volume");
    await page.getByRole("button", { name: "Ver linhas: Sem data de registro" }).click();
    await page.waitForURL(/linhas=sem-data/);
    const rows = page.locator(".denuncias-linhas tbody tr");
    await rows.filter({ hasText: SEM_DATA[0]?.protocolo ?? "" }).waitFor();
    const listados = (await rows.locator(":scope > :first-child").allInnerTexts()).sort();
    expect(listados).toEqual(SEM_DATA.map(({ protocolo }) => protocolo).sort());
    const norma = page.getByRole("link", { name: "Res. CIB/MT 012/2025, art. 5º, § 4º" });
    expect(await norma.getAttribute("href")).toBe("#/metodologia?secao=norma-cib-mt-12-2025");
    await page.context().close();
  });

  it("the CSV says it is a demonstration, its filters and how cases are counted", async () => {
    const page = await open("#/denuncias?parte=volume&tema=bpc");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      chart(page, "Por onde as denúncias chegaram?").getByRole("button", { name: "Baixar CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`denuncias-por-canal-${REFERENCIA}.csv`);
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    expect(lines[0]).toContain("DADOS DE DEMONSTRAÇÃO");
    expect(lines.join("\n")).toContain("Filtros: tema: Benefício de Prestação Continuada (BPC)");
    expect(lines.join("\n")).toContain("apensadas contam no protocolo principal (Res. CIB/MT 012/2025, art. 5º, § 4º)");
    const site = lines.find((line) => line.startsWith("Ouvidoria: site;")) ?? "";
    expect(site.split(";")[1]).toBe(String(CASOS.filter((l) => l.tema === "bpc" && l.canal === "ouvidoria-site").length));
    await page.context().close();
  });
});

describe("the page is for everyone", () => {
  it.each([
    [1280, "light"],
    [360, "dark"],
  ] as const)("at %i px, %s, axe finds nothing and the page does not scroll sideways", async (width, theme) => {
    const page = await open("#/denuncias?parte=volume&de=2026-01&canal=presencial", { ...SVG, width, theme });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });
});
