import { describe, expect, it } from "vitest";
import { problemLog } from "../../../src/data/import/report.ts";
import { cellText, columnStyles, readFigure, readMonth, readYear, yearsIn } from "../../../src/data/layouts/cells.ts";
import { columnRoles, nominalRefusal } from "../../../src/data/layouts/columns.ts";
import { isRising, labelRowsAbove, labelsOver, oneYear, titlesAbove } from "../../../src/data/layouts/header-blocks.ts";
import type { Fit } from "../../../src/data/layouts/layout.ts";
import { findColumns, findHeader, fitOf, looksLikeCode, missingTitles, openingRows, shareOf, type FieldRule } from "../../../src/data/layouts/match.ts";
import { questions } from "../../../src/data/layouts/questions.ts";
import { eachData, eachRecord } from "../../../src/data/layouts/records.ts";
import { meanOf, ratio4, tallies } from "../../../src/data/layouts/tally.ts";
import { placeReader, walkPlaces } from "../../../src/data/layouts/walk.ts";
import { openText } from "../../../src/data/raw/text.ts";
import type { RawTable } from "../../../src/data/raw/raw.ts";
import { LUGARES } from "./lugares.ts";

const table = (texto: string): RawTable => openText(new TextEncoder().encode(texto)).tabela;

const RULES: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["Código IBGE", "IBGE"] },
  { campo: "nome", titulos: ["Município"] },
  { campo: "valor", titulos: ["Total"], padrao: /^total de familias/ },
];

function fitFor(tabela: RawTable): Fit {
  const header = findHeader(tabela, RULES);
  if (header === null) throw new Error("no header");
  return fitOf(header, { confianca: 1, motivo: "" });
}

describe("finding columns", () => {
  it("exact titles go before patterns, without case, accents or punctuation, and a column is taken once", () => {
    expect([...findColumns(["MUNICIPIO", "Total de famílias (mês)", "codigo_ibge", "Total"], RULES)]).toEqual([
      ["codigo", 2],
      ["nome", 0],
      ["valor", 3],
    ]);
    expect([...findColumns(["Total de famílias", "Total de famílias 2"], RULES)]).toEqual([["valor", 0]]);
  });

  it("the header is the record where most rules are found, under any titles", () => {
    const tabela = table("Relatório do município;;\nTotal;;\n\nMunicípio;Total;Código IBGE\nCuiabá;9;5103403\n");
    expect(findHeader(tabela, RULES)?.linha).toBe(4);
    expect(missingTitles(RULES, new Map([["nome", 0]]))).toEqual(["Código IBGE", "Total"]);
  });

  it("values tell a code column by their form, and blanks tell nothing", () => {
    const rows = openingRows(table("a;b;c\n5103403; ;51\n510340.0; ;999999\n"), 1);
    expect(shareOf(rows, 0, looksLikeCode)).toBe(1);
    expect(shareOf(rows, 1, looksLikeCode)).toBeNull();
    expect(shareOf(rows, 2, looksLikeCode)).toBe(0);
    expect(shareOf(rows, undefined, looksLikeCode)).toBeNull();
  });
});

describe("reading cells", () => {
  it.each([
    ["202306", "2023-06"],
    ["202306.0", "2023-06"],
    ["06/2023", "2023-06"],
    ["6/2023", "2023-06"],
    ["2023-06", "2023-06"],
    ["2023-06-01", "2023-06"],
    ["2023-06-01T00:00:00.000Z", "2023-06"],
    ["01/06/2023", "2023-06"],
    ["jun/2023", "2023-06"],
    ["Junho de 2023", "2023-06"],
    ["jun/23", "2023-06"],
  ])("%s is the month %s", (text, month) => {
    expect(readMonth(text)).toBe(month);
  });

  it.each(["202313", "2023", "13/2023", "15/06/2023", "", "5103403", "total"])("%s is no month", (text) => {
    expect(readMonth(text)).toBeNull();
  });

  it("years alone and years in a text", () => {
    expect([readYear("2023"), readYear("2023.0"), readYear("20233"), readYear("ano")]).toEqual(["2023", "2023", null, null]);
    expect(yearsIn("IDCRAS2016 divulgado em 2017, 01062017")).toEqual(["2016", "2017"]);
  });

  it("blank is empty and never zero, by the style decided over the whole column", () => {
    const tabela = table("IBGE;Município;Total\n1;a;1.234\n2;b;1.234,5\n3;c; \n4;d;-\n");
    const styles = columnStyles(tabela, fitFor(tabela), [2]);
    expect(styles.get(2)).toBe("virgula");
    expect(["1.234", "1.234,5", "", "-", "abc", "0"].map((text) => readFigure(text, "virgula"))).toEqual([1234, 1234.5, "vazio", "vazio", "invalido", 0]);
    expect(cellText(["\u00a05\u00a0"], 0)).toBe("5");
    expect(cellText(["5"], 7)).toBe("");
  });
});

