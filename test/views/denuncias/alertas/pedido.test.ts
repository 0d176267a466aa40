import { describe, expect, it } from "vitest";
import type { FiltroDeCasos } from "../../../../src/data/denuncias/perguntas.ts";
import { filtroDasSeries, lugaresDe, mesDoTeste, mesesFechados, temFiltroDeLado } from "../../../../src/views/denuncias/alertas/pedido.ts";
import { PADRAO, type Estado } from "../../../../src/views/denuncias/estado.ts";
import { filtrosEmPalavras } from "../../../../src/views/denuncias/filtros/filtro.ts";
import { cabecalhoDosAlertas } from "../../../../src/views/denuncias/alertas/cabecalho.ts";
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

describe("the head of an export", () => {
  it("says the filters the series take, the month, the method, that it is internal, and the rules of the page", () => {
    const estado: Estado = { ...PADRAO, de: "2026-01", esperas: ["municipio"], canais: ["presencial"] };
    const nomes = { municipios: [], nomesRegioes: new Map<number, string>(), doTerritorio: { prazos: [], superintendencias: [] } };
    const daPagina = { titulo: "T", fontes: ["f"], filtros: [...filtrosEmPalavras(estado, nomes), "hoje: 31/10/2026", "contagem: …"], dataReferencia: "2026-10-31", demonstracao: true };
    expect(cabecalhoDosAlertas(daPagina, { estado, nomes, hoje: "2026-10-31", mes: "2026-10", metodo: "poisson" })).toEqual({
      ...daPagina,
      filtros: [
        "canal: Presencial, no protocolo",
        "mês testado: outubro de 2026, visto em 31/10/2026",
        "método: Carta c/u com limites exatos de Poisson (distribuição de Poisson, calculada exatamente)",
        "uso interno: números pequenos de denúncias não são publicados",
        "hoje: 31/10/2026",
        "contagem: …",
      ],
    });
  });
});
