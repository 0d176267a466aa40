import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { kinds, read, rowsOf } from "./reading.ts";

const D = "protocolo;data_registro;codigo_ibge;canal;tema;situacao;anonima";
const I = "codigo;periodo;indicador;valor;fonte";

describe("a good file", () => {
  it("becomes canonical rows in contract order, whatever the order and the names of its columns", () => {
    const result = read("Situação;Assunto;Canal;Código IBGE;Data de Registro;Nº\u00a0PROTOCOLO\nRegistrada;Outro assunto;Carta com aviso de recebimento;510340;3/2/2024;P-1\n");
    expect(result.extrato).toBe("denuncias");
    expect(rowsOf(result)).toEqual(["P-1,2024-02-03,5103403,carta-ar,outro,registrada,,,,,,,,,,,,"]);
    expect(result.colunas.find(({ coluna }) => coluna === "codigo_ibge")?.titulo).toBe("Código IBGE");
  });

  it("says what it holds: rows, span, origin", () => {
    const result = read(`${D}\nP-1;03/02/2024;5103403;presencial;bpc;respondida;sim\nP-2;2023-12-31;5107909;presencial;bpc;respondida;não\n`);
    expect(result.extract?.summary).toEqual({
      id: "denuncias",
      linhas: 2,
      inicio: "2023-12-31",
      fim: "2024-02-03",
      demonstracao: false,
      origem: "arquivo.csv",
    });
    expect(result.problemas).toEqual([]);
  });

  it("reports encoding, delimiter and decimal mark", () => {
    const bytes = new Uint8Array(Buffer.from("codigo;período;indicador;valor\n510340;2023;ivs;0,412\n", "latin1"));
    expect(read(bytes)).toMatchObject({
      codificacao: "Windows-1252",
      separador: ";",
      colunas: [{ coluna: "codigo" }, { coluna: "periodo" }, { coluna: "indicador" }, { coluna: "valor", numeros: "virgula" }],
    });
  });

  it("is refused under a contract that was asked for and does not fit, naming the one that does", () => {
    const { extract, problemas } = read(`${D}\nP-1;;5103403;presencial;bpc;respondida;\n`, { expected: "apoios" });
    expect(extract).toBeNull();
    expect(problemas[0]?.mensagem).toContain("faltam as colunas apoio, data, estrategia, eixo, modalidade e origem");
    expect(problemas[0]?.mensagem).toContain("Parece ser um arquivo de Denúncias");
  });
});

describe("blank, zero and words for no value", () => {
  it("are told apart: zero stays zero, words for absence are blank", () => {
    const result = read("codigo,periodo,indicador,valor,numerador,denominador\n5103403,2023,a,0,NULL,-\n5107909,2023,a,0.5,sem dado,...\n");
    expect(rowsOf(result)).toEqual(["5103403,2023,a,0,,,,", "5107909,2023,a,0.5,,,,"]);
  });

  it("a required blank sets the row apart and says which column", () => {
    const result = read(`${I}\n5103403;2023;a;1,5;x\n5107909;2023;a;;x\n`);
    expect(result.contagem).toMatchObject({ carregadas: 1, separadas: 1 });
    expect(result.problemas).toMatchObject([{ gravidade: "linha-separada", linha: 3, coluna: "valor", valor: null }]);
  });
});

describe("codes of municipalities", () => {
  it.each([
    ["5103403", "5103403"],
    ["510340", "5103403"],
    [" 510183 ", "5101837"],
    ["5103403.0", "5103403"],
    ["5.103.403", "5103403"],
  ])("%j is %s", (text, codigo) => {
    expect(rowsOf(read(`${I}\n${text};2023;a;1;x\n`))).toEqual([`${codigo},2023,a,1,,,x,`]);
  });

  it.each([
    ["3550308", "codigo-desconhecido"],
    ["510341", "codigo-desconhecido"],
    ["51034", "codigo-invalido"],
    ["Cuiabá", "codigo-invalido"],
  ])("%j sets the row apart (%s)", (text, tipo) => {
    const result = read(`${I}\n5103403;2023;a;1;x\n${text};2023;a;1;x\n`);
    expect(kinds(result)).toEqual({ linhas: [3], tipos: [tipo] });
  });

  it("of the municipalities file itself are new and taken with 7 digits, with 6 only when known", () => {
    const result = read("codigo,nome\n2304400,Fortaleza\n510340,Cuiabá\n230440,Fortaleza\n");
    expect(rowsOf(result).map((row) => row.slice(0, 7))).toEqual(["2304400", "5103403"]);
    expect(kinds(result)).toEqual({ linhas: [4], tipos: ["codigo-desconhecido"] });
  });
});

