import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, openApp, type OpenOptions } from "./harness.ts";

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
  await list(page).getByRole("row").nth(1).waitFor();
  return page;
}

const list = (page: Page): Locator => page.getByRole("region", { name: "Lista de municípios" }).getByRole("grid");
const panel = (page: Page): Locator => page.getByRole("complementary");

/** Cells of the row of a municipality, as read. */
async function row(page: Page, nome: string): Promise<string[]> {
  const cells = list(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: nome, exact: true }) });
  return cells.locator("th, td").allInnerTexts();
}

/** The first names of the list: rows further down are drawn only when scrolled to. */
async function order(page: Page): Promise<string[]> {
  return (await list(page).locator("tbody tr.table-row th").allInnerTexts()).slice(0, 10);
}

/** The printed score of the panel and the printed points of its dimensions. */
async function account(page: Page): Promise<{ nota: number; soma: number }> {
  const number = (text: string): number => Number(text.replace("+", "").replace(",", "."));
  const pontos = await panel(page).locator(".prioridades-linha-dimensao td:last-child").allInnerTexts();
  const nota = await panel(page).locator("tfoot td:last-child").innerText();
  return { nota: number(nota), soma: pontos.reduce((soma, texto) => soma + number(texto), 0) };
}

describe("indicators on the map", () => {
  it("shows the real IVS 2010 of Cuiabá and Campinápolis (IPEA) in the list and on the map", async () => {
    const page = await open("#/prioridades");
    await page.getByLabel("O que o mapa mostra").selectOption({ label: "Índice de Vulnerabilidade Social (IVS)" });
    await page.waitForURL(/indicador=ivs(&|$)/);
    await page.getByRole("heading", { level: 1 }).filter({ hasText: "Índice de Vulnerabilidade Social (IVS), 2010" }).waitFor();
    await page.getByRole("searchbox").fill("campinapolis");
    await page.waitForURL(/busca=campinapolis/);
    expect((await row(page, "Campinápolis")).slice(0, 4)).toEqual(["Campinápolis", expect.stringMatching(/^\d+º$/), "0,481", "2010"]);
    await page.getByRole("searchbox").fill("cuiaba");
    await page.waitForURL(/busca=cuiaba/);
    expect((await row(page, "Cuiabá"))[2]).toBe("0,261");
    await page.locator('.map [data-codigo="5103403"]').first().hover();
    const card = page.locator(".map-card");
    expect(await card.innerText()).toContain("Cuiabá");
    expect(await card.innerText()).toContain("0,261");
    await page.context().close();
  });

  it("keeps apart, with its reason, the municipality that has no figure", async () => {
    const page = await open("#/prioridades?indicador=ivs&busca=boa+esperanca");
    expect((await row(page, "Boa Esperança do Norte"))[2]).toBe("sem dado");
    await page.context().close();
  });

  it("draws the yearly series from the engine with its gap where the source published nothing", async () => {
    const page = await open("#/prioridades?indicador=idcras&municipio=5103403");
    const chart = panel(page).getByRole("figure", { name: "IDCRAS ao longo do tempo" });
    await chart.waitFor();
    expect(await chart.innerText()).toContain("Cuiabá foi de 2,51 em 2014 a 3,10 em 2021");
    await chart.getByRole("button", { name: "Ver como tabela" }).click();
    const table = await chart.locator("tbody tr").filter({ hasText: "2017" }).innerText();
    expect(table).toMatch(/2017\s+sem dado/);
    await page.context().close();
  });
});

describe("weights", () => {
  it("re-order the list, colour the map anew and go into the address; a reload gives the same screen", async () => {
    const page = await open("#/prioridades");
    const before = await order(page);
    await page.getByRole("button", { name: "Pesos", exact: true }).click();
    const handle = page.getByRole("slider", { name: "Vulnerabilidade social" });
    await handle.focus();
    await page.keyboard.press("Home");
    await page.waitForURL(/metodo=d\.vulnerabilidade\.peso:0/);
    const after = await order(page);
    expect(after).not.toEqual(before);
    const sentence = await page.getByRole("heading", { level: 1 }).innerText();
    await page.reload();
    await list(page).getByRole("row").nth(1).waitFor();
    expect(await order(page)).toEqual(after);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(sentence);
    await page.getByRole("button", { name: "Pesos (mudados)" }).click();
    await page.getByRole("button", { name: "Voltar ao método padrão" }).click();
    await page.waitForURL((url) => !url.hash.includes("metodo"));
    expect(await order(page)).toEqual(before);
    await page.context().close();
  });

  it("change the account of a score, which still adds up to the printed digit", async () => {
    const page = await open("#/prioridades?municipio=5103254");
    const first = await account(page);
    expect(first.soma).toBeCloseTo(first.nota, 6);
    await page.goto(`${app.url}/?mapa=svg#/prioridades?municipio=5103254&metodo=d.gestao.peso:3,d.rede.peso:71`);
    await page.waitForFunction((nota) => !document.querySelector("aside tfoot")?.textContent.includes(nota), String(first.nota).replace(".", ","));
    const second = await account(page);
    expect(second.nota).not.toBe(first.nota);
    expect(second.soma).toBeCloseTo(second.nota, 6);
    await page.context().close();
  });
});

