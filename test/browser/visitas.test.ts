import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plan } from "../../scripts/plan.ts";
import { readVisits } from "../../scripts/extracts/visits.ts";
import { readTerritory } from "../../scripts/extracts/territory.ts";
import { ajustesFileText } from "../../src/data/visitas/parse.ts";
import { dataPath } from "../data/folder.ts";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

/** A short search: what is looked at is the page, not how good the plan is. */
const PASSOS = 300;
const CURTA = `ajustes=iteracoes:${String(PASSOS)}`;
const SVG: OpenOptions = { query: "?mapa=svg" };
let app: App;
let scratch = "";

beforeAll(async () => {
  app = await openApp();
  scratch = await mkdtemp(join(tmpdir(), "mirante-visitas-"));
});

afterAll(async () => {
  await app.close();
  await rm(scratch, { recursive: true });
});

/** Opens the page and waits until its first plan is ready. */
async function openPlan(params = "", options: OpenOptions = {}, ajustes = ""): Promise<{ page: Page; errors: readonly string[] }> {
  const { page, errors } = await app.open(`#/visitas?${CURTA}${ajustes}${params}`, { ...SVG, ...options });
  await page.getByText(`Plano pronto: ${String(PASSOS)} tentativas`).waitFor();
  return { page, errors };
}

const sentence = (page: Page): Promise<string> => page.locator("h1").first().innerText();
/** Visits, and days, kilometres and share, without the distance to the best plan, which is measured meanwhile. */
async function totais(page: Page): Promise<{ readonly visitas: string; readonly resto: string }> {
  const [, visitas = "", resto = ""] = /^(\d+) visitas .*: (.*) da prioridade/.exec(await sentence(page)) ?? [];
  return { visitas, resto };
}
const tours = (page: Page) => page.getByRole("region", { name: /^\d+ viagens$/ });

