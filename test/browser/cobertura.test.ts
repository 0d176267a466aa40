import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

interface Apoio {
  readonly apoio: string;
  readonly codigo: string;
  readonly data: string;
  readonly estrategia: string;
  readonly modalidade: string;
  readonly situacao: string;
}

/** What the bundled record says was held, read and counted here without the engine. */
const REGISTRO: readonly Apoio[] = readRecord();
const TOTAL = 142;
const EM = "2026-10-31";
/** Twelve months up to 31/10/2026 start on 01/11/2025. */
const noPeriodo = ({ data }: Apoio): boolean => data >= "2025-11-01" && data <= EM;

const SVG: OpenOptions = { query: "?mapa=svg" };

let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

function readRecord(): Apoio[] {
  const text = readFileSync(new URL("../../data/demonstracao/apoios.csv", import.meta.url), "utf8");
  const [header = "", ...lines] = text.replace("\ufeff", "").split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  const names = header.split(",");
  if (text.includes('"')) throw new Error("the demonstration record now has quoted cells: read it with a CSV parser");
  const rows = lines.map((line) => {
    const cells = line.split(",");
    const cell = (name: string): string => cells[names.indexOf(name)] ?? "";
    return {
      apoio: cell("apoio"),
      codigo: cell("codigo_ibge"),
      data: cell("data"),
      estrategia: cell("estrategia"),
      modalidade: cell("modalidade"),
      situacao: cell("situacao"),
    };
  });
  // Only what was held reaches anybody; a row that does not say goes by its day.
  return rows.filter(({ situacao, data }) => (situacao === "" || situacao === "realizado") && data !== "");
}

const distinct = (values: readonly string[]): number => new Set(values).size;

async function open(hash: string, options: OpenOptions = SVG): Promise<Page> {
  const { page } = await app.open(hash, options);
  await page.getByRole("grid").first().waitFor();
  return page;
}

const sentence = (page: Page): Promise<string> => page.locator(".states-sentence-text").innerText();
const list = (page: Page): Locator => page.locator(".cobertura-lista");

describe("#/cobertura answers in its first sentence", () => {
  it("with the number of municipalities the record itself gives, marked as demonstration data", async () => {
    const page = await open("#/cobertura");
    const alcancados = REGISTRO.filter((a) => noPeriodo(a) && a.modalidade === "presencial");
    expect(await sentence(page)).toBe(
      `${distinct(alcancados.map(({ codigo }) => codigo))} de ${TOTAL} municípios tiveram apoio presencial nos 12 meses até 31/10/2026.`,
    );
    expect(await page.locator("header").getByText("dados de demonstração").first().isVisible()).toBe(true);
    await page.context().close();
  });

  it("on the reference date and for the strategy in the address, the same after a reload", async () => {
    const page = await open("#/cobertura?em=2025-06-30&meses=6&estrategia=visita-tecnica");
    const visitas = REGISTRO.filter(
      ({ data, estrategia, modalidade }) =>
        estrategia === "visita-tecnica" && modalidade === "presencial" && data >= "2024-12-31" && data <= "2025-06-30",
    );
    const esperado = `${distinct(visitas.map(({ codigo }) => codigo))} de ${TOTAL} municípios tiveram apoio presencial (visita técnica) nos 6 meses até 30/06/2025.`;
    expect(await sentence(page)).toBe(esperado);
    await page.reload();
    await page.getByRole("grid").first().waitFor();
    expect(await sentence(page)).toBe(esperado);
    await page.context().close();
  });
});

