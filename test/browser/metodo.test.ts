import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SVG: OpenOptions = { query: "?mapa=svg" };
let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

/** Opens a part and waits until its draws are done. */
async function openPart(hash: string, options: OpenOptions = {}): Promise<{ page: Page; errors: readonly string[] }> {
  const { page, errors } = await app.open(hash, { ...SVG, ...options });
  await page.locator("h1").first().waitFor();
  if (hash.includes("firmeza")) await page.getByText("2.000 sorteios feitos").waitFor();
  else await page.locator("h2, h3").first().waitFor();
  return { page, errors };
}

describe.each([
  ["#/prioridades?parte=firmeza", 1280, "light"],
  ["#/prioridades?parte=firmeza", 360, "dark"],
  ["#/prioridades?parte=ciclo", 1280, "dark"],
  ["#/prioridades?parte=ciclo", 360, "light"],
  ["#/prioridades?parte=metodo", 1280, "light"],
  ["#/prioridades?parte=metodo", 360, "dark"],
  ["#/prioridades?municipio=5103403&comparar=5103403,5107925&mapa=bivariado", 1280, "light"],
  ["#/prioridades?comparar=5103403,5107925,5100102,5100201&mapa=agrupamentos", 360, "dark"],
] as const)("%s at %i px, %s", (hash, width, theme) => {
  it("has nothing for axe to find, no sideways scroll of the page and no error", async () => {
    const { page, errors } = await openPart(hash, { width, height: width === 360 ? 740 : 900, theme });
    await page.waitForTimeout(1500);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the list", () => {
  it("shows beside each score its interval, its chance in words and its last visit, marked as made up", async () => {
    const { page } = await app.open("#/prioridades", SVG);
    const list = page.getByRole("region", { name: "Lista de municípios" });
    await list.getByText(/^firme/).first().waitFor();
    const heads = await list.locator("thead th").allInnerTexts();
    expect(heads.join(" ")).toContain("Entre os 35 primeiros");
    expect(heads.join(" ")).toContain("dados de demonstração");
    const first = await list.locator("tbody tr.table-row").first().locator("th, td").allInnerTexts();
    expect(first.join(" | ")).toMatch(/1º \| [\d,]+ \| \d+( a \d+)? \| firme \d+ \| \d+ \| /);
    await page.context().close();
  });

  it("compares up to four municipalities, kept in the address", async () => {
    const { page } = await app.open("#/prioridades?municipio=5103403", SVG);
    await page.getByRole("complementary").getByRole("button", { name: "Comparar" }).click();
    const side = page.getByRole("region", { name: "Municípios lado a lado" });
    await side.waitFor();
    await side.getByLabel("Incluir município").selectOption("5107925");
    await page.waitForURL(/comparar=5103403(,|%2C)5107925/);
    expect(await side.getByRole("paragraph").first().innerText()).toMatch(/Sorriso|Cuiabá/);
    await page.reload();
    await side.getByRole("button", { name: /Tirar/ }).nth(1).waitFor();
    await page.context().close();
  });
});

describe("the method as a file", () => {
  it("goes out with its hash, comes back changed with another, and a broken one changes nothing", async () => {
    const { page } = await openPart("#/prioridades?parte=metodo");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Baixar o método" }).click()]);
    const text = readFileSync(await download.path(), "utf8");
    const method = JSON.parse(text) as { sha256?: string; k: number; dimensoes: { peso: number }[] };
    expect(await page.locator("body").innerText()).toContain(method.sha256 ?? "no hash in the file");

    const give = async (name: string, value: unknown): Promise<void> => {
      const chooser = page.waitForEvent("filechooser");
      await page.getByText("Abrir um método", { exact: true }).click();
      await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(value)) });
    };
    await give("trocado.json", { ...method, k: 20 });
    await page.getByText("O arquivo foi mudado depois de exportado", { exact: false }).first().waitFor();
    expect(page.url()).not.toContain("metodo=k");

    const open = { ...method };
    delete open.sha256;
    await give("negativo.json", { ...open, dimensoes: open.dimensoes.map((d) => ({ ...d, peso: -1 })) });
    await page.getByText("negativo.json não pode ser usado.").waitFor();
    expect(await page.locator("body").innerText()).toContain("Peso não pode ser negativo");

    await give("vinte.json", { ...open, k: 20 });
    await page.getByText("O método de vinte.json está em vigor", { exact: false }).waitFor();
    await page.waitForURL(/metodo=k(:|%3A)20/);
    expect(await page.locator("body").innerText()).toContain("escolhem 20 de 142 municípios");
    await page.context().close();
  });
});

