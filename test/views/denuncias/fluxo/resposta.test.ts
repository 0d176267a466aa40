import { describe, expect, it } from "vitest";
import { fimDaCurva, leituraDaResposta, linhasDaCurva, respondidasAte, type LinhaDaCurva } from "../../../../src/views/denuncias/fluxo/resposta.ts";
import { FLUXO, RESPOSTA } from "./amostra.ts";

const LINHAS = linhasDaCurva(FLUXO.resposta);

describe("the curve of the answers", () => {
  it("is the survival turned over, the limits changing places", () => {
    const [primeiro] = LINHAS;
    expect(primeiro?.parte).toBeCloseTo(10, 10);
    // 1 − 1 = 0 and 1 − 0.732 = 0.268.
    expect(primeiro?.inferior).toEqual({ valor: 0 });
    expect(primeiro?.superior).toEqual({ valor: 100 * (1 - 0.732) });
  });

  it("keeps the last step until the next one, and starts at nothing answered", () => {
    expect(respondidasAte(LINHAS, 4).parte).toBe(0);
    expect(respondidasAte(LINHAS, 5).parte).toBeCloseTo(10, 10);
    expect(respondidasAte(LINHAS, 14).parte).toBeCloseTo(21.25, 10);
    expect(respondidasAte(LINHAS, 400).parte).toBeCloseTo(47.5, 10);
  });

  it("has no limits where nobody is left to wait", () => {
    const [fim] = linhasDaCurva({ pontos: [{ dia: 3, emRisco: 1, respondidos: 1, sobrevida: 0, erroPadrao: null, inferior: null, superior: null }] });
    expect(fim).toMatchObject({ parte: 100, inferior: { ausencia: "dados-insuficientes" }, superior: { ausencia: "dados-insuficientes" } });
  });

  it("is read by its middle, by the day of the term, and by who is counted", () => {
    // 1 − 0.525 = 47,5 %; 1 − 1 = 0 and 1 − 0.269 = 73,1 %.
    expect(leituraDaResposta({ ...FLUXO.resposta, mediana: 13 }, LINHAS, RESPOSTA)).toBe(
      "Metade das denúncias é respondida em até 13 dias; 47,5\u00a0% em até 15 dias, o prazo do art. 5º, § 5º (intervalo de 95 %: 0,0 a 73,1\u00a0%). A conta inclui 10 casos: 4 respondidos e 6 que ainda esperavam ou foram arquivados. 1 caso ficou fora, com o registro ou a resposta em dúvida.",
    );
  });

  it("does not say a middle that was not reached", () => {
    expect(leituraDaResposta(FLUXO.resposta, LINHAS, null)).toContain("Menos da metade das denúncias foi respondida no tempo que se pôde observar (15 dias). ");
    expect(leituraDaResposta({ ...FLUXO.resposta, respondidos: 0, pontos: [] }, [], null)).toContain("Nenhuma denúncia foi respondida até hoje.");
    expect(leituraDaResposta({ ...FLUXO.resposta, casos: 0 }, [], null)).toContain("Nenhum caso com dia de registro");
  });
});

describe("the drawing of the curve", () => {
  const em = (dia: number, parte: number): LinhaDaCurva => ({ dia, parte, emRisco: 1, respondidos: 1, inferior: { valor: 0 }, superior: { valor: 100 } });

  it("goes to the last answer and always past the term", () => {
    expect(fimDaCurva([em(8, 50)], RESPOSTA)).toBe(17);
    expect(fimDaCurva([em(8, 50), em(30, 90)], RESPOSTA)).toBe(32);
  });

  it("leaves a long tail of a few answers to the table: 98 % of the last level is enough", () => {
    expect(fimDaCurva([em(8, 50), em(60, 89), em(900, 90)], RESPOSTA)).toBe(62);
  });
});
