import { describe, expect, it } from "vitest";
import type { DiaParado } from "../../../src/core/denuncias/calendario.ts";
import { civilDe, diaDe } from "../../../src/core/denuncias/dia.ts";
import { SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { anosConhecidos, calendariosDe } from "../../../src/data/denuncias/relogio-calendarios.ts";

const feriado = (inicio: string, resto: Partial<DiaParado> = {}): DiaParado => ({ inicio, fim: inicio, tipo: "feriado", nome: "Feriado", municipio: null, ...resto });
const SEDE = 5103403;
const OUTRO = 5107602;

describe("the years the calendars know", () => {
  it.each([
    ["those around today whose holidays were given", "2026-11-30", [feriado("2025-12-25"), feriado("2026-12-25"), feriado("2027-12-25")], { de: 2025, ate: 2027 }],
    ["not those beyond a year of unknown holidays", "2026-11-30", [feriado("2024-12-25"), feriado("2026-12-25"), feriado("2028-12-25")], { de: 2026, ate: 2026 }],
    ["the ones known nearest to today, where today's are not", "2026-11-30", [feriado("2023-12-25"), feriado("2024-12-25")], { de: 2023, ate: 2024 }],
    ["not those of an optional day, a suspension or one municipality's holiday", "2026-11-30", [feriado("2026-12-25"), feriado("2027-02-08", { tipo: "facultativo" }), feriado("2027-01-02", { tipo: "suspensao" }), feriado("2027-03-01", { municipio: OUTRO })], { de: 2026, ate: 2026 }],
    ["from the first possible day to a year from today where no holiday is given", "2026-11-30", [], { de: 2004, ate: 2027 }],
  ] as const)("are %s", (_, hoje, parados, anos) => {
    expect(anosConhecidos(hoje, parados)).toEqual(anos);
  });

  it("bound what is counted: a term that would end in an unknown year has no day", () => {
    const de = calendariosDe({ hoje: "2026-11-30", parados: [feriado("2026-12-25")], facultativosParados: true, sede: SEDE });
    expect(de(null).vencimento(diaDe("2026-12-20"), 20, "corridos")).toBe(SEM_DIA);
    expect(de(null).vencimento(diaDe("2025-12-20"), 1, "corridos")).toBe(SEM_DIA);
  });
});

describe("the calendar of a place", () => {
  const local = feriado("2026-06-11", { municipio: OUTRO });
  const daSede = feriado("2026-04-08", { municipio: SEDE });
  const de = calendariosDe({ hoje: "2026-11-30", parados: [feriado("2026-12-25"), local, daSede], facultativosParados: true, sede: SEDE });
  const vence = (municipio: number | null, inicio: string, n: number): string => civilDe(de(municipio).vencimento(diaDe(inicio), n, "uteis"));

  it("has the municipality's own holidays for its terms, and the seat's for the others", () => {
    // Wednesday, 10 June 2026: the next business day is Thursday the 11th, or Friday where the 11th is a holiday.
    expect([vence(OUTRO, "2026-06-10", 1), vence(SEDE, "2026-06-10", 1), vence(null, "2026-06-10", 1)]).toEqual(["2026-06-12", "2026-06-11", "2026-06-11"]);
    // Tuesday, 7 April 2026, before the seat's own Wednesday.
    expect([vence(OUTRO, "2026-04-07", 1), vence(SEDE, "2026-04-07", 1), vence(null, "2026-04-07", 1)]).toEqual(["2026-04-08", "2026-04-09", "2026-04-09"]);
  });

  it("is made once for all the places that have no days of their own", () => {
    expect(de(5100102)).toBe(de(5100201));
    expect(de(null)).toBe(de(SEDE));
    expect(de(OUTRO)).not.toBe(de(5100102));
  });
});
