import { describe, expect, it } from "vitest";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { cobrir, cobrirPeriodos, linhasSemRealizacao, maisNecessitados, partesDa } from "../../../src/core/pacto/index.ts";
import { A, ANO, B, BASE, C, colunasDe, D, E, estrategia, HOJE, linha, LINHAS, PACTO } from "./caso.ts";

const pedido = { ...colunasDe(), pacto: PACTO, base: BASE, hoje: HOJE };
const doAno = cobrir({ ...pedido, periodo: ANO });
const { foraDoPlano, naoClassificado } = pedido.classes;

const casa = (i: number): unknown => ({
  realizados: doAno.realizados[i],
  previstos: doAno.previstos[i],
  naModalidade: doAno.naModalidade[i],
  outra: doAno.porOutraEstrategia[i],
  municipios: doAno.municipios[i],
  necessitados: doAno.necessitados[i],
  populacao: doAno.populacao[i],
  participantes: doAno.participantes[i],
  semParticipantes: doAno.semParticipantes[i],
});

describe("the coverage of the year", () => {
  it("of the visits (art. 7, first line): V1 in A with 10 people and V2 in B, who did not say how many", () => {
    expect(casa(linha("visitas-tecnicas"))).toEqual({ realizados: 2, previstos: 0, naModalidade: 2, outra: 0, municipios: 2, necessitados: 2, populacao: 3000, participantes: 10, semParticipantes: 1 });
  });

  it("of the Benefícios Eventuais (art. 7, Web Encontro, online): E1 online in A, C and D, E2 on site in C, and an e-mail to E that is no Web Encontro", () => {
    // Municipalities A, C, D; of A, B, E only A is in the third; 1,000 + 3,000 + 4,000; 5 + 7 + 0 + 3 people.
    expect(casa(linha("beneficios-eventuais"))).toEqual({ realizados: 2, previstos: 0, naModalidade: 1, outra: 1, municipios: 3, necessitados: 1, populacao: 8000, participantes: 15, semParticipantes: 0 });
    expect(partesDa(doAno, linha("beneficios-eventuais"))).toEqual({ municipios: 3 / 5, populacao: 0.8, necessitados: 1 / 3 });
  });

  it("of the PETI seminar: planned for 10 December in two municipalities, one event", () => {
    expect(casa(linha("peti"))).toMatchObject({ realizados: 0, previstos: 1, municipios: 0 });
  });

  it("keeps apart what is out of the plan and what is unclassified, by any strategy", () => {
    expect(casa(foraDoPlano)).toEqual({ realizados: 1, previstos: 0, naModalidade: 0, outra: 0, municipios: 1, necessitados: 0, populacao: 4000, participantes: 20, semParticipantes: 0 });
    expect(casa(naoClassificado)).toEqual({ realizados: 2, previstos: 0, naModalidade: 0, outra: 0, municipios: 2, necessitados: 1, populacao: 5000, participantes: 6, semParticipantes: 0 });
  });

  it("sums to everything once: nine events, five municipalities, 52 people", () => {
    // V1, V2, E1, E2, W1, F1, N1, N2, M4; 10 + 15 + 1 + 20 + 6 people; V2 and M4 say no number.
    expect(casa(doAno.total)).toEqual({ realizados: 9, previstos: 1, naModalidade: 0, outra: 0, municipios: 5, necessitados: 3, populacao: 10000, participantes: 52, semParticipantes: 2 });
    expect(doAno.base).toEqual({ municipios: 5, necessitados: 3, populacao: 10000, semPopulacao: 1 });
    expect([doAno.deFora, doAno.previstosSemDia, doAno.noFuturo, doAno.cancelados]).toEqual([1, 1, 0, 0]);
  });

  it("crosses strategies with lines, an unknown strategy in a column of its own", () => {
    const colunas = PACTO.estrategias.length + 1;
    const em = (i: number, id: string): number | undefined => doAno.porEstrategia[i * colunas + estrategia(id)];
    expect(["encontro", "videoconferencia", "email-telefone-mensagem", "visita-tecnica"].map((id) => em(linha("beneficios-eventuais"), id))).toEqual([1, 1, 1, 0]);
    expect(em(linha("monitoramento-avaliacao"), "monitoramento")).toBe(1);
    expect(doAno.porEstrategia[naoClassificado * colunas + colunas - 1]).toBe(1);
    expect(doAno.porEstrategia.subarray(doAno.total * colunas).reduce((a, b) => a + b)).toBe(9);
  });

  it("crosses lines with municipalities", () => {
    const em = (i: number): number[] => [A, B, C, D, E].map((m) => doAno.porMunicipio[i * 5 + m] ?? -1);
    expect(em(linha("beneficios-eventuais"))).toEqual([1, 0, 2, 1, 0]);
    // A: V1 and E1; B: V2 and N1; C: E1, E2, N2 and M4; D: E1 and F1; E: W1.
    expect(em(doAno.total)).toEqual([2, 2, 4, 2, 1]);
  });

  it("names the eighteen lines with nothing held, with what is planned and what was done otherwise", () => {
    const sem = linhasSemRealizacao(doAno, PACTO);
    expect(sem).toHaveLength(18);
    expect(sem.find((item) => item.linha === linha("peti"))).toEqual({ linha: linha("peti"), previstos: 1, porOutraEstrategia: 0 });
    // M4 is monitoring by data on the theme of the workshop of art. 7: not the workshop.
    expect(sem.find((item) => item.linha === linha("monitoramento-avaliacao"))).toEqual({ linha: linha("monitoramento-avaliacao"), previstos: 0, porOutraEstrategia: 1 });
  });
});

