import { describe, expect, it } from "vitest";
import {
  estadoEmPalavras,
  faltamEmPalavras,
  tamanhoDoPrazo,
  vencimentosDe,
  vencimentosEmPalavras,
} from "../../../../src/views/denuncias/prazos/vencimento.ts";

/** Twenty days from 2 November 2026: 22 November is a Sunday, so Monday 23; and twenty business days. */
const DATAS = { venceCorridos: "2026-11-23", venceUteis: "2026-12-01" };
const SILENTE = { unidade: "silente" } as const;

describe("the due days of a term on the screen", () => {
  it("are both where the norm is silent and no rule was chosen", () => {
    const vencimentos = vencimentosDe(DATAS, SILENTE, null);
    expect(vencimentosEmPalavras(vencimentos)).toBe("23/11/2026 (corridos) ou 01/12/2026 (úteis)");
  });

  it("are the house's where it chose, without a word on the other", () => {
    expect(vencimentosEmPalavras(vencimentosDe(DATAS, SILENTE, "corridos"))).toBe("23/11/2026");
    expect(vencimentosEmPalavras(vencimentosDe(DATAS, SILENTE, "uteis"))).toBe("01/12/2026");
  });

  it("are the norm's where it says how to count, whatever the house chose", () => {
    const dado = { venceCorridos: "2026-11-23", venceUteis: "2026-11-23" };
    expect(vencimentosEmPalavras(vencimentosDe(dado, { unidade: "corridos" }, "uteis"))).toBe("23/11/2026");
  });

  it("are one where the two counts fall on the same day", () => {
    expect(vencimentosDe({ venceCorridos: "2026-11-23", venceUteis: "2026-11-23" }, SILENTE, null)).toEqual([{ dia: "2026-11-23", contagem: null }]);
  });

  it("are none where the term cannot be counted", () => {
    expect(vencimentosDe({ venceCorridos: null, venceUteis: null }, SILENTE, null)).toEqual([]);
    expect(vencimentosEmPalavras([])).toBe("");
  });
});

describe("a term in words", () => {
  it("says how far the due day is, either way", () => {
    expect([-2, -1, 0, 1, 12].map(faltamEmPalavras)).toEqual(["venceu há 2 dias", "venceu há 1 dia", "vence hoje", "vence em 1 dia", "vence em 12 dias"]);
  });

  it("says why it cannot be counted and what to do", () => {
    const texto = estadoEmPalavras({ estado: "sem-como-contar", divide: false, porque: "inicio-em-duvida" });
    expect(texto).toBe("Sem como contar: o dia que dá início ao prazo está em dúvida: confira-o no registro");
  });

  it("says when the two counts give different states", () => {
    expect(estadoEmPalavras({ estado: "vencido", divide: true, porque: "nenhum" })).toBe("Vencido em uma contagem; na outra, não");
    expect(estadoEmPalavras({ estado: "vencido", divide: false, porque: "nenhum" })).toBe("Vencido");
  });

  it("does not decide what the norm does not say", () => {
    expect(tamanhoDoPrazo({ n: 20, unidade: "silente" })).toBe("até 20 dias (a norma não diz se corridos ou úteis)");
    expect(tamanhoDoPrazo({ n: 15, unidade: "corridos" })).toBe("até 15 dias corridos");
  });
});
