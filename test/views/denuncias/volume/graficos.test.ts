import { describe, expect, it } from "vitest";
import { EIXO_MESES, legendaMeses, mesNoPonto, rotulados, valorDaBarra } from "../../../../src/views/denuncias/volume/graficos.ts";
import type { LinhaMes } from "../../../../src/views/denuncias/volume/meses.ts";

describe("the month under the pointer", () => {
  const largura = EIXO_MESES.esquerda + EIXO_MESES.direita + 120;
  const at = (x: number): number => mesNoPonto(EIXO_MESES.esquerda + x, largura, 12);

  it("is the band the point falls in", () => {
    expect([at(0), at(9.9), at(10), at(119.9)]).toEqual([0, 0, 1, 11]);
  });

  it("stays on the axis when the drag leaves it", () => {
    expect([at(-300), at(900)]).toEqual([0, 11]);
  });
});

describe("labels of the month axis", () => {
  it("fall at even steps counted from the last month, as many as fit", () => {
    expect(rotulados(12, 44 + 12 * 44)).toHaveLength(12);
    expect(rotulados(36, 328)).toEqual([5, 11, 17, 23, 29, 35]);
    expect(rotulados(36, 1240).at(-1)).toBe(35);
  });

  it("still fit when a typing error makes the axis 22 years long", () => {
    expect(rotulados(264, 328).length * 44).toBeLessThanOrEqual(328);
  });
});

describe("what a bar says", () => {
  it("is the count with its share; a zero stands alone", () => {
    const linha = { chave: "a", nome: "A" };
    expect(valorDaBarra({ ...linha, casos: 1_059, parte: { valor: 18.69 } })).toBe("1.059 · 18,7\u00a0%");
    expect(valorDaBarra({ ...linha, casos: 0, parte: { valor: 0 } })).toBe("0");
    expect(valorDaBarra({ ...linha, casos: 0, parte: { ausencia: "dados-insuficientes" } })).toBe("0");
  });
});

describe("the legend of the months", () => {
  const inteiro: LinhaMes = { mes: "2026-01", casos: { valor: 3 }, ateDia: null };

  it("explains the incomplete month and the gap only where there are any", () => {
    expect(legendaMeses([inteiro])).toEqual([]);
    expect(legendaMeses([inteiro, { ...inteiro, mes: "2026-02", ateDia: "2026-02-10" }]).map(({ rotulo }) => rotulo)).toEqual([
      "Denúncias no mês",
      "Mês incompleto",
    ]);
    expect(
      legendaMeses([inteiro, { mes: "2026-02", casos: { ausencia: "sem-dado" }, ateDia: null }]).map(({ rotulo }) => rotulo),
    ).toEqual(["Denúncias no mês", "Sem dado no extrato"]);
  });
});