describe("the coverage", () => {
  it("of each month counts the events of its days, the last included", () => {
    const meses = [["2022-04-04", "2022-04-06"], ["2022-06-15", "2022-06-15"], ["2022-06-16", "2022-07-31"]] as const;
    const series = cobrirPeriodos(pedido, meses.map(([de, ate]) => ({ de: diaDe(de), ate: diaDe(ate) })));
    expect(series.map((um) => um.realizados[um.total])).toEqual([3, 1, 0]);
  });

  it("of a filter is measured against the municipalities inside it", () => {
    const so = cobrir({ ...pedido, periodo: ANO, base: { ...BASE, dentro: Uint8Array.of(0, 0, 1, 1, 0) } });
    expect(so.base).toEqual({ municipios: 2, necessitados: 0, populacao: 7000, semPopulacao: 0 });
    expect(partesDa(so, linha("beneficios-eventuais"))).toEqual({ municipios: 1, populacao: 1, necessitados: null });
    expect(so.participantes[linha("beneficios-eventuais")]).toBe(10);
  });

  it("of a record that says what was held counts neither what was cancelled nor what was held on a day to come", () => {
    const base = { ...LINHAS[0], data: "2022-03-10", codigo: 1 } as (typeof LINHAS)[number];
    const { colunas, classes } = colunasDe([
      { ...base, apoio: "1", situacao: "realizado" },
      { ...base, apoio: "2", situacao: "cancelado" },
      { ...base, apoio: "3", situacao: "previsto" },
      { ...base, apoio: "4", situacao: "realizado", data: "2022-12-01" },
      { ...base, apoio: "5", situacao: null, data: "2022-11-30" },
    ]);
    const c = cobrir({ ...pedido, colunas, classes, periodo: ANO });
    expect([c.realizados[c.total], c.previstos[c.total], c.cancelados, c.noFuturo]).toEqual([2, 1, 1, 1]);
  });

  it("refuses columns that do not match", () => {
    expect(() => cobrir({ ...pedido, classes: colunasDe([]).classes, periodo: ANO })).toThrow("18 rows of support and 0 classes");
    expect(() => cobrir({ ...pedido, base: { ...BASE, municipios: 4 }, periodo: ANO })).toThrow(RangeError);
  });
});

describe("the most-in-need third", () => {
  it("is ceil(m / 3) of those with a score, and whoever ties with the last", () => {
    expect([...maisNecessitados([90, 80, 50, 20, 80])]).toEqual([1, 1, 0, 0, 1]);
    expect([...maisNecessitados([1, 2, 3, null, 4, 5, 6])]).toEqual([0, 0, 0, 0, 0, 1, 1]);
    expect([...maisNecessitados([null, null])]).toEqual([0, 0]);
  });
});
