import { describe, expect, it } from "vitest";
import { conferirServico, maiorMedianaPossivel } from "../../../src/core/servicos/index.ts";
import { linha, nota } from "./linhas.ts";

const tipos = (dita: Parameters<typeof linha>[0]): string[] => conferirServico(linha(dita), 2026).map(({ tipo }) => tipo);

/** Every ascending list of `n` whole numbers that add up to `soma`. */
function listas(n: number, soma: number, menor = 0): number[][] {
  if (n === 1) return soma >= menor ? [[soma]] : [];
  const todas: number[][] = [];
  for (let primeiro = menor; primeiro * n <= soma; primeiro += 1) for (const resto of listas(n - 1, soma - primeiro, primeiro)) todas.push([primeiro, ...resto]);
  return todas;
}

function mediana(ordenada: readonly number[]): number {
  const meio = ordenada.length / 2;
  return ((ordenada[Math.ceil(meio) - 1] ?? 0) + (ordenada[Math.floor(meio)] ?? 0)) / 2;
}

describe("the highest median that a mean of times allows", () => {
  it("3 times of mean 4 add up to 12: 0, 6 and 6 have the highest median; 4 times of mean 3 have 0, 4, 4 and 4", () => {
    expect(maiorMedianaPossivel(4, 3)).toBe(6);
    expect(maiorMedianaPossivel(3, 4)).toBe(4);
    expect(maiorMedianaPossivel(7, 1)).toBe(7);
    expect(maiorMedianaPossivel(7, 2)).toBe(7);
    expect(maiorMedianaPossivel(7, null)).toBe(14);
  });

  it("no list of up to 6 whole times that add up to 24 passes it, and one of them reaches it", () => {
    for (const n of [1, 2, 3, 4, 5, 6]) {
      const medianas = listas(n, 24).map(mediana);
      expect(Math.max(...medianas)).toBe(maiorMedianaPossivel(24 / n, n));
    }
  });

  it("a mean below zero or a mean of nothing is no mean", () => {
    expect(() => maiorMedianaPossivel(-1, 3)).toThrow(/at least 0, got -1/);
    expect(() => maiorMedianaPossivel(1, 0)).toThrow(/at least one time, got 0/);
  });
});

describe("what is wrong in a row of services", () => {
  it("finds nothing in a row that says nothing, nor in one that says all", () => {
    expect(tipos({})).toEqual([]);
    expect(tipos({ emAndamento: 0, concluidas: 12, tempoMedio: 10, tempoMediano: 8.5, ...nota(4.1, [1, 5], 6) })).toEqual([]);
  });

  it("nothing concluded leaves no time to tell, not even zero days", () => {
    expect(tipos({ concluidas: 0, tempoMedio: 3 })).toEqual(["tempo-sem-concluidas"]);
    expect(tipos({ concluidas: 0, tempoMediano: 0 })).toEqual(["tempo-sem-concluidas"]);
    expect(tipos({ concluidas: 0 })).toEqual([]);
    expect(conferirServico(linha({ concluidas: 0, tempoMediano: 2 }), 2026)[0]?.coluna).toBe("tempo_mediano_dias");
  });

  it("a median is impossible only beyond what rounding may hide", () => {
    // Of 3 times the highest median is 1.5 × the mean. A mean written 2.5 may be 2.55: 3.825. A median of 3.8 may be 3.75, one of 3.9 is 3.85 at least.
    expect(tipos({ concluidas: 3, tempoMedio: 2.5, tempoMediano: 3.8 })).toEqual([]);
    expect(tipos({ concluidas: 3, tempoMedio: 2.5, tempoMediano: 3.9 })).toEqual(["mediana-impossivel"]);
    // Without the number of times, twice the mean: 2 × 2.55 = 5.1; 5.15 may be 5.145, and 5.1 may be 5.05.
    expect(tipos({ tempoMedio: 2.5, tempoMediano: 5.1 })).toEqual([]);
    expect(tipos({ tempoMedio: 2.5, tempoMediano: 5.15 })).toEqual(["mediana-impossivel"]);
  });

  it("satisfaction needs its scale, to be on it, and somebody who answered", () => {
    expect(tipos({ satisfacao: 4, respostas: 10 })).toEqual(["satisfacao-sem-escala"]);
    expect(tipos({ satisfacao: 4, satisfacaoMin: 1, respostas: 10 })).toEqual(["satisfacao-sem-escala"]);
    expect(tipos(nota(4, [5, 1], 10))).toEqual(["escala-invertida"]);
    expect(tipos(nota(4, [5, 5], 10))).toEqual(["escala-invertida"]);
    expect(tipos(nota(0.9, [1, 5], 10))).toEqual(["satisfacao-fora-da-escala"]);
    expect(tipos(nota(5.1, [1, 5], null))).toEqual(["satisfacao-fora-da-escala", "satisfacao-sem-respostas"]);
    expect(tipos(nota(5, [1, 5], 0))).toEqual(["satisfacao-sem-respostas"]);
    expect(tipos({ respostas: 3 })).toEqual(["respostas-sem-satisfacao"]);
    expect(tipos({ respostas: 0, satisfacaoMin: 1, satisfacaoMax: 5 })).toEqual([]);
  });

  it("a year that has not begun is told, the running one is not", () => {
    expect(tipos({ ano: 2027 })).toEqual(["ano-no-futuro"]);
    expect(tipos({ ano: 2026 })).toEqual([]);
  });
});
