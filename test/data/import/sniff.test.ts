import { describe, expect, it } from "vitest";
import { forEachRecord, normaliseLineEnds, type RawRecord } from "../../../src/data/import/parse.ts";
import { sniffLayout } from "../../../src/data/import/sniff.ts";
import { headerNames, readTable } from "../../../src/data/import/table.ts";

const table = (text: string) => readTable(text, sniffLayout(text));

function records(text: string, separador = ";"): RawRecord[] {
  const found: RawRecord[] = [];
  forEachRecord(text, separador, 1, (record) => found.push(record) > 0);
  return found;
}

describe("the delimiter", () => {
  it.each([
    [";", "a;b;c\n1;2;3\n"],
    [",", "a,b,c\n1,2,3\n"],
    ["\t", "a\tb\tc\n1\t2\t3\n"],
    ["|", "a|b|c\n1|2|3\n"],
    [";", "município;valor\nCuiabá;1,5\nSinop;2,5\n"],
    [",", 'id,valor\n1,"1.234,56"\n2,"7,00"\n'],
    [",", "a,b\n1;2,3\n4;5,6\n"],
    [";", "a;b\n"],
  ])("is %j in %j", (separador, text) => {
    expect(sniffLayout(text).separador).toBe(separador);
  });

  it("of a file with one column is never found in its decimals", () => {
    expect(table("v\n1,5\n2,5\n3\n")).toMatchObject({ cabecalho: ["v"], linhas: [["1,5"], ["2,5"], ["3"]] });
  });

  it("is what the sep= line says", () => {
    expect(sniffLayout("sep=,\na;x,b\n1;y,2\n").separador).toBe(",");
  });
});

describe("the opening and the end", () => {
  it("skips and counts the comment lines our own exports open with", () => {
    const found = table("# DADOS DE DEMONSTRAÇÃO: x\n# Fonte: a; b, c\n\na;b\n1;2\n");
    expect(found.linhas).toEqual([["1", "2"]]);
    expect(found.puladas).toEqual({ preambulo: 2, branco: 1, rodape: 0 });
  });

  it("does not take a header called # for a comment", () => {
    expect(table("#;nome\n1;Sinop\n").cabecalho).toEqual(["#", "nome"]);
  });

  it("takes a Total for a footer only at the end", () => {
    const found = table("a;b\nTotal;\n1;2\nTotal;\nFonte: x\n");
    expect(found.linhas).toEqual([
      ["Total", ""],
      ["1", "2"],
    ]);
    expect(found.puladas.rodape).toBe(2);
  });
});

describe("records", () => {
  it("are told apart when CRLF, LF and CR are mixed", () => {
    const text = normaliseLineEnds("a;b\r\n1;2\n3;4\r5;6\r\n");
    expect(records(text.trimEnd()).map(({ campos }) => campos)).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
  });

  it("carry the line a text editor shows, also after a line break within quotes", () => {
    expect(records('a;b\n1;"x\ny"\n2;z').map(({ linha }) => linha)).toEqual([1, 2, 4]);
  });

  it("lose one line, and no more, to an unpaired quote", () => {
    const found = records('a;b\n1;"x\n2;y\n3;"z"\n4;w');
    expect(found.map(({ linha, aspasSemPar }) => [linha, aspasSemPar])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, false],
      [5, false],
    ]);
  });

  it("with an unpaired quote on every line are read in linear time", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${String(i)};"x y`);
    const start = performance.now();
    const found = records(`a;b\n${lines.join("\n")}`);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(found).toHaveLength(20_001);
    expect(found.filter(({ aspasSemPar }) => aspasSemPar).length).toBeGreaterThan(19_000);
  });
});

describe("header names", () => {
  it("are cleaned of NBSP and zero-width characters and told apart", () => {
    expect(headerNames(["\u00a0data ", "data\u200b", "data (2)", "", ""])).toEqual(["data", "data (3)", "data (2)"]);
  });

  it("of 20,000 equal columns take no time to speak of", () => {
    const start = performance.now();
    expect(new Set(headerNames(Array.from({ length: 20_000 }, () => "a"))).size).toBe(20_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