describe("repeated keys", () => {
  it("of complaints load with a warning that names the first line", () => {
    const row = "P-1;;5103403;presencial;bpc;respondida;";
    const result = read(`${D}\n${row}\n${row}\n`);
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 0 });
    expect(result.problemas).toMatchObject([{ gravidade: "aviso", linha: 3, coluna: "protocolo", valor: null }]);
    expect(result.problemas[0]?.mensagem).toContain("linha 2");
  });

  it("of figures stay out: a municipality would count twice", () => {
    const result = read(`${I}\n5103403;2023;a;1;x\n510340;2023;a;2;x\n`);
    expect(rowsOf(result)).toEqual(["5103403,2023,a,1,,,x,"]);
    expect(result.problemas).toMatchObject([{ gravidade: "linha-separada", linha: 3, valor: "5103403 · 2023 · a" }]);
  });
});

describe("headers", () => {
  it("named like parts of JavaScript objects are ordinary ignored columns", () => {
    const hostile = ["__proto__", "constructor", "toString", "hasOwnProperty", "__defineGetter__", "then", "length"];
    const result = read(`${hostile.join(";")};${I}\n${hostile.map(() => "1").join(";")};5103403;2023;a;1;x\n`);
    expect(result.descartadas.map(({ titulo }) => titulo)).toEqual(hostile);
    expect(rowsOf(result)).toEqual(["5103403,2023,a,1,,,x,"]);
  });

  it("that say the same column twice refuse the file instead of choosing", () => {
    const result = read("codigo;Código;periodo;indicador;valor\n1;5103403;2023;a;1\n");
    expect(result.extract).toBeNull();
    expect(kinds(result).tipos).toEqual(["coluna-repetida"]);
  });

  it("give the contract's own name precedence over another name for the column", () => {
    const result = read(`IBGE7;${I}\n9999999;5103403;2023;a;1;x\n`);
    expect(rowsOf(result)).toEqual(["5103403,2023,a,1,,,x,"]);
    expect(result.descartadas).toEqual([{ titulo: "IBGE7", dadoPessoal: null }]);
  });

  it("of no known extract are not likened to one", () => {
    expect(read("a;b\n1;2\n").problemas[0]?.mensagem).toBe(
      "O arquivo não foi reconhecido. Nenhuma coluna do cabeçalho é de um conjunto de dados conhecido.",
    );
  });

  it("without a required column refuse the file and list what was found", () => {
    const result = read("codigo;periodo;indicador\n5103403;2023;a\n");
    expect(result.extract).toBeNull();
    expect(result.problemas[0]).toMatchObject({
      gravidade: "arquivo-recusado",
      mensagem: "O arquivo não foi reconhecido. O mais parecido é Indicadores, mas falta a coluna valor.",
      conserto: "Compare com o arquivo-modelo. Colunas encontradas: codigo, periodo, indicador.",
    });
  });

  it("with code and name among many others are not the table of municipalities", () => {
    const others = Array.from({ length: 20 }, (_, i) => `q${String(i)}`).join(";");
    const file = `codigo_ibge;municipio;${others}\n510340;Cuiabá;${others}\n`;
    expect(read(file).extract).toBeNull();
    expect(read(file, { expected: "municipios" }).extract?.summary.linhas).toBe(1);
  });

  it("may stand under title lines, which are counted", () => {
    const result = read(`SETASC - Ouvidoria\nRelatório;;;;\n\n${I}\n5103403;2023;a;1;x\nTotal;;;1;\nFonte: SETASC\n`);
    expect(result.contagem).toEqual({ lidas: 7, carregadas: 1, separadas: 0, preambulo: 2, cabecalho: 1, branco: 1, rodape: 2, fora: 0 });
    expect(kinds(result).tipos).toEqual(["rodape"]);
  });
});

