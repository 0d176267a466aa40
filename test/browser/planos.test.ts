import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, axeFindings, openApp } from "./harness.ts";

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

async function open(hash: string, width = 1280): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const { page, errors } = await app.open(hash, { query: "?mapa=svg", width });
  await page.getByRole("heading", { name: "De onde vêm estas regras?" }).waitFor();
  return { page, errors };
}

const acoes = (page: Page) => page.locator(".planos-acoes > li");

describe("#/cobertura?parte=planos", () => {
  it("opens with the plans of each municipality and what the state owes, marked as a demonstration, with no sideways scroll", async () => {
    const { page, errors } = await open("#/cobertura?parte=planos", 360);
    await page.getByRole("grid", { name: "O que o Estado deve a cada município" }).waitFor();
    await page.locator(".states-sentence-text", { hasText: /^\d+ Planos de Providências de \d+ municípios: .*O Estado deve, a \d+ municípios: / }).waitFor();
    expect(await page.getByText("dados de demonstração").count()).toBeGreaterThan(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("opens a municipality from the list by keyboard, with the focus on its heading, and goes back", async () => {
    const { page } = await open("#/cobertura?parte=planos");
    const lista = page.getByRole("grid", { name: "Andamento dos Planos de Providências de cada município" });
    const primeira = lista.locator("tbody [role=row], tbody tr").filter({ has: page.locator("[tabindex='0']") }).first();
    await primeira.locator("[tabindex='0']").first().focus();
    await page.keyboard.press("Enter");
    const titulo = page.getByRole("heading", { name: /^Planos de / });
    await titulo.waitFor();
    expect(await titulo.evaluate((heading) => heading === document.activeElement)).toBe(true);
    await page.getByRole("complementary", { name: /^O que o Estado deve a / }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Voltar a todos os municípios" }).press("Enter");
    await lista.waitFor();
  });

  it("keeps a plan written here, with its action, apart from the demonstration and through a reload", async () => {
    const { page, errors } = await open("#/cobertura?parte=planos");
    await page.getByRole("button", { name: "Novo plano" }).click();
    const plano = page.getByRole("dialog", { name: "Novo plano" });
    await plano.locator("[data-campo=municipio]").selectOption({ label: "Sinop" });
    await plano.locator("[data-campo=dificuldade]").fill("Sala do CRAS sem acessibilidade");
    await plano.locator("[data-campo=origem]").selectOption("auditoria");
    await plano.getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("button", { name: "Nova ação" }).click();
    const acao = page.getByRole("dialog", { name: "Nova ação" });
    await acao.locator("[data-campo=acao]").fill("Construir a rampa");
    await acao.locator("[data-campo=prazo]").fill("2099-12-31");
    await acao.getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("button", { name: "Concluir a ação Construir a rampa" }).click();
    await page.locator(".planos-marca-concluida").waitFor();
    expect(await page.locator(".planos-cadeia").innerText()).toMatch(/Concluído: todas as ações feitas; espera a aprovação do CMAS/);
    await page.getByRole("button", { name: "Desfazer: concluir a ação" }).click();
    await page.locator(".planos-marca-no-prazo").waitFor();
    await page.reload();
    await acoes(page).first().waitFor();
    expect(await acoes(page).count()).toBe(1);
    expect(await page.locator(".planos-cartao").innerText()).toContain("seu trabalho");
    await page.getByRole("complementary", { name: "O que o Estado deve a Sinop" }).getByText("só há de demonstração, que ficou de lado").first().waitFor();
    expect(await page.getByRole("radio", { name: "Seu trabalho (1)" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: /^Demonstração/ }).check();
    await page.getByText("Sala do CRAS sem acessibilidade").waitFor({ state: "detached" });
    expect(errors).toEqual([]);
  });
});
