import { readFileSync } from "node:fs";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import type { ExtractId } from "../../src/data/contracts/contract.ts";
import { isFormula } from "../../src/data/export/formula.ts";
import { FILE_NAMES, FORMULAS, HEADERS, MARKUP, QUERY_STRINGS } from "../data/export/hostile-texts.ts";
import { sharedPath } from "../shared.ts";
import { type App, openApp, type OpenPage } from "./harness.ts";

/** Our own texts and, where the reading material is at hand, its own. */
const TEXTS = { xss: [...MARKUP], formula: [...FORMULAS], ident: [...HEADERS], url: [...QUERY_STRINGS] };
const shared = sharedPath("robustez/payloads.json");
if (shared !== null) {
  const more = JSON.parse(readFileSync(shared, "utf8")) as Record<keyof typeof TEXTS, string[]>;
  for (const kind of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) TEXTS[kind].push(...more[kind]);
}
const CELLS = [...TEXTS.xss, ...TEXTS.formula, ...TEXTS.ident].map((text) => text.slice(0, 300));

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

let app: App;
let opened: OpenPage;
let page: Page;

beforeAll(async () => {
  app = await openApp();
});

afterAll(async () => {
  await app.close();
});

/** Opens a page that notes whatever a hostile text could make it do. */
async function open(hash: string, query = ""): Promise<void> {
  opened = await app.open(hash, {
    query,
    prepare: (context) =>
      context.addInitScript(() => {
        const noted: string[] = [];
        Object.assign(globalThis, { notado: noted });
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
          noted.push(`policy: ${violatedDirective} ${blockedURI}`);
        });
        new MutationObserver((changes) => {
          for (const { addedNodes } of changes) {
            for (const node of addedNodes) {
              if (!(node instanceof Element)) continue;
              for (const element of [node, ...node.querySelectorAll("*")]) {
                if (element.matches("form[action]") || /^(script|iframe|object|embed|base|meta|frame|applet|marquee|video|audio)$/i.test(element.localName)) {
                  noted.push(`element: ${element.outerHTML.slice(0, 100)}`);
                }
                for (const { name, value } of element.attributes) {
                  const isRun = /^on/i.test(name) || (/^(href|src|action|data|xlink:href|srcdoc)$/i.test(name) && /^\s*(javascript|vbscript|data:text)/i.test(value));
                  if (isRun) noted.push(`attribute: ${name}=${value.slice(0, 100)}`);
                }
              }
            }
          }
        }).observe(document, { childList: true, subtree: true });
      }),
  });
  page = opened.page;
  page.on("dialog", (dialog) => {
    (opened.errors as string[]).push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Nothing ran, nothing was thrown, nothing left for another origin. */
async function nothingHappened(): Promise<void> {
  const noted = await page.evaluate(() => ({
    flags: ["__xss", "xss"].filter((name) => name in globalThis),
    // Without a document's own scripts and policy, which are there from the start.
    notado: (globalThis as unknown as { notado: string[] }).notado.filter((text) => !/^element: <(script|meta|base)\b[^>]*(src="\.\/|name="|charset|http-equiv="Content-Security-Policy"|type="(module|application\/json)")/.test(text)),
    prototype: Object.keys(Object.prototype),
  }));
  expect(noted).toEqual({ flags: [], notado: [], prototype: [] });
  expect(opened.requests.filter((address) => !address.startsWith(`${app.url}/`) && !/^(blob|data):/.test(address))).toEqual([]);
  expect(opened.errors).toEqual([]);
}

afterEach(async () => {
  await page.context().close();
});

interface Bytes {
  readonly name: string;
  readonly bytes: string | Uint8Array;
}

/** Chooses files, as a person does, and waits until all are read. */
async function choose(files: readonly Bytes[]): Promise<void> {
  const input = page.locator("input[type=file]").first();
  await input.waitFor({ state: "attached" });
  await input.setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: "text/csv", buffer: Buffer.from(bytes) })));
  const outcomes = page.getByRole("heading", { name: /: (carregado|não foi carregado|falta responder|não reconheci este arquivo|já não está em uso)$/ });
  await expect.poll(() => outcomes.count(), { timeout: 40_000 }).toBeGreaterThanOrEqual(1);
  await input.waitFor({ state: "attached" });
  await page.waitForTimeout(300);
}

async function go(hash: string): Promise<void> {
  await page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Every page of the menu, with what was loaded in use. */
async function visitAllPages(): Promise<void> {
  const hashes = await page.locator("a.shell-link").evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).hash));
  expect(hashes.length).toBeGreaterThanOrEqual(5);
  for (const hash of hashes) {
    await go(hash);
    await page.waitForTimeout(300);
    await expect.poll(() => page.locator(".states-loading").count(), { timeout: 20_000 }).toBe(0);
  }
}

