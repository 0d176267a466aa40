import { csvText } from "../csv-text.ts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EXTRACTS, type ExtractId } from "../../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../../src/data/contracts/index.ts";
import { extractCsv, type ExtractCell } from "../../../src/data/export/extract-csv.ts";
import { readExtract } from "../../../src/data/import/read-extract.ts";
import { sharedPath } from "../../shared.ts";
import { read, rowsOf } from "./reading.ts";

const FILES: Readonly<Record<ExtractId, string>> = {
  municipios: "data/municipios.csv",
  indicadores: "data/indicadores.csv",
  denuncias: "data/demonstracao/denuncias.csv",
  andamentos: "public/dados/demonstracao-andamentos.csv",
  apoios: "data/demonstracao/apoios.csv",
  planos: "public/dados/demonstracao-planos.csv",
  servicos: "public/dados/demonstracao-servicos.csv",
};
const bytesOf = (id: ExtractId): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../${FILES[id]}`, import.meta.url))));

const bundled = readExtract(bytesOf("municipios"), "municipios.csv", { municipios: [] });
const municipios = rowsOf(bundled).map((row) => ({ codigo: Number(row.slice(0, 7)), nome: row.split(",")[1] ?? "" }));

/** Rows as the engine would give them, from the canonical file; its cells hold no line breaks. */
function engineRows(id: ExtractId): Record<string, ExtractCell>[] {
  const { extract } = readExtract(bytesOf(id), FILES[id], { municipios });
  const [, ...lines] = csvText(extract?.csv).trimEnd().split("\n");
  return lines.map((line) => {
    const cells = splitCanonical(line);
    return Object.fromEntries(CONTRACTS[id].columns.map(({ name, type }, i) => [name, engineCell(cells[i] ?? "", type)]));
  });
}

function splitCanonical(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

function engineCell(text: string, type: string): ExtractCell {
  if (text === "") return null;
  if (type === "sim-nao") return text === "true";
  return ["inteiro", "decimal", "codigo-ibge"].includes(type) ? Number(text) : text;
}

describe("our own files", () => {
  it.each(EXTRACTS)("%s: every row of the bundled file is accepted", (id) => {
    const lines = new TextDecoder().decode(bytesOf(id)).trimEnd().split("\n").length - 1;
    const result = readExtract(bytesOf(id), FILES[id], { municipios });
    expect(result.extrato).toBe(id);
    expect(result.contagem).toMatchObject({ carregadas: lines, separadas: 0 });
  });

  it.each(EXTRACTS)("%s: what is exported comes back as the very same rows", (id) => {
    const before = readExtract(bytesOf(id), FILES[id], { municipios });
    const demonstracao = before.demonstracao;
    const header = { titulo: "=1+1", fontes: ['fonte; "x", =2'], filtros: [], dataReferencia: "2026-10-31", demonstracao };
    const exported = extractCsv(header, CONTRACTS[id], engineRows(id));
    const after = readExtract(new TextEncoder().encode(exported), "exportado.csv", { municipios });
    expect(after.contagem).toMatchObject({ carregadas: before.contagem.carregadas, separadas: 0, preambulo: demonstracao ? 5 : 4 });
    expect(after.demonstracao).toBe(demonstracao);
    expect(csvText(after.extract?.csv)).toBe(csvText(before.extract?.csv));
  });

  it("the demonstration set is known as such, the official ones are not", () => {
    const marks = EXTRACTS.map((id) => readExtract(bytesOf(id), "x.csv", { municipios }).demonstracao);
    expect(marks).toEqual([false, false, true, true, true, true, true]);
  });
});

describe("hostile text", () => {
  const path = sharedPath("robustez/payloads.json");
  const payloads =
    path === null ? null : (JSON.parse(readFileSync(path, "utf8")) as Readonly<Record<"xss" | "formula" | "ident", string[]>>);
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it.skipIf(payloads === null)("in a text column goes in as text and comes out of the export guarded", () => {
    const texts = [...(payloads?.xss ?? []), ...(payloads?.formula ?? []), ...(payloads?.ident ?? [])].filter(
      (text) => text.trim() !== "" && text !== "\u200b",
    );
    const file = `codigo;periodo;indicador;valor;fonte\n${texts.map((text, i) => `5103403;${String(1950 + i)};x;1;${quote(text)}`).join("\n")}\n`;
    const result = read(file);
    expect(result.contagem).toMatchObject({ carregadas: texts.length, separadas: 0 });
    const cells = texts.map((text) => text.replaceAll("\0", "").replace(/\r\n?/g, "\n").trim().slice(0, 2000));
    const csv = csvText(result.extract?.csv);
    for (const cell of cells) expect(csv).toContain(/[",\n]/.test(cell) ? quote(cell) : cell);
  });

  it.skipIf(payloads === null)("as a header is a label of a column that is left out", () => {
    const names = [...new Set([...(payloads?.ident ?? []), ...(payloads?.xss ?? [])])];
    const file = `codigo;periodo;indicador;valor;${names.map(quote).join(";")}\n5103403;2023;a;1;${names.map(() => "z").join(";")}\n`;
    const result = read(file);
    expect(rowsOf(result)).toEqual(["5103403,2023,a,1,,,,"]);
    expect(result.descartadas.length).toBeGreaterThan(names.length - 4);
  });

  it.skipIf(payloads === null)("as a file name changes nothing but the name", () => {
    for (const name of payloads?.ident ?? []) {
      expect(read("codigo;periodo;indicador;valor\n5103403;2023;a;1\n", {}, name).extract?.summary.origem).toBe(name);
    }
  });
});

describe("a file of a hundred thousand rows", () => {
  it("is read within seconds, repeated keys and all", () => {
    const row = (i: number): string => `5103403;${String(1950 + (i % 150))};ind-${String(Math.floor(i / 150))};${String(i % 997)},5;fonte`;
    const rows = Array.from({ length: 100_000 }, (_, i) => row(i % 99_000));
    const start = performance.now();
    const { contagem } = read(`codigo;periodo;indicador;valor;fonte\n${rows.join("\n")}\n`);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(contagem).toMatchObject({ lidas: 100_001, carregadas: 99_000, separadas: 1_000 });
  });
});
