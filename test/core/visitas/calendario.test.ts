import { describe, expect, it } from "vitest";
import { diaDaSemana, isDiaUtil, limitesDoTrimestre, montarCalendario, pedirDiariasAte, segundaFeira, somarDiasUteis } from "../../../src/core/visitas/calendario.ts";
import { entrada } from "./linha-do-equador.ts";

const NADA: ReadonlySet<string> = new Set();

describe("the days of a plan", () => {
  it("knows the day of the week before and after its own Monday", () => {
    expect(diaDaSemana("2024-01-01")).toBe(0);
    expect(diaDaSemana("2027-01-01")).toBe(4);
    expect(diaDaSemana("2023-12-31")).toBe(6);
    expect(segundaFeira("2027-01-01")).toBe("2026-12-28");
  });

  it("takes Monday to Friday for business days, holidays apart", () => {
    expect(isDiaUtil("2027-01-04", NADA)).toBe(true);
    expect(isDiaUtil("2027-01-02", NADA)).toBe(false);
    expect(isDiaUtil("2027-01-04", new Set(["2027-01-04"]))).toBe(false);
  });

  it("counts business days without the first one, over weekends and holidays", () => {
    expect(somarDiasUteis("2027-01-08", 1, NADA)).toBe("2027-01-11");
    expect(somarDiasUteis("2027-01-09", 1, NADA)).toBe("2027-01-11");
    expect(somarDiasUteis("2027-01-09", 0, NADA)).toBe("2027-01-09");
    expect(() => somarDiasUteis("2027-01-09", 1.5, NADA)).toThrow(RangeError);
  });

  it("asks for per diems five business days before: a tour of Monday 4 January 2027 over New Year's Day and Christmas", () => {
    // Back from 4/1 (Monday): 31/12, 30/12, 29/12, 28/12 (1/1 is a holiday), 24/12 (25/12 is one too).
    expect(pedirDiariasAte("2027-01-04", 5, new Set(["2026-12-25", "2027-01-01"]))).toBe("2026-12-24");
  });

  it("has quarters of three months from any first day", () => {
    expect(limitesDoTrimestre("2027-01-01", 2)).toEqual({ inicio: "2027-04-01", fim: "2027-06-30" });
    expect(limitesDoTrimestre("2026-11-30", 1)).toEqual({ inicio: "2026-11-30", fim: "2027-02-27" });
  });

  it("begins on the first working day of the quarter when the terms are past", () => {
    const { dias, trimestres, semanas, meses, fim } = montarCalendario(entrada());
    expect(dias[0]).toBe("2027-01-04");
    expect(dias.at(-1)).toBe("2027-03-31");
    // January 20 (21 less the 1st), February 20, March 22 (23 less the 26th).
    expect(dias).toHaveLength(62);
    expect(trimestres).toEqual([{ numero: 1, inicio: "2027-01-01", fim: "2027-03-31", de: 0, ate: 62 }]);
    expect([...semanas.slice(0, 7)]).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect([meses[0], meses[61]]).toEqual([1, 3]);
    expect(fim).toBe("2027-03-31");
  });

  it("begins where per diems asked for today allow, and leaves past quarters empty", () => {
    const { dias, trimestres, saida, saidaComPassagem, primeiraSaida } = montarCalendario(entrada({ trimestres: 2 }, { hoje: "2027-04-07" }));
    expect(saida).toBe("2027-04-14");
    expect(saidaComPassagem).toBe("2027-04-21");
    expect(dias[0]).toBe("2027-04-14");
    expect(primeiraSaida).toBe(0);
    expect(trimestres[0]).toMatchObject({ de: 0, ate: 0 });
    expect(trimestres[1]).toMatchObject({ de: 0, ate: dias.length });
  });
});
