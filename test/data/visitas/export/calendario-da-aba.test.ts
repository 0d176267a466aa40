import { describe, expect, it } from "vitest";
import { createGuardaDoCalendario } from "../../../../src/data/visitas/export/calendario-da-aba.ts";
import type { EstadoDoCalendario, EventoExportado } from "../../../../src/data/visitas/export/calendario-estado.ts";

const evento = (numero: number, sequencia: number): EventoExportado => ({
  numero,
  equipe: "9900001-1",
  sequencia,
  inicio: "2027-01-04",
  fim: "2027-01-05",
  municipios: [9900002],
  pedirDiariasAte: "2026-12-22",
  texto: "a".repeat(64),
  cancelado: false,
});
const estado = (...eventos: EventoExportado[]): EstadoDoCalendario => ({ versao: 1, inicio: "2027-01-01", eventos });

describe("the state of the calendars written", () => {
  it("comes back from a plan's file", () => {
    const guarda = createGuardaDoCalendario();
    expect(guarda.adotar(JSON.parse(JSON.stringify(estado(evento(1, 5)))))).toBe(true);
    expect(guarda.ler("2027-01-01")).toEqual(estado(evento(1, 5)));
    expect(guarda.ler("2027-04-01")).toBeNull();
  });

  it("keeps the later writing of each event when a file older than the tab is opened", () => {
    const guarda = createGuardaDoCalendario();
    guarda.guardar(estado(evento(1, 9), evento(2, 3)));
    guarda.adotar(estado(evento(1, 5), evento(2, 4), evento(3, 1)));
    expect(guarda.ler("2027-01-01")?.eventos.map(({ numero, sequencia }) => [numero, sequencia])).toEqual([
      [1, 9],
      [2, 4],
      [3, 1],
    ]);
  });

  it.each([
    ["nothing", null],
    ["another version", { ...estado(), versao: 2 }],
    ["a day that does not exist", { ...estado(), inicio: "2027-02-30" }],
    ["a member it does not know", { ...estado(), motivo: "x" }],
    ["an event without a number", estado({ ...evento(1, 1), numero: 0 })],
  ])("refuses %s and keeps what it had", (_, valor) => {
    const guarda = createGuardaDoCalendario();
    guarda.guardar(estado(evento(1, 9)));
    expect(guarda.adotar(valor)).toBe(false);
    expect(guarda.ler("2027-01-01")).toEqual(estado(evento(1, 9)));
  });
});
