import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { Refusal } from "../../../src/data/import/whole-file.ts";
import { delimiterName, lineEndOf } from "../../../src/data/raw/dialect.ts";
import { headerNames, joinHeader } from "../../../src/data/raw/header-names.ts";
import { openText } from "../../../src/data/raw/text.ts";
import { openBytes, readWhole, wholeOf } from "./whole-table.ts";

const describedAs = (file: string) => openBytes(file).descricao;

describe("the delimiter", () => {
  it.each([
    [";", "a;b;c\n1;2;3\n"],
    [",", "a,b,c\n1,2,3\n"],
    ["\t", "a\tb\tc\n1\t2\t3\n"],
    ["|", "a|b|c\n1|2|3\n"],
    ["~", "a~b~c\n1~2~3\n"],
    ["^", "a^b^c\n1^2^3\n"],
    ["§", "a§b§c\n1§2§3\n"],
    [":", "nome:ano:valor\nx:2023:4\ny:2024:5\n"],
    [" ", "nome ano valor\nx 2023 4\ny 2024 5\n"],
    ["||", "a||b||c\n1||2||3\n4||5||6\n"],
    ["\t\t", "a\t\tb\t\tc\n1\t\t2\t\t3\n4\t\t5\t\t6\n"],
    ["\\t", "a\\tb\\tc\n1\\t2\\t3\n4\\t5\\t6\n"],
    ["; ", "a; b; c\n1; 2; 3\n"],
    [" | ", "a | b | c\n1 | 2 | 3\n"],
    [";", "a; b;c\n1; 2;3\n"],
    [";", "município;valor\nCuiabá;1,5\nSinop;2,5\n"],
    [";", "município;valor\nCuiabá;1,5\n"],
    [",", 'id,valor\n1,"1.234,56"\n2,"7,00"\n'],
    [",", "a,b\n1;2,3\n4;5,6\n"],
    [";", "a;b\n"],
    [";", "hora;evento;dia\n12:30;a;1\n13:45;b;2\n"],
    [",", "sep=,\na;x,b\n1;y,2\n"],
    ["#", "sep=#\na#b\n1#2\n"],
  ])("is %j in %j", (separador, text) => {
    expect(describedAs(text).separador).toBe(separador);
  });

  it.each(["v\n1,5\n2,5\n3\n", "v\n1,5\n2,5\n", "nome\nSão Paulo\nRio Branco\nPorto Velho\n", "hora\n12:30\n13:45\n", "texto\numa frase\n"])(
    "is none in %j: the file has one column",
    (text) => {
      expect(describedAs(text).separador).toBeNull();
      const lines = text.trimEnd().split("\n");
      expect(readWhole(text)).toMatchObject({ cabecalho: [lines[0]], linhas: lines.slice(1).map((line) => [line]), avisos: [] });
    },
  );

  it("that may only be the decimal mark of one column is doubted", () => {
    expect(readWhole("1,5\n2,5\n3,5\n").avisos).toContain("separador-duvidoso");
  });

  it("has a name a person knows", () => {
    expect([";", "; ", "||", "\t", "¦"].map(delimiterName)).toEqual(["ponto e vírgula", "ponto e vírgula e espaço", "barra vertical repetido", "tabulação", '"¦"']);
  });
});

describe("line ends", () => {
  it.each([
    ["CRLF", "a;b\r\n1;2\r\n"],
    ["LF", "a;b\n1;2\n"],
    ["CR", "a;b\r1;2\r"],
    ["misto", "a;b\r\n1;2\n3;4\r5;6\r\n"],
    ["CRLF", 'a;b\r\n1;"x\ny"\r\n'],
  ])("are %s in %j", (name, text) => {
    expect(describedAs(text).finalDeLinha).toBe(name);
  });

  it("that are mixed divide the records all the same, and it is said", () => {
    const found = readWhole("a;b\r\n1;2\n3;4\r5;6\r\n");
    expect(found.linhas).toEqual([["1", "2"], ["3", "4"], ["5", "6"]]);
    expect(found.avisos).toEqual(["finais-de-linha-misturados"]);
  });

  it("within quotes are kept as they are, and do not count as mixed", () => {
    const found = readWhole('a;b\r\n1;"x\ny"\r\n2;z\r\n');
    expect(found.linhas).toEqual([["1", "x\ny"], ["2", "z"]]);
    expect(found.avisos).toEqual([]);
  });

  it("are one kind or none", () => {
    expect([lineEndOf("abc"), lineEndOf("a\r\nb\r\n"), lineEndOf("a\r\r\n"), lineEndOf("a\n\rb")]).toEqual(["\n", "\r\n", null, null]);
  });
});

