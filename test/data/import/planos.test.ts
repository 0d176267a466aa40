import { describe, expect, it } from "vitest";
import { recognise } from "../../../src/data/import/recognise.ts";
import { csvText } from "../csv-text.ts";
import { readFile } from "./file-reading.ts";
import { read, rowsOf } from "./reading.ts";

const COLUNAS = ["plano", "codigo_ibge", "especie", "dificuldade", "origem", "inicio", "aprovacao_cmas", "pactuacao_cib", "acao", "descricao", "orgao", "prazo", "evidencia", "conclusao"] as const;
const H = COLUNAS.join(";");
type Coluna = (typeof COLUNAS)[number];
const BASE: Readonly<Record<Coluna, string>> = {
  plano: "P-1",
  codigo_ibge: "5103403",
  especie: "providencias",
  dificuldade: "Equipe incompleta",
  origem: "monitoramento",
  inicio: "02/03/2026",
  aprovacao_cmas: "20/03/2026",
  pactuacao_cib: "10/04/2026",
  acao: "1",
  descricao: "Contratar assistente social",
  orgao: "Secretaria municipal",
  prazo: "30/06/2026",
  evidencia: "Portaria publicada",
  conclusao: "15/06/2026",
};
const row = (over: Partial<Record<Coluna, string>> = {}): string => COLUNAS.map((coluna) => over[coluna] ?? BASE[coluna]).join(";");
const file = (...rows: readonly string[]): string => `${H}\n${rows.join("\n")}\n`;
const HOJE = "2026-11-22";
const problemas = (...rows: readonly string[]): [number | null, string | null, string][] =>
  read(file(...rows), { hoje: HOJE }).problemas.map(({ linha, coluna, gravidade }) => [linha, coluna, gravidade]);

describe("a file of plans", () => {
  it("is recognised by its header, other names and labels, one row an action", () => {
    const result = read("Nº do plano;Cód. IBGE;Espécie do plano;Dificuldade identificada;Origem da dificuldade;Nº da ação;Providência;Órgão responsável;Data limite\n7/2026;5103403;Plano de Apoio;Fundo parado;Censo SUAS;2;Realizar oficina;Gestão do SUAS;01/12/2026\n");
    expect(result.extrato).toBe("planos");
    expect(rowsOf(result)).toEqual(["7/2026,5103403,apoio,Fundo parado,censo-suas,,,,2,Realizar oficina,Gestão do SUAS,2026-12-01,,"]);
    expect(result.problemas).toEqual([]);
  });

  it("with nothing amiss has no problem, whatever is still to be done", () => {
    expect(problemas(row(), row({ acao: "2", conclusao: "", evidencia: "" }), row({ acao: "3", prazo: "", orgao: "", conclusao: "", evidencia: "" }))).toEqual([]);
    expect(problemas(row({ aprovacao_cmas: "", pactuacao_cib: "", inicio: "" }))).toEqual([]);
  });

  it("is told from the other extracts, and they from it", () => {
    expect(recognise([...COLUNAS]).match?.contract.id).toBe("planos");
    expect(recognise(["plano", "ação", "descrição", "valor"]).match).toBeNull();
  });
});

describe("rows that do not stand", () => {
  it.each([
    ["an action without its plan", { plano: "" }, "plano", "A ação não diz de que plano é."],
    ["a plan that is words and not a number", { plano: "plano do conselho" }, "plano", "Não é um número de registro"],
    ["an origin that is not of the list", { origem: "boato" }, "origem", "O valor não está na lista desta coluna."],
    ["a municipality of nowhere", { codigo_ibge: "9999999" }, "codigo_ibge", "Nenhum município da lista"],
    ["a day that does not exist", { prazo: "31/02/2026" }, "prazo", "Não é uma data que exista."],
    ["a telephone in the difficulty", { dificuldade: "Falar com (65) 99999-1234" }, "dificuldade", "parece conter um telefone"],
    ["an e-mail in the office", { orgao: "fulana@exemplo.br" }, "orgao", "parece conter um e-mail"],
    ["a CPF in the evidence", { evidencia: "Termo de 111.444.777-35" }, "evidencia", "parece conter um CPF"],
    ["a CPF without points in what is to be done", { descricao: "Ouvir 11144477735 na secretaria" }, "descricao", "parece conter um CPF"],
  ] as const)("%s stays out, with line and column, and the others load", (_, over, coluna, mensagem) => {
    const result = read(file(row(), row({ acao: "2" }), row({ acao: "3", ...over })), { hoje: HOJE });
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 1 });
    expect(result.problemas).toMatchObject([{ linha: 4, coluna, gravidade: "linha-separada" }]);
    expect(result.problemas[0]?.mensagem).toContain(mensagem);
    const said = Object.values(over).join("");
    const secret = /\d{5}|@/.test(said) && coluna !== "codigo_ibge" ? said : "no such text";
    expect(`${JSON.stringify(result)}${csvText(result.extract?.csv)}`).not.toContain(secret);
  });

  it("the same action of the same plan counts once: the first stays", () => {
    const result = read(file(row(), row({ descricao: "Outra" }), row({ acao: "2" })));
    expect(result.contagem).toMatchObject({ carregadas: 2, separadas: 1 });
    expect(result.problemas).toMatchObject([{ linha: 3, coluna: "plano, acao", mensagem: "A mesma chave já apareceu na linha 2; ficou a primeira." }]);
  });

  it("eleven digits that are no CPF are no person, and a longer number is none either", () => {
    expect(problemas(row({ evidencia: "Ofício 11144477736 e processo 20260011144477735001" }))).toEqual([]);
  });
});

