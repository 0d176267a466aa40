import { describe, expect, it } from "vitest";
import { seededSource } from "../../../src/core/metodo/index.ts";
import { maisParecido, parecidosCom, semelhanca, SEMELHANCA_MINIMA } from "../../../src/core/pacto/index.ts";
import { PACTO } from "./caso.ts";

const NOMES = PACTO.linhas.flatMap(({ nome, tema, temas }) => [nome, tema, ...temas]);

describe("the likeness of texts", () => {
  it("counts a swap of neighbours as one edit, and words in another order as the same words", () => {
    // One swap in six letters; three words of three in common.
    expect(semelhanca("visita", "vistia")).toBe(1 - 1 / 6);
    expect(semelhanca("gestão do trabalho", "trabalho do gestão")).toBe(1);
    // A swap, then a swap: two edits of ten, though the row between them looks worse.
    expect(semelhanca("abcdefghij", "bacdefghji")).toBe(1 - 2 / 10);
  });

  it("spares distances without changing who is found, over 60 themes spoilt by hand", () => {
    const random = seededSource("temas");
    const um = (ate: number): number => Math.floor(random() * ate);
    const estragar = (texto: string): string => {
      const at = um(texto.length);
      const jeito = um(4);
      if (jeito === 0) return texto.slice(0, at) + texto.slice(at + 1);
      if (jeito === 1) return texto.slice(0, at) + "aeio xyz".charAt(um(8)) + texto.slice(at);
      if (jeito === 2) return texto.slice(0, at) + texto.charAt(at + 1) + texto.charAt(at) + texto.slice(at + 2);
      return texto.split(" ").toReversed().join(" ");
    };
    const procurar = parecidosCom(NOMES);
    let achados = 0;
    for (let vez = 0; vez < 60; vez += 1) {
      let texto = NOMES[um(NOMES.length)] ?? "";
      for (let vezes = um(14); vezes > 0; vezes -= 1) texto = estragar(texto);
      const todas = NOMES.map((nome) => semelhanca(texto, nome));
      const maior = Math.max(...todas);
      const esperado = maior < SEMELHANCA_MINIMA ? null : { indice: todas.indexOf(maior), semelhanca: maior };
      expect(procurar(texto)).toEqual(esperado);
      achados += esperado === null ? 0 : 1;
    }
    expect(maisParecido("cneas", NOMES)).toEqual(procurar("cneas"));
    expect(achados).toBeGreaterThan(20);
  });
});