describe("quotes", () => {
  it.each<[string, string, string[][]]>([
    ["doubled inside a cell", 'a;b\n1;"x ""y"" z"\n', [["1", 'x "y" z']]],
    ["an empty quoted cell", 'a;b\n"";2\n', [["", "2"]]],
    ["a delimiter and a line break inside", 'a;b\n1;"x;\ny"\n', [["1", "x;\ny"]]],
    ["blanks after the closing quote", 'a;b\n"1" ;"2" \n', [["1", "2"]]],
    ["blanks before the opening quote", 'a; b\n1; "x;y"\n2; "z"\n', [["1", "x;y"], ["2", "z"]]],
    ["escaped by a backslash", 'a;b\n1;"x \\"y\\" z"\n2;"w"\n', [["1", 'x "y" z'], ["2", "w"]]],
    ["apostrophes for quotes", "a;b\n'1;0';'d''água'\n'2';'x'\n", [["1;0", "d'água"], ["2", "x"]]],
  ])("by the rules: %s", (_, text, rows) => {
    expect(readWhole(text)).toMatchObject({ linhas: rows, separadas: [], avisos: [] });
  });

  it("within an unquoted cell are text, and the row is named", () => {
    const found = readWhole('a;b\n1;tela de 20"\n2;"x"\n');
    expect(found.linhas).toEqual([["1", 'tela de 20"'], ["2", "x"]]);
    expect(found.avisos).toEqual(["aspas-lidas-como-texto"]);
  });

  it("bare inside a quoted cell are text where no other reading fits, also over several lines", () => {
    const found = readWhole('a;b;c\n1;"o "X" da Y";2\n2;"linha\n"dois" e três";3\n');
    expect(found.linhas).toEqual([["1", 'o "X" da Y', "2"]]);
    expect(found.separadas.map(({ linha, campos, defeito }) => [linha, campos, defeito])).toEqual([[3, ["2", 'linha\n"dois" e três', "3"], "aspas"]]);
  });

  it("that do not pair cost their own line, and no more", () => {
    const found = readWhole('a;b\n1;"x\n2;y\n3;"z"\n4;w\n');
    expect(found.linhas).toEqual([["2", "y"], ["3", "z"], ["4", "w"]]);
    expect(found.separadas.map(({ linha, defeito }) => [linha, defeito])).toEqual([[2, "aspas"]]);
  });

  it("beside a lost delimiter let it be put back, and the row is not trusted", () => {
    const found = readWhole('a;b;c\n1;"x""y"\n2;"z";3\n');
    expect(found.separadas.map(({ campos }) => campos)).toEqual([["1", "x", "y"]]);
  });

  it("unpaired on every one of 20,000 lines are read in linear time", () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${String(i)};"x y`);
    const start = performance.now();
    const { conta } = readWhole(`a;b\n${lines.join("\n")}\n`);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect([conta.lidas, conta.aspas]).toEqual([20_001, 20_000]);
  });

  it("opened once at the top of 200,000 lines do not swallow them", () => {
    const text = `a;b\n"1;2\n${"3;4\n".repeat(200_000)}`;
    const start = performance.now();
    const { conta } = wholeOf(openBytes(text).tabela);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect([conta.dados, conta.aspas]).toEqual([200_001, 1]);
  });
});

