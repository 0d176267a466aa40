import { describe, expect, it } from "vitest";
import { quebrarLinhas } from "../../../src/data/pdf/quebra.ts";

/** Every letter is one wide. */
const um = (texto: string): number => texto.length;

describe("lines of a text", () => {
  it.each([
    ["uma linha", 20, ["uma linha"]],
    // "a casa de" is 9 wide; the space at the end of a line does not count.
    ["a casa de pedra", 9, ["a casa de ", "pedra"]],
    ["a casa de pedra", 6, ["a casa ", "de ", "pedra"]],
    ["abcdefgh ij", 3, ["abc", "def", "gh ", "ij"]],
    ["", 5, [""]],
    ["duas  vezes", 5, ["duas  ", "vezes"]],
    // A space that does not break stays in its word.
    ["de 10\u00A0%", 5, ["de ", "10\u00A0%"]],
  ])("%j in %d makes %j", (texto, largura, linhas) => {
    expect(quebrarLinhas(texto, largura, um)).toEqual(linhas);
  });

  it("joined are the text, whatever the width", () => {
    const texto = " Ações  em atraso: 12, desde 22/11/2026 — pneumoultramicroscopicossilicovulcanoconiótico fim ";
    for (let largura = 1; largura < 40; largura += 1) expect(quebrarLinhas(texto, largura, um).join("")).toBe(texto);
  });
});
