import { describe, expect, it } from "vitest";
import { faixaDeLeitura, frasesDe, legibilidade, palavrasDe } from "../../../src/core/legibilidade/flesch.ts";

describe("sentences and words", () => {
  it("does not end a sentence at the point of a number or of an abbreviation", () => {
    expect(frasesDe("Havia 2.500 famílias em jun. 2026. O art. 63 diz isso.")).toEqual(["Havia 2.500 famílias em jun 2026.", "O art 63 diz isso."]);
  });

  it("does not end a sentence at a colon", () => {
    expect(frasesDe("A nota vai de 1 a 5: quanto maior, mais completo. “Sim!” Não?")).toHaveLength(3);
  });

  it("takes signs off words and leaves out what is only a sign", () => {
    expect(palavrasDe("“Sim”, diz — (não) 12,5 %")).toEqual(["Sim", "diz", "não", "12,5"]);
  });
});

describe("Flesch's reading ease for Portuguese", () => {
  it("is 248.835 − 1.015 · words per sentence − 84.6 · syllables per word", () => {
    // "O gato come. A casa cai." 2 sentences, 6 words: o 1, ga-to 2, co-me 2, a 1, ca-sa 2, cai 1 = 9 syllables.
    // 248.835 − 1.015 · 3 − 84.6 · 1.5 = 248.835 − 3.045 − 126.9 = 118.89
    const lida = legibilidade("O gato come. A casa cai.");
    expect(lida).toMatchObject({ frases: 2, palavras: 6, silabas: 9 });
    expect(lida.indice).toBeCloseTo(118.89, 6);
  });

  it("falls with the jargon of offices", () => {
    // a-com-pa-nha-men-to 6, so-ci-o-as-sis-ten-ci-al 8, in-ter-se-to-ri-al 6: 20 syllables in 3 words, one sentence.
    // 248.835 − 3.045 − 84.6 · 20/3 = −318.21
    expect(legibilidade("Acompanhamento socioassistencial intersetorial.").indice).toBeCloseTo(-318.21, 6);
  });

  it("grades as its authors do", () => {
    expect([75, 74.9, 50, 49.9, 25, 24.9].map(faixaDeLeitura)).toEqual(["muito-facil", "facil", "facil", "dificil", "dificil", "muito-dificil"]);
  });

  it("refuses a text without a word", () => {
    expect(() => legibilidade(" … ")).toThrow(RangeError);
  });
});
