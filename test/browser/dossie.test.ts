import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drop } from "./dados-page.ts";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

const CUIABA = "#/municipio/5103403";
/** Two cases of the capital in October 2026, the second archived, and one of another municipality. */
const DENUNCIAS = `protocolo;data_registro;codigo_ibge;canal;tema;situacao;data_arquivamento;motivo_arquivamento
P-1;20/10/2026;5103403;presencial;atendimento-cras;em-analise-preliminar;;
P-2;05/10/2026;5103403;presencial;bpc;arquivada;15/10/2026;falta-de-provas
P-3;05/10/2026;5107909;presencial;bpc;arquivada;15/10/2026;falta-de-provas
`;
const SVG: OpenOptions = { query: "?mapa=svg" };

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

async function folha(page: Page, nome: string): Promise<void> {
  await page.locator(".dossie-folha").getByRole("heading", { level: 1, name: `Dossiê de ${nome}`, exact: true }).waitFor();
}

async function pages(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true })).toString("latin1");
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}

describe("the dossier of a municipality", () => {
  it("says in eight parts what is known before a visit, with a map in words, and keeps the hash of the data in the address", async () => {
    const { page, errors, requests } = await app.open(CUIABA, SVG);
    await folha(page, "Cuiabá");
    expect(await page.locator(".dossie-folha h2").allTextContents()).toEqual([
      "O que chama atenção",
      "Indicadores do índice",
      "Rede de proteção",
      "Planos em vigor",
      "Apoio técnico recebido",
      "Denúncias por etapa",
      "O que perguntar na visita",
      "Com quem falar",
    ]);
    expect(await page.locator(".dossie-folha h1").count()).toBe(1);
    expect(await page.locator(".dossie-mapa svg").getAttribute("aria-label")).toMatch(/^Mapa de Cuiabá, com 14 CRAS e 2 CREAS \(2019\)\. Fazem divisa: Acorizal/);
    await page.waitForFunction(() => /^#\/municipio\/5103403\?dados=[0-9a-f]{12}$/.test(location.hash));
    // Counts of complaints, and no protocol.
    const text = await page.locator(".dossie-folha").innerText();
    expect(text).toMatch(/casos abertos/);
    expect(text).not.toMatch(/DEMO-\d{4}-\d+/);
    expect(requests.filter((url) => !url.startsWith(app.url) && !/^(blob|data):/.test(url))).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("prints on one A4 page, from the municipality without data to the capital, as real text", async () => {
    const { page } = await app.open(CUIABA, SVG);
    await folha(page, "Cuiabá");
    expect(await pages(page)).toBe(1);
    for (const [codigo, nome] of [
      ["5101837", "Boa Esperança do Norte"],
      ["5108055", "Terra Nova do Norte"],
    ] as const) {
      await page.getByLabel("Município", { exact: true }).selectOption(codigo);
      await folha(page, nome);
      expect(await pages(page)).toBe(1);
      // The one without data has the most to ask, and room for it.
      if (codigo === "5101837") expect(await page.getByText("nesta folha").count()).toBe(0);
    }
    expect(await page.evaluate(() => location.hash)).toMatch(/^#\/municipio\/5108055/);
    // Back on the screen after printing.
    expect(await page.locator(".dossie-papel").count()).toBe(0);
  });

  it("a link made over other figures says so until the reader goes on with those of now", async () => {
    const { page } = await app.open(`${CUIABA}?dados=000000000000`, SVG);
    await folha(page, "Cuiabá");
    const aviso = page.getByText("Este endereço foi feito sobre outros dados");
    await aviso.waitFor();
    await page.getByRole("button", { name: "Continuar com os dados de agora" }).click();
    await aviso.waitFor({ state: "detached" });
  });

  it("a code of nobody says so, and a municipality can be chosen", async () => {
    const { page } = await app.open("#/municipio/9999999", SVG);
    await page.getByText("O código 9999999 não é de nenhum município da lista em uso.").waitFor();
    await page.getByLabel("Município", { exact: true }).selectOption("5103403");
    await folha(page, "Cuiabá");
  });

  it("is reached from the panel of a municipality, under the method of the address", async () => {
    const { page } = await app.open("#/prioridades?municipio=5103403", SVG);
    const link = page.getByRole("link", { name: "Dossiê para a visita" });
    expect(await link.getAttribute("href")).toBe("#/municipio/5103403");
    await link.click();
    await folha(page, "Cuiabá");
  });

  it("counts the complaints the user brought, and is no longer marked as demonstration for them", async () => {
    const { page } = await app.open("#/dados", SVG);
    await drop(page, { "denuncias.csv": DENUNCIAS });
    await page.getByRole("heading", { name: "denuncias.csv: carregado" }).waitFor({ state: "attached" });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, CUIABA);
    await folha(page, "Cuiabá");
    const denuncias = page.locator(".dossie-denuncias");
    // Two cases of October 2026 in the file, one of them archived.
    await denuncias.getByText("2 denúncias registradas em 12 meses; 1 caso aberto").waitFor();
    expect(await page.locator(".dossie-cabeca .states-demo").innerText()).toBe("Dados de demonstração em: apoio recebido, planos. São inventados e não descrevem nenhum município.");
    // Complaints are no figure of the list, but a sheet over others is another sheet: its link and its foot say so.
    const doEndereco = async (): Promise<string> => /dados=([0-9a-f]{12})$/.exec(await page.evaluate(() => location.hash))?.[1] ?? "";
    await expect.poll(doEndereco).not.toBe("");
    const { page: semArquivo } = await app.open(CUIABA, SVG);
    await folha(semArquivo, "Cuiabá");
    await semArquivo.waitForFunction(() => location.hash.includes("dados="));
    expect(await semArquivo.evaluate(() => location.hash)).not.toContain(await doEndereco());
    await semArquivo.evaluate((hash) => {
      location.hash = hash;
    }, `${CUIABA}?dados=${await doEndereco()}`);
    await semArquivo.getByText("Este endereço foi feito sobre outros dados").waitFor();
  });

  it("saves its map with sources, place, day, scale, datum and the data's hash printed on it", async () => {
    const { page, errors } = await app.open(CUIABA, SVG);
    await folha(page, "Cuiabá");
    const [svg] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Baixar SVG", exact: true }).click()]);
    expect(svg.suggestedFilename()).toBe("mapa-5103403.svg");
    const escrito = (await readFile(await svg.path(), "utf8")).replaceAll(/<\/text><text[^>]*>/g, " ").replaceAll(/<[^>]*>/g, "\n");
    const hash = /dados=([0-9a-f]{12})/.exec(await page.evaluate(() => location.hash))?.[1] ?? "none";
    for (const esperado of ["CRAS e CREAS em Cuiabá e em volta", "Fonte: Censo SUAS 2019, unidades CRAS e CREAS (2019)", "Filtros: município Cuiabá (5103403).", "Data de referência: 31/10/2026", "SIRGAS 2000", "50 km", `Dados: SHA-256 ${hash}`]) expect(escrito).toContain(esperado);
    const [png] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Baixar PNG", exact: true }).click()]);
    expect((await readFile(await png.path())).subarray(1, 4).toString("latin1")).toBe("PNG");
    expect(errors).toEqual([]);
  });

  it.each([
    [1280, "light"],
    [360, "dark"],
  ] as const)("has nothing for axe to find at %i px in the %s theme, nor sideways scroll", async (width, theme) => {
    const { page } = await app.open(CUIABA, { ...SVG, width, theme });
    await folha(page, "Cuiabá");
    await page.getByRole("button", { name: "PDF deste município" }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    expect(await page.locator(".dossie-acoes button, .dossie-acoes select").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < (window.innerWidth < 500 ? 44 : 24)).length)).toBe(0);
  });
});
