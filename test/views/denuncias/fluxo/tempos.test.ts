import { describe, expect, it } from "vitest";
import { leituraDosTempos, linhasDosTempos, tamanhoDoPrazo, textoDoTempo } from "../../../../src/views/denuncias/fluxo/tempos.ts";
import { FLUXO, MANIFESTACAO, RESPOSTA } from "./amostra.ts";

const LINHAS = linhasDosTempos(FLUXO.tempos, [RESPOSTA, MANIFESTACAO]);

describe("days of each step", () => {
  it("carry the term that runs between the same two steps, and only that", () => {
    expect(LINHAS.map(({ prazo }) => prazo?.id ?? null)).toEqual(["resposta", "manifestacao", null]);
  });

  it("have no figure, rather than zero, without cases", () => {
    expect(LINHAS[2]?.mediana).toEqual({ ausencia: "dados-insuficientes" });
    expect(LINHAS.map(textoDoTempo)).toEqual(["12,5 · 15 · 4 casos (poucos)", "18 · 31 · 6 casos", "nenhum caso"]);
  });

  it("keep the names of offices as they are written, and round what an interpolation leaves", () => {
    const [linha] = linhasDosTempos([{ de: "registro", para: "analise-preliminar", casos: 9, mediana: 2, p90: 63.99999999999999, semComoContar: 0 }], []);
    if (linha === undefined) throw new Error("a pair was given");
    expect(linha.nome).toBe("Registro da denúncia → análise preliminar da Ouvidoria");
    expect(textoDoTempo(linha)).toBe("2 · 64 · 9 casos");
  });

  it("are read by the slowest step with enough cases, and by whose ninth case in ten passes the term's days", () => {
    // Registro → resposta has 4 cases, too few to be named; 31 > 20 in the other.
    expect(leituraDosTempos(LINHAS)).toBe(
      "O passo mais demorado é Notificação da gestão municipal → manifestação do município: metade em até 18 dias, 9 em cada 10 em até 31 dias (6 casos). Passam do número de dias do prazo: Notificação da gestão municipal → manifestação do município (9 em cada 10 em até 31 dias; o prazo é de 20).",
    );
    expect(leituraDosTempos(LINHAS.slice(0, 1))).toBe("Nenhum passo tem 5 casos ou mais: os tempos dizem pouco.");
  });

  it("name the term as the norm counts it, and say when it does not", () => {
    expect(tamanhoDoPrazo(RESPOSTA)).toBe("15 dias corridos");
    expect(tamanhoDoPrazo(MANIFESTACAO)).toBe("20 dias (a norma não diz se corridos ou úteis)");
    expect(tamanhoDoPrazo({ n: 1, unidade: "uteis" })).toBe("1 dia útil");
  });
});
