import { describe, expect, it } from "vitest";
import type { FiltroDeCasos } from "../../../../src/data/denuncias/perguntas.ts";
import { filtroDasSeries, lugaresDe, mesDoTeste, mesesFechados, temFiltroDeLado } from "../../../../src/views/denuncias/alertas/pedido.ts";
import type { Municipio } from "../../../../src/core/municipio.ts";

const FILTRO: FiltroDeCasos = {
  de: "2026-01",
  ate: null,
  canais: ["presencial"],
  temas: ["bpc"],
  municipios: [9900001],
  superintendencias: ["servicos"],
  esperas: ["municipio"],
  prazos: ["resposta"],
  estadosDoPrazo: ["vencido"],
};

describe("what the series are asked with", () => {
  it("keeps place, channel, theme and office, and leaves aside what would cut the base or look at today", () => {
    expect(filtroDasSeries(FILTRO)).toEqual({ ...FILTRO, de: null, esperas: [], prazos: [], estadosDoPrazo: [] });
    expect(temFiltroDeLado(FILTRO)).toBe(true);
    expect(temFiltroDeLado(filtroDasSeries(FILTRO))).toBe(false);
  });

  it("takes the municipalities of the filter as places, or all of them", () => {
    const municipio = (codigo: number, regiao: number | null): Municipio => ({
      codigo,
      nome: String(codigo),
      regiaoImediata: regiao === null ? null : { codigo: regiao, nome: "R" },
      regiaoIntermediaria: null,
      sede: null,
      areaKm2: null,
      populacao: 1_000,
      anoCenso: 2022,
      porte: null,
    });
    const todos = [municipio(9900001, 990001), municipio(9900002, null)];
    expect(lugaresDe(todos, FILTRO)).toEqual([{ codigo: 9900001, populacao: 1_000, regiao: 990001 }]);
    expect(lugaresDe(todos, { municipios: null }).map(({ regiao }) => regiao)).toEqual([990001, null]);
  });
});

describe("the month tested", () => {
  const meses = ["2026-08", "2026-09", "2026-10"];

  it("is one that is over on the day counted as today, its last day included", () => {
    expect(mesesFechados(meses, "2026-10-30")).toEqual(["2026-08", "2026-09"]);
    expect(mesesFechados(meses, "2026-10-31")).toEqual(meses);
    expect(mesesFechados(meses, "2026-08-30")).toEqual([]);
  });

  it("is that of the address where it may be tested, or the last that may", () => {
    expect(mesDoTeste("2026-08", meses)).toBe("2026-08");
    expect(mesDoTeste("2020-01", meses)).toBe("2026-10");
    expect(mesDoTeste(null, meses)).toBe("2026-10");
    expect(mesDoTeste(null, [])).toBeNull();
  });
});
