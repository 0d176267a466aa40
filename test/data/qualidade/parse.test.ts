import { describe, expect, it } from "vitest";
import { LIVRO_VAZIO, parseLivroDeRegras } from "../../../src/data/qualidade/parse.ts";

const REGRA = {
  id: "faixa",
  especie: "correcao",
  nome: "Valor possível",
  gravidade: "erro",
  frase: "{dado} está com {valor}.",
  oQueFazer: "Conferir {onde}.",
  porque: "Porque sim.",
  referencia: "definição",
  carta: true,
  tipo: "faixa",
  indicadores: { todos: true },
  limites: "catalogo",
};
const livro = (...regras: readonly unknown[]): unknown => ({ ...LIVRO_VAZIO, regras });

describe("the rules file", () => {
  it("reads a rule as it stands, and an empty book", () => {
    expect(parseLivroDeRegras(livro(REGRA)).regras).toEqual([REGRA]);
    expect(parseLivroDeRegras(LIVRO_VAZIO)).toEqual(LIVRO_VAZIO);
  });

  it.each([
    ["a kind that is none of the four", { ...REGRA, especie: "beleza" }, /regras\[0\]\.especie/],
    ["a type nobody interprets", { ...REGRA, tipo: "adivinha" }, /regras\[0\]\.tipo/],
    ["a sentence with a word in braces that nobody fills", { ...REGRA, frase: "{valor} de {alguem}" }, /regras\[0\]\.frase/],
    ["a misspelt parameter", { ...REGRA, limite: "catalogo" }, /regras\[0\]/],
    ["a missing reason", { ...REGRA, porque: "" }, /regras\[0\]\.porque/],
    ["a lack that is not told as missing data", { ...REGRA, tipo: "falta", esperado: "todos", parteMinima: 0.5 }, /gravidade|limites/],
  ])("refuses %s, and says where", (_, regra, onde) => {
    expect(() => parseLivroDeRegras(livro(regra))).toThrow(onde);
  });

  it("refuses two rules of one id: their findings could not be told apart", () => {
    expect(() => parseLivroDeRegras(livro(REGRA, { ...REGRA, nome: "Outra" }))).toThrow(/regras/);
  });
});