describe("kinds of records by the layout's own header", () => {
  const texto = "Tabela 1;;\nIBGE;Município;Total\n;;\n510340;Cuiabá;1\n510790;Sinop;2;3\nFonte: MDS;;\n";

  it("each record comes once; wider than the header is a defect; the note at the end is a footer", () => {
    const tabela = table(texto);
    const kinds: string[] = [];
    eachRecord(tabela, fitFor(tabela), ({ tipo, defeito }) => kinds.push(defeito === null ? tipo : `${tipo}!${defeito}`));
    expect(kinds.filter((kind) => kind !== "branco")).toEqual(["preambulo", "cabecalho", "dados", "dados!colunas", "rodape"]);
    const lines: number[] = [];
    eachData(tabela, fitFor(tabela), ({ linha }) => lines.push(linha));
    expect(lines).toEqual([4]);
  });

  it("a header of two records: both are header, what is above is preamble", () => {
    const tabela = table("Título;;\n;;2023\nIBGE;Município;Total\n510340;Cuiabá;1\n");
    const fit = fitOf(findHeader(tabela, RULES) ?? { linha: 3, titulos: [], posicao: new Map() }, { confianca: 1, motivo: "", linhasDeCabecalho: 2 });
    const kinds: string[] = [];
    eachRecord(tabela, fit, ({ tipo }) => kinds.push(tipo));
    expect(kinds.filter((kind) => kind !== "branco")).toEqual(["preambulo", "cabecalho", "cabecalho", "dados"]);
  });
});

describe("walking the places of a table", () => {
  const walk = (texto: string, respostas: Readonly<Record<string, string>> = {}) => {
    const tabela = table(texto);
    const fit = fitFor(tabela);
    const log = problemLog(100);
    const perguntas = questions(new Map(Object.entries(respostas)));
    const found: number[] = [];
    const contagem = walkPlaces(tabela, fit, { log, lugares: LUGARES }, perguntas, {
      coluna: "Município",
      lugar: placeReader(fit, LUGARES, { codigos: ["codigo"], nome: "nome" }),
      linha: ({ codigo, campos }) => {
        found.push(codigo);
        return cellText(campos, 2) !== "";
      },
    });
    const { lidas, ...others } = contagem;
    expect(Object.values(others).reduce((sum, n) => sum + n, 0)).toBe(lidas);
    return { contagem, found, log, perguntas: perguntas.open() };
  };

  it("counts every record once, by territory, elsewhere, unknown, set aside and footer", () => {
    const { contagem, found, log } = walk("IBGE;Município;Total\n510340;x;1\n5107909;x; \n350010;x;1\n519999;x;1\n;;9\nTotal geral;;12\n");
    expect(found).toEqual([5103403, 5107909]);
    expect(contagem).toMatchObject({ carregadas: 1, separadas: 3, fora: 1, rodape: 1, cabecalho: 1 });
    expect(log.problemas().map(({ linha }) => linha)).toEqual([5, 6]);
  });

  it("a name that fits two municipalities is asked; the answer is used, and elsewhere counts as elsewhere", () => {
    const texto = "IBGE;Município;Total\n;Rio Branco;1\n;Cuiabá;2\n";
    const asked = walk(texto);
    expect(asked.found).toEqual([5103403]);
    expect(asked.perguntas.map(({ id }) => id)).toEqual(["lugar:Rio Branco"]);
    const codes = asked.perguntas[0]?.opcoes.map(({ valor }) => valor) ?? [];
    expect(codes).toEqual(expect.arrayContaining(["1200401", "5107206"]));
    expect(walk(texto, { "lugar:Rio Branco": "5107206" }).found).toEqual([5107206, 5103403]);
    expect(walk(texto, { "lugar:Rio Branco": "1200401" }).contagem).toMatchObject({ fora: 1, carregadas: 1 });
    expect(walk(texto, { "lugar:Rio Branco": "9999999" }).perguntas).toHaveLength(1);
  });

  it("two codes of one row that disagree name no municipality", () => {
    const tabela = table("IBGE;Município;Total;IBGE7\n510340;x;1;5107909\n510340;x;1;5103403\n");
    const fit = fitOf(findHeader(tabela, [...RULES, { campo: "codigo7", titulos: ["IBGE7"] }]) ?? { linha: 1, titulos: [], posicao: new Map() }, { confianca: 1, motivo: "" });
    const read = placeReader(fit, LUGARES, { codigos: ["codigo", "codigo7"] });
    expect(read(["510340", "x", "1", "5107909"])).toMatchObject({ tipo: "desconhecido", mensagem: expect.stringContaining("municípios diferentes") as string });
    expect(read(["510340", "x", "1", "5103403"])).toEqual({ tipo: "achado", codigo: 5103403 });
    expect(read(["", "x", "1", "5103403"])).toEqual({ tipo: "achado", codigo: 5103403 });
  });
});