describe("the address", () => {
  it("gives the same screen in a new window: indicator, filters, order, municipality", async () => {
    const hash = "#/prioridades?indicador=idhm&porte=pequeno-1&municipio=5102603&ordem=valor:desc";
    const page = await open(hash);
    const other = await open(hash);
    expect(await order(page)).toEqual(await order(other));
    expect(await panel(other).getByRole("heading", { level: 2, name: "Campinápolis" }).count()).toBe(1);
    expect(await panel(other).innerText()).toContain("0,538");
    const [first = ""] = await order(page);
    const idhm = (await row(page, first))[2] ?? "";
    expect(idhm >= ((await row(page, (await order(page))[1] ?? ""))[2] ?? "")).toBe(true);
    await page.context().close();
    await other.context().close();
  });

  it("goes back to the earlier selection and indicator with Back", async () => {
    const page = await open("#/prioridades");
    await list(page).getByRole("rowheader", { name: "Colniza", exact: true }).click();
    await panel(page).getByRole("heading", { level: 2, name: "Colniza" }).waitFor();
    await page.getByLabel("O que o mapa mostra").selectOption("idhm");
    await page.waitForURL(/indicador=idhm/);
    await page.goBack();
    await page.waitForURL((url) => !url.hash.includes("indicador"));
    expect(await panel(page).getByRole("heading", { level: 2, name: "Colniza" }).count()).toBe(1);
    await page.goBack();
    await panel(page).waitFor({ state: "detached" });
    await page.goForward();
    await panel(page).getByRole("heading", { level: 2, name: "Colniza" }).waitFor();
    await page.context().close();
  });

  it("opens whatever is in it: what it does not understand falls back", async () => {
    const page = await open("#/prioridades?indicador=%3Cimg%20src%3Dx%3E&municipio=9999999&regiao=1&porte=x&metodo=d.rede.peso:-1,x&ordem=z");
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("Pelo índice de prioridade");
    expect(await panel(page).count()).toBe(0);
    await page.context().close();
  });
});

describe("an address made with other figures or a method that cannot be read", () => {
  it("says so above everything, and goes on with the figures in use when asked to", async () => {
    const page = await open("#/prioridades?municipio=5103403&dados=0123456789abcdef");
    const alert = page.getByRole("alert");
    expect(await alert.innerText()).toContain("Este endereço foi feito com outros dados.");
    await alert.getByRole("button", { name: "Continuar com os dados de agora" }).click();
    await alert.waitFor({ state: "detached" });
    expect(page.url()).toMatch(/dados=[0-9a-f]{16}/);
    expect(page.url()).not.toContain("0123456789abcdef");
    await page.context().close();
  });

  it("keeps the default method and says what is wrong with the one of the address", async () => {
    const page = await open("#/prioridades?metodo=d.rede.peso:-1");
    const alert = await page.getByRole("alert").innerText();
    expect(alert).toContain("O método deste endereço não pode ser usado.");
    expect(alert).toContain("Peso não pode ser negativo");
    const other = await open("#/prioridades");
    expect(await order(page)).toEqual(await order(other));
    await page.context().close();
    await other.context().close();
  });

  it("marks a study normalisation wherever it is in force", async () => {
    const page = await open("#/prioridades?metodo=normalizacao:percentil");
    expect(await page.locator(".prioridades-ressalvas").innerText()).toContain("é para estudo");
    await page.context().close();
  });
});

