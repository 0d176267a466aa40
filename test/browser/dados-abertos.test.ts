import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Package } from "datapackage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parsePacote, type PacoteAberto } from "../../src/data/publico/csv-pacote.ts";
import { parsePublicacao } from "../../src/data/publico/ler-publicacao.ts";
import { type App, openApp } from "./harness.ts";

const PUBLICO = fileURLToPath(new URL("../../dist/publico", import.meta.url));
const DADOS = join(PUBLICO, "dados");

let descritor: object;
let pacote: PacoteAberto;

beforeAll(async () => {
  const lido: unknown = JSON.parse(await readFile(join(DADOS, "datapackage.json"), "utf8"));
  if (typeof lido !== "object" || lido === null) throw new Error("datapackage.json is no object");
  descritor = lido;
  pacote = parsePacote(lido);
});

describe("the open data as built", () => {
  it("pass the Frictionless validator, descriptor and each row of each table, with as many rows as they say", async () => {
    const lido = await Package.load(descritor, { basePath: DADOS, strict: true });
    expect(lido.errors).toEqual([]);
    for (const recurso of lido.resources) {
      const linhas = await recurso.read();
      expect([recurso.name, linhas.length]).toEqual([recurso.name, pacote.resources.find(({ name }) => name === recurso.name)?.rows]);
    }
  });

  it("have in the file of each protected table what the release says, hidden where it is hidden", async () => {
    const publicacao = parsePublicacao(JSON.parse(await readFile(join(PUBLICO, "publicacao.json"), "utf8")));
    expect(publicacao.tabelas.length).toBeGreaterThan(0);
    for (const { id, linhas } of publicacao.tabelas) {
      const recurso = pacote.resources.find(({ name }) => name === id);
      if (recurso === undefined) throw new Error(`${id} is in the release and not in the open data`);
      const oculto = recurso.schema.missingValues.find((valor) => valor !== "");
      // The figure stands before the mark of demonstration, the last column; neither has commas.
      const escritos = (await readFile(join(DADOS, recurso.path), "utf8")).trimEnd().split("\r\n").slice(1).map((linha) => linha.split(",").at(-2));
      const esperados = linhas.map(({ valor }) => (valor === "oculto" ? oculto : valor === null ? "" : String(valor)));
      expect([id, [...escritos].sort()]).toEqual([id, [...esperados].sort()]);
    }
  });
});

describe("the page of open data", () => {
  let app: App;
  beforeAll(async () => {
    app = await openApp();
  });
  afterAll(async () => {
    await app.close();
  });

  it("gives the very file whose SHA-256 it shows, by keyboard alone", async () => {
    const { page, errors } = await app.open("#/transparencia?parte=dados");
    const [primeira] = pacote.resources;
    if (primeira === undefined) throw new Error("a table expected");
    const artigo = page.locator(`#tabela-${primeira.name}`);
    const sumario = artigo.locator("summary");
    await sumario.focus();
    await sumario.press("Enter");
    expect(await artigo.locator("code").first().getAttribute("title")).toBe(primeira.hash);
    const link = artigo.getByRole("link", { name: /^Baixar CSV/ });
    await link.focus();
    const [download] = await Promise.all([page.waitForEvent("download"), link.press("Enter")]);
    expect(download.suggestedFilename()).toBe(primeira.path);
    const bytes = await readFile(await download.path());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(primeira.hash);
    const [planilha] = await Promise.all([page.waitForEvent("download"), artigo.getByRole("button", { name: /^Baixar para planilha/ }).press("Enter")]);
    // Byte-order mark, and as many lines of figures as the open file has.
    const linhas = (await readFile(await planilha.path(), "utf8")).trimEnd().split("\r\n").filter((linha) => !linha.startsWith("#") && !linha.startsWith("\ufeff#"));
    expect(linhas).toHaveLength(primeira.rows + 1);
    expect(await page.locator(".abertos-tabela").count()).toBe(pacote.resources.length);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});