describe.each([
  ["motivos", 360, "light"],
  ["regras", 1280, "dark"],
  ["comparar", 360, "light"],
  ["feitas", 1280, "light"],
  ["ajustes", 1280, "dark"],
  ["ajustes", 360, "light"],
] as const)("the part %s at %i px, %s", (parte, width, theme) => {
  it("has nothing for axe to find, no sideways scroll of the page and no error", async () => {
    const { page, errors } = await openPlan(`&parte=${parte}`, { width, height: width === 360 ? 740 : 900, theme });
    await page.locator("h2").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

it("says in its first sentence how many visits fit, when, with how many teams, days and kilometres", async () => {
  const { page } = await openPlan();
  expect(await sentence(page)).toMatch(/^\d+ visitas cabem em jan\.–mar\. 2027 com 3 equipes: \d+ dias de estrada e visita, [\d.]+ km, \d+\s% da prioridade/);
  await page.context().close();
});

it("gives the plan of the terminal, byte for byte", async () => {
  const { ajustes } = await readVisits(dataPath("."), await readTerritory(dataPath(".")));
  const settings = join(scratch, "ajustes.json");
  await writeFile(settings, ajustesFileText({ ...ajustes, iteracoes: PASSOS }));
  const { stdout } = await plan(["--settings", settings]);
  const { page } = await openPlan();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Baixar CSV", exact: true }).last().click()]);
  const { page: other } = await openPlan();
  expect(readFileSync(await download.path(), "utf8").replace(/^\uFEFF/, "")).toBe(stdout);
  expect(await sentence(other)).toBe(await sentence(page));
  await page.context().close();
  await other.context().close();
});

it("takes a municipality out of the plan by the keyboard, and puts it back by undoing", async () => {
  const { page } = await openPlan();
  const before = await tours(page).innerText();
  const change = tours(page).getByRole("button", { name: /^Mudar/ }).first();
  await change.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "Retirar do plano" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Planejar o resto de novo" }).waitFor();
  await expect.poll(() => tours(page).innerText(), { timeout: 10_000 }).not.toBe(before);
  await page.getByRole("button", { name: /^Desfazer/ }).click();
  await page.waitForFunction((text) => document.querySelector(".visitas-viagens") instanceof HTMLElement && (document.querySelector(".visitas-viagens") as HTMLElement).innerText === text, before);
  await page.context().close();
});

/** Nine teams with forty days each: the state is visited with days to spare. */
const COM_FOLGA = ",bases:5103403*9,diasPorEquipe:40";

type Modo = (page: Page, municipio: string, para: Locator) => Promise<void>;

const emCimaDe = (card: Locator): Promise<void> => expect.poll(() => card.getAttribute("class"), { timeout: 10_000 }).toContain("visitas-alvo");

const arrastar: Modo = async (page, municipio, para) => {
  await page.getByRole("button", { name: `Mover ${municipio}`, exact: true }).hover();
  await page.mouse.down();
  // The cards may move while one is carried; a hand follows them.
  await expect
    .poll(
      async () => {
        const caixa = await para.boundingBox();
        if (caixa === null) throw new Error("the tour is not on screen");
        await page.mouse.move(caixa.x + caixa.width / 2, caixa.y + caixa.height / 2, { steps: 12 });
        return para.getAttribute("class");
      },
      { timeout: 20_000, interval: 200 },
    )
    .toContain("visitas-alvo");
  await page.mouse.up();
};

const porTeclado: Modo = async (page, municipio, para) => {
  await page.getByRole("button", { name: `Mover ${municipio}`, exact: true }).focus();
  await page.keyboard.press("Space");
  // Over the tour it is in: the places to drop are measured.
  await page.locator(".visitas-cartao.visitas-alvo").waitFor();
  await page.keyboard.press("ArrowUp");
  await emCimaDe(para);
  await page.keyboard.press("Space");
};

const porLista: Modo = async (page, municipio, para) => {
  const unico = await para.getByRole("listitem").first().getByRole("link").innerText();
  await tours(page).getByRole("button", { name: `Mudar ${municipio}`, exact: true }).click();
  const drawer = page.getByRole("dialog");
  const opcao = await drawer.getByRole("option", { name: `: ${unico} (2 dias)` }).getAttribute("value");
  await drawer.getByLabel("Mover para").selectOption(opcao);
  await drawer.getByRole("button", { name: "Mover", exact: true }).click();
};

describe.each([
  ["the mouse", arrastar],
  ["the keyboard", porTeclado],
  ["the list of tours", porLista],
] as const)("a municipality moved to a tour with room by %s", (_, mover) => {
  it("stands in that tour, changes the totals and goes back by undoing", async () => {
    const { page, errors } = await openPlan("", { width: 1280, height: 1600 }, COM_FOLGA);
    const cards = tours(page).getByRole("article");
    await cards.nth(23).waitFor();
    const titulos = await cards.evaluateAll((all) => all.map((card) => card.textContent));
    const alvo = titulos.findIndex((texto) => /\D2 dias úteis/.test(texto));
    const [para, de] = [cards.nth(alvo), cards.nth(alvo + 1)];
    // The sentence grows by a line when the limit is known, and would move what is carried.
    await page.locator("h1", { hasText: "plano possível" }).waitFor();
    await para.scrollIntoViewIfNeeded();
    const municipio = await de.getByRole("listitem").first().getByRole("link").innerText();
    const before = { totais: await totais(page), viagens: await tours(page).innerText(), para: await para.getByRole("listitem").count(), de: await de.getByRole("listitem").count() };
    await mover(page, municipio, para);
    await page.getByText("Feito. Para voltar atrás, use Desfazer.").waitFor();
    await para.getByRole("link", { name: municipio, exact: true }).waitFor();
    expect(await de.getByRole("link", { name: municipio, exact: true }).count()).toBe(0);
    expect(await para.getByRole("listitem").count()).toBe(before.para + 1);
    expect(await de.getByRole("listitem").count()).toBe(before.de - 1);
    const depois = await totais(page);
    expect(depois.visitas).toBe(before.totais.visitas);
    expect(depois.resto).not.toBe(before.totais.resto);
    await page.getByRole("button", { name: `Desfazer mover ${municipio}` }).click();
    await de.getByRole("link", { name: municipio, exact: true }).waitFor();
    expect(await tours(page).innerText()).toBe(before.viagens);
    expect(await totais(page)).toEqual(before.totais);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

it("keeps the plan when a setting changes, says that it is of before, and plans again only when asked", async () => {
  const { page } = await openPlan("&parte=ajustes");
  const before = await sentence(page);
  const days = page.getByLabel(/^Dias fora por equipe e trimestre/);
  await days.fill("10");
  await days.press("Tab");
  await page.getByText("Este plano é de antes da mudança.").waitFor();
  expect(await sentence(page)).toBe(before);
  await page.getByRole("button", { name: "Planejar com o que vale agora" }).click();
  await page.getByText("Este plano é de antes da mudança.").waitFor({ state: "detached" });
  await page.getByText(`Plano pronto: ${String(PASSOS)} tentativas`).waitFor();
  expect(await sentence(page)).toMatch(/ (2\d|30) dias de estrada e visita/);
  await page.context().close();
});

it("answers settings that cannot be used with a sentence, and keeps the good ones", async () => {
  const { page, errors } = await app.open("#/visitas?ajustes=iteracoes:300,diasPorEquipe:0", SVG);
  await page.getByText("Os ajustes deste endereço não podem ser usados.").waitFor();
  expect(await page.getByRole("alert").first().innerText()).toMatch(/[Dd]ias/);
  await page.getByText(/visitas cabem/).waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});

it("leaves what requires a visit out of the address and of the files that are published", async () => {
  const { page } = await app.open("#/prioridades?parte=ciclo", SVG);
  await page.getByLabel(/Motivo/).first().waitFor();
  await page.getByLabel(/^Município/).last().selectOption({ label: "Colniza" });
  await page.getByLabel(/Motivo/).first().fill("verificação no local");
  await page.getByRole("button", { name: "Exigir visita" }).click();
  await page.getByRole("link", { name: "Visitas", exact: true }).click();
  await page.evaluate((params) => {
    location.hash = `#/visitas?${params}`;
  }, CURTA);
  await page.getByText(/Plano pronto: [\d.]+ tentativas/).waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: /^Plane?j/ }).first().click();
  await page.getByText(`Plano pronto: ${String(PASSOS)} tentativas`).waitFor();
  expect(await tours(page).innerText()).toContain("Colniza");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Baixar CSV", exact: true }).last().click()]);
  const csv = readFileSync(await download.path(), "utf8");
  expect(csv).toContain("Colniza");
  expect(csv).not.toMatch(/exig|verificação/i);
  expect(page.url()).not.toMatch(/exig|verifica/i);
  await page.context().close();
});

it("prints one sheet per team and nothing of the interface", async () => {
  const { page } = await openPlan();
  await page.evaluate(() => {
    globalThis.print = () => undefined;
  });
  await page.getByRole("button", { name: "Imprimir folhas" }).click();
  await page.emulateMedia({ media: "print" });
  const sheets = page.locator(".visitas-folhas");
  await sheets.first().waitFor();
  expect(await page.locator("#root").isVisible()).toBe(false);
  const text = await sheets.innerText();
  for (const team of ["Equipe 1", "Equipe 2", "Equipe 3"]) expect(text).toContain(team);
  expect(text).toMatch(/diárias/i);
  await page.context().close();
});
