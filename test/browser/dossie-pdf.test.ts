import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lerPdf, lidosEmOrdem } from "../data/pdf/ler-pdf.ts";
import { type App, openApp } from "./harness.ts";

let app: App;
let page: Page;
let requests: readonly string[];

beforeAll(async () => {
  app = await openApp();
  ({ page, requests } = await app.open("#/municipio/5103403", { query: "?mapa=svg" }));
  await page.getByRole("button", { name: "PDF deste município" }).waitFor();
});

afterAll(async () => {
  await app.close();
});

const botao = (nome: string | RegExp): ReturnType<Page["getByRole"]> => page.getByRole("button", { name: nome });

async function salvo(nome: string | RegExp): Promise<{ readonly arquivo: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), botao(nome).click()]);
  return { arquivo: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** Texts of the dossier on the screen, in order, under the tag that a document gives to each. The font draws the space that does not break as any other: a document reads them alike. */
async function ditosNaTela(): Promise<readonly (readonly [string, string])[]> {
  return page.locator(".dossie-folha").evaluate((folha) => {
    const etiquetas: Readonly<Record<string, string>> = { H1: "H1", H2: "H2", P: "P", LI: "LBody", CAPTION: "Caption", TH: "TH", TD: "TD", FIGCAPTION: "P" };
    return [...folha.querySelectorAll("h1, h2, p, li, caption, th, td, figcaption, [role=img]")].map((element): [string, string] =>
      element.getAttribute("role") === "img" ? ["Figure", element.getAttribute("aria-label") ?? ""] : [etiquetas[element.tagName] ?? element.tagName, element.textContent.replaceAll("\u00A0", " ")],
    );
  });
}

describe("the dossier as PDF", () => {
  it("says in one page what the screen says, word for word", async () => {
    const { arquivo, bytes } = await salvo("PDF deste município");
    const { raiz, paginas, titulo } = lerPdf(bytes);
    expect([arquivo, titulo, paginas.length]).toEqual(["dossie-5103403-cuiaba.pdf", "Dossiê de Cuiabá", 1]);
    const naTela = await ditosNaTela();
    expect(naTela.length).toBeGreaterThan(50);
    expect(lidosEmOrdem(raiz)).toEqual(naTela);
  });

  it("is one document of all municipalities, each on a page of its own with no letter missing", async () => {
    const { bytes } = await salvo(/^PDF de todos/);
    const { raiz, paginas, marcadores, soltos } = lerPdf(bytes);
    const quantos = Number(/\d+/.exec(await botao(/^PDF de todos/).innerText())?.[0]);
    const secoes = raiz[0]?.filhos ?? [];
    expect([secoes.length, paginas.length, marcadores.length, soltos.length]).toEqual([quantos, quantos, quantos, 0]);
    expect(lidosEmOrdem(secoes.find(({ titulo }) => titulo === "Dossiê de Cuiabá")?.filhos ?? [])).toEqual(await ditosNaTela());
    const ditos = secoes.map(({ filhos }) => lidosEmOrdem(filhos).flat().join("\n"));
    expect(ditos.filter((dito) => dito.includes("\0") || dito.includes("\uFFFD"))).toEqual([]);
    await page.getByText(`dossies-2026`).filter({ hasText: `${quantos} páginas.` }).waitFor();
  });

  it("is a zip of a document for each, with the same words", async () => {
    const { bytes } = await salvo(/zip/);
    const arquivos = unzipSync(bytes);
    expect(Object.keys(arquivos)).toContain("dossie-5103403-cuiaba.pdf");
    const cuiaba = lerPdf(arquivos["dossie-5103403-cuiaba.pdf"] ?? new Uint8Array());
    expect(lidosEmOrdem(cuiaba.raiz)).toEqual(await ditosNaTela());
  });

  it("stops when cancelled, with the keyboard: no file, and the buttons work again", async () => {
    await botao(/^PDF de todos/).focus();
    await page.keyboard.press("Enter");
    await botao("Cancelar").focus();
    await page.keyboard.press("Enter");
    await page.getByText("Cancelado: nenhum arquivo foi salvo.").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^PDF de todos/);
    expect((await salvo("PDF deste município")).arquivo).toBe("dossie-5103403-cuiaba.pdf");
  });

  it("asks nothing of any other address", () => {
    expect(requests.filter((address) => !address.startsWith(app.url) && !address.startsWith("blob:"))).toEqual([]);
  });
});
