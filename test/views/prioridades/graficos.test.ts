import { describe, expect, it } from "vitest";
import { faixasDe, leituraHistograma } from "../../../src/views/prioridades/histograma.ts";
import { medidaIndicador, type Medida } from "../../../src/views/prioridades/medida.ts";
import { anoDe, comLacunas, leituraSerie, pontosDe, type PontoSerie } from "../../../src/views/prioridades/serie.ts";
import { CATALOGO, COLUNAS, FONTES, MUNICIPIOS } from "./fixture.ts";

function medidaDe(id: string, valores?: readonly (number | null)[]): Medida {
  const indicador = CATALOGO.find((i) => i.id === id);
  const coluna = COLUNAS.find((c) => c.indicador === id);
  if (indicador === undefined || coluna === undefined) throw new Error(id);
  const municipios = Array.from({ length: valores?.length ?? 6 }, (_, i) => ({ ...(MUNICIPIOS[0] ?? never()), codigo: i + 1 }));
  return medidaIndicador(indicador, { ...coluna, valores: valores ?? coluna.valores }, municipios, FONTES);
}

function never(): never {
  throw new Error("empty fixture");
}

describe("histogram", () => {
  it("counts every figure once, in bins on round limits", () => {
    const valores = Array.from({ length: 100 }, (_, i) => i * 0.37);
    const faixas = faixasDe(medidaDe("vulnerabilidade", [...valores, null]));
    expect(faixas.reduce((soma, { contagem }) => soma + contagem, 0)).toBe(100);
    // 36.63 / 24 = 1.53 → step 2
    expect(faixas[0]).toMatchObject({ min: 0, max: 2, rotulo: "0,0 a menos de 2,0", contagem: 6 });
    expect(faixas.at(-1)).toMatchObject({ min: 36, max: 38 });
  });

  it("gives a bar to each answer of a coded indicator", () => {
    expect(faixasDe(medidaDe("fundo")).map(({ rotulo, contagem }) => [rotulo, contagem])).toEqual([
      ["Não", 2],
      ["Sim", 4],
    ]);
  });

  it("draws one bar when all figures are equal and none when there is none", () => {
    expect(faixasDe(medidaDe("vulnerabilidade", [5, 5, 5]))).toMatchObject([{ contagem: 3 }]);
    expect(faixasDe(medidaDe("vulnerabilidade", [null, null]))).toEqual([]);
  });

  it("reads out the fullest bin", () => {
    const medida = medidaDe("fundo");
    expect(leituraHistograma(medida, faixasDe(medida))).toBe("A faixa mais frequente é Sim: 4 municípios.");
  });
});

const ponto = (periodo: string, valor: number | null, mediana: number | null = 2): PontoSerie => ({
  periodo,
  ano: anoDe(periodo),
  valor,
  mediana,
  p25: mediana,
  p75: mediana,
});

describe("series", () => {
  it("places years, months and quarters on one axis", () => {
    expect(anoDe("2023")).toBe(2023);
    expect(anoDe("2026-07")).toBe(2026.5);
    expect(anoDe("2023-T3")).toBe(2023.5);
  });

  it("breaks where the source published nothing", () => {
    const pontos = pontosDe([
      { periodo: "2021", valor: 3, p25: 1, mediana: 2, p75: 3, municipios: 141 },
      { periodo: "2018", valor: null, p25: 1, mediana: 2, p75: 3, municipios: 140 },
    ]);
    expect(pontos.map(({ periodo, valor, mediana }) => [periodo, valor, mediana])).toEqual([
      ["2018", null, 2],
      ["2019", null, null],
      ["2020", null, null],
      ["2021", 3, 2],
    ]);
  });

  it("does not invent months between published ones", () => {
    expect(comLacunas([ponto("2026-06", 1), ponto("2026-01", 2)]).map(({ periodo }) => periodo)).toEqual(["2026-01", "2026-06"]);
  });

  it("reads out first, last, median and how many periods have none", () => {
    const medida = medidaDe("rede");
    expect(leituraSerie([ponto("2019", 1), ponto("2020", null), ponto("2021", 4, 3)], "Divisa", medida)).toBe(
      "Divisa foi de 1 em 2019 a 4 em 2021; a mediana do estado era 3; 1 período sem dado.",
    );
    expect(leituraSerie([ponto("2019", null)], "Divisa", medida)).toBe("Divisa não tem dado em nenhum período.");
  });
});
