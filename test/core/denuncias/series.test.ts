import { describe, expect, it } from "vitest";
import { textoDoMes } from "../../../src/core/denuncias/dia.ts";
import { contarSeries } from "../../../src/core/denuncias/series.ts";
import { EXEMPLO, HOJE } from "./exemplo.ts";
import { mesaDe } from "./mesa.ts";

const todos = (n: number): Uint8Array => new Uint8Array(n).fill(1);

describe("contarSeries", () => {
  it("counts registrations by month, municipality and theme, empty months included", () => {
    const serie = contarSeries(mesaDe(EXEMPLO, HOJE), todos(EXEMPLO.length));
    expect([textoDoMes(serie.primeiroMes), serie.meses]).toEqual(["2025-06", 5]);
    expect([...serie.municipio].map((municipio, g) => [municipio, serie.tema[g], ...serie.contagens.subarray(g * 5, g * 5 + 5)])).toEqual([
      // Municipality and theme, then Jun, Jul, Aug, Sep and Oct: cases 6, 3 and 0; 1; 2, without its apensada; 7. Case 5 has no day.
      [1, 0, 1, 0, 0, 1, 1],
      [2, 1, 0, 0, 0, 0, 1],
      [2, 4, 0, 0, 0, 1, 0],
      [3, 1, 0, 0, 0, 0, 1],
    ]);
  });

  it("goes on to the month of today where nothing was registered in it", () => {
    const serie = contarSeries(mesaDe([{ registro: "2025-08-31" }], HOJE), todos(1));
    expect([...serie.contagens]).toEqual([1, 0, 0]);
  });

  it("leaves out days before SUAS and after today", () => {
    const serie = contarSeries(mesaDe([{ registro: "2004-10-14" }, { registro: "2025-11-01" }], HOJE), todos(2));
    expect([serie.meses, serie.municipio.length, serie.contagens.length]).toEqual([0, 0, 0]);
  });

  it("keeps to the selection", () => {
    const serie = contarSeries(mesaDe(EXEMPLO, HOJE), Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0));
    expect([...serie.municipio, ...serie.contagens]).toEqual([2, 1]);
  });
});
