import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedPath } from "../shared.ts";
import { drop, GOOD, report, sentence, UNKNOWN } from "./dados-page.ts";
import { type App, axeFindings, openApp } from "./harness.ts";

const MAPPING = {
  tipo: "mapeamento-mirante",
  versao: 1,
  nome: "Planilha da equipe",
  titulos: ["Cod", "Cidade", "NIS do responsável", "Mês", "Ano", "Total de pessoas"],
  municipio: { codigo: 0, siafi: null, nome: null, uf: null },
  periodo: { tipo: "ano-mes", ano: 4, mes: 3 },
  valores: [{ coluna: 5, indicador: "cadunico-pessoas" }],
};

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

describe("an official file as published", () => {
  const path = sharedPath("dados-oficiais/samples/idcras_idcreas/IDCRAS_2016_FINAL_(01062017).xlsx");
  it.skipIf(path === null)("is recognised, loaded beside the bundled figures, and seen on the map", async () => {
    const { page, errors } = await app.open("#/dados");
    await drop(page, { "qualquer nome.xlsx": readFileSync(path ?? "") });
    const result = report(page, "qualquer nome.xlsx: carregado");
    await result.waitFor();
    const said = await result.innerText();
    expect(said).toContain("É “IDCRAS");
    expect(said).toContain("Acrescenta a Indicadores");
    expect(said).toContain("140 de 142");
    expect(await sentence(page).innerText()).toContain("Indicadores (qualquer nome.xlsx): com acréscimos do seu computador.");
    await result.getByRole("link", { name: "Ver no mapa o indicador Índice de Desenvolvimento do CRAS (IDCRAS)" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(page.url()).toContain("indicador=idcras");
    expect(await page.getByLabel("O que o mapa mostra").inputValue()).toBe("idcras");
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe("a table nobody recognised", () => {
  it("is mapped with the keyboard, loaded, and its mapping kept as a file that is used by itself", async () => {
    const { page, errors } = await app.open("#/dados");
    await drop(page, { "minha.csv": UNKNOWN });
    const unknown = report(page, "minha.csv: não reconheci este arquivo");
    await unknown.waitFor();
    await unknown.getByRole("button", { name: "Dizer o que é cada coluna" }).press("Enter");
    expect(await page.getByRole("region", { name: "Começo da tabela" }).innerText()).not.toContain("12345678901");
    await page.getByLabel("Total de pessoas", { exact: true }).selectOption("valor");
    await page.getByLabel("Indicador da coluna Total de pessoas").selectOption("cadunico-pessoas");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Guardar este mapeamento" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("mapeamento-minha.json");
    const kept = readFileSync(await download.path());
    await page.getByRole("button", { name: "Carregar", exact: true }).click();
    await report(page, "minha.csv: carregado").waitFor();
    expect(await report(page, "minha.csv: carregado").innerText()).toContain("2 valores de 1 indicador, de jun. 2026");
    expect(errors).toEqual([]);
    await page.context().close();

    const { page: later } = await app.open("#/dados");
    await drop(later, { "minha.csv": UNKNOWN.replace("1200", "1300"), "mapeamento-minha.json": kept });
    await report(later, "minha.csv: carregado").waitFor();
    await later.getByText("2 arquivos lidos: 1 carregado e 1 mapeamento guardado.").last().waitFor();
    await later.context().close();
  });

  it("asks how its numbers are written before anything is loaded", async () => {
    const { page } = await app.open("#/dados");
    await drop(page, { "mapa.json": JSON.stringify(MAPPING), "minha.csv": UNKNOWN.replace("1200", "1.200").replace("800", "1.800") });
    const asking = report(page, "minha.csv: falta responder");
    await asking.waitFor();
    expect(await sentence(page).innerText()).toContain("Tudo veio com o aplicativo.");
    await asking.getByRole("radio", { name: /o ponto separa os milhares/ }).check();
    await asking.getByRole("button", { name: "Ler o arquivo com a resposta" }).click();
    await report(page, "minha.csv: carregado").waitFor();
    await page.context().close();
  });
});

describe("data of persons", () => {
  it("alone in a file have it refused with the article of the law", async () => {
    const { page } = await app.open("#/dados");
    await drop(page, { "lista.csv": "NIS;NOME DO TITULAR;CPF;MUNICÍPIO\n12345678901;MARIA DE TAL;111.222.333-44;Cuiabá\n" });
    const refused = report(page, "lista.csv: não foi carregado");
    await refused.waitFor();
    expect(await refused.innerText()).toMatch(/LGPD, Lei 13\.709\/2018/);
    expect(await page.locator("main").innerText()).not.toMatch(/MARIA|12345678901/);
    await page.context().close();
  });
});

describe("erasing local data", () => {
  it("says exactly what goes, and does nothing until confirmed", async () => {
    const { page } = await app.open("#/dados");
    await drop(page, { "minhas.csv": GOOD });
    await report(page, "minhas.csv: carregado").waitFor();
    await page.getByRole("button", { name: "Apagar dados locais" }).click();
    const dialog = page.getByRole("dialog", { name: "Apagar dados locais?" });
    expect(await dialog.innerText()).toContain("1 arquivo seu: minhas.csv");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await sentence(page).innerText()).toContain("3 denúncias");
    await page.getByRole("button", { name: "Apagar dados locais" }).click();
    await dialog.getByRole("button", { name: "Apagar", exact: true }).click();
    await page.getByText("Nenhum arquivo seu está em uso").waitFor();
    expect(await sentence(page).innerText()).toContain("Tudo veio com o aplicativo.");
    expect(await report(page, "minhas.csv: carregado").count()).toBe(0);
    await page.context().close();
  });
});
