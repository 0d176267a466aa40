import { describe, expect, it } from "vitest";
import { fold, matches } from "../../src/core/search.ts";

describe("fold", () => {
  it("drops accents, case, apostrophes and hyphens, and collapses spaces", () => {
    expect(fold("  Mirassol   d'Oeste ")).toBe("mirassol doeste");
    expect(fold("Figueirópolis D’Oeste")).toBe("figueiropolis doeste");
    expect(fold("CUIABÁ")).toBe("cuiaba");
    expect(fold("Xique-Xique")).toBe("xique xique");
    expect(fold("São José do Povo")).toBe("sao jose do povo");
  });

  it("folds a letter typed as base plus combining accent like the single character", () => {
    expect(fold("Cuiaba\u0301")).toBe(fold("Cuiab\u00e1"));
  });

  it("leaves nothing of text that is only punctuation", () => {
    expect(fold(" .,;-'! ")).toBe("");
  });
});

describe("matches", () => {
  it("finds a name typed without accents or case", () => {
    expect(matches("Cuiabá", "cuiaba")).toBe(true);
    expect(matches("Várzea Grande", "VARZEA")).toBe(true);
    expect(matches("Barão de Melgaço", "melgaco")).toBe(true);
  });

  it("finds the d'Oeste towns however the apostrophe is typed", () => {
    for (const busca of ["d'oeste", "d´oeste", "doeste", "d oeste", "conquista d’oeste"]) {
      expect(matches("Conquista D'Oeste", busca), busca).toBe(true);
    }
  });

  it("wants every word, in any order", () => {
    expect(matches("Nova Bandeirantes", "bandeirantes nova")).toBe(true);
    expect(matches("Nova Bandeirantes", "nova lacerda")).toBe(false);
  });

  it("takes an empty search, or one of only punctuation, as no filter", () => {
    expect(matches("Sinop", "")).toBe(true);
    expect(matches("Sinop", "  - ")).toBe(true);
  });

  it("treats the search as text, never as a pattern", () => {
    expect(matches("Sinop", ".*")).toBe(true);
    expect(matches("Sinop", "[a-z]inop")).toBe(false);
    expect(matches("Sinop", "(")).toBe(true);
  });
});