describe("lines", () => {
  it("are those a text editor shows, also after a line break within quotes", () => {
    const lines: number[] = [];
    openBytes('a;b\n1;"x\ny"\n2;z\n').tabela.percorrer(({ linha }) => lines.push(linha) > 0);
    expect(lines).toEqual([1, 2, 4]);
  });

  it("are the same however many blocks the file is read in", () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => (i % 7 === 0 ? `${String(i)};"a\n${"x".repeat(20)}"` : `${String(i)};${"y".repeat(20)}`));
    const text = `n;t\n${rows.join("\n")}\n`;
    const expected = new Map<string, number>();
    let line = 2;
    rows.forEach((row, i) => {
      expected.set(String(i), line);
      line += row.includes("\n") ? 2 : 1;
    });
    const seen = new Map<string, number>();
    openBytes(text).tabela.percorrer(({ tipo, linha, campos }) => {
      if (tipo === "dados") seen.set(campos[0] ?? "", linha);
      return true;
    });
    expect(seen).toEqual(expected);
  });
});

describe("the opening and the end", () => {
  it("skips and counts the comment lines our own exports open with", () => {
    const found = readWhole("# DADOS DE DEMONSTRAÇÃO: x\n# Fonte: a; b, c\n\na;b\n1;2\n");
    expect(found.linhas).toEqual([["1", "2"]]);
    expect(found.conta).toMatchObject({ preambulo: 2, branco: 1, rodape: 0 });
  });

  it("takes a comment line for the header when the data have no other", () => {
    expect(readWhole("# medido em campo\n#ano;valor\n2023;4\n2024;5\n").cabecalho).toEqual(["#ano", "valor"]);
  });

  it("does not take a header called # for a comment", () => {
    expect(readWhole("#;nome\n1;Sinop\n").cabecalho).toEqual(["#", "nome"]);
  });

  it("takes a Total for a footer only at the end", () => {
    const found = readWhole("a;b\nTotal;\n1;2\nTotal;\n\nFonte: x\n");
    expect(found.linhas).toEqual([["Total", ""], ["1", "2"]]);
    expect(found.conta).toMatchObject({ rodape: 2, branco: 1 });
  });

  it.each<[string, string, string[]]>([
    ["names over figures", "código;valor\n1;2\n3;4\n", ["código", "valor"]],
    ["years over figures", "município;2022;2023\nx;10;20\ny;30;40\n", ["município", "2022", "2023"]],
    ["names over names", "nome;cor\nx;azul\ny;verde\n", ["nome", "cor"]],
    ["title lines as full as a row", "Onda;1\nnúmero;percentual\n4000;98,1\n3998;98,2\n3996;98,3\n", ["número", "percentual"]],
    ["two rows of names", "famílias;pessoas\ntotal;média\n10;2,5\n20;3,5\n", ["famílias total", "pessoas média"]],
  ])("finds the header by what stands below it: %s", (_, text, nomes) => {
    expect(readWhole(text).cabecalho).toEqual(nomes);
  });

  it("finds no header where the first record is like the others, and leaves out none of them", () => {
    const found = readWhole("5103403;2023;1,5\n5107909;2023;2,5\n5101837;2023;3,5\n");
    expect([found.cabecalho, found.linhas.length, found.avisos]).toEqual([[], 3, ["sem-cabecalho"]]);
  });

  it("does not take a row without figures for a second header", () => {
    const found = readWhole("nome;a;b\nx;sem dado;sem dado\ny;1;2\nz;3;4\n");
    expect([found.cabecalho, found.linhas.length]).toEqual([["nome", "a", "b"], 3]);
  });
});

describe("tables glued one under the other", () => {
  const text = "id;nome;valor\n1;x;2\n2;y;3\nid;nome;valor;nota\n9;z;4;boa\n";

  it("are told apart by the header that comes again with other names", () => {
    const { tabela, outras } = openBytes(text);
    expect(wholeOf(tabela).linhas).toEqual([["1", "x", "2"], ["2", "y", "3"]]);
    expect(outras.map((table) => [table.nome, wholeOf(table).cabecalho, wholeOf(table).linhas])).toEqual([
      ["tabela da linha 4", ["id", "nome", "valor", "nota"], [["9", "z", "4", "boa"]]],
    ]);
  });
});

