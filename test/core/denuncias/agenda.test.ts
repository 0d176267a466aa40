import { describe, expect, it } from "vitest";
import { agendar } from "../../../src/core/denuncias/agenda.ts";
import type { RegraDaCasa } from "../../../src/core/denuncias/prazos.ts";
import { dia } from "./casos.ts";
import { EXEMPLO, HOJE } from "./exemplo.ts";
import { mesaDe } from "./mesa.ts";

const TODOS = new Uint8Array(EXEMPLO.length).fill(1);
const [RESPOSTA, MANIFESTACAO] = [0, 1];

function itens(dias: number, regra: RegraDaCasa = null, prazos: readonly number[] = []): (readonly number[])[] {
  const { caso, prazo, vence } = agendar(mesaDe(EXEMPLO, HOJE, regra), TODOS, dias, prazos);
  return [...caso].map((oCaso, i) => [oCaso, prazo[i] ?? -1, (vence[i] ?? 0) - dia(HOJE)]);
}

describe("agendar", () => {
  it("lists every pending term by day, also those that are not the most urgent of their case", () => {
    // 3 Nov: manifestação of 1, and of 7 by the count that still runs; 4 Nov: answer of 0.
    expect(itens(30)).toEqual([
      [1, MANIFESTACAO, 3],
      [7, MANIFESTACAO, 3],
      [0, RESPOSTA, 4],
    ]);
  });

  it("includes the last day and nothing after it", () => {
    expect(itens(3)).toHaveLength(2);
    expect(itens(2)).toEqual([]);
  });

  it("goes by the house's rule, under which a term past its day is not to come", () => {
    expect(itens(30, "corridos")).toEqual([
      [1, MANIFESTACAO, 3],
      [0, RESPOSTA, 4],
    ]);
    expect(itens(30, "uteis")).toEqual([
      [7, MANIFESTACAO, 3],
      [0, RESPOSTA, 4],
      [1, MANIFESTACAO, 10],
    ]);
  });

  it("keeps to the chosen terms and to the selection", () => {
    expect(itens(30, null, [RESPOSTA])).toEqual([[0, RESPOSTA, 4]]);
    expect(agendar(mesaDe(EXEMPLO, HOJE), new Uint8Array(EXEMPLO.length), 30, []).caso).toHaveLength(0);
  });

  it("includes what falls due today", () => {
    // Registered on 16 Oct: 16 + 15 = Friday 31.
    const agenda = agendar(mesaDe([{ registro: "2025-10-16" }], HOJE), Uint8Array.of(1), 0, []);
    expect([...agenda.vence]).toEqual([dia(HOJE)]);
  });

  it("refuses a number of days that is not whole or is below 0", () => {
    expect(() => itens(-1)).toThrow(new RangeError("the agenda needs a whole number of days from 0 up, got -1"));
    expect(() => itens(1.5)).toThrow(RangeError);
  });
});