describe("who is past the yearly monitoring", () => {
  /** Latest monitoring of each municipality up to the reference date. */
  const ultimo = new Map<string, string>();
  for (const { codigo, data, estrategia } of REGISTRO) {
    if (estrategia !== "monitoramento" || data > EM) continue;
    if (data > (ultimo.get(codigo) ?? "")) ultimo.set(codigo, data);
  }
  const emDia = [...ultimo.values()].filter((data) => data >= "2025-10-31").length;
  const atrasados = TOTAL - emDia;

  it("is counted, cited by article and listed longest first", async () => {
    const page = await open("#/cobertura");
    expect(await list(page).getByRole("heading").innerText()).toContain(
      `${atrasados} municípios estão há mais de 12 meses sem monitoramento`,
    );
    const norma = list(page).getByRole("link", { name: "Res. CIB/MT 02/2022, art. 4º, I, c" });
    expect(await norma.getAttribute("href")).toBe("#/metodologia?secao=norma-cib-mt-02-2022");
    const [primeira] = await list(page).locator("tbody tr.table-row").all();
    const maisAntiga = [...ultimo.values()].sort()[0] ?? "";
    expect(await primeira?.innerText()).toContain(maisAntiga.split("-").reverse().join("/"));
    await page.context().close();
  });

  it("goes out as a CSV that says what it is, with one line for each municipality", async () => {
    const page = await open("#/cobertura");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      list(page).getByRole("button", { name: "Baixar lista (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("cobertura-sem-monitoramento-2026-10-31.csv");
    const lines = readFileSync(await download.path(), "utf8").split("\r\n").filter((line) => line !== "");
    const comments = lines.filter((line) => line.startsWith("#") || line.startsWith("\ufeff#"));
    expect(comments[0]).toContain("DADOS DE DEMONSTRAÇÃO");
    expect(comments.join("\n")).toContain("período: 01/11/2025 a 31/10/2026");
    expect(comments.join("\n")).toContain("Data de referência: 2026-10-31");
    expect(lines.length - comments.length - 1).toBe(atrasados);
    await page.context().close();
  });
});

describe("one municipality", () => {
  it("opens beside the list with every event of its record, and the address says which", async () => {
    const page = await open("#/cobertura?lista=todos&ordem=nome&sentido=asc&busca=sorriso");
    await list(page).getByRole("rowheader", { name: "Sorriso" }).click();
    await page.waitForURL(/municipio=5107925/);
    const panel = page.getByRole("complementary");
    const eventos = REGISTRO.filter(({ codigo, data }) => codigo === "5107925" && data <= EM);
    await panel.getByRole("heading", { name: "Sorriso" }).waitFor();
    await panel.getByRole("listitem").first().waitFor();
    expect(await panel.getByRole("listitem").count()).toBe(eventos.length);
    expect(await panel.getByRole("heading", { level: 3 }).innerText()).toContain(
      `${eventos.length} apoios registrados até 31/10/2026`,
    );
    await panel.getByRole("button", { name: "Fechar" }).click();
    await panel.waitFor({ state: "detached" });
    expect(page.url()).not.toContain("municipio");
    await page.context().close();
  });

  it("with nothing on record says so, without a zero", async () => {
    const semPresencial = await open("#/cobertura?lista=todos&municipio=5101837&busca=boa+esperanca+do+norte");
    const row = list(semPresencial).getByRole("row").filter({ hasText: "Boa Esperança do Norte" });
    const presenciais = REGISTRO.filter(({ codigo, modalidade }) => codigo === "5101837" && modalidade === "presencial");
    expect(presenciais).toEqual([]);
    expect(await row.locator("td").nth(0).innerText()).toBe("sem registro");
    expect(await row.locator("td").nth(1).innerText()).toBe("sem registro");
    await semPresencial.context().close();
  });
});

describe("charts", () => {
  it("filter the page when a strategy is chosen by keyboard, and a chip takes the filter away", async () => {
    const page = await open("#/cobertura");
    const marks = page.getByRole("listbox", { name: /estratégia/ });
    await marks.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.waitForURL(/estrategia=sitio-aplicativo/);
    await page.getByRole("button", { name: "Remover filtro: Sítio eletrônico ou aplicativo" }).click();
    await page.waitForURL((url) => !url.hash.includes("estrategia"));
    await page.context().close();
  });

  it("tell events, municipalities and reaches apart in the months' table", async () => {
    const page = await open("#/cobertura");
    const figure = page.getByRole("figure", { name: /mês a mês/ });
    await figure.getByRole("button", { name: "Ver como tabela" }).click();
    const marco = REGISTRO.filter(({ data, modalidade }) => data.startsWith("2026-03") && modalidade === "presencial");
    const row = figure.locator("tbody tr").filter({ hasText: "mar. 2026" });
    expect((await row.locator("td").allInnerTexts()).slice(0, 3)).toEqual([
      String(distinct(marco.map(({ codigo }) => codigo))),
      String(distinct(marco.map(({ apoio }) => apoio))),
      String(marco.length),
    ]);
    await page.context().close();
  });

  it("name the norm of the twelve strategies", async () => {
    const page = await open("#/cobertura");
    const figure = page.getByRole("figure", { name: /estratégias/ });
    expect(await figure.innerText()).toContain("Res. CIB/MT 02/2022, arts. 4º e 6º");
    await figure.getByRole("button", { name: "Ver como tabela" }).click();
    expect(await figure.locator("tbody tr").count()).toBe(12);
    await page.context().close();
  });
});

it("at 360 px keeps the filters in a dialog and the page without sideways scroll", async () => {
  const page = await open("#/cobertura?porte=pequeno-1", { ...SVG, width: 360, height: 740 });
  await page.getByRole("button", { name: "Filtros (1)" }).click();
  const dialog = page.getByRole("dialog", { name: "Filtros" });
  await dialog.getByRole("button", { name: "Remover filtro: Porte Pequeno I" }).click();
  await dialog.getByRole("button", { name: `Ver ${TOTAL} municípios` }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await sentence(page)).toContain(`de ${TOTAL} municípios`);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await page.context().close();
});

describe("the yearly minimum", () => {
  /** Latest monitoring of each municipality by the reference date: on site, by data, by either. */
  const ultimos = (modalidades: readonly string[]): Map<string, string> => {
    const por = new Map<string, string>();
    for (const { codigo, data, estrategia, modalidade } of REGISTRO) {
      if (estrategia !== "monitoramento" || data > EM || !modalidades.includes(modalidade)) continue;
      if (data > (por.get(codigo) ?? "")) por.set(codigo, data);
    }
    return por;
  };
  /** The same day a year later; 29 February has its 28. */
  const vence = (data: string): string => `${Number(data.slice(0, 4)) + 1}${data.slice(4).replace("-02-29", "-02-28")}`;
  const passaram = (por: ReadonlyMap<string, string>): number => [...por.values()].filter((data) => vence(data) < EM).length;

  it("counts those past the day by the rule of the address, and the keyboard changes the rule", async () => {
    const page = await open("#/cobertura?parte=minimo");
    const qualquer = ultimos(["presencial", "nao-presencial"]);
    expect(await sentence(page)).toBe(
      `${passaram(qualquer)} dos ${TOTAL} municípios passaram do prazo do monitoramento anual (no local ou por dados) em 31/10/2026; ${TOTAL - qualquer.size} nunca tiveram monitoramento no registro.`,
    );
    await page.getByRole("radio", { name: /^Qualquer das duas/ }).focus();
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/regra=no-local/);
    const local = ultimos(["presencial"]);
    await page.getByText(`${passaram(local)} dos ${TOTAL} municípios passaram do prazo do monitoramento anual (no local) em 31/10/2026`).waitFor();
    expect(await page.getByRole("radio", { name: /^Só no local/ }).isChecked()).toBe(true);
    await page.context().close();
  });

  it("lists the longest past first, and its CSV says which rule was chosen and that the norm does not", async () => {
    const page = await open("#/cobertura?parte=minimo&regra=no-local");
    const local = ultimos(["presencial"]);
    const maisAntiga = [...local.values()].sort()[0] ?? "";
    const [primeira] = await list(page).locator("tbody tr.table-row").all();
    expect(await primeira?.innerText()).toContain(vence(maisAntiga).split("-").reverse().join("/"));
    const [download] = await Promise.all([page.waitForEvent("download"), list(page).getByRole("button", { name: "Baixar lista (CSV)" }).click()]);
    const lines = readFileSync(await download.path(), "utf8").split("\r\n").filter((line) => line !== "");
    const comments = lines.filter((line) => line.startsWith("#") || line.startsWith("\ufeff#"));
    expect(comments.join("\n")).toContain("monitoramento que conta: no local (escolha de quem usa; a norma não diz)");
    expect(lines.length - comments.length - 1).toBe(passaram(local) + TOTAL - local.size);
    await page.context().close();
  });

  it("leads from a municipality to its plans", async () => {
    const page = await open("#/cobertura?parte=minimo&municipio=5107925");
    await page.getByRole("complementary").getByRole("link", { name: "Ver os planos de Sorriso" }).click();
    await page.waitForURL(/parte=planos/);
    expect(page.url()).toContain("5107925");
    await page.context().close();
  });
});

const PARTES = ["Onde chegou", "O que foi pactuado", "Mínimo anual", "Equidade", "Depois do apoio", "Planos", "Serviços", "Meu trabalho"] as const;

it.each(PARTES)("“%s” answers in a sentence of its own, is clean for axe and does not scroll sideways, wide and light or narrow and dark", async (parte) => {
  const { page, errors } = await app.open("#/cobertura", SVG);
  const daPrimeira = await sentenceOnceCounted(page, "");
  if (parte !== "Onde chegou") {
    await page.getByRole("button", { name: parte, exact: true }).click();
    expect(await sentenceOnceCounted(page, daPrimeira)).not.toBe(daPrimeira);
  }
  for (const [width, colorScheme] of [[1280, "light"], [360, "dark"]] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect(await axeFindings(page), `${width} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  expect(errors).toEqual([]);
  await page.context().close();
});

/** The sentence of the part, once it is another and nothing is being counted any more. */
async function sentenceOnceCounted(page: Page, antes: string): Promise<string> {
  await page.waitForFunction((outra) => {
    // The picture built into the page has a sentence too, until the app is there.
    const frase = document.querySelector(".cobertura .states-sentence-text")?.textContent ?? "";
    return frase !== "" && frase !== outra && !frase.endsWith("…") && document.querySelector(".states-loading") === null;
  }, antes);
  return sentence(page);
}
