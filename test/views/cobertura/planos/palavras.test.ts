import { describe, expect, it } from "vitest";
import { contarPlanos, planosDasLinhas, type DividaDoEstado } from "../../../../src/core/planos/index.ts";
import { conclusaoEmPalavras, fraseDasDividas, fraseDosPlanos, minimoEmPalavras, progressoEmPalavras, situacaoEmPalavras } from "../../../../src/views/cobertura/planos/palavras.ts";
import { A, HOJE, linha, LINHAS } from "../../../core/planos/caso.ts";

const contar = (linhas = LINHAS) => contarPlanos(planosDasLinhas(linhas).planos, HOJE);

describe("the sentence of the plans", () => {
  it("counts the Planos de Providências only, their late actions and whom they wait for", () => {
    // P1, P2, P3 and P4: 3 + 2 + 2 + 1 actions; late are P1's third (1 day) and P4's (365 days).
    expect(fraseDosPlanos(contar(), null)).toBe(
      "4 Planos de Providências de 3 municípios: 1 concluído; 2 de 8 ações passaram do prazo, a mais antiga há 365 dias; esperam 1 pela aprovação do CMAS e 1 pela pactuação na CIB.",
    );
  });

  it("says none where there is none, of the one municipality it is of", () => {
    expect(fraseDosPlanos([], null)).toBe("Nenhum Plano de Providências.");
    expect(fraseDosPlanos([], "Aba")).toBe("Aba: nenhum Plano de Providências.");
    expect(fraseDosPlanos(contar([linha("P", A, "1")]), "Aba")).toBe("Aba: 1 Plano de Providências, nenhum concluído; a sua ação não passou do prazo.");
    expect(fraseDosPlanos(contar([linha("P", A, "1"), linha("P", A, "2")]), "Aba")).toBe("Aba: 1 Plano de Providências, nenhum concluído; nenhuma das 2 ações passou do prazo.");
  });
});

describe("the sentence of the state's debts", () => {
  const divida = (resto: Partial<DividaDoEstado>): DividaDoEstado => ({
    municipio: A,
    acoesAbertas: 0,
    acoesAtrasadas: 0,
    atrasoDaAcao: null,
    minimo: null,
    pedidosEmAberto: null,
    maiorAtraso: null,
    ...resto,
  });

  it("adds up what is past its day, and says how many were never monitored", () => {
    const dividas = [
      divida({ acoesAbertas: 3, acoesAtrasadas: 2 }),
      divida({ minimo: { estado: "vencido", atraso: 4 }, pedidosEmAberto: 1 }),
      divida({ minimo: { estado: "sem-registro", atraso: null }, pedidosEmAberto: 2 }),
      divida({ acoesAbertas: 5 }),
    ];
    expect(fraseDasDividas(dividas, true)).toBe(
      "O Estado deve, a 3 municípios: 2 ações de Planos de Apoio com o prazo vencido, o monitoramento anual de 2 (1 com o prazo vencido e 1 sem nenhum registrado) e resposta a 3 pedidos.",
    );
  });

  it("says nothing is owed only of what is on record", () => {
    expect(fraseDasDividas([divida({ acoesAbertas: 1 })], true)).toBe("Pelo que está registrado, o Estado não deve nada que tenha passado do dia.");
    expect(fraseDasDividas([], false)).toBe("Nenhuma ação de Plano de Apoio passou do prazo; do monitoramento anual e dos pedidos não há registro em uso que diga.");
  });
});

describe("words of one thing", () => {
  it("say that a conclusion after the day counted on does not count yet, and one of that day plainly", () => {
    expect(conclusaoEmPalavras("2026-11-20", "2026-10-31")).toBe("20/11/2026, depois de 31/10/2026: ainda não conta");
    expect(conclusaoEmPalavras("2026-10-31", "2026-10-31")).toBe("31/10/2026");
    expect(conclusaoEmPalavras(null, "2026-10-31")).toBe("ainda não");
  });

  it("say days past, days left and late conclusions", () => {
    const base = { atraso: null, faltam: null, concluidaComAtraso: null };
    expect(situacaoEmPalavras({ ...base, situacao: "atrasada", atraso: 1 })).toBe("Passou do prazo há 1 dia");
    expect(situacaoEmPalavras({ ...base, situacao: "no-prazo", faltam: 0 })).toBe("No prazo: vence hoje");
    expect(situacaoEmPalavras({ ...base, situacao: "no-prazo", faltam: 1 })).toBe("No prazo: falta 1 dia");
    expect(situacaoEmPalavras({ ...base, situacao: "concluida", concluidaComAtraso: 3 })).toBe("Concluída com 3 dias de atraso");
  });

  it("tell a missing record, one in time and one never made apart", () => {
    expect([null, { estado: "em-dia", atraso: null } as const, { estado: "sem-registro", atraso: null } as const, { estado: "vencido", atraso: 40 } as const].map(minimoEmPalavras)).toEqual([
      "não carregado",
      "em dia",
      "nenhum registrado",
      "vencido há 40 dias",
    ]);
    expect(progressoEmPalavras({ acoes: 0, concluidas: 0 })).toBe("sem ações");
    expect(progressoEmPalavras({ acoes: 1, concluidas: 0 })).toBe("0 de 1 ação feita");
  });
});
