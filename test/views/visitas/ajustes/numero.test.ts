import { describe, expect, it } from "vitest";
import { numeroDigitado, numeroParaDigitar } from "../../../../src/views/visitas/ajustes/numero.ts";

describe("a number that is typed", () => {
  it.each([
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["0,002", 0.002],
    ["20.000", 20_000],
    ["1.200,5", 1200.5],
    [" 8 ", 8],
    ["-3", -3],
  ])("%s is %d", (texto, numero) => {
    expect(numeroDigitado(texto)).toBe(numero);
  });

  it.each(["", "abc", "1,2,3", "1e3", "8h", "Infinity"])("“%s” is none", (texto) => {
    expect(numeroDigitado(texto)).toBeNull();
  });

  it("is shown so that it reads back the same", () => {
    for (const numero of [0.002, 1.5, 20_000, 1000, 60]) expect(numeroDigitado(numeroParaDigitar(numero))).toBe(numero);
  });
});