describe("days that do not fit", () => {
  it.each([
    ["a deadline before the plan begins", { prazo: "01/03/2026" }, "prazo"],
    ["a conclusion before the plan begins", { conclusao: "01/03/2026" }, "conclusao"],
    ["a conclusion in the future", { conclusao: "23/11/2026" }, "conclusao"],
    ["a pact in the future", { pactuacao_cib: "23/11/2026" }, "pactuacao_cib"],
    ["a pact before the approval", { pactuacao_cib: "19/03/2026" }, "pactuacao_cib"],
  ] as const)("%s is a warning at its line and column, and the row loads as it says", (_, over, coluna) => {
    const result = read(file(row({ acao: "0", ...over })), { hoje: HOJE });
    expect(result.problemas.map(({ linha, coluna: em, gravidade }) => [linha, em, gravidade])).toEqual([[2, coluna, "aviso"]]);
    expect(result.contagem).toMatchObject({ carregadas: 1, separadas: 0 });
    const [day = "", month = "", year = ""] = (Object.values(over)[0] ?? "").split("/");
    expect(rowsOf(result)[0]).toContain(`${year}-${month}-${day}`);
  });

  it.each([
    ["the deadline on the day the plan begins", { prazo: "02/03/2026", conclusao: "" }],
    ["done on the day of the reading", { conclusao: "22/11/2026" }],
    ["approved and pacted on one day", { pactuacao_cib: "20/03/2026" }],
  ] as const)("%s is no problem", (_, over) => {
    expect(problemas(row(over))).toEqual([]);
  });
});

describe("rows of one plan that disagree", () => {
  it.each([
    ["codigo_ibge", "5107909"],
    ["especie", "apoio"],
    ["inicio", "03/03/2026"],
    ["dificuldade", "Outra dificuldade"],
    ["aprovacao_cmas", "21/03/2026"],
  ] as const)("in %s are warned of at the later row, with the line of the first", (coluna, valor) => {
    const result = read(file(row({ plano: "P-0", acao: "9" }), row(), row({ acao: "2", [coluna]: valor })), { hoje: HOJE });
    expect(result.problemas.map(({ linha, coluna: em, gravidade }) => [linha, em, gravidade])).toEqual([[4, coluna, "aviso"]]);
    expect(result.problemas[0]?.conserto).toContain("A primeira linha deste plano é a 3.");
    expect(result.contagem).toMatchObject({ carregadas: 3 });
  });

  it("are compared with the first only, so that one wrong row is one problem", () => {
    expect(problemas(row(), row({ acao: "2", especie: "apoio" }), row({ acao: "3" }))).toEqual([[3, "especie", "aviso"]]);
  });
});

describe("texts too long", () => {
  it("are cut at what the record of a plan holds, and the cut is said", () => {
    const result = read(file(row({ dificuldade: "d".repeat(201), descricao: "e".repeat(200), orgao: "o".repeat(121) })));
    expect(result.problemas.map(({ coluna, mensagem }) => [coluna, mensagem])).toEqual([
      ["dificuldade", "O texto passa de 200 caracteres e foi cortado."],
      ["orgao", "O texto passa de 120 caracteres e foi cortado."],
    ]);
    expect(rowsOf(result)[0]).toContain(`,${"d".repeat(200)},`);
  });
});

describe("columns of persons in a file of plans", () => {
  it.each([
    ["Responsável", "Fulana Secreta"],
    ["Nome do técnico", "Fulana Secreta"],
    ["CPF", "111.444.777-35"],
    ["Telefone", "(65) 99999-1234"],
    ["Observações", "a mãe da Fulana Secreta disse"],
  ])("%s is refused and nothing of it is kept", async (titulo, celula) => {
    const result = await readFile(`${H};${titulo}\n${row()};${celula}\n`, "planos.csv");
    expect(result.extract?.id).toBe("planos");
    expect(result.problemas).toMatchObject([{ gravidade: "aviso", coluna: titulo }]);
    expect(`${JSON.stringify(result)}${csvText(result.extract?.csv)}`).not.toContain(celula);
  });
});

describe("many rows", () => {
  it("ten thousand with a deadline before the plan are one group and ten thousand lines", () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => row({ plano: `P-${String(i)}`, prazo: "01/01/2026", conclusao: "" }));
    const result = read(file(...rows), { hoje: HOJE });
    expect(result.totais.map(({ tipo, contagem }) => [tipo, contagem])).toEqual([["prazo-antes-do-plano", 10_000]]);
    expect(result.problemas).toHaveLength(10_000);
    expect(result.contagem.carregadas).toBe(10_000);
  });
});
