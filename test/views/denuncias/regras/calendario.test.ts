import { describe, expect, it } from "vitest";
import type { DiaParado } from "../../../../src/core/denuncias/calendario.ts";
import { anosDe, linhasDoCalendario } from "../../../../src/views/denuncias/regras/calendario.ts";
import { criarCalendario, lerCalendarioGuardado, type GuardaDoCalendario } from "../../../../src/views/denuncias/regras/calendario-store.ts";

const NATAL: DiaParado = { inicio: "2026-12-25", fim: "2026-12-25", tipo: "feriado", nome: "Natal", municipio: null };
const RECESSO: DiaParado = { inicio: "2026-12-20", fim: "2027-01-20", tipo: "suspensao", nome: "Recesso", municipio: null };

describe("the calendar of a year", () => {
  it("has a period that crosses the year in both years, in order, each with where it comes from", () => {
    const linhas = (ano: number) => linhasDoCalendario([NATAL, RECESSO], [RECESSO], ano, "meu.csv").map(({ nome, de }) => `${nome}: ${de}`);
    expect(linhas(2026)).toEqual(["Recesso: meu.csv", "Natal: feriados nacionais e estaduais"]);
    expect(linhas(2027)).toEqual(["Recesso: meu.csv"]);
    expect(anosDe([NATAL, RECESSO])).toEqual([2026, 2027]);
  });
});

/** A browser's storage as a text, or one that keeps nothing. */
function guarda(texto: string | null, aceita = true): GuardaDoCalendario & { readonly tem: () => string | null } {
  let guardado = texto;
  return {
    tem: () => guardado,
    ler: () => guardado,
    gravar: (novo) => {
      if (aceita) guardado = novo;
      return aceita;
    },
  };
}

describe("the user's calendar", () => {
  it("comes back as it went, and goes away whole", () => {
    const lugar = guarda(null);
    criarCalendario(lugar).usar({ arquivo: "meu.csv", dias: [RECESSO] });
    const outra = criarCalendario(lugar);
    expect(outra.estado()).toEqual({ calendario: { arquivo: "meu.csv", dias: [RECESSO] }, guarda: true });
    outra.usar(null);
    expect(lugar.tem()).toBeNull();
    expect(criarCalendario(lugar).estado().calendario).toBeNull();
  });

  it("is in use, and says it is not kept, where the browser keeps nothing", () => {
    const store = criarCalendario(guarda(null, false));
    store.usar({ arquivo: "meu.csv", dias: [NATAL] });
    expect(store.estado()).toEqual({ calendario: { arquivo: "meu.csv", dias: [NATAL] }, guarda: false });
  });

  it.each([
    ["not JSON", "{"],
    ["another shape", "[1]"],
    ["a day that does not exist", JSON.stringify({ arquivo: "a", dias: [{ ...NATAL, fim: "2026-02-30" }] })],
    ["a period that ends before it begins", JSON.stringify({ arquivo: "a", dias: [{ ...RECESSO, fim: "2026-12-01" }] })],
    ["an unknown kind", JSON.stringify({ arquivo: "a", dias: [{ ...NATAL, tipo: "folga" }] })],
    ["a municipality that is text", JSON.stringify({ arquivo: "a", dias: [{ ...NATAL, municipio: "5103403" }] })],
  ])("is not read back from %s", (_, texto) => {
    expect(lerCalendarioGuardado(texto)).toBeNull();
    expect(criarCalendario(guarda(texto)).estado().calendario).toBeNull();
  });
});
