import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drop } from "./dados-page.ts";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

/**
 * Four cases on 10 November 2026, a Tuesday; answers are due 15 days after registration (art. 5º, § 5º):
 * - P-1, 1 October: 16 October, a Friday. Overdue by 25 days.
 * - P-2, 29 October: 13 November, a Friday. 3 days left.
 * - P-3, answered; the municipality was notified on 22 October, and has 20 days (art. 7º). Running
 *   days: 11 November. Business days after 22 October: 6 to 30 October, 4 to 6 November (the 2nd is
 *   Finados), 5 to the 13th, 4 to the 19th make 19 (the 20th is Consciência Negra): 23 November.
 * - P-4 is registered after today: its answer cannot be counted.
 */
const DENUNCIAS = `protocolo;data_registro;codigo_ibge;canal;tema;situacao;data_notificacao;data_resposta
P-1;01/10/2026;5103403;presencial;atendimento-cras;em-analise-preliminar;;
P-2;29/10/2026;5107909;presencial;bpc;registrada;;
P-3;20/10/2026;5107909;ouvidoria-162;atendimento-cras;aguardando-manifestacao;22/10/2026;30/10/2026
P-4;01/12/2026;5107909;ouvidoria-162;outro;registrada;;
`;
/** Terms stop from 12 to 20 November: of P-2's 15 days 13 have run by the 11th, and the others are 21 and 22, a Sunday: Monday 23. */
const CALENDARIO = "inicio;fim;tipo;nome\n12/11/2026;20/11/2026;suspensao;Mudança de sede\n";
const HOJE = "em=2026-11-10";

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

const sentence = (page: Page): Locator => page.locator("main header p").first();
const rows = (page: Page): Locator => page.locator(".denuncias-fila tbody tr");
const row = (page: Page, protocolo: string): Locator => rows(page).filter({ hasText: protocolo });
const isSvg: OpenOptions = { query: "?mapa=svg" };

/** The page with the four cases in the place of the bundled ones. */
async function openCases(params: string): Promise<Page> {
  const { page } = await app.open("#/dados", isSvg);
  await drop(page, { "denuncias.csv": DENUNCIAS });
  await page.getByRole("heading", { name: "denuncias.csv: carregado" }).waitFor({ state: "attached" });
  await go(page, params);
  return page;
}