describe("the sealed list", () => {
  it("is, byte for byte, the one the terminal prints; a published hash and a changed list are told", async () => {
    const { page } = await openPart("#/prioridades?parte=ciclo");
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Baixar a lista (CSV)" }).click()]);
    const csv = readFileSync(await download.path(), "utf8");
    const terminal = execFileSync(process.execPath, ["--import", "tsx", "scripts/rank.ts"], { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    expect(csv).toBe(terminal);

    const { sha256 } = JSON.parse(readFileSync(`${ROOT}data/metodo.json`, "utf8")) as { sha256: string };
    const field = page.getByLabel("SHA-256 publicado");
    await field.fill(sha256);
    await page.getByText("O método em vigor é o publicado", { exact: false }).waitFor();
    await field.fill(sha256.replace(/^./, (c) => (c === "0" ? "1" : "0")));
    await page.getByText("O método em vigor não é o publicado", { exact: false }).waitFor();

    const [, line = ""] = csv.split("\n");
    const changed = csv.replace(line, line.replace(/,(\d+\.\d+),sim,/, ",99.99,sim,"));
    const chooser = page.waitForEvent("filechooser");
    await page.getByText("Abrir a lista publicada", { exact: true }).click();
    await (await chooser).setFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(changed) });
    await page.getByText(/1 diferença em 1 município/).first().waitFor();
    await page.context().close();
  });
});

describe("an index from elsewhere", () => {
  it("is compared with the list, and one that cannot be read is told with what to do", async () => {
    const { page, errors } = await openPart("#/prioridades?parte=firmeza");
    const input = page.locator("#firmeza-indice ~ .ui-row input[type=file]");
    await input.setInputFiles({ name: "vazio.csv", mimeType: "text/csv", buffer: Buffer.from("nome;cor\nCuiabá;azul\n") });
    await page.getByText("vazio.csv não foi lido").waitFor();
    await input.setInputFiles({ name: "id-suas.csv", mimeType: "text/csv", buffer: Buffer.from("codigo;indice\n5103403;0,72\n5107925;0,31\n5106315;0,44\n") });
    await page.getByText("id-suas.csv", { exact: false }).first().waitFor();
    await page.getByText("2 municípios estão abaixo de 0,50 no índice: 1 também entre os 35 da lista e 1 fora dela.", { exact: false }).waitFor();
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("complaints in the index", () => {
  it("come in with one button, as counts of protocols, said to be of internal use and made up, and leave with another", async () => {
    const { page, errors } = await app.open("#/prioridades", SVG);
    const before = await page.getByRole("heading", { level: 1 }).innerText();
    await page.getByRole("button", { name: "Pesos", exact: true }).click();
    await page.getByRole("button", { name: "Incluir “Apuração de denúncias”" }).click();
    await page.getByText("Esta lista conta denúncias por município (só o número de protocolos)").waitFor();
    expect(await page.getByText("Este endereço foi feito com outros dados.").count()).toBe(0);
    expect(await page.getByText("registros inventados").count()).toBe(1);
    await page.waitForURL(/metodo=d\.%23:vulnerabilidade_demanda_rede_gestao_denuncias&dados=[0-9a-f]{16}/);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).not.toBe(before);

    await page.getByRole("button", { name: "Tirar “Apuração de denúncias”" }).click();
    await page.getByText("Esta lista conta denúncias por município").waitFor({ state: "detached" });
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(before);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("are read in the panel of a municipality as so many protocols, by the address alone", async () => {
    const { page } = await app.open("#/prioridades?municipio=5106315&metodo=d.%23:vulnerabilidade_demanda_rede_gestao_denuncias", SVG);
    await page.getByText(/\d+\sprotocolos?\s·\sout\.\s2026/).first().waitFor();
    expect(await page.getByText(/\d+\sprotocolos?\s·\sout\.\s2026/).count()).toBe(2);
    await page.context().close();
  });
});
