import { describe, expect, it } from "vitest";
import { civilDe } from "../../../../src/core/denuncias/dia.ts";
import { lugaresEmPalavras, lugarNaFrase, periodoEmPalavras } from "../../../../src/views/cobertura/filtros/palavras.ts";
import { periodoAte } from "../../../../src/views/cobertura/filtros/periodo.ts";

const REGIOES = new Map([[990001, "Serra"], [990002, "Vale"]]);

describe("the period of the page", () => {
  it("has both its ends, and ends today", () => {
    const periodo = periodoAte("2026-10-31", 12);
    expect([periodo.de, periodo.ate]).toEqual(["2025-11-01", "2026-10-31"]);
    expect([civilDe(periodo.dias.de), civilDe(periodo.dias.ate)]).toEqual(["2025-11-01", "2026-10-31"]);
    // Six months before 31 August is 28 February: the period starts on 1 March.
    expect(periodoAte("2026-08-31", 6).de).toBe("2026-03-01");
    expect(periodoEmPalavras(periodo)).toBe("01/11/2025 a 31/10/2026");
  });
});

describe("the filters of place in words", () => {
  it("name regions and portes, and a region without a name by its code", () => {
    expect(lugaresEmPalavras({ regioes: [990001, 990009], portes: ["medio"] }, REGIOES)).toEqual(["região: Serra e região 990009", "porte: Médio"]);
    expect(lugaresEmPalavras({ regioes: [], portes: [] }, REGIOES)).toEqual([]);
    expect(lugarNaFrase({ regioes: [990001, 990002], portes: ["medio", "grande"] }, REGIOES)).toBe(" das regiões de Serra e Vale de porte Médio ou Grande");
    expect(lugarNaFrase({ regioes: [], portes: [] }, REGIOES)).toBe("");
  });
});