describe("another table in the same file", () => {
  it("is counted, announced and not loaded", () => {
    const result = read(`${I}\n5103403;2023;a;1;x\n5107909;2023;a;2;x\ncodigo;periodo;indicador;valor;unidade;nota\n5103403;2023;b;9;un;z\n`);
    expect(rowsOf(result)).toEqual(["5103403,2023,a,1,,,x,", "5107909,2023,a,2,,,x,"]);
    expect(result.contagem).toMatchObject({ lidas: 5, carregadas: 2, cabecalho: 1, rodape: 2 });
    expect(kinds(result)).toEqual({ linhas: [4], tipos: ["outra-tabela"] });
  });

  it("with the very same header is more of the first", () => {
    const page = `${I}\n5103403;2023;a;1;x\n`;
    const result = read(`${page}${page.replace("2023", "2024")}`);
    expect(rowsOf(result)).toEqual(["5103403,2023,a,1,,,x,", "5103403,2024,a,1,,,x,"]);
    expect(result.contagem).toMatchObject({ lidas: 4, carregadas: 2, cabecalho: 2 });
    expect(kinds(result).tipos).toEqual(["cabecalho-repetido"]);
  });
});

describe("a header that lost a delimiter", () => {
  it("loads nothing shifted: every row is wider than it", () => {
    const result = read("codigoperiodo;indicador;valor;fonte\n5103403;2023;a;1;x\n5107909;2023;a;2;x\n", { expected: "indicadores" });
    expect(result.extract).toBeNull();
  });
});

describe("rows that do not fit", () => {
  it("are set apart without repeating what they hold", () => {
    const result = read(`${I}\n5103403;2023;a;1;x\n5103403;2024;Maria\n5103403;2025;a;1;x;y\n5103403;2026;a;"1;x\n`);
    expect(result.contagem).toMatchObject({ carregadas: 1, separadas: 3 });
    expect(JSON.stringify(result)).not.toContain("Maria");
  });

  it("name their line and their width", () => {
    const good = Array.from({ length: 5 }, (_, i) => `5103403;201${String(i)};a;1;x`).join("\n");
    const result = read(`${I}\n${good}\n5103403;2024;Maria\n`);
    expect(result.problemas).toMatchObject([{ linha: 7, coluna: null, valor: null, mensagem: "A linha tem 3 colunas, número diferente do cabeçalho." }]);
  });

  it("refuse the file when they are more than the good ones", () => {
    const result = read(`${I}\n5103403;2023;a;1;x\n1;2023;a;1;x\n2;2023;a;1;x\n`);
    expect(result.extract).toBeNull();
    expect(result.contagem).toMatchObject({ carregadas: 1, separadas: 2 });
    expect(result.problemas[0]).toMatchObject({ gravidade: "arquivo-recusado", mensagem: "Mais da metade das linhas tem problema; nada foi carregado." });
  });

  it("are listed up to the limit and counted beyond it", () => {
    const bad = Array.from({ length: 30 }, () => "1;2023;a;1;x").join("\n");
    const good = Array.from({ length: 40 }, (_, i) => `5103403;${String(1950 + i)};a;1;x`).join("\n");
    const result = read(`${I}\n${good}\n${bad}\n`, { limits: { ...LIMITS, problemas: 10 } });
    expect(result.problemas).toHaveLength(10);
    expect(result.totais).toMatchObject([{ tipo: "codigo-invalido", coluna: "codigo", contagem: 30 }]);
  });

  it("cut at the end of a file say that it was cut", () => {
    const result = read(`${I}\n5103403;2023;a;1;x\n5103403;2024;a`);
    expect(kinds(result).tipos).toEqual(["colunas-demais-ou-de-menos", "arquivo-cortado"]);
  });
});

describe("sizes", () => {
  it("of a text cell are cut, and it is said", () => {
    const result = read(`${I}\n5103403;2023;${"a".repeat(50)};1;x\n`, { limits: { ...LIMITS, texto: 20 } });
    expect(rowsOf(result)[0]?.split(",")[2]).toBe("a".repeat(20));
    expect(kinds(result).tipos).toEqual(["texto-longo"]);
  });

  it("beyond the limits refuse the file early", () => {
    expect(kinds(read(`${I}\n5103403;2023;a;1;x\n5103403;2024;a;1;x\n`, { limits: { ...LIMITS, linhas: 1 } })).tipos).toEqual(["linhas-demais"]);
    expect(kinds(read(`${I}\n5103403;2023;a;1;x\n`, { limits: { ...LIMITS, colunas: 4 } })).tipos).toEqual(["colunas-demais"]);
  });

  it("of nothing are refused in words", () => {
    expect(kinds(read("")).tipos).toEqual(["vazio"]);
    expect(kinds(read(" \n\n")).tipos).toEqual(["vazio"]);
    expect(kinds(read(`${I}\n`)).tipos).toEqual(["sem-linhas"]);
  });

  it.each([
    ["planilha", [0x50, 0x4b, 0x03, 0x04, 0, 0, 0]],
    ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
    ["não é de texto", Array.from({ length: 200 }, (_, i) => i % 2)],
    ["não é de texto", Array.from({ length: 2048 }, (_, i) => i % 256)],
  ])("that are no CSV but %s are refused in words", (word, bytes) => {
    const result = read(new Uint8Array(bytes));
    expect(result.extract).toBeNull();
    expect(result.problemas[0]?.mensagem).toContain(word);
  });
});

