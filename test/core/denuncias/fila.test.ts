import { describe, expect, it } from "vitest";
import { faltamPara, linhaDaFila, ordenarFila, resumir } from "../../../src/core/denuncias/fila.ts";
import { SEM_CODIGO } from "../../../src/core/denuncias/passos.ts";
import { EXEMPLO, HOJE } from "./exemplo.ts";
import { mesaDe } from "./mesa.ts";

const MESA = mesaDe(EXEMPLO, HOJE);
const TODOS = new Uint8Array(EXEMPLO.length).fill(1);
const [RESPOSTA, MANIFESTACAO] = [0, 1];

describe("resumir", () => {
  it("counts the open cases by the state of their most urgent term", () => {
    expect(resumir(MESA, TODOS, [])).toEqual({
      casos: 7,
      abertos: 5,
      encerrados: 2,
      apensadas: 1,
      comInconsistencia: 1,
      porEstadoDoPrazo: {
        "nao-se-aplica": 0,
        cumprido: 0,
        "cumprido-fora": 0,
        "no-prazo": 0,
        "vence-logo": 1,
        vencido: 3,
        "sem-como-contar": 1,
        encerrado: 0,
      },
      semPrazo: 0,
      divididos: 1,
      porEspera: { ouvidoria: 2, estado: 0, municipio: 3, ninguem: 0, principal: 0 },
    });
  });

  it("looks only at the chosen terms", () => {
    const resumo = resumir(MESA, TODOS, [MANIFESTACAO]);
    expect(resumo.porEstadoDoPrazo).toMatchObject({ vencido: 2, "vence-logo": 1, "no-prazo": 0, "sem-como-contar": 0 });
    // Cases 0 and 5 were not notified; 1 is near its day by one count and far by the other, as 7 is past and near.
    expect(resumo).toMatchObject({ semPrazo: 2, divididos: 2 });
  });

  it("counts each open case under one state of term or none", () => {
    for (const prazos of [[], [RESPOSTA], [MANIFESTACAO], [2, 3]]) {
      const { abertos, semPrazo, porEstadoDoPrazo } = resumir(MESA, TODOS, prazos);
      expect(Object.values(porEstadoDoPrazo).reduce((a, b) => a + b, semPrazo)).toBe(abertos);
    }
  });

  it("counts nothing in an empty selection", () => {
    expect(resumir(MESA, new Uint8Array(EXEMPLO.length), [])).toMatchObject({ casos: 0, abertos: 0, apensadas: 0, comInconsistencia: 0 });
  });
});

describe("ordenarFila", () => {
  it("puts the earliest due day first, of equals the older registration, and last what cannot be counted", () => {
    // Due 23 Sep, 27 Oct (registered 1 Oct), 27 Oct (10 Oct), 4 Nov, none.
    expect([...ordenarFila(MESA, TODOS, "urgencia", [])]).toEqual([2, 7, 1, 0, 5]);
  });

  it("goes by the house's rule where there is one", () => {
    // By business days case 7 falls due on 3 Nov.
    expect([...ordenarFila(mesaDe(EXEMPLO, HOJE, "uteis"), TODOS, "urgencia", [])]).toEqual([2, 1, 7, 0, 5]);
  });

  it("goes by the chosen terms, and puts cases without one after those that cannot be counted", () => {
    expect([...ordenarFila(MESA, TODOS, "urgencia", [MANIFESTACAO])]).toEqual([2, 7, 1, 0, 5]);
    expect([...ordenarFila(MESA, TODOS, "urgencia", [RESPOSTA])]).toEqual([1, 0, 5, 2, 7]);
  });

  it("orders by registration, the case without one last, and by a rank given", () => {
    expect([...ordenarFila(MESA, TODOS, "registro", [])]).toEqual([2, 7, 1, 0, 5]);
    expect([...ordenarFila(MESA, TODOS, Int32Array.of(5, 4, 3, 0, 0, 2, 0, 1), [])]).toEqual([7, 5, 2, 1, 0]);
  });

  it("keeps to the selection", () => {
    expect([...ordenarFila(MESA, Uint8Array.of(1, 0, 0, 1, 1, 0, 0, 1), "urgencia", [])]).toEqual([7, 0]);
  });

  it("keeps equals in the order of the extract, however many they are", () => {
    const iguais = Array.from({ length: 2000 }, () => ({ registro: "2025-10-20" }));
    const fila = ordenarFila(mesaDe(iguais, HOJE), new Uint8Array(2000).fill(1), "urgencia", []);
    expect(fila.every((caso, i) => caso === i)).toBe(true);
  });
});

describe("linhaDaFila", () => {
  it("stands for the most urgent term, with the apensadas that count through the case", () => {
    expect(linhaDaFila(MESA, 2, [])).toEqual({ caso: 2, prazo: MANIFESTACAO, superintendencia: SEM_CODIGO, distribuida: false, apensadas: 1, inconsistencias: 0 });
    expect(linhaDaFila(MESA, 1, [])).toMatchObject({ prazo: RESPOSTA });
    expect(linhaDaFila(MESA, 1, [MANIFESTACAO])).toMatchObject({ prazo: MANIFESTACAO });
    expect(linhaDaFila(MESA, 5, [])).toMatchObject({ prazo: RESPOSTA, inconsistencias: 1 });
  });

  it("stands for no term when the case is closed", () => {
    expect(linhaDaFila(MESA, 6, [])).toMatchObject({ prazo: SEM_CODIGO, distribuida: true });
  });
});

describe("faltamPara", () => {
  it("counts the days to the day in force, below zero when it is past, and null when nothing is pending", () => {
    expect(faltamPara(MESA, 0, RESPOSTA)).toBe(4);
    expect(faltamPara(MESA, 1, RESPOSTA)).toBe(-4);
    expect(faltamPara(MESA, 7, MANIFESTACAO)).toBe(-4);
    expect(faltamPara(mesaDe(EXEMPLO, HOJE, "uteis"), 7, MANIFESTACAO)).toBe(3);
    expect(faltamPara(MESA, 7, RESPOSTA)).toBeNull();
    expect(faltamPara(MESA, 5, RESPOSTA)).toBeNull();
  });
});