/** A row a contract accepts, but for the columns given. */
const GOOD: Readonly<Record<ExtractId, Readonly<Record<string, string>>>> = {
  denuncias: { protocolo: "P", data_registro: "2026-10-05", codigo_ibge: "5103403", canal: "presencial", tema: "bpc", situacao: "registrada" },
  andamentos: { protocolo: "P", passo: "registro", data: "2026-10-05" },
  apoios: { apoio: "A", codigo_ibge: "5103403", data: "2026-10-05", estrategia: "reuniao", eixo: "gestao", tema: "t", modalidade: "presencial" },
  planos: { plano: "P1", codigo_ibge: "5103403", acao: "1", inicio: "2026-01-05" },
  servicos: { codigo_ibge: "5103403", ano: "2025", concluidas: "1" },
  indicadores: { codigo: "5103403", periodo: "2023", indicador: "ivs", valor: "1" },
  municipios: { codigo: "5103403", nome: "N" },
};

/** A file of a contract whose rows carry every hostile text in every text column; `more` are columns of no contract. */
function hostileFile(id: ExtractId, more: readonly string[] = []): string {
  const { columns, key } = CONTRACTS[id];
  const texts = columns.filter(({ type, name }) => type === "texto" && name !== "carga").map(({ name }) => name);
  const categories = new Map(columns.map(({ name, categories: ids }) => [name, Object.keys(ids ?? {})[0] ?? ""]));
  const rows = CELLS.map((text, i) =>
    columns.map(({ name, type }) => {
      if (texts.includes(name)) return quote(key.includes(name) ? `${text} ${String(i)}` : text);
      if (type === "categoria") return categories.get(name) ?? "";
      return GOOD[id][name] ?? "";
    }),
  );
  const header = [...columns.map(({ name }) => name), ...more.map(quote)].join(";");
  return [header, ...rows.map((cells) => [...cells, ...more.map((text) => quote(text))].join(";")), ""].join("\n");
}

describe("hostile text in a file", () => {
  it("in every text column is text on every page and in what is downloaded", async () => {
    await open("#/dados");
    const ids = ["denuncias", "andamentos", "apoios", "planos", "servicos", "indicadores"] as const;
    await choose(ids.map((id) => ({ name: `${id}.csv`, bytes: hostileFile(id) })));
    for (const id of ids) await page.getByRole("heading", { name: `${id}.csv: carregado` }).waitFor({ state: "attached" });
    await visitAllPages();
    await go("#/dados");
    for (const id of ids) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: `Baixar CSV de ${CONTRACTS[id].title}` }).click(),
      ]);
      const { data } = Papa.parse<string[]>(readFileSync(await download.path(), "utf8"), { delimiter: ";" });
      const cells = data.filter(([first]) => first?.replace("\ufeff", "").startsWith("#") !== true).flat();
      expect(cells.filter((text) => isFormula(text) && !text.startsWith("'"))).toEqual([]);
      expect(cells.some((text) => text.startsWith("'=1+1"))).toBe(true);
      expect(cells.some((text) => text.startsWith("<script>window.__xss=1</script>"))).toBe(true);
    }
    // What the browser keeps, it reads again.
    await page.reload();
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0, null, { timeout: 40_000 });
    await page.waitForTimeout(500);
    await nothingHappened();
  });

  it("in the names of municipalities is text on the map, in the lists and in the searches", async () => {
    await open("#/dados");
    const codes = await page.evaluate(async () => {
      const name = performance.getEntriesByType("resource").map((entry) => entry.name).find((text) => /snapshot-.*\.json/.test(text)) ?? "";
      const { municipios } = (await (await fetch(name)).json()) as { municipios: { codigo: number }[] };
      return municipios.map(({ codigo }) => codigo);
    });
    const names = [...TEXTS.xss, ...TEXTS.formula].map((text) => text.slice(0, 120));
    const rows = codes.map((codigo, i) => `${String(codigo)};${quote(`${names[i % names.length] ?? ""} ${String(i)}`)}`);
    await choose([{ name: "municipios.csv", bytes: ["codigo;nome", ...rows, ""].join("\n") }]);
    await page.getByRole("heading", { name: "municipios.csv: carregado" }).waitFor({ state: "attached" });
    await visitAllPages();
    await go("#/prioridades");
    await page.getByText("window.__xss=1").first().waitFor({ state: "attached" });
    await nothingHappened();
  });

  it("in columns of another kind, in headers and in columns nobody knows is shown as it is written", async () => {
    await open("#/dados");
    const { columns } = CONTRACTS.denuncias;
    const bad = CELLS.map((text) => columns.map(() => quote(text)).join(";"));
    const titles = [...TEXTS.ident, ...TEXTS.xss, ...TEXTS.formula].map((text) => text.slice(0, 300));
    await choose([
      { name: "valores.csv", bytes: [columns.map(({ name }) => name).join(";"), ...bad, ""].join("\n") },
      { name: "titulos.csv", bytes: hostileFile("denuncias", titles.slice(0, 200)) },
      { name: "so-titulos.csv", bytes: `${titles.map(quote).join(";")}\n${titles.map(() => "1").join(";")}\n` },
      { name: "cabecalho-proto.csv", bytes: "__proto__;constructor;__proto__\n1;2;3\n4;5;6\n" },
    ]);
    await expect.poll(() => page.getByText("<img src=x onerror=window.__xss=1>").count(), { timeout: 30_000 }).toBeGreaterThan(0);
    for (const name of ["so-titulos.csv", "cabecalho-proto.csv"]) {
      const report = page.getByRole("region", { name: new RegExp(`^${name}`) });
      const closed = report.getByText("Ver tudo sobre este arquivo");
      if ((await closed.count()) > 0) await closed.click();
      await report.getByRole("button", { name: "Dizer o que é cada coluna" }).click();
    }
    await page.getByRole("combobox", { name: /__proto__/ }).first().waitFor();
    await nothingHappened();
  });

  it("in the names of files is a name", async () => {
    await open("#/dados");
    const [first = "", ...rest] = FILE_NAMES;
    await choose([{ name: first, bytes: "codigo;periodo;indicador;valor\n5103403;2023;ivs;1\n" }]);
    await page.getByRole("heading", { name: `${first}: carregado` }).waitFor();
    await choose(rest.map((name) => ({ name, bytes: "coluna a;coluna b\n1;2\n" })));
    await visitAllPages();
    await nothingHappened();
  });
});

