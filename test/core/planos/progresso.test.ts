import { describe, expect, it } from "vitest";
import { contarPlanos, estadoDaAcao, planosDasLinhas, planosPorMunicipio, progressoDe, resumirPlanos } from "../../../src/core/planos/index.ts";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { A, B, C, HOJE, linha, LINHAS } from "./caso.ts";

const contar = (linhas = LINHAS, hoje = HOJE) => contarPlanos(planosDasLinhas(linhas).planos, hoje);
const doPlano = (numero: string) => contar().find(({ plano }) => plano.numero === numero);

describe("an action", () => {
  const em = (prazo: string | null, conclusao: string | null, hoje = HOJE) => estadoDaAcao({ prazo, conclusao }, diaDe(hoje));

  it("is in time on the day it is due, and late the day after", () => {
    expect(em("2026-03-01", null)).toEqual({ situacao: "no-prazo", atraso: null, faltam: 0, concluidaComAtraso: null });
    expect(em("2026-03-01", null, "2026-03-02")).toEqual({ situacao: "atrasada", atraso: 1, faltam: null, concluidaComAtraso: null });
  });

  it("counts the leap day in its days past the deadline", () => {
    // 28/02/2024 → 01/03/2024: the 29th and the 1st.
    expect(em("2024-02-28", null, "2024-03-01").atraso).toBe(2);
    expect(em("2026-02-28", null, "2026-03-01").atraso).toBe(1);
  });

  it("is done when done by today, in time on the very day of the deadline", () => {
    expect(em("2026-01-10", "2026-01-10")).toEqual({ situacao: "concluida", atraso: null, faltam: null, concluidaComAtraso: null });
    expect(em("2026-01-10", "2026-01-13").concluidaComAtraso).toBe(3);
    expect(em(null, HOJE).situacao).toBe("concluida");
  });

  it("is not done by a conclusion on a day to come", () => {
    expect(em("2026-02-01", "2026-03-02")).toEqual({ situacao: "atrasada", atraso: 28, faltam: null, concluidaComAtraso: null });
    expect(em(null, "2026-03-02").situacao).toBe("sem-prazo");
  });
});

describe("a plan", () => {
  it("is concluded only when every action is (art. 6 §3)", () => {
    expect(doPlano("P1")).toMatchObject({ situacao: "em-andamento", acoes: 3, concluidas: 2, atrasadas: 1, maiorAtraso: 1 });
    expect(doPlano("P2")).toMatchObject({ situacao: "concluido", acoes: 2, concluidas: 2 });
  });

  it("without actions is not concluded", () => {
    const [plano] = planosDasLinhas(LINHAS).planos;
    expect(plano).toBeDefined();
    expect(contarPlanos(plano === undefined ? [] : [{ ...plano, acoes: [] }], HOJE)[0]?.situacao).toBe("sem-acoes");
  });

  it("waits for the CMAS, then for the CIB (art. 6 §1), and a Plano de Apoio for neither", () => {
    expect(["P1", "P2", "P3", "E1"].map((numero) => doPlano(numero)?.espera)).toEqual([null, "cmas", "cib", null]);
  });

  it("still waits for an approval or a pact on a day to come", () => {
    const marcado = contar([linha("X", A, "1", { aprovacaoCmas: "2026-03-02", pactuacaoCib: "2026-03-02" }), linha("Y", A, "1", { pactuacaoCib: "2026-03-02" })]);
    expect(marcado.map(({ espera }) => espera)).toEqual(["cmas", "cib"]);
  });
});

describe("progress", () => {
  it("of each municipality comes by days past the deadline", () => {
    expect(planosPorMunicipio(contar())).toEqual([
      { municipio: C, planos: 1, concluidos: 0, semAcoes: 0, aguardamCmas: 0, aguardamCib: 0, acoes: 1, concluidas: 0, atrasadas: 1, noPrazo: 0, semPrazo: 0, maiorAtraso: 365 },
      { municipio: B, planos: 2, concluidos: 0, semAcoes: 0, aguardamCmas: 0, aguardamCib: 1, acoes: 4, concluidas: 1, atrasadas: 1, noPrazo: 1, semPrazo: 1, maiorAtraso: 59 },
      { municipio: A, planos: 2, concluidos: 1, semAcoes: 0, aguardamCmas: 1, aguardamCib: 0, acoes: 5, concluidas: 4, atrasadas: 1, noPrazo: 0, semPrazo: 0, maiorAtraso: 1 },
    ]);
  });

  it("of all is the sum of that of the municipalities", () => {
    const planos = contar();
    const porMunicipio = planosPorMunicipio(planos);
    const soma = (de: (linha: (typeof porMunicipio)[number]) => number): number => porMunicipio.reduce((ate, cada) => ate + de(cada), 0);
    const tudo = resumirPlanos(planos);
    expect(tudo).toMatchObject({ planos: 5, concluidos: 1, acoes: 10, concluidas: 5, atrasadas: 3, noPrazo: 1, semPrazo: 1, maiorAtraso: 365 });
    expect([soma(({ planos: n }) => n), soma(({ acoes }) => acoes), soma(({ atrasadas }) => atrasadas)]).toEqual([tudo.planos, tudo.acoes, tudo.atrasadas]);
  });

  it("puts each action in exactly one state, whatever the dates", () => {
    const dias = [null, "2025-05-01", "2026-02-28", "2026-03-01", "2026-03-02"];
    const todas = dias.flatMap((prazo) => dias.map((conclusao) => ({ prazo, conclusao })));
    const linhas = todas.map((cada, i) => linha("P", A, String(i), cada));
    const [plano] = contar(linhas);
    const { acoes, concluidas, atrasadas, noPrazo, semPrazo } = progressoDe(plano?.contadas ?? []);
    expect(acoes).toBe(25);
    expect(concluidas + atrasadas + noPrazo + semPrazo).toBe(25);
    // Done: conclusions of 01/05, 28/02 and 01/03, with any of the 5 deadlines.
    expect(concluidas).toBe(15);
    // Of the other 10 (no conclusion, or tomorrow): deadlines none → 2, before today (2 of them) → 4, today or tomorrow → 4.
    expect([semPrazo, atrasadas, noPrazo]).toEqual([2, 4, 4]);
  });
});