describe("map and list", () => {
  it("share the selection: a click on the map opens the panel and marks the row", async () => {
    const page = await open("#/prioridades");
    await page.locator('.map [data-codigo="5103403"]').first().click();
    await page.waitForURL(/municipio=5103403/);
    await panel(page).getByRole("heading", { level: 2, name: "Cuiabá" }).waitFor();
    const chosen = list(page).locator('tr[aria-selected="true"]');
    expect(await chosen.locator("th").innerText()).toBe("Cuiabá");
    await page.context().close();
  });

  it("work by keyboard alone: search, choose in the list, read the panel, close it, come back to the list", async () => {
    const page = await open("#/prioridades");
    await page.keyboard.press("/");
    await page.keyboard.type("colniza");
    await page.waitForURL(/busca=colniza/);
    await page.waitForFunction(() => document.querySelectorAll(".prioridades-lista tr.table-row").length === 1);
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement?.closest(".prioridades-lista tbody, .prioridades-lista thead") !== null)) break;
    }
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/municipio=5103254/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Colniza");
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.closest("[role=grid]") !== null)).toBe(true);
    await page.context().close();
  });

  it("filter by size class with a removable chip, dimming the rest of the map", async () => {
    const page = await open("#/prioridades?porte=grande");
    const names = await order(page);
    expect(names).toContain("Cuiabá");
    expect(names.length).toBeLessThan(10);
    expect(await page.locator(".map .map-fora").count()).toBeGreaterThan(100);
    await page.getByRole("button", { name: /Porte Grande/ }).click();
    await page.waitForURL((url) => !url.hash.includes("porte"));
    expect(await page.locator(".map .map-fora").count()).toBe(0);
    await page.context().close();
  });
});

it("reads who answers for a subject only when the reader opens it, at the end of the panel", async () => {
  const { page, requests } = await app.open("#/prioridades?municipio=5103403", SVG);
  const isAboutOffices = (url: string): boolean => /\/(?:CartaoPorTema|apoio-)[^/]*\.js$/.test(url);
  const fold = panel(page).getByText("Com quem falar sobre cada assunto");
  await fold.waitFor();
  expect(requests.filter(isAboutOffices)).toEqual([]);
  await fold.click();
  await panel(page).getByLabel("Sobre que assunto?").selectOption({ label: "Censo SUAS" });
  expect(await panel(page).getByRole("group", { name: "Coordenadoria de Vigilância Socioassistencial" }).innerText()).toContain("art. 6º, VIII, d");
  expect(requests.filter(isAboutOffices).length).toBeGreaterThan(0);
  await page.context().close();
});

it("saves the ranking as CSV whose first lines name sources, filters, weights and date", async () => {
  const page = await open("#/prioridades?porte=grande&metodo=d.rede.peso:60");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("region", { name: "Lista de municípios" }).getByRole("button", { name: "Baixar CSV" }).click(),
  ]);
  const csv = readFileSync(await download.path(), "utf8");
  const comments = csv.split(/\r?\n/).filter((line) => line.replace("\ufeff", "").startsWith("#"));
  expect(comments.join("\n")).toMatch(/Atlas da Vulnerabilidade Social/);
  expect(comments.join("\n")).toContain("porte: Grande");
  expect(comments.join("\n")).toMatch(/pesos: .*Rede e serviços 46,2%/);
  expect(comments.join("\n")).toMatch(/\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}/);
  expect(csv).toMatch(/\n"?5103403"?;"?Cuiabá"?;/);
  await page.context().close();
});

describe("at 360 px", () => {
  const small: OpenOptions = { ...SVG, width: 360, height: 740 };

  it("keeps weights and filters in full-height dialogs that Escape closes", async () => {
    const page = await open("#/prioridades", small);
    await page.getByRole("button", { name: "Pesos" }).click();
    const dialog = page.getByRole("dialog", { name: "Pesos das dimensões" });
    await dialog.waitFor();
    expect((await dialog.boundingBox())?.height).toBe(740);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Filtros" }).click();
    const filters = page.getByRole("dialog", { name: "Filtros" });
    await filters.getByRole("searchbox").fill("varzea");
    await filters.getByRole("button", { name: "Ver 1 município" }).click();
    await page.getByRole("button", { name: "Filtros (1)" }).waitFor();
    expect(await order(page)).toEqual(["Várzea Grande"]);
    await page.context().close();
  });

  it("shows the sentence and the map on the first screen", async () => {
    const page = await open("#/prioridades", small);
    const map = await page.getByRole("application").boundingBox();
    expect(map?.y ?? Infinity).toBeLessThan(520);
    // 45 % of 740 px, less the border.
    expect(map?.height).toBeGreaterThan(328);
    expect(map?.height).toBeLessThanOrEqual(333);
    await page.context().close();
  });
});
