import { describe, expect, it } from "vitest";
import { avisosDoPeriodo } from "../../../../src/views/cobertura/filtros/avisos.ts";

const PERIODO = { de: "2025-11-01", ate: "2026-10-31" };

describe("what the record does not say of the days asked for", () => {
  it("is said at both ends, so that a record that stops early does not read as nothing done", () => {
    expect(avisosDoPeriodo(PERIODO, { inicio: "2026-01-15", fim: "2026-03-27" })).toEqual([
      "O registro de apoio carregado começa em 15/01/2026, depois do início do período (01/11/2025): o que houve antes não está nas contas.",
      "O registro de apoio carregado vai até 27/03/2026: de lá até 31/10/2026 não há informação.",
    ]);
  });

  it("is nothing where the record covers the months of both ends, or does not say", () => {
    expect(avisosDoPeriodo(PERIODO, { inicio: "2025-11-20", fim: "2026-10-02" })).toEqual([]);
    expect(avisosDoPeriodo(PERIODO, { inicio: null, fim: null })).toEqual([]);
  });

  it("is only of the end where the part is not about a period", () => {
    expect(avisosDoPeriodo({ de: null, ate: "2026-10-31" }, { inicio: "2026-01-15", fim: "2026-09-30" })).toEqual([
      "O registro de apoio carregado vai até 30/09/2026: de lá até 31/10/2026 não há informação.",
    ]);
  });
});
