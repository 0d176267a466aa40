import { describe, expect, it } from "vitest";
import { explainIndex, prepareIndex, rankIndex } from "../../../src/core/priority-index.ts";
import { apportion, painelDe, valoresBrutos, type Contexto } from "../../../src/views/prioridades/explicacao.ts";
import { CATALOGO, COLUNAS, FONTES, MUNICIPIOS, TERRITORIO } from "./fixture.ts";

const prepared = prepareIndex(TERRITORIO.indice, CATALOGO, COLUNAS, MUNICIPIOS);
const contexto: Contexto = {
  indice: TERRITORIO.indice,
  prepared,
  catalogo: CATALOGO,
  colunas: COLUNAS,
  fontes: FONTES,
  municipios: MUNICIPIOS,
};
const painel = (codigo: number, pesos = {}) =>
  painelDe(explainIndex(prepared, pesos, rankIndex(prepared, pesos), codigo), contexto);

describe("apportion", () => {
  it("rounds parts so that they add up to the rounded whole", () => {
    // 3 × 33.333… prints as 33.4 + 33.3 + 33.3 = 100.0
    expect(apportion([100 / 3, 100 / 3, 100 / 3], 1)).toEqual([33.4, 33.3, 33.3]);
    expect(apportion([0.26, 0.26, 0.48], 1)).toEqual([0.3, 0.2, 0.5]);
  });

  it("reaches a whole given from outside", () => {
    expect(apportion([1.04, 1.04], 1, 2.2)).toEqual([1.1, 1.1]);
    expect(apportion([1.04, 1.04], 1, 1.9)).toEqual([1, 0.9]);
  });

  it("gives nothing to what is missing", () => {
    expect(apportion([null, 2.25, null], 1)).toEqual([null, 2.3, null]);
    expect(apportion([null, null], 1)).toEqual([null, null]);
  });
});

describe("panel", () => {
  it("prints points that add up to the printed score, and to each dimension's, whatever the weights", () => {
    for (const pesos of [{}, { social: 7, servicos: 3 }, { social: 1, servicos: 2 }, { social: 0 }]) {
      for (const { codigo } of MUNICIPIOS) {
        const { nota, dimensoes } = painel(codigo, pesos);
        if (nota === null) continue;
        const soma = dimensoes.reduce((s, d) => s + (d.pontos ?? 0), 0);
        expect(soma.toFixed(1)).toBe(nota.toFixed(1));
        for (const d of dimensoes) {
          expect(d.indicadores.reduce((s, i) => s + (i.pontos ?? 0), 0).toFixed(1)).toBe((d.pontos ?? 0).toFixed(1));
        }
      }
    }
  });

  it("shows raw figure, period and direction beside the points", () => {
    const servicos = painel(9900001).dimensoes[1];
    expect(servicos?.indicadores[0]).toEqual({
      id: "rede",
      nome: "Desenvolvimento da rede",
      valor: "1",
      periodo: "2021",
      nota: 100,
      pontos: 20,
      marca: "▼",
    });
    expect(servicos?.indicadores[1]).toMatchObject({ valor: "Não", periodo: "2023", pontos: 20 });
  });

  it("says what is missing and names the source that lacks it", () => {
    expect(painel(9900003).faltas).toEqual([
      {
        id: "rede",
        nome: "Desenvolvimento da rede",
        motivo: "sem dado: a fonte (Censo da Rede) não traz valor para este município",
      },
    ]);
    expect(painel(9900001).faltas).toEqual([]);
  });

  it("tells an indicator that nobody has from one that only this municipality lacks", () => {
    const colunas = COLUNAS.filter(({ indicador }) => indicador !== "rede");
    const outro = prepareIndex(TERRITORIO.indice, CATALOGO, colunas, MUNICIPIOS);
    const { faltas } = painelDe(explainIndex(outro, {}, rankIndex(outro, {}), 9900001), { ...contexto, prepared: outro, colunas });
    expect(faltas[0]?.motivo).toBe("nenhum município tem este dado na base carregada");
  });

  it("gives no points to a municipality without score, and the share it has", () => {
    const { nota, pesoPresente, dimensoes } = painel(9900006);
    expect(nota).toBeNull();
    expect(pesoPresente).toBeCloseTo(20, 10);
    expect(dimensoes.every(({ pontos }) => pontos === null)).toBe(true);
  });
});

describe("raw values", () => {
  it("list every indicator with period and source, blank staying blank", () => {
    const valores = valoresBrutos(9900003, contexto);
    expect(valores.map(({ id, valor, periodo, fonte }) => [id, valor, periodo, fonte])).toEqual([
      ["vulnerabilidade", "30,0\u00a0%", "2023", "Atlas Social"],
      ["rede", null, null, "Censo da Rede"],
      ["fundo", "Sim", "2023", "Censo da Rede"],
      ["populacao", "3.000\u00a0hab.", "2023", "Atlas Social"],
    ]);
  });
});