describe("a file that is no table", () => {
  const column = (mark: string, at = 0): Uint8Array => {
    const bytes = new Uint8Array(4096).fill(0x20);
    bytes.set(new TextEncoder().encode(mark), at);
    return bytes;
  };
  const FILES: readonly Bytes[] = [
    { name: "dados.parquet", bytes: column("PAR1") },
    { name: "dados.arrow", bytes: column("ARROW1\0\0") },
    { name: "dados.duckdb", bytes: column("DUCK", 8) },
    { name: "dados.sqlite", bytes: column("SQLite format 3\0") },
    { name: "pagina.csv", bytes: "<!doctype html><script>window.__xss=1</script>" },
    { name: "desenho.svg", bytes: "<svg xmlns='http://www.w3.org/2000/svg' onload='window.__xss=1'></svg>" },
    { name: "proto.json", bytes: '[{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"codigo":1}]' },
    { name: "fundo.json", bytes: `${"[".repeat(20_000)}${"]".repeat(20_000)}` },
    { name: "nulo.csv", bytes: new Uint8Array(5000) },
    { name: "vazio.csv", bytes: "" },
  ];

  it("is refused in words and changes nothing", async () => {
    await open("#/dados");
    await choose(FILES);
    for (const { name } of FILES) {
      await page
        .getByRole("heading", { name: new RegExp(`^${name}: (não foi carregado|não reconheci este arquivo)`) })
        .waitFor({ state: "attached" });
    }
    expect(await page.getByRole("heading", { name: /: carregado$/ }).count()).toBe(0);
    await nothingHappened();
  });
});

it("what these tests watch for is seen when it happens", async () => {
  const doings: Readonly<Record<string, () => void>> = {
    "an element": () => document.body.append(document.createElement("iframe")),
    "an address that runs": () => {
      const link = document.createElement("a");
      link.href = "javascript:1";
      document.body.append(link);
    },
    "a flag": () => Object.assign(globalThis, { __xss: 1 }),
    "another prototype": () => Object.assign(Object.prototype, { x: 1 }),
    "a request elsewhere": () => void fetch("https://fora.invalid/").catch(() => undefined),
  };
  for (const [what, doing] of Object.entries(doings)) {
    await open("#/metodologia");
    await nothingHappened();
    await page.evaluate(doing);
    await page.waitForTimeout(50);
    await expect(nothingHappened(), what).rejects.toThrow();
    if (what !== "a request elsewhere") await page.context().close();
  }
});