describe("columns and persons", () => {
  it("a column is of persons by its title or by its values, and nothing of the value is kept", () => {
    const tabela = table("IBGE;Município;Total;cpf;coluna_a;Nº de idosos\n510340;Cuiabá;1;111.222.333-44;fulano@exemplo.com;7\n");
    const roles = columnRoles(tabela, fitFor(tabela), { usos: new Map([["codigo", "município"], ["valor", "ivs"]]), agregada: (titulo) => titulo.startsWith("Nº de") });
    expect(roles.usadas).toEqual([
      { titulo: "IBGE", uso: "município" },
      { titulo: "Total", uso: "ivs" },
    ]);
    expect(roles.ignoradas).toEqual(["Município", "Nº de idosos"]);
    expect(roles.pessoais.map(({ titulo }) => titulo)).toEqual(["cpf", "coluna_a"]);
    expect(JSON.stringify(roles)).not.toMatch(/111|fulano/);
  });

  it("a list of persons is refused by the articles of the law", () => {
    const refusal = nominalRefusal("beneficiários");
    expect(refusal.message).toContain("art. 6º, III, e art. 11");
    expect(refusal.conserto).toMatch(/^Peça/);
  });
});

describe("labels over columns", () => {
  const { inicio, ...rest } = table("IDCRAS 2021;;;;\nTexto sobre 2021;;;;\n;;;;\n;;2018;;2019\nIBGE;A;B;A;B\n5103403;1;2;3;4\n");
  const tabela: RawTable = { inicio, ...rest };

  it("stand right above the header, and titles above them", () => {
    const labels = labelRowsAbove(tabela, 5);
    expect(labels.map(({ linha }) => linha)).toEqual([4]);
    expect(labelsOver(labels, 1, 3)).toEqual(["2018"]);
    expect(labelsOver(labels, 3, 5)).toEqual(["2019"]);
    expect(titlesAbove(tabela, 4)).toEqual(["IDCRAS 2021", "Texto sobre 2021"]);
  });

  it("years: one, several, rising", () => {
    expect([oneYear(["Censo SUAS 2020", "em 2020"]), oneYear(["2020 e 2021"]), oneYear([])]).toEqual(["2020", null, null]);
    expect([isRising(["2018", "2019", "2021"]), isRising(["2018", "2018"]), isRising(["2018", null])]).toEqual([true, false, false]);
  });
});

describe("sums and means", () => {
  it("keep one sum for each municipality, period and indicator", () => {
    const sums = tallies();
    sums.add(1, "2023", "a", 3.33, 2);
    sums.add(1, "2023", "a", 3, 3);
    sums.add(1, "2024", "a", 5, 4);
    expect(sums.get(1, "2023", "a")).toMatchObject({ n: 2, soma: 6.33, linha: 2 });
    expect(sums.get(2, "2023", "a")).toBeNull();
    const seen: string[] = [];
    sums.each(({ periodo, n }) => seen.push(`${periodo} ${String(n)}`));
    expect(seen).toEqual(["2023 2", "2024 1"]);
  });

  it("round as published: (3.33 + 3) ÷ 2 is 3.17, 44427.11 ÷ 5014 is 8.8606", () => {
    expect(meanOf({ soma: 6.33, n: 2 })).toBe(3.17);
    expect(ratio4(44427.11, 5014)).toBe(8.8606);
  });
});

describe("questions", () => {
  const question = { id: "ano", pergunta: "Ano?", opcoes: [{ valor: "2023", rotulo: "2023" }] };

  it("are asked once, and an answer that is no option is no answer", () => {
    const asked = questions(new Map([["ano", "1850"]]));
    expect([asked.ask(question), asked.ask(question)]).toEqual([null, null]);
    expect(asked.open()).toEqual([question]);
    const answered = questions(new Map([["ano", "2023"]]));
    expect(answered.ask(question)).toBe("2023");
    expect(answered.open()).toEqual([]);
  });
});
