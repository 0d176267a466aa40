import { describe, expect, it } from "vitest";
import { responderDemanda, type LinhaDeApoio } from "../../../src/core/pacto/index.ts";
import { ANO, colunasDe, HOJE, LINHAS } from "./caso.ts";

const { colunas } = colunasDe();

describe("the response to demand", () => {
  it("has five requests in the year: three answered in 12, 31 and 1 days, two open", () => {
    // V2: 20 April to 2 May; E2: 1 July to 1 August; W1: a day. P1 was asked for by A on
    // 1 October, 60 days ago; P2 by D on 20 November, 10 days ago.
    // p90 of 1, 12, 31: 12 + 0.8 × 19 = 27.2.
    const resposta = responderDemanda({ colunas, municipios: 5, dentro: null, periodo: ANO, hoje: HOJE });
    expect(resposta).toMatchObject({ pedidos: 5, respondidos: 3, emAberto: 2, cancelados: 0, medianaDias: 12, maiorEsperaDias: 60, semData: 0, incoerentes: 0 });
    expect(resposta.p90Dias).toBeCloseTo(27.2, 12);
    expect([...resposta.pedidosPorMunicipio]).toEqual([1, 1, 1, 1, 1]);
    expect([...resposta.respondidosPorMunicipio]).toEqual([0, 1, 1, 0, 1]);
    expect([...resposta.emAbertoPorMunicipio]).toEqual([1, 0, 0, 1, 0]);
  });

  it("is not owed to who asked for what was called off", () => {
    const base = { ...LINHAS[1], codigo: 1, data: null, dataSolicitacao: "2022-04-02" } as LinhaDeApoio;
    const { colunas: doisPedidos } = colunasDe([
      { ...base, apoio: "1", situacao: "cancelado" },
      { ...base, apoio: "2", situacao: "previsto" },
    ]);
    const resposta = responderDemanda({ colunas: doisPedidos, municipios: 5, dentro: null, periodo: ANO, hoje: HOJE });
    expect(resposta).toMatchObject({ pedidos: 2, cancelados: 1, emAberto: 1 });
    expect(resposta.emAbertoPorMunicipio.reduce((soma, um) => soma + um, 0)).toBe(1);
  });

  it("has no median without an answer", () => {
    const resposta = responderDemanda({ colunas, municipios: 5, dentro: Uint8Array.of(1, 0, 0, 1, 0), periodo: ANO, hoje: HOJE });
    expect(resposta).toMatchObject({ pedidos: 2, respondidos: 0, medianaDias: null, p90Dias: null, maiorEsperaDias: 60 });
  });

  it("counts apart what cannot be counted", () => {
    const base = { ...LINHAS[1], codigo: 1 } as LinhaDeApoio;
    const estranhos = colunasDe([
      { ...base, apoio: "1", dataSolicitacao: null },
      { ...base, apoio: "2", data: "2022-04-01", dataSolicitacao: "2022-04-02" },
      { ...base, apoio: "3", data: null, dataSolicitacao: "2022-12-01" },
      { ...base, apoio: "4", dataSolicitacao: "2022-04-02", situacao: "cancelado" },
      { ...base, apoio: "5", data: "2022-05-02", dataSolicitacao: "2022-05-02" },
      { ...base, apoio: "6", dataSolicitacao: "2021-04-02" },
    ]).colunas;
    const resposta = responderDemanda({ colunas: estranhos, municipios: 5, dentro: null, periodo: ANO, hoje: HOJE });
    expect(resposta).toMatchObject({ pedidos: 2, respondidos: 1, emAberto: 0, cancelados: 1, semData: 1, incoerentes: 2, medianaDias: 0, maiorEsperaDias: null });
  });
});
