import { describe, expect, it } from "vitest";
import { camadaBivariada } from "../../../../src/views/prioridades/mapa/bivariada.ts";
import type { CamadaDoMapa } from "../../../../src/views/prioridades/mapa/camada.ts";
import { lugares, notas } from "./state.ts";

/** Six towns and one without the dimension. Score = (social + rede) / 2, capacity = 100 − rede. */
const SOCIAL = [10, 20, 50, 60, 90, 100, 50];
const REDE = [10, 80, 50, 40, 90, 20, null];
// Scores: 10, 50, 50, 50, 90, 60, –. Sorted 10 50 50 50 60 90: the tie of 50 is never cut.
// Capacity: 90, 20, 50, 60, 10, 80, –. Sorted 10 20 | 50 60 | 80 90.

function camada(social: readonly (number | null)[] = SOCIAL, rede: readonly (number | null)[] = REDE, dimensao = "rede"): CamadaDoMapa {
  return camadaBivariada({ municipios: lugares(social.length), ...notas(social, rede), dimensao });
}

describe("camadaBivariada", () => {
  it("crosses thirds of the score with thirds of 100 minus the dimension's score", () => {
    // Need: the thirds left after the tie are {10}, {50 50 50}, {60 90}. Less capacity is the stronger step.
    // M001 need 0, most capacity: 0. M002 need 1, least: 5. M003, M004 need 1, middle: 4. M005 need 2, least: 8. M006 need 2, most: 6.
    const { layer } = camada();
    expect([...layer.classe]).toEqual([
      [9900001, 0],
      [9900002, 5],
      [9900003, 4],
      [9900004, 4],
      [9900005, 8],
      [9900006, 6],
    ]);
    expect(layer.classes).toHaveLength(9);
    expect(layer.classes[8]?.rotulo).toBe("mais necessidade, menos capacidade");
    expect(layer.classes.map(({ contagem }) => contagem)).toEqual([1, 0, 0, 0, 2, 1, 1, 0, 1]);
  });

  it("leaves whoever lacks either score as insufficient data, in map, table and card", () => {
    const { layer, linhas, card } = camada();
    expect(layer.ausencias).toEqual([{ ausencia: "dados-insuficientes", contagem: 1 }]);
    expect(linhas[6]?.celulas).toEqual({
      nota: { ausencia: "dados-insuficientes" },
      capacidade: { ausencia: "dados-insuficientes" },
      par: { ausencia: "dados-insuficientes" },
    });
    expect(card(9900007)[0]).toEqual({ rotulo: "Nota", texto: "dados insuficientes" });
  });

  it("has a row a municipality with score, capacity and pair", () => {
    const { linhas, colunas, colunasCsv } = camada();
    expect(linhas[4]).toEqual({
      codigo: 9900005,
      nome: "M005",
      celulas: { nota: { valor: 90 }, capacidade: { valor: 10 }, par: "mais necessidade, menos capacidade" },
    });
    expect(colunas.map(({ id }) => id)).toEqual(["nome", "nota", "capacidade", "par"]);
    expect(colunas.map(({ valor }) => linhas[4] && valor(linhas[4]))).toEqual(["M005", { valor: 90 }, { valor: 10 }, "mais necessidade, menos capacidade"]);
    expect(colunasCsv[0]?.id).toBe("codigo");
  });

  it("says who has most need and least capacity, how many are at the other end and how many cannot be said", () => {
    expect(camada().leitura).toBe(
      "Mais necessidade e menos capacidade instalada (Rede) ao mesmo tempo: 1 município (M005). " +
        "Menos necessidade e mais capacidade: 1 município. 1 município sem dados suficientes.",
    );
  });

  it("names the three of most need when there are more", () => {
    const social = Array.from({ length: 12 }, (_, i) => 5 * i);
    const { leitura } = camada(social, social);
    expect(leitura).toContain("4 municípios, entre eles M012, M011 e M010.");
  });

  it("says its limits as half-open intervals and that the dimension is part of the score", () => {
    const { nota } = camada().layer;
    expect(nota).toContain("Cada faixa inclui o começo e não inclui o fim.");
    expect(nota).toContain("Capacidade: 10,00 a menos de 50,00; 50,00 a menos de 80,00; 80,00 a 90,00.");
    expect(nota).toContain("A dimensão “Rede” também entra na nota.");
  });

  it("puts equal figures in the middle, and two figures at the ends", () => {
    expect([...camada([30, 30, 30], [30, 30, 30]).layer.classe.values()]).toEqual([4, 4, 4]);
    expect([...camada([0, 0, 100], [0, 0, 100]).layer.classe.values()]).toEqual([0, 0, 8]);
  });

  it("has a sentence for nobody to compare", () => {
    const { leitura, layer } = camada([null, null], [null, null]);
    expect(leitura).toBe("Nenhum município tem nota e capacidade instalada para comparar.");
    expect(layer.ausencias).toEqual([{ ausencia: "dados-insuficientes", contagem: 2 }]);
  });

  it("refuses a dimension the method does not have", () => {
    expect(() => camada(SOCIAL, REDE, "saude")).toThrow(/"saude"/);
  });
});
