import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedPath } from "../shared.ts";
import { drop, extract, GOOD, HEADER, opened, report, sentence, UNKNOWN } from "./dados-page.ts";
import { type App, axeFindings, openApp } from "./harness.ts";

const BAD = `${HEADER}
X-1;31/02/2026;510340;presencial;bpc;registrada
X-2;06/10/2026;9;presencial;bpc;respondida
`;

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

describe("a good file of one's own", () => {
  it("dropped on the page, is what the whole app answers on, until it is undone", async () => {
    const { page, errors, requests } = await app.open("#/dados");
    await opened(page);
    const requestsBefore = requests.length;
    await drop(page, { "minhas.csv": GOOD });
    const result = report(page, "minhas.csv: carregado");
    await result.waitFor();
    expect(await result.innerText()).toContain("5 linhas lidas = 3 carregadas + 1 deixada de fora + 1 de cabeçalho");
    expect(await result.getByRole("table").innerText()).toContain("31/02/2026");
    expect(await sentence(page).innerText()).toContain("3 denúncias");
    expect(await extract(page, /^Denúncias/).innerText()).toContain("minhas.csv");
    // The file goes to the worker, never to the network.
    expect(requests.slice(requestsBefore).every((address) => address.startsWith(`${app.url}/`))).toBe(true);

    await page.getByRole("link", { name: "Denúncias", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Denúncias" }).waitFor();
    await page.getByRole("navigation", { name: "Partes da página" }).getByRole("button", { name: "Volume" }).click();
    await page.getByText(/^3 denúncias registradas em out\. 2026/).waitFor();
    expect(await page.locator(".states-demo").count()).toBe(0);

    await page.goBack();
    await page.goBack();
    await report(page, "minhas.csv: carregado").getByRole("button", { name: "Retirar este arquivo" }).click();
    await report(page, "minhas.csv: já não está em uso").waitFor();
    expect(await sentence(page).innerText()).toMatch(/\d\.\d{3} denúncias/);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("goes back to the bundled data with one button, and forth again with the next", async () => {
    const { page } = await app.open("#/dados");
    await drop(page, { "minhas.csv": GOOD });
    await page.getByRole("button", { name: "Voltar aos dados incluídos de Denúncias" }).click();
    await page.getByText("Denúncias: de volta aos dados incluídos.").waitFor();
    expect(await sentence(page).innerText()).toContain("Tudo veio com o aplicativo.");
    await page.getByRole("button", { name: "Desfazer" }).click();
    await page.getByRole("button", { name: "Voltar aos dados incluídos de Denúncias" }).waitFor();
    await page.context().close();
  });

  it("is told where the reader is: the focus goes to the outcome", async () => {
    const { page } = await app.open("#/dados");
    await drop(page, { "minhas.csv": GOOD });
    await report(page, "minhas.csv: carregado").waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent === "minhas.csv: carregado");
    await page.context().close();
  });

  it("can be downloaded whole, and what was downloaded can be dropped again", async () => {
    const { page } = await app.open("#/dados");
    await drop(page, { "minhas.csv": GOOD });
    await report(page, "minhas.csv: carregado").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Baixar CSV de Denúncias" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("denuncias.csv");
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(/^\ufeff# Denúncias: /);
    expect(text).toContain("# Fonte: arquivo minhas.csv\r\n");
    expect(text.match(/^X-\d/gm)).toEqual(["X-1", "X-2", "X-3"]);
    await drop(page, { "de-volta.csv": text });
    const again = report(page, "de-volta.csv: carregado");
    await again.waitFor();
    expect(await again.innerText()).toContain("Nenhum problema nas linhas do arquivo.");
    await page.context().close();
  });

  it("made from our demonstration export keeps its mark", async () => {
    const { page } = await app.open("#/dados");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Baixar CSV de Apoio técnico" }).click(),
    ]);
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(/^\ufeff# DADOS DE DEMONSTRAÇÃO/);
    await drop(page, { "meus-apoios.csv": text });
    await report(page, "meus-apoios.csv: carregado").waitFor();
    expect(await extract(page, /^Apoio técnico/).innerText()).toContain("dados de demonstração");
    await page.context().close();
  });
});

describe("a bad file", () => {
  it("is reported and leaves what was loaded as it was", async () => {
    const { page, errors } = await app.open("#/dados");
    await drop(page, { "minhas.csv": GOOD });
    await report(page, "minhas.csv: carregado").waitFor();
    await drop(page, { "ruim.csv": BAD });
    const refused = report(page, "ruim.csv: não foi carregado");
    await refused.waitFor();
    expect(await refused.innerText()).toContain("O que estava carregado antes continua como estava.");
    expect(await refused.innerText()).toContain("Mais da metade das linhas tem problema");
    expect(await sentence(page).innerText()).toContain("3 denúncias");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      refused.getByRole("button", { name: "Baixar problemas (CSV)" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("Linha;Coluna;Valor;Efeito;O que houve;O que fazer\r\n");
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it("stays a report when the reading breaks down, and the next try works", async () => {
    let isBlocked = true;
    const { page } = await app.open("#/dados", {
      prepare: (context) => context.route(/import\.worker/, (route) => (isBlocked ? route.abort() : route.continue())),
    });
    await drop(page, { "minhas.csv": GOOD });
    const failed = report(page, "minhas.csv: não foi carregado");
    await failed.waitFor();
    expect(await failed.innerText()).toContain("A leitura do arquivo parou antes do fim.");
    // The worker started ahead of the next file must have failed too, or the next try would take it.
    await page.waitForTimeout(500);
    isBlocked = false;
    await drop(page, { "minhas.csv": GOOD });
    await report(page, "minhas.csv: carregado").waitFor();
    await page.context().close();
  });
});

describe("hostile text", () => {
  const path = sharedPath("robustez/payloads.json");
  it.skipIf(path === null)("in cells, headers and file names is shown as text and runs nowhere", async () => {
    const { xss } = JSON.parse(readFileSync(path ?? "", "utf8")) as { xss: string[] };
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    // A longer text is no number of a record, and keeps its row out.
    const protocolo = (text: string, i: number): string => quote(`${text.slice(0, 50)} ${String(i)}`);
    const rows = xss.map((text, i) => `${protocolo(text, i)};05/10/2026;510340;presencial;${quote(text)};registrada;`);
    const good = xss.map((text, i) => `${protocolo(text, 1000 + i)};05/10/2026;510340;presencial;bpc;registrada;`);
    const name = `<img src=x onerror=window.__xss=1>.csv`;
    const { page, errors, requests } = await app.open("#/dados");
    await drop(page, { [name]: `${HEADER};${quote(xss[0] ?? "")}\n${[...rows, ...good].join("\n")}\n` });
    await page.getByText(`${xss.length} linhas ficaram de fora`).waitFor();
    // On a day of its own: the page counts the user's own terms on the reader's.
    await page.evaluate(() => {
      location.hash = "#/denuncias?em=2026-10-31";
    });
    const runsNothing = async (): Promise<void> => {
      expect(await page.evaluate(() => "__xss" in window)).toBe(false);
      expect(await page.locator("main :is(img, iframe, script, base, meta, details[open])").count()).toBe(0);
    };
    await page.getByText(`${xss.length} denúncias abertas`).first().waitFor();
    await page.locator("tbody").getByText(/1000$/).first().waitFor();
    await runsNothing();
    await page.getByRole("navigation", { name: "Partes da página" }).getByRole("button", { name: "Volume" }).click();
    await page.getByText(`${xss.length} denúncias registradas`).first().waitFor();
    await runsNothing();
    expect(requests.filter((address) => !address.startsWith(`${app.url}/`) && !address.startsWith("blob:"))).toEqual([]);
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("the page with reports open", () => {
  it.each([
    [1280, 800, "light"],
    [360, 740, "dark"],
  ] as const)("has nothing for axe to find and no sideways scroll at %i × %i, %s", async (width, height, theme) => {
    const { page } = await app.open("#/dados?extrato=denuncias", { width, height, theme });
    await drop(page, { "minhas.csv": GOOD.replaceAll("situacao", "situacao;cpf"), "ruim.csv": BAD, "minha.csv": UNKNOWN });
    await report(page, "minha.csv: não reconheci este arquivo").getByRole("button", { name: "Dizer o que é cada coluna" }).click();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.context().close();
  });
});

it("the dictionary of an extract has an address of its own and a model file", async () => {
  const { page } = await app.open("#/dados?extrato=apoios");
  const table = page.getByRole("table", { name: "Colunas de Apoio técnico" });
  expect(await table.innerText()).toContain("participantes");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Baixar arquivo-modelo (CSV)" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toBe(
    "\ufeffapoio;codigo_ibge;data;estrategia;eixo;tema;modalidade;origem;data_solicitacao;participantes;situacao\r\n",
  );
  await page.getByLabel("Conjunto de dados").selectOption("denuncias");
  expect(page.url()).toContain("extrato=denuncias");
  await page.goBack();
  await table.waitFor();
  await page.context().close();
});

it("without the engine the page says so and the dictionary still serves", async () => {
  const { page } = await app.open("#/dados", {
    prepare: (context) => context.route(/duckdb-eh.*\.wasm/, (route) => route.abort()),
  });
  const failure = page.getByRole("alert").filter({ hasText: "O motor de dados não está funcionando" });
  await failure.waitFor();
  await page.getByRole("table", { name: "Colunas de Municípios" }).waitFor();
  await drop(page, { "minhas.csv": GOOD });
  await report(page, "minhas.csv: não foi carregado").waitFor();
  expect(await sentence(page).innerText()).toContain("Tudo veio com o aplicativo.");
  await page.context().unrouteAll();
  await failure.getByRole("button", { name: "Tentar de novo" }).click();
  await failure.waitFor({ state: "detached" });
  await page.context().close();
});
