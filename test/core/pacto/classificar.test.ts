import { describe, expect, it } from "vitest";
import { coordenacaoDoTema, maisParecido, semelhanca, sugerirEstrategia, sugerirLinha } from "../../../src/core/pacto/index.ts";
import { colunasDe, linha, LINHAS, PACTO } from "./caso.ts";

const casaDe = (apoio: string): number | undefined => colunasDe().classes.casa[LINHAS.findIndex((item) => item.apoio === apoio)];

describe("each row of support", () => {
  const { classes } = colunasDe();

  it("falls in the line of its theme, whatever the case and the accents", () => {
    expect(casaDe("E1")).toBe(linha("beneficios-eventuais"));
    expect(casaDe("E2")).toBe(linha("beneficios-eventuais"));
  });

  it("falls in the line of visits without a theme, for that line of art. 7 names none", () => {
    expect(casaDe("V2")).toBe(linha("visitas-tecnicas"));
  });

  it("is out of the plan where only an office of art. 6 VIII knows its theme", () => {
    expect(casaDe("F1")).toBe(classes.foraDoPlano);
    expect(classes.foraDoPlano).toBe(20);
  });

  it("is unclassified, and counted, where its theme is of another eixo or of none", () => {
    expect([casaDe("N1"), casaDe("N2")]).toEqual([classes.naoClassificado, classes.naoClassificado]);
    // Position of the eixos in the pact: saas 0, gestao-suas 1, servicos 2.
    expect(classes.naoClassificados).toEqual([
      { tema: "Benefícios eventuais", eixo: 2, linhas: 1 },
      { tema: "Cadasto de entidades", eixo: 1, linhas: 1 },
    ]);
  });

  it("is of the line's own strategies or not", () => {
    const pela = (apoio: string): number | undefined => classes.pelaEstrategia[LINHAS.findIndex((item) => item.apoio === apoio)];
    expect(["V1", "E1", "E2", "W1", "M4", "F1"].map(pela)).toEqual([1, 1, 1, 0, 0, 0]);
  });

  it("is unclassified without a theme, but for a visit of the SAAS", () => {
    const sem = { ...LINHAS[0], apoio: "S", codigo: 1, data: "2022-01-01", tema: " ", estrategia: "encontro", eixo: "saas" } as (typeof LINHAS)[number];
    const { classes: outras } = colunasDe([sem]);
    expect(outras.naoClassificados).toEqual([{ tema: null, eixo: 0, linhas: 1 }]);
  });
});

describe("what an unknown word may have meant", () => {
  it("is the line it is of, or the one most like it, or none", () => {
    expect(sugerirLinha("Benefícios eventuais", PACTO)).toEqual({ linha: linha("beneficios-eventuais"), motivo: "outro-eixo", semelhanca: 1 });
    // "cadasto de entidades" has 3 words, "cadastro de entidades cneas" 4, 2 in common: Dice 4/7 = .571; distance 7 of 27: 1 - 7/27 = .741.
    expect(sugerirLinha("Cadasto de entidades", PACTO)).toEqual({ linha: linha("cneas"), motivo: "parecido", semelhanca: 1 - 7 / 27 });
    expect(sugerirLinha("xyz", PACTO)).toBeNull();
  });

  it("is the strategy by its id or its name", () => {
    expect(sugerirEstrategia("visita tecnicas", PACTO.estrategias)?.id).toBe("visita-tecnica");
    expect(sugerirEstrategia("Video conferência", PACTO.estrategias)?.id).toBe("videoconferencia");
    expect(sugerirEstrategia("carta", PACTO.estrategias)).toBeNull();
  });

  it("counts a swap of neighbours as one change", () => {
    expect(semelhanca("visita", "vistia")).toBe(1 - 1 / 6);
    expect(semelhanca("", "Ação")).toBe(0);
    expect(semelhanca("Ação!", "acao")).toBe(1);
    expect(maisParecido("abcd", ["abcx", "abcy", "zzzz"])).toEqual({ indice: 0, semelhanca: 0.75 });
  });
});

describe("the office that answers for a theme", () => {
  it("is the one art. 6 VIII names", () => {
    const quem = (tema: string): string | undefined => coordenacaoDoTema(tema, PACTO)?.id;
    // d: Censo SUAS; f: fundo; h: PAIF; j: acolhimento; l: CadÚnico; n: PETI.
    expect(["censo suas", "Fundo de assistência social", "PAIF", "Serviços de acolhimento", "Cadastro Único", "PETI"].map(quem)).toEqual(["d", "f", "h", "j", "l", "n"]);
    expect(coordenacaoDoTema("astronomia", PACTO)).toBeNull();
  });
});
