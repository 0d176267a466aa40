import { describe, expect, it } from "vitest";
import { marcarTermos } from "../../../src/ui/glossario/marcar.ts";

const VERBETES = [
  { id: "cras", formas: ["CRAS"] },
  { id: "censo", formas: ["Censo 2022", "Censo"] },
  { id: "censo-suas", formas: ["Censo SUAS"] },
  { id: "porte", formas: ["mesmo porte", "porte"] },
];

const marcados = (textos: readonly string[]) => marcarTermos(textos, VERBETES).map((trechos) => trechos.filter(({ id }) => id !== null).map(({ texto, id }) => `${texto}=${id ?? ""}`));

describe("words of the glossary in running text", () => {
  it("gives the text back unchanged when the pieces are put together", () => {
    const textos = ["Havia 2 CRAS, pelo Censo SUAS.", "Nada aqui.", ""];
    expect(marcarTermos(textos, VERBETES).map((trechos) => trechos.map(({ texto }) => texto).join(""))).toEqual(textos);
  });

  it("marks each word once, where it first occurs in all the texts", () => {
    expect(marcados(["Um CRAS e outro CRAS.", "Mais um CRAS."])).toEqual([["CRAS=cras"], []]);
  });

  it("takes the longest spelling", () => {
    expect(marcados(["O Censo SUAS, o Censo 2022 e o mesmo porte."])).toEqual([["Censo SUAS=censo-suas", "Censo 2022=censo", "mesmo porte=porte"]]);
  });

  it("leaves pieces of longer words alone", () => {
    expect(marcados(["O transporte, o CRAS2 e os deportados."])).toEqual([[]]);
  });

  it("does not mind capitals", () => {
    expect(marcados(["Porte e cras."])).toEqual([["Porte=porte", "cras=cras"]]);
  });

  it("marks nothing without a glossary", () => {
    expect(marcarTermos(["CRAS"], [])).toEqual([[{ texto: "CRAS", id: null }]]);
  });
});