describe("persons", () => {
  const HEADERS = ["CPF", "NIS do favorecido", "Nome", "Nome da mãe", "Telefone", "E-mail", "Endereço", "Data de nascimento", "Relato", "Denunciante"];

  it("columns that announce them are refused by name and nothing of them is kept", () => {
    const secret = HEADERS.map((_, i) => `segredo${String(i)}`);
    const result = read(`${D};${HEADERS.join(";")}\nP-1;;5103403;presencial;bpc;respondida;sim;${secret.join(";")}\n`);
    expect(result.descartadas.map(({ titulo }) => titulo)).toEqual(HEADERS);
    expect(result.descartadas.filter(({ dadoPessoal }) => dadoPessoal === null)).toEqual([]);
    const kept = JSON.stringify({ ...result, extract: null }) + rowsOf(result).join();
    expect(secret.filter((text) => kept.includes(text))).toEqual([]);
    expect(result.problemas[0]?.conserto).toContain("Lei 13.709/2018");
  });

  it("names of places and services are not persons", () => {
    const result = read("codigo;periodo;indicador;valor;nome do município;nome da unidade;região\n5103403;2023;a;1;Cuiabá;CRAS;Centro\n");
    expect(result.descartadas.map(({ dadoPessoal }) => dadoPessoal)).toEqual([null, null, null]);
  });

  it.each(["fala com maria@example.org", "CPF 123.456.789-09", "(65) 99999-1234"])(
    "a cell with %j stays out and is not repeated in the report",
    (text) => {
      const result = read(`${I}\n5103403;2023;a;1;x\n5103403;2024;${text};1;x\n`);
      expect(kinds(result)).toEqual({ linhas: [3], tipos: ["dado-pessoal"] });
      expect(JSON.stringify(result.problemas)).not.toContain(text);
    },
  );

  it("the cells of a file without a header are not shown as its column names", () => {
    const { problemas } = read("Maria;123.456.789-09;12345678901\nJoana;987.654.321-00;10987654321\n");
    expect(JSON.stringify(problemas)).not.toMatch(/123\.456|12345678901/);
  });
});

describe("demonstration data", () => {
  const row = "P-1;;5103403;presencial;bpc;respondida;sim";
  it.each([
    ["by the mark of our exports", `# DADOS DE DEMONSTRAÇÃO: x\n${D}\n${row}\n`, "a.csv"],
    ["by the name of the file", `${D}\n${row}\n`, "demonstracao-denuncias.csv"],
    ["by its keys", `${D}\nDEMO-1;;5103403;presencial;bpc;respondida;sim\n`, "a.csv"],
  ])("are known again %s", (_, file, name) => {
    const result = read(file, {}, name);
    expect([result.demonstracao, result.extract?.summary.demonstracao]).toEqual([true, true]);
  });

  it("an ordinary file is not taken for them", () => {
    expect(read(`${D}\n${row}\n`).extract?.summary.demonstracao).toBe(false);
  });
});

describe("doubtful text", () => {
  it("is announced: accents swapped, digits lost to a spreadsheet, unreadable characters", () => {
    const swapped = read(`${I}\n5103403;2023;CuiabÃ¡;1;x\n`);
    expect(kinds(swapped).tipos).toEqual(["acentos-trocados"]);
    const lost = read(`${D}\n2,02403E+11;;5103403;presencial;bpc;respondida;\n`);
    expect(kinds(lost)).toEqual({ linhas: [2], tipos: ["notacao-cientifica"] });
    const damaged = new TextEncoder().encode(`${I}\n5103403;2023;é á ;1;x\n`);
    damaged[damaged.indexOf(0x20, I.length + 14) + 3] = 0xff;
    expect(kinds(read(damaged)).tipos).toContain("bytes-ilegiveis");
  });

  it("an indicator the catalogue does not know is announced once", () => {
    const result = read(`${I}\n5103403;2023;xyz;1;x\n5107909;2023;xyz;1;x\n5107909;2023;ivs;1;x\n`, { indicadores: ["ivs"] });
    expect(result.contagem.carregadas).toBe(3);
    expect(result.problemas).toMatchObject([{ linha: 2, valor: "xyz" }]);
  });
});