describe("header names", () => {
  it("are cleaned of NBSP and zero-width characters and told apart", () => {
    expect(headerNames(["\u00a0data ", "data\u200b", "data (2)", "", ""])).toEqual(["data", "data (3)", "data (2)"]);
  });

  it("named like parts of JavaScript objects are ordinary names", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    expect(readWhole(`${names.join(";")}\n1;2;3;4\n`)).toMatchObject({ cabecalho: names, linhas: [["1", "2", "3", "4"]] });
  });

  it.each([
    ["all equal", (): string => "a"],
    ["made to collide", (i: number): string => (i % 2 === 0 ? "a" : `a (${String(i)})`)],
  ])("of 20,000 columns %s take no time to speak of", (_, name) => {
    const start = performance.now();
    expect(new Set(headerNames(Array.from({ length: 20_000 }, (__, i) => name(i)))).size).toBe(20_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it("of several records are joined from the top down", () => {
    expect(joinHeader([["Famílias", "", "Pessoas"], ["total", "média", ""]])).toEqual(["Famílias total", "Famílias média", "Pessoas"]);
  });
});

describe("limits", () => {
  const refusal = (file: string, limits: Partial<typeof LIMITS>): string => {
    try {
      const { tabela } = openText(new TextEncoder().encode(file), { ...LIMITS, ...limits });
      tabela.percorrer(() => true);
    } catch (error) {
      if (error instanceof Refusal) return error.tipo;
      throw error;
    }
    return "aceito";
  };

  it.each<[string, string, Partial<typeof LIMITS>]>([
    ["colunas-demais", "a;b;c\n1;2;3\n", { colunas: 2 }],
    ["linhas-demais", `a;b\n${"1;2\n".repeat(200)}`, { linhas: 100 }],
    ["celula-grande", `a;b\n1;${"x".repeat(50)}\n`, { celula: 40 }],
    ["celula-grande", `a;b\n1;"${"x".repeat(50)}"\n`, { celula: 40 }],
    ["vazio", " \n\n", {}],
    ["nao-e-csv", "<!doctype html><html></html>", {}],
    ["aceito", `a;b\n1;${"x".repeat(39)}\n`, { celula: 40, colunas: 2, linhas: 1 }],
  ])("are told in words: %s", (tipo, file, limits) => {
    expect(refusal(file, limits)).toBe(tipo);
  });

  it("of a cell hold for one longer than the block the text is read in", () => {
    expect(refusal(`a;b\n1;${"x".repeat(LIMITS.celula + 1)}\n2;3\n`, {})).toBe("celula-grande");
    expect(refusal(`a;b\n1;${"x".repeat(LIMITS.celula - 10)}\n2;3\n`, {})).toBe("aceito");
  });
});

describe("any text at all", () => {
  const PIECES = [";", ",", '"', '""', "'", "\n", "\r\n", "\r", "\\", " ", "a", "b", "1", "2,5", "Total", "#", "|", "\t", "nome;valor\n", "ã"];

  function texts(count: number): string[] {
    let state = 7;
    const next = (below: number): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * below);
    };
    return Array.from({ length: count }, () => Array.from({ length: 1 + next(120) }, () => PIECES[next(PIECES.length)] ?? "").join(""));
  }

  it("is read without a letter or figure lost, each record once and in order, the same on every walk", () => {
    const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join("");
    for (const text of texts(2_000).filter((candidate) => candidate.trim() !== "")) {
      const { tabela, outras } = openBytes(text);
      const walks = [0, 1].map(() => {
        const records: { linha: number; campos: readonly string[] }[] = [];
        for (const table of [tabela, ...outras]) table.percorrer(({ linha, campos }) => records.push({ linha, campos }) > 0);
        return records;
      });
      const [first = [], again] = walks;
      expect(again).toEqual(first);
      expect(letters(first.flatMap(({ campos }) => campos).join("")), JSON.stringify(text)).toBe(letters(text));
      expect(first.every(({ linha }, i) => i === 0 || linha > (first[i - 1]?.linha ?? 0)), JSON.stringify(text)).toBe(true);
    }
  });
});
