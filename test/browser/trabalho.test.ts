import { readFile } from "node:fs/promises";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Registro, registro, type Valor } from "../../src/core/mescla/index.ts";
import { escreverTrabalho, lerTrabalho, type Trabalho } from "../../src/data/trabalho/arquivo.ts";
import { type App, axeFindings, openApp, type OpenOptions } from "./harness.ts";

const PARTE = "#/cobertura?parte=trabalho";
const DIFICULDADE = "Equipe de referência incompleta";
let app: App;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

const pronta = (page: Page): Promise<void> => page.getByRole("button", { name: "Novo plano" }).waitFor();
const gaveta = (page: Page): Locator => page.getByRole("dialog");
const frase = (page: Page): Locator => page.locator("main header p").first();
const linha = (page: Page, texto: string): Locator => page.getByRole("row").filter({ hasText: texto });

async function abrir(options: OpenOptions = {}): Promise<Page> {
  const { page } = await app.open(PARTE, options);
  await pronta(page);
  return page;
}

async function outraAba(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${app.url}/${PARTE}`);
  await pronta(page);
  return page;
}

async function anotarPlano(page: Page, dificuldade = DIFICULDADE): Promise<void> {
  await page.getByRole("button", { name: "Novo plano" }).click();
  await gaveta(page).getByLabel("Município").selectOption({ label: "Cuiabá" });
  await gaveta(page).getByLabel("Espécie do plano").selectOption({ label: "Plano de Providências" });
  await gaveta(page).getByLabel("Dificuldade", { exact: true }).fill(dificuldade);
  await gaveta(page).getByLabel("Origem da dificuldade").selectOption({ label: "Monitoramento" });
  await gaveta(page).getByRole("button", { name: "Guardar", exact: true }).click();
  await linha(page, dificuldade).waitFor();
}

async function exportar(page: Page): Promise<Trabalho & { readonly sha256: string }> {
  const [baixado] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Exportar trabalho" }).click()]);
  expect(baixado.suggestedFilename()).toMatch(/^trabalho-[0-9a-f]{8}\.mirante\.json$/);
  const lido = await lerTrabalho(await readFile(await baixado.path(), "utf8"), "MT");
  if (lido.trabalho === null) throw new Error(JSON.stringify(lido.problemas));
  return { ...lido.trabalho, sha256: lido.sha256 };
}

/** Chooses in the file field, as the file of another person. */
async function importar(page: Page, texto: string): Promise<void> {
  await page.getByLabel("Importar trabalho").setInputFiles({ name: "colega.mirante.json", mimeType: "application/json", buffer: Buffer.from(texto) });
}

/** What another person's browser would write after changing each record of this kind in these fields. */
async function arquivoDoColega(de: Trabalho & { readonly sha256: string }, campos: Readonly<Record<string, Valor>>, novos: readonly Registro[] = []): Promise<string> {
  const registros = de.registros.map((cada) => registro(cada.id, { ...cada.campos, ...campos }));
  const { texto } = await escreverTrabalho({ territorio: de.territorio, versoes: [...de.versoes, de.sha256], registros: [...registros, ...novos] });
  return texto;
}

/** Edits a field of the one plan there is. */
async function editar(page: Page, campo: string, valor: string): Promise<void> {
  await linha(page, "Plano de Providências").click();
  await gaveta(page).getByLabel(campo, { exact: true }).fill(valor);
  await gaveta(page).getByRole("button", { name: "Guardar", exact: true }).click();
  await gaveta(page).waitFor({ state: "hidden" });
}

describe("what is entered", () => {
  it("is there after a reload, is edited, taken out, and comes back when undone", async () => {
    const page = await abrir();
    expect(await frase(page).innerText()).toContain("Você ainda não anotou nada.");
    await anotarPlano(page);
    await page.reload();
    await linha(page, DIFICULDADE).waitFor();
    expect(await frase(page).innerText()).toBe("Você anotou 1 plano. Fica tudo guardado neste navegador.");
    await editar(page, "Dificuldade", "Sem coordenação");
    await linha(page, "Sem coordenação").click();
    await gaveta(page).getByRole("button", { name: "Apagar" }).click();
    await linha(page, "Sem coordenação").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Desfazer: apagar o plano" }).click();
    await linha(page, "Sem coordenação").waitFor();
    await page.reload();
    await linha(page, "Sem coordenação").waitFor();
    await page.context().close();
  });

  it("with a person's data is refused at its field, and a form closed by mistake keeps what was written", async () => {
    const page = await abrir();
    await page.getByRole("button", { name: "Nova nota" }).click();
    await gaveta(page).getByLabel("Texto").fill("Ligar para 529.982.247-25");
    await gaveta(page).getByRole("button", { name: "Guardar", exact: true }).click();
    await gaveta(page).getByText("tem um CPF: dados de pessoas não são guardados").waitFor();
    expect(await gaveta(page).getByLabel("Texto").evaluate((campo) => campo === document.activeElement)).toBe(true);
    await page.keyboard.press("Escape");
    await gaveta(page).getByText("O que você escreveu ainda não foi guardado.").waitFor();
    await gaveta(page).getByRole("button", { name: "Continuar editando" }).click();
    await gaveta(page).getByLabel("Texto").fill("Conferir a escala do CRAS");
    await page.keyboard.press("Escape");
    await gaveta(page).getByRole("button", { name: "Guardar", exact: true }).click();
    await linha(page, "Conferir a escala do CRAS").waitFor();
    await page.context().close();
  });

  it("is as it was last kept when the page is killed in the middle of a write", async () => {
    const page = await abrir();
    await anotarPlano(page);
    await page.evaluate(() => {
      const put = Reflect.get(IDBObjectStore.prototype, "put") as (...args: unknown[]) => IDBRequest;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: unknown[]) {
        const request = put.apply(this, args);
        // The request is on its way and the transaction is not over: the page stops here.
        if (this.name === "cargas") for (;;);
        return request;
      } as typeof IDBObjectStore.prototype.put;
    });
    await page.getByRole("button", { name: "Nova nota" }).click();
    await gaveta(page).getByLabel("Texto").fill("Esta não chega a ser guardada");
    const cdp = await page.context().newCDPSession(page);
    const morta = new Promise((resolve) => page.once("crash", resolve));
    // Neither answers: the page is stopped, and then it is gone.
    gaveta(page).getByRole("button", { name: "Guardar", exact: true }).click().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    cdp.send("Page.crash").catch(() => undefined);
    await morta;
    const depois = await outraAba(page.context());
    await linha(depois, DIFICULDADE).waitFor();
    expect(await frase(depois).innerText()).toBe("Você anotou 1 plano. Fica tudo guardado neste navegador.");
    await page.context().close();
  });
});

describe("a file of another person", () => {
  it("is shown before it comes in, and what both changed is chosen by the keyboard", async () => {
    const page = await abrir();
    await anotarPlano(page);
    const base = await exportar(page);
    const nova = registro(`nota-${"c".repeat(32)}`, { texto: "Visita marcada com o conselho" });
    await editar(page, "Dificuldade", "Versão deste navegador");
    await importar(page, await arquivoDoColega(base, { dificuldade: "Versão do arquivo", origem: "auditoria" }, [nova]));
    await page.getByText("Desde a última versão que os dois têm, o arquivo traz 1 registro novo e 1 mudado.").waitFor();
    const trazer = page.getByRole("button", { name: "Trazer para cá" });
    expect(await trazer.isDisabled()).toBe(true);
    const conflito = page.getByRole("group", { name: "Dificuldade" });
    expect((await conflito.innerText()).replaceAll(/\s+/g, " ")).toBe(`Dificuldade antes ${DIFICULDADE} neste navegador Versão deste navegador no arquivo Versão do arquivo`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Ficar com tudo do arquivo" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    expect(await conflito.getByRole("radio", { name: "Versão do arquivo" }).isChecked()).toBe(true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText("O que havia em colega.mirante.json está aqui.").waitFor();
    await linha(page, "Versão do arquivo").waitFor();
    await linha(page, "Visita marcada com o conselho").waitFor();
    // The same file again changes nothing and asks nothing.
    await importar(page, await arquivoDoColega(base, { dificuldade: "Versão do arquivo", origem: "auditoria" }, [nova]));
    await page.getByText("Nada muda aqui.").waitFor();
    await page.context().close();
  });

  it("that was cut is refused with the reason, and nothing changes", async () => {
    const page = await abrir();
    await anotarPlano(page);
    const texto = await arquivoDoColega(await exportar(page), { dificuldade: "Outra" });
    await importar(page, texto.replace("Outra", "Outro"));
    await page.getByText("O conteúdo não confere com o SHA-256 do arquivo").waitFor();
    await importar(page, texto.slice(0, 60));
    await page.getByText("O arquivo não é um JSON que se possa ler").waitFor();
    expect(await frase(page).innerText()).toBe("Você anotou 1 plano. Fica tudo guardado neste navegador.");
    await page.context().close();
  });
});

describe("a second tab", () => {
  it("sees what the first enters, and where both wrote the same field asks which stays", async () => {
    const uma = await abrir();
    const outra = await outraAba(uma.context());
    await anotarPlano(uma);
    await linha(outra, DIFICULDADE).waitFor();
    await linha(outra, DIFICULDADE).click();
    await gaveta(outra).getByLabel("Dificuldade", { exact: true }).fill("Da outra aba");
    await editar(uma, "Dificuldade", "Da primeira aba");
    await linha(outra, "Da primeira aba").waitFor({ state: "attached" });
    await gaveta(outra).getByRole("button", { name: "Guardar", exact: true }).click();
    await outra.getByRole("heading", { name: "Outra aba mudou os mesmos campos" }).waitFor();
    await outra.getByRole("radio", { name: "Da primeira aba" }).check();
    await outra.getByRole("button", { name: "Guardar as escolhas" }).click();
    await outra.getByRole("heading", { name: "Outra aba mudou os mesmos campos" }).waitFor({ state: "detached" });
    await linha(outra, "Da primeira aba").waitFor();
    await uma.context().close();
  });
});

it("a browser that keeps nothing says so, and the work leaves in a file all the same", async () => {
  const page = await abrir({
    prepare: (context) =>
      context.addInitScript(() => {
        Object.defineProperty(globalThis, "indexedDB", { value: null });
      }),
  });
  await page.getByText("Este navegador não guarda dados.").first().waitFor();
  await anotarPlano(page);
  await page.getByText("1 registro está só nesta página. Se ela fechar agora, perdem-se.").waitFor();
  expect((await exportar(page)).registros.map(({ campos }) => campos["dificuldade"])).toEqual([DIFICULDADE]);
  await page.getByText("O arquivo que você exportou os tem.").waitFor();
  await page.context().close();
});

it.each(["light", "dark"] as const)("the part and its form pass axe at 360 px in the %s theme, with no sideways scroll", async (theme) => {
  const page = await abrir({ width: 360, height: 780, theme });
  await anotarPlano(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Nova ação" }).click();
  await gaveta(page).getByRole("button", { name: "Guardar", exact: true }).click();
  await gaveta(page).getByText("Falta corrigir").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.context().close();
});
