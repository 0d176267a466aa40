import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkRows } from "../../scripts/extracts/check-rows.ts";
import { readCsv } from "../../scripts/extracts/csv.ts";
import { dictionaryCsv } from "../../scripts/extracts/dictionary.ts";
import { EXTRACT_FILE } from "../../scripts/extracts/territory.ts";
import { EXTRACTS } from "../../src/data/contracts/contract.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { dataPath } from "./folder.ts";

const fold = (text: string): string =>
  text.normalize("NFD").replace(/[^A-Za-z0-9]/g, "").toLowerCase();

const table = (id: (typeof EXTRACTS)[number], text: string) => () =>
  checkRows(CONTRACTS[id], readCsv(text, "x.csv"), "x.csv");

const APOIO_HEADER = CONTRACTS.apoios.columns.map((column) => column.name).join(",");
const APOIO = "E1,5103403,2026-05-04,visita-tecnica,saas,PAIF,presencial,solicitado-municipio,2026-04-20,12,realizado";

/** Extracts of the demonstration that the build makes and the repository does not keep. */
const MADE: readonly string[] = ["andamentos", "planos", "servicos"];

describe.each(EXTRACTS)("the contract of %s", (id) => {
  const contract = CONTRACTS[id];

  it("has its own id and a key of its own columns, required but for what an event may lack", () => {
    expect(contract.id).toBe(id);
    const optional = contract.key.filter((name) => contract.columns.find((column) => column.name === name)?.required !== true);
    expect(optional).toEqual(id === "andamentos" ? ["data", "desfecho"] : []);
    for (const name of contract.key) expect(contract.columns.map((column) => column.name), name).toContain(name);
  });

  it("gives each header and alias to one column only", () => {
    const headers = contract.columns.flatMap((column) => [column.name, ...column.aliases].map(fold));
    expect(headers.filter((header, i) => headers.indexOf(header) !== i)).toEqual([]);
  });

  it("labels every category and describes every column in a sentence", () => {
    for (const { name, type, categories, description } of contract.columns) {
      expect(categories !== null, name).toBe(type === "categoria");
      expect(Object.values(categories ?? {}).filter((label) => !/^[A-ZÀ-Ú]/.test(label)), name).toEqual([]);
      expect(description, name).toMatch(/^[A-ZÀ-Ú].*\.$/);
    }
  });

  it("holds for the file in the repository, or made from it", () => {
    const made = MADE.includes(id) ? new URL(`../../public/dados/demonstracao-${id}.csv`, import.meta.url) : dataPath(EXTRACT_FILE[id]);
    expect(() => checkRows(contract, readCsv(readFileSync(made, "utf8"), id), id)).not.toThrow();
  });

  it("has every column in the published dictionary", () => {
    const rows = readCsv(dictionaryCsv(), "dicionario.csv").rows.filter((row) => row["extrato"] === id);
    expect(rows.map((row) => row["coluna"])).toEqual(contract.columns.map((column) => column.name));
  });
});

describe("the contracts of cases", () => {
  it("have no column for a person", () => {
    const names = [...CONTRACTS.denuncias.columns, ...CONTRACTS.apoios.columns, ...CONTRACTS.planos.columns].flatMap((c) => [c.name, ...c.aliases]);
    const personal = /cpf|nis|nome|telefone|email|e_mail|endereco|nascimento|denunciante|vitima|^responsavel/;
    expect(names.filter((name) => personal.test(name))).toEqual([]);
  });

  it("have the six on-site and six remote strategies of Res. CIB/MT 02/2022 art. 6", () => {
    const estrategia = CONTRACTS.apoios.columns.find((column) => column.name === "estrategia");
    expect(Object.keys(estrategia?.categories ?? {})).toHaveLength(12);
  });
});

describe("the check of our own files", () => {
  it("lets a good row pass", () => {
    expect(table("apoios", `${APOIO_HEADER}\n${APOIO}\n`)).not.toThrow();
    expect(table("apoios", `${APOIO_HEADER}\n${APOIO.replace("visita-tecnica", "nao-classificado")}\n`)).not.toThrow();
  });

  it.each([
    ["a 6-digit code", APOIO.replace("5103403", "510340"), 'x.csv, line 2, codigo_ibge: "510340" is not a 7-digit code'],
    ["a day that does not exist", APOIO.replace("2026-05-04", "2026-02-30"), 'line 2, data: "2026-02-30" is not a date'],
    ["a Brazilian date", APOIO.replace("2026-05-04", "04/05/2026"), 'data: "04/05/2026" is not a date'],
    ["an unknown category", APOIO.replace(",saas,", ",gabinete,"), 'eixo: "gabinete" is not a category'],
    ["the name of what is outside a list that is closed", APOIO.replace(",presencial,", ",nao-classificado,"), 'modalidade: "nao-classificado" is not a category'],
    ["a blank that is required", APOIO.replace(",saas,", ",,"), 'eixo: "" is blank'],
    ["a negative count", APOIO.replace(",12,", ",-1,"), 'participantes: "-1" is below 0'],
    ["a decimal where a whole number goes", APOIO.replace(",12,", ",1.5,"), 'participantes: "1.5" is not a whole number'],
  ])("stops at %s, naming place and value", (_case, row, sentence) => {
    expect(table("apoios", `${APOIO_HEADER}\n${row}\n`)).toThrow(sentence);
  });

  it("stops at a header that is not the contract's", () => {
    expect(table("apoios", `${APOIO_HEADER.replace("eixo", "linha")}\n${APOIO}\n`)).toThrow(/the header is/);
  });
});
