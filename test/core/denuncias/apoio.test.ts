import { describe, expect, it } from "vitest";
import { contarApoio } from "../../../src/core/denuncias/apoio.ts";
import type { CasoDeTeste, EventoDeTeste } from "./casos.ts";
import { EXEMPLO, HOJE } from "./exemplo.ts";
import { mesaDe } from "./mesa.ts";

const todos = (n: number): Uint8Array => new Uint8Array(n).fill(1);

const comDificuldade = (data: string, ...outros: EventoDeTeste[]): CasoDeTeste => ({
  registro: "2024-09-02",
  eventos: [...outros, ["manifestacao-tecnica", "2024-10-01"], ["desfecho", data, "dificuldade-na-gestao"]],
});

function dificuldades(...casos: CasoDeTeste[]): number {
  return contarApoio(mesaDe(casos, HOJE), todos(casos.length))[0]?.dificuldades ?? 0;
}

describe("contarApoio", () => {
  it("counts findings of difficulties and overdue manifestações by municipality", () => {
    expect(contarApoio(mesaDe(EXEMPLO, HOJE), todos(EXEMPLO.length))).toEqual([
      // Case 6: a finding on 11 Jul, and no verification.
      { municipio: 1, dificuldades: 1, manifestacoesVencidas: 0, casos: 1, protocolos: 1 },
      // Case 2; its apensada counts through it.
      { municipio: 2, dificuldades: 0, manifestacoesVencidas: 1, casos: 0, protocolos: 1 },
      // Case 7, past by the earlier date.
      { municipio: 3, dificuldades: 0, manifestacoesVencidas: 1, casos: 0, protocolos: 1 },
    ]);
  });

  it("goes by the house's rule, under which a manifestação may not be overdue", () => {
    expect(contarApoio(mesaDe(EXEMPLO, HOJE, "uteis"), todos(EXEMPLO.length)).map(({ municipio }) => municipio)).toEqual([1, 2]);
  });

  it("counts a finding from the day after the one twelve months ago to today", () => {
    expect(dificuldades(comDificuldade("2024-10-31"))).toBe(0);
    expect(dificuldades(comDificuldade("2024-11-01"))).toBe(1);
    expect(dificuldades(comDificuldade("2025-10-31"))).toBe(1);
    expect(dificuldades(comDificuldade("2025-11-01"))).toBe(0);
  });

  it("does not count a finding of an apensada apart from its main case", () => {
    expect(dificuldades(comDificuldade("2025-03-10"), { ...comDificuldade("2025-03-10"), principal: 0 })).toBe(1);
  });

  it("counts one protocol where a case has both a finding and an overdue manifestação", () => {
    const indicio: EventoDeTeste = ["desfecho", "2025-03-11", "indicio-de-irregularidade"];
    const caso = comDificuldade("2025-03-10", ["notificacao", "2024-09-10"], indicio);
    // The finding ends the wait for the manifestação: only the finding counts.
    expect(contarApoio(mesaDe([caso], HOJE), todos(1))).toEqual([{ municipio: 1, dificuldades: 1, manifestacoesVencidas: 0, casos: 1, protocolos: 1 }]);
  });

  it("tells a visit without a report, and no need of one after a finding that was verified", () => {
    const visitado: CasoDeTeste = { registro: "2025-10-20", eventos: [["verificacao", "2025-10-28"]] };
    expect(contarApoio(mesaDe([visitado], HOJE), todos(1))).toEqual([{ municipio: 1, dificuldades: 0, manifestacoesVencidas: 0, casos: 1, protocolos: 0 }]);
    const verificado = comDificuldade("2025-03-10", ["verificacao", "2024-09-20"], ["relatorio", "2024-09-25"]);
    expect(contarApoio(mesaDe([verificado], HOJE), todos(1))[0]).toMatchObject({ dificuldades: 1, casos: 0 });
  });

  it("keeps to the selection", () => {
    expect(contarApoio(mesaDe(EXEMPLO, HOJE), new Uint8Array(EXEMPLO.length))).toEqual([]);
  });
});
