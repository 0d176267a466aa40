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

const ANDAMENTOS = Papa.parse<{ readonly protocolo: string }>(
  readFileSync(fileURLToPath(new URL("../../public/dados/demonstracao-andamentos.csv", import.meta.url)), "utf8").replace(/^\ufeff/, ""),
  { header: true, skipEmptyLines: true },
).data;
const SEM_CASO = ANDAMENTOS.filter(({ protocolo }) => !PRIMEIRAS.has(protocolo));

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

/** Opens a part that stands on the clock, and waits for its answer. */
async function openParte(hash: string, titulo: string, options: OpenOptions = SVG): Promise<Page> {
  const { page } = await app.open(hash, options);
  await page.getByRole("heading", { name: titulo }).waitFor();
  return page;
}

describe("the flow", () => {
  it("has each protocol in exactly one state, and says so in the table, marked as demonstration", async () => {
    const page = await openParte("#/denuncias?parte=fluxo", "Onde estão os casos?");
    const estados = chart(page, "Onde estão os casos?");
    await estados.getByRole("button", { name: "Ver como tabela" }).click();
    const numeros = await estados.locator("tbody tr > :nth-child(3)").allInnerTexts();
    const soma = numeros.reduce((total, texto) => total + Number(texto.replaceAll(".", "")), 0);
    expect(soma).toBe(PRIMEIRAS.size);
    expect(await estados.getByText("dados de demonstração").isVisible()).toBe(true);
    await page.context().close();
  });

  it("draws one count of a silent term when the house has a rule, and prints the rule in the file", async () => {
    const page = await openParte("#/denuncias?parte=fluxo&regra=uteis", "Onde estão os casos?");
    const manifestacao = page.getByRole("figure", { name: /^Manifestação do município/ });
    expect(await manifestacao.locator(".chart-reading").innerText()).not.toContain("em dias corridos");
    const [download] = await Promise.all([page.waitForEvent("download"), manifestacao.getByRole("button", { name: "Baixar CSV" }).click()]);
    const texto = readFileSync(await download.path(), "utf8");
    expect(texto).toContain("DADOS DE DEMONSTRAÇÃO");
    expect(texto).toContain("dias úteis (regra da casa)");
    await page.context().close();
  });
});

describe("problems of the cases", () => {
  it("count apart the events without a complaint, and open the rows of one kind with no protocol in the address or the browser", async () => {
    const page = await openParte("#/denuncias?parte=problemas", "O que conferir nos casos");
    const semCaso = page.locator(".denuncias-problemas-lista > li").filter({ hasText: "Andamentos sem denúncia" });
    expect(await semCaso.locator(":scope > .ui-number").innerText()).toBe(String(SEM_CASO.length));
    await page.getByRole("button", { name: "Ver linhas de: Passo fora de ordem" }).click();
    const protocolo = (await page.locator(".denuncias-problemas-linhas tr[data-index] > :first-child").first().innerText()).trim();
    expect(PRIMEIRAS.has(protocolo)).toBe(true);
    expect(page.url()).toContain("problema=fora-de-ordem");
    expect(page.url()).not.toContain(protocolo);
    const guardado = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(guardado).not.toContain(protocolo);
    await page.context().close();
  });
});

describe("support asked for", () => {
  it("requires a visit in this tab only, seen in the list of the cycle and nowhere in the address", async () => {
    const page = await openParte("#/denuncias?parte=apoio", "Que municípios precisam de apoio?");
    await page.getByRole("button", { name: "Exigir visita a Cuiabá" }).click();
    await page.getByText("Visita a Cuiabá exigida nesta aba.").waitFor();
    expect(page.url()).toMatch(/#\/denuncias\?parte=apoio$/);
    await page.getByRole("link", { name: "lista do ciclo" }).click();
    await page.getByRole("heading", { name: "Visitas exigidas: 1 gatilho" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "Visitas exigidas: nenhum gatilho" }).waitFor();
    await page.context().close();
  });

  it("goes to a file that says on top that it is not to be published, with counts and no protocol", async () => {
    const page = await openParte("#/denuncias?parte=apoio", "Que municípios precisam de apoio?");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Baixar CSV de uso interno" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`uso-interno-denuncias-apoio-${REFERENCIA}.csv`);
    const texto = readFileSync(await download.path(), "utf8");
    expect(texto).toContain("USO INTERNO, não publicar");
    expect(texto).not.toMatch(/DEMO-\d{4}-\d+/);
    await page.context().close();
  });
});

describe("the parts of flow, problems and support are for everyone", () => {
  it.each([
    ["fluxo", "Onde estão os casos?", 360, "dark"],
    ["problemas&problema=fora-de-ordem", "O que conferir nos casos", 1280, "light"],
    ["apoio", "Que municípios precisam de apoio?", 360, "dark"],
  ] as const)("%s (%s) at %i px, %s: axe finds nothing and the page does not scroll sideways", async (parte, titulo, width, theme) => {
    const page = await openParte(`#/denuncias?parte=${parte}`, titulo, { ...SVG, width, theme });
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });
});
