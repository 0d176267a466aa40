import { describe, expect, it } from "vitest";
import { PORQUES_INSUFICIENTE } from "../../../src/core/equidade/resposta.ts";
import { fraseDaComparacao, fraseDaConcentracao, fraseDoGrupo, fraseInsuficiente } from "../../../src/core/equidade/frase.ts";
import type { Comparacao } from "../../../src/core/equidade/comparacao.ts";
import type { Concentracao } from "../../../src/core/equidade/concentracao.ts";

/** Hard spaces as plain ones. */
const plain = (text: string): string => text.replaceAll("\u00a0", " ");

const CONCENTRACAO: Concentracao = {
  indice: -0.1234,
  erroPadrao: { regressao: 0.04, kakwani: 0.04 },
  intervalo: { lower: -0.2, upper: -0.045 },
  sorteio: null,
  curva: { unidades: Float64Array.of(0, 1), eventos: Float64Array.of(0, 1) },
  unidades: 142,
  eventos: 120,
  fora: 0,
};

const COMPARACAO: Comparacao = {
  apoiados: new Int32Array(34),
  semelhantes: new Int32Array(34),
  mudancaApoiados: -1.25,
  mudancaSemelhantes: 0.3,
  diferenca: -1.55,
  intervalo: { lower: -2.1, upper: -0.4 },
  reamostras: 2000,
  distanciaMaxima: 1,
  desequilibrio: 0,
  apoiadosSemPar: 0,
  fora: 0,
};

describe("sentences of equity", () => {
  it("says what there is and the least that would do", () => {
    expect(fraseInsuficiente({ porque: "poucos-pares", ha: 12, minimo: 20 })).toBe("Dados insuficientes: 12 pares de municípios semelhantes; o mínimo é 20.");
    expect(fraseInsuficiente({ porque: "poucos-eventos", ha: 0, minimo: 20 })).toBe("Dados insuficientes: nenhum evento; o mínimo é 20.");
    expect(fraseInsuficiente({ porque: "necessidade-igual", ha: 1, minimo: 2 })).toBe("Dados insuficientes: 1 nível de necessidade entre os municípios; o mínimo é 2.");
    for (const porque of PORQUES_INSUFICIENTE) expect(fraseInsuficiente({ porque, ha: 3, minimo: 5 })).toMatch(/^Dados insuficientes: 3 .*; o mínimo é 5\.$/);
  });

  it("says where events concentrate only when the limits are on one side of 0", () => {
    expect(plain(fraseDaConcentracao(CONCENTRACAO))).toBe(
      "Os eventos se concentram onde a necessidade é maior: índice de concentração −0,123 (95 %: de −0,200 a −0,045), com 120 eventos em 142 municípios.",
    );
    expect(fraseDaConcentracao({ ...CONCENTRACAO, intervalo: { lower: 0.1, upper: 0.2 } })).toContain("onde a necessidade é menor:");
    expect(fraseDaConcentracao({ ...CONCENTRACAO, intervalo: { lower: -0.2, upper: 0.1 } })).toContain("não mostram concentração firme");
  });

  it("sets a group beside the lottery", () => {
    const grupo = { grupo: 0, unidades: 40, observado: 12, esperado: 8, inferior: 5, superior: 11, situacao: "acima", p: 0.01 } as const;
    expect(fraseDoGrupo(grupo)).toBe("12 eventos em 40 municípios; um sorteio daria de 5 a 11: acima do sorteio");
    expect(fraseDoGrupo({ ...grupo, unidades: 1, observado: 1, situacao: "nada-a-dizer" })).toBe("1 evento em 1 município; dados insuficientes: qualquer número caberia no sorteio");
  });

  it("speaks of association, never of cause", () => {
    expect(plain(fraseDaComparacao(COMPARACAO, 1, " %"))).toBe(
      "Em 34 pares de municípios semelhantes, o indicador mudou −1,3 % nos apoiados e +0,3 % nos outros. " +
        "O apoio está associado a uma diferença de −1,6 % (95 %: de −2,1 % a −0,4 %); isso não mostra que ele seja a causa.",
    );
    expect(plain(fraseDaComparacao({ ...COMPARACAO, intervalo: { lower: -2, upper: 0.5 } }, 0))).toBe(
      "Em 34 pares de municípios semelhantes, o indicador mudou −1 nos apoiados e 0 nos outros. A diferença de −2 (95 %: de −2 a +1) pode ser do acaso: não se vê mudança associada ao apoio.",
    );
  });
});