describe("a hostile address", () => {
  const PATHS = ["#/__proto__", "#/constructor", "#/%E0%A4%A", "#/<img src=x onerror=window.__xss=1>", "#//fora.invalid/x", "#javascript:window.__xss=1", "#/dados/../../x", "#%23/dados", "#?a=1"];

  it("after the hash opens the page it can and does nothing else", async () => {
    await open("#/dados");
    const pages = await page.locator("a.shell-link").evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).hash));
    const hashes = [...PATHS, ...pages.flatMap((hash) => TEXTS.url.map((text) => `${hash}?${text.replace(/^(#\/relatorio)?\?/, "")}`))];
    const failures = await page.evaluate(async (all) => {
      const failed: string[] = [];
      for (const hash of all) {
        location.hash = hash;
        await new Promise((resolve) => setTimeout(resolve, 30));
        if (document.querySelector("h1") === null) failed.push(hash.slice(0, 80));
      }
      return failed;
    }, hashes);
    expect(failures).toEqual([]);
    await go("#/denuncias");
    await page.getByRole("heading", { level: 1, name: "Denúncias" }).waitFor();
    await nothingHappened();
  });

  it("before the hash too", async () => {
    // Longer ones are the server's to refuse.
    const queries = TEXTS.url.map((text) => `?${text.replace(/^(#\/relatorio)?\?/, "")}`).filter((text) => text.length < 4000);
    await open("#/prioridades", queries[0]);
    for (const query of queries) {
      await page.goto(`${app.url}/${query}#/prioridades`);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await nothingHappened();
  });
});

describe("the engine of the page, once it is ready", () => {
  it("refuses addresses, files, databases, extensions and settings, and asks nobody for them", async () => {
    await open("#/dados");
    await page.waitForFunction(() => performance.getEntriesByName("mirante:engine").length > 0, null, { timeout: 40_000 });
    const worker = page.workers().find((candidate) => /engine-worker/.test(candidate.url()));
    if (worker === undefined) throw new Error("the engine has no worker");
    const before = opened.requests.length;
    const statements = [
      `SELECT * FROM read_csv('${app.url}/x.csv', auto_detect=false, columns={'a': 'INTEGER'})`,
      "SELECT * FROM read_csv('https://fora.invalid/x.csv', auto_detect=false, columns={'a': 'INTEGER'})",
      "SELECT * FROM read_text('outro.csv')",
      "SELECT * FROM glob('*')",
      "ATTACH 'https://fora.invalid/x.duckdb' AS x (READ_ONLY)",
      "ATTACH 'outra.duckdb' AS outra",
      "LOAD parquet",
      "INSTALL parquet FROM 'https://fora.invalid'; LOAD parquet",
      "COPY (SELECT 1 AS a) TO 'saida.csv'",
      "SET enable_external_access=true",
      "SET lock_configuration=false",
      "SET custom_extension_repository='https://fora.invalid'",
    ];
    const answers = await worker.evaluate(askEngine, [...statements, "SELECT count(*) AS n FROM municipio"]);
    const refused = /disabled by configuration|disabled through configuration|has been locked/;
    expect(answers.slice(0, -1).filter((answer) => !refused.test(answer))).toEqual([]);
    expect(answers.at(-1)).toBe("answered");
    expect(opened.requests.slice(before)).toEqual([]);
    await nothingHappened();
  });
});

/** Runs in the engine's worker: gives DuckDB's own script statements, as the page would, and reads its answers. */
async function askEngine(statements: readonly string[]): Promise<string[]> {
  interface Answer {
    readonly requestId?: number;
    readonly type?: string;
    readonly data?: unknown;
  }
  const scope = globalThis as unknown as { postMessage: (message: Answer, transfer?: unknown) => void; onmessage: (event: { data: unknown }) => unknown };
  const post = scope.postMessage.bind(scope);
  const waiting = new Map<number, (answer: Answer) => void>();
  scope.postMessage = (message, transfer) => {
    const mine = message.requestId === undefined ? undefined : waiting.get(message.requestId);
    if (mine === undefined) post(message, transfer);
    else mine(message);
  };
  let id = 1_000_000_000;
  const ask = (type: string, data: unknown): Promise<Answer> =>
    new Promise((resolve) => {
      id += 1;
      waiting.set(id, resolve);
      void scope.onmessage({ data: { messageId: id, type, data } });
    });
  const connected = await ask("CONNECT", null);
  const answers: string[] = [];
  for (const sql of statements) {
    const { type, data } = await ask("RUN_QUERY", [connected.data, sql]);
    answers.push(type === "ERROR" ? String((data as { message?: unknown }).message) : "answered");
  }
  return answers;
}
