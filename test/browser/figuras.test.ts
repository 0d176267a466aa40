import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, axeFindings, openApp } from "./harness.ts";

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

async function saved(page: Page, figure: string, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const figura = page.locator("figure", { has: page.locator(figure) }).first();
  const [download]: [Download, void] = await Promise.all([page.waitForEvent("download"), figura.getByRole("button", { name: button, exact: true }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Width and height a PNG says of itself (its IHDR, ISO/IEC 15948), px. */
function sizeOfPng(bytes: Buffer): readonly [number, number] {
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

/** Texts printed in an SVG file and its size in px, read by the browser away from the app, whose policy lets no text become a document. */
async function readSvg(bytes: Buffer): Promise<{ readonly textos: readonly string[]; readonly size: readonly [number, number] }> {
  const blank = await app.browser.newPage();
  const read = await blank.evaluate((text) => {
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    if (svg.querySelector("parsererror") !== null) throw new Error("the file is no XML");
    const number = (name: string): number => Number(svg.documentElement.getAttribute(name));
    return { textos: [...svg.querySelectorAll("text")].map((t) => t.textContent), size: [number("width"), number("height")] as const };
  }, bytes.toString("utf8"));
  await blank.close();
  return read;
}

describe("a figure that leaves the page", () => {
  it.each([
    ["map", ".map-drawing, .map-figure-body", ["datum SIRGAS 2000", " km", "N"]],
    ["chart", ".chart-drawing svg", ["Presencial"]],
  ])("%s: SVG and PNG have title, source, filters, date, data's hash and mark printed on them", async (_, inside, its) => {
    const { page, errors } = await app.open("#/cobertura?parte=mapa", { query: "?mapa=svg" });
    await page.locator(".chart-drawing svg").first().waitFor();
    await page.locator(".map-figure").first().waitFor();
    const svg = await saved(page, inside, "Baixar SVG");
    const { textos, size } = await readSvg(svg.bytes);
    const escrito = textos.join("\n");
    const titulo = await page.locator("figure", { has: page.locator(inside) }).first().locator("h2").first().textContent();
    for (const esperado of ["DADOS DE DEMONSTRAÇÃO", titulo ?? "?", "Fonte: ", "Filtros: ", "Data de referência: ", "Dados: SHA-256 ", ...its]) expect(escrito).toContain(esperado);
    // A file of its own: the font is inside and nothing is fetched.
    expect(svg.bytes.toString("utf8")).toContain("data:font/woff2;base64,");
    expect(svg.bytes.toString("utf8")).not.toMatch(/(?:href|src)="https?:/);

    const png = await saved(page, inside, "Baixar PNG");
    expect(sizeOfPng(png.bytes)).toEqual([Math.floor(size[0] * 2), Math.floor(size[1] * 2)]);
    expect(png.name).toBe(svg.name.replace(/\.svg$/, ".png"));
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("has a link that brings back the state, and that says so where the data are others", async () => {
    const { page } = await app.open("#/cobertura?parte=mapa&porte=medio", { query: "?mapa=svg" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copiar link" }).first().click();
    await page.getByText("Link copiado").waitFor();
    const elo = await page.evaluate(() => navigator.clipboard.readText());
    expect(elo).toMatch(/\?mapa=svg&dados=[0-9a-f]{16}#\/cobertura\?.*porte=medio/);

    await page.goto(elo);
    await page.reload();
    await page.locator(".chart-drawing svg").first().waitFor();
    expect(page.url()).toBe(elo);
    expect(await page.getByText("Este link foi feito com outros dados.").count()).toBe(0);

    await page.goto(elo.replace(/dados=[0-9a-f]{16}/, "dados=0123456789abcdef"));
    await page.reload();
    const aviso = page.getByRole("alert").filter({ hasText: "Este link foi feito com outros dados." });
    await aviso.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await aviso.getByRole("button", { name: "Continuar com os números de agora" }).press("Enter");
    await aviso.waitFor({ state: "detached" });
    expect(page.url()).not.toContain("dados=");
    expect(page.url()).toContain("porte=medio");
    await page.context().close();
  });
});