async function go(page: Page, params: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/denuncias?${params}`);
  await sentence(page).filter({ hasText: "em 10/11/2026" }).waitFor();
}

async function saved(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

describe("the queue of terms", () => {
  it("counts the user's cases in its sentence and lists the most urgent first, with both dates where the norm is silent", async () => {
    const page = await openCases(HOJE);
    expect(await sentence(page).innerText()).toBe(
      "4 denúncias abertas em 10/11/2026: 1 com prazo vencido, 2 vencem em até 5 dias e 1 sem como contar. Em 1, a situação muda conforme se contem dias corridos ou úteis: a norma não diz qual.",
    );
    await rows(page).first().waitFor();
    const protocolos = await rows(page).locator(":scope > :first-child").allInnerTexts();
    expect(protocolos).toEqual(["P-1", "P-3", "P-2", "P-4"]);
    expect(await row(page, "P-1").innerText()).toMatch(/Vencido\s+−25\s+16\/10\/2026/);
    const silente = await row(page, "P-3").innerText();
    expect(silente).toContain("11/11/2026 (corridos)");
    expect(silente).toContain("23/11/2026 (úteis)");
    expect(silente).toContain("Res. CIB/MT 012/2025, art. 7º");
    expect(await row(page, "P-4").innerText()).toContain("Sem como contar");
    await page.context().close();
  });

  it("by the house's rule has one date, in the address and on the file", async () => {
    const page = await openCases(`parte=regras&${HOJE}`);
    await page.getByRole("radio", { name: /^Dias úteis/ }).check();
    await page.waitForURL(/regra=uteis/);
    await page.getByRole("button", { name: "Prazos", exact: true }).click();
    await row(page, "P-3").filter({ hasText: "23/11/2026" }).waitFor();
    expect(await row(page, "P-3").innerText()).not.toContain("11/11/2026");
    const { name, text } = await saved(page, "Baixar a fila inteira (CSV)");
    expect(name).toBe("denuncias-prazos-2026-11-10.csv");
    expect(text).toContain("hoje: 10/11/2026");
    expect(text).toContain("dias úteis (regra da casa)");
    expect(text).not.toContain("DEMONSTRAÇÃO");
    await page.context().close();
  });

  it("opens a case beside it, whose protocol stays out of the address and of the browser's storage", async () => {
    const page = await openCases(HOJE);
    await row(page, "P-3").locator("td").first().click();
    const painel = page.getByRole("complementary", { name: "P-3" });
    await painel.getByText("Manifestação do município").first().waitFor();
    const texto = await painel.innerText();
    expect(texto).toContain("Aguardando manifestação. Espera por: Município.");
    expect(texto).toMatch(/22\/10\/2026\s+Notificação da gestão municipal/);
    expect(texto).toContain("Cumprido no prazo");
    await painel.getByText("Com quem falar sobre este tema").click();
    await painel.getByText("A norma não diz quem responde por “Atendimento no CRAS”").waitFor();
    await painel.getByLabel("Sobre que assunto?").selectOption({ label: "PAIF" });
    expect(await painel.getByRole("group", { name: "Coordenadoria de Proteção Social Básica" }).innerText()).toContain("art. 6º, VIII, h");
    await painel.getByRole("button", { name: "Exigir visita a Sinop" }).click();
    expect(await painel.innerText()).toContain("A lista publicada não a mostra");
    const kept = await page.evaluate(() => location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage));
    expect(kept).not.toContain("P-3");
    await page.keyboard.press("Escape");
    await painel.waitFor({ state: "detached" });
    await page.context().close();
  });
});

describe("the agenda", () => {
  it("gives the next 30 days as a calendar and as a CSV, with protocol, unit and article only", async () => {
    const page = await openCases(`parte=agenda&${HOJE}`);
    await page.getByText("2 prazos vencem de 10/11/2026 a 10/12/2026").waitFor();
    const ics = await saved(page, "Baixar para o calendário (.ics)");
    expect(ics.name).toBe("denuncias-agenda-2026-11-10.ics");
    expect(ics.text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(ics.text).toContain("DTSTART;VALUE=DATE:20261111");
    const csv = await saved(page, "Baixar a agenda (CSV)");
    const linhas = csv.text.split("\r\n").filter((linha) => linha.startsWith("2026-11-"));
    expect(linhas.map((linha) => linha.split(";")[3])).toEqual(["P-3", "P-2"]);
    expect(linhas[0]).toContain("Gestão municipal de Sinop");
    await page.context().close();
  });
});

describe("the user's calendar", () => {
  it("moves the due days, survives a reload of the page and goes away when asked", async () => {
    const page = await openCases(`parte=regras&${HOJE}`);
    await page.locator("input[type=file]").setInputFiles({ name: "calendario.csv", mimeType: "text/csv", buffer: Buffer.from(CALENDARIO) });
    await page.getByText("1 dia ou período lido de calendario.csv").waitFor();
    await page.getByRole("button", { name: "Prazos", exact: true }).click();
    await row(page, "P-2").filter({ hasText: "23/11/2026" }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Regras", exact: true }).click();
    await page.getByText("Em uso: calendario.csv").waitFor();
    expect(await page.getByRole("row", { name: /Mudança de sede/ }).innerText()).toContain("Suspensão de prazos");
    await page.getByRole("button", { name: "Retirar o calendário" }).click();
    await page.getByText("Nenhum calendário seu está em uso.").waitFor();
    await page.context().close();
  });
});

describe("the alerts", () => {
  it("say what went up, with what chance alone would give, and draw it; on paper the alerts keep their words", async () => {
    const { page, errors } = await app.open("#/denuncias?parte=alertas", isSvg);
    const grafico = page.getByRole("figure", { name: /: as denúncias de cada mês e o esperado$/ });
    await grafico.locator("svg.chart-plot").waitFor();
    const lista = page.getByRole("region", { name: "O que subiu em outubro de 2026?" });
    expect(await lista.locator("p").first().innerText()).toMatch(/^(Nenhum alerta|\d+ alertas?) em outubro de 2026, em \d+ séries testadas\. Só o acaso daria /);
    expect(await lista.getByText("dados de demonstração").isVisible()).toBe(true);
    const quantos = await lista.locator("li").count();
    await page.emulateMedia({ media: "print" });
    expect(await lista.locator("li > .ui-only-print").filter({ hasText: /em outubro de 2026; o esperado era de/, visible: true }).count()).toBe(quantos);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("say on top which filters of the address do not bound them, and a month out of the list is shown as it is", async () => {
    const { page } = await app.open("#/denuncias?parte=alertas&de=2030-01&estado=cumprido", isSvg);
    await page.getByText("Nesta parte não valem os filtros de período e prazo; em outras, sim.").waitFor();
    const de = page.getByLabel("Registro de", { exact: true });
    expect(await de.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe("jan. 2030");
    await page.context().close();
  });
});

describe("the page is for everyone", () => {
  it.each([
    [1280, "light"],
    [360, "dark"],
  ] as const)("at %i px, %s, each part is clean for axe, marked as demonstration and does not scroll sideways", async (width, theme) => {
    const { page, errors } = await app.open("#/denuncias?municipio=5103403", { ...isSvg, width, theme });
    for (const [parte, pronta] of [
      ["Prazos", ".denuncias-fila tbody tr"],
      ["Agenda", ".denuncias-agenda tbody tr"],
      ["Regras", ".denuncias-regras tbody tr"],
    ] as const) {
      await page.getByRole("button", { name: parte, exact: true }).click();
      await page.locator(pronta).first().waitFor();
      expect(await sentence(page).innerText()).toMatch(/^\d+ denúncias abertas em 31\/10\/2026 \(município: Cuiabá\): \d+ com prazo vencido/);
      expect(await page.locator("main header").first().getByText("dados de demonstração").isVisible()).toBe(true);
      expect(await axeFindings(page), parte).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), parte).toBe(width);
    }
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
