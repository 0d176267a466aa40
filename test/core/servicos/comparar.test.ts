import { describe, expect, it } from "vitest";
import { compararAnos, compararMunicipios, faltasDe, valorDaMedida, type MedidaDoServico } from "../../../src/core/servicos/index.ts";
import { nota, registros } from "./linhas.ts";

const opcoes = (medida: MedidaDoServico, cem = false) => ({ medida, cem, populacao: (codigo: number) => (codigo === 9 ? null : 2000) });

describe("a municipality beside those like it", () => {
  const tempos = registros([2, 4, 6, 8, 10, 100, 1, 1, 1].map((tempoMedio, i) => ({ codigo: i + 1, concluidas: 40, tempoMedio })));
  const grupoDe = (codigo: number) => (codigo <= 5 ? "A" : codigo === 6 ? null : "B");

  it("the middle of 2, 4, 6, 8 and 10 is 6, the quartiles 4 and 8, and 10 stands 4 above", () => {
    const { linhas, referencias } = compararMunicipios(tempos, grupoDe, opcoes("tempo-medio"));
    expect(referencias[0]).toEqual({ grupo: "A", escala: "", municipios: 5, p25: 4, mediana: 6, p75: 8 });
    expect(linhas.slice(0, 5).map(({ diferenca }) => diferenca)).toEqual([-4, -2, 0, 2, 4]);
  });

  it("a group of three has no middle, and who has no group is compared with nobody", () => {
    const { linhas, referencias } = compararMunicipios(tempos, grupoDe, opcoes("tempo-medio"));
    expect(referencias[1]).toEqual({ grupo: "B", escala: "", municipios: 3, p25: null, mediana: null, p75: null });
    expect(linhas.slice(5).map(({ diferenca }) => diferenca)).toEqual([null, null, null, null]);
    expect(linhas[5]?.referencia).toBeNull();
  });

  it("marks of different scales are never in one group, but on 0–100 they are", () => {
    const notas = registros([
      ...[1, 2, 3, 4, 5].map((n) => ({ codigo: n, ...nota(n, [1, 5], 50) })),
      { codigo: 6, ...nota(10, [0, 10], 50) },
    ]);
    const proprias = compararMunicipios(notas, () => "todos", opcoes("satisfacao"));
    expect(proprias.referencias.map(({ escala, municipios, mediana }) => [escala, municipios, mediana])).toEqual([
      ["1 a 5", 5, 3],
      ["0 a 10", 1, null],
    ]);
    // 0, 25, 50, 75, 100 and 100: half way between the third and the fourth.
    const juntas = compararMunicipios(notas, () => "todos", opcoes("satisfacao", true));
    expect(juntas.referencias.map(({ escala, municipios, mediana }) => [escala, municipios, mediana])).toEqual([["0 a 100", 6, 62.5]]);
  });

  it("a figure in doubt, or without what it is divided by, is not compared", () => {
    const [um, dois, tres] = registros([
      { codigo: 1, concluidas: 0, tempoMedio: 3, emAndamento: 4 },
      { codigo: 9, concluidas: 10, emAndamento: 4 },
      { codigo: 2, concluidas: 10, emAndamento: 4 },
    ]);
    if (um === undefined || dois === undefined || tres === undefined) throw new Error("three rows were given");
    expect(valorDaMedida(um, opcoes("tempo-medio"))).toBeNull();
    expect(valorDaMedida(um, opcoes("em-andamento-por-cem"))).toBeNull();
    expect(valorDaMedida(dois, opcoes("concluidas-por-mil"))).toBeNull();
    // 10 of 2,000 inhabitants are 5 per thousand; 4 under way to 10 concluded, 40 to 100.
    expect(valorDaMedida(tres, opcoes("concluidas-por-mil"))).toEqual({ valor: 5, n: 10, escala: "" });
    expect(valorDaMedida(tres, opcoes("em-andamento-por-cem"))?.valor).toBe(40);
  });
});

describe("two years of a service", () => {
  const antes = registros([
    { codigo: 1, ano: 2024, concluidas: 10, tempoMedio: 10, ...nota(4, [1, 5], 10) },
    { codigo: 2, ano: 2024, concluidas: 30, tempoMedio: 2, ...nota(3, [1, 5], 10) },
    { codigo: 3, ano: 2024, concluidas: 500, tempoMedio: 90 },
  ]);
  const depois = registros([
    { codigo: 1, concluidas: 20, tempoMedio: 7, ...nota(5, [1, 5], 30) },
    { codigo: 2, concluidas: 20, tempoMedio: 3, ...nota(8, [0, 10], 10) },
    { codigo: 4, concluidas: 900, tempoMedio: 1 },
  ]);

  it("only who told of both years counts: (10 × 10 + 30 × 2) / 40 = 4 days before, (20 × 7 + 20 × 3) / 40 = 5 after", () => {
    const { concluidas, tempoMedio, emAndamento } = compararAnos(antes, depois, { cem: false });
    expect(concluidas).toEqual({ municipios: 2, antes: 40, depois: 40, diferenca: 0 });
    expect(tempoMedio).toEqual({ municipios: 2, antes: 4, depois: 5, diferenca: 1 });
    expect(emAndamento).toEqual({ municipios: 0, antes: null, depois: null, diferenca: null });
  });

  it("who changed the scale shows no change of satisfaction, unless both are put on 0–100", () => {
    expect(compararAnos(antes, depois, { cem: false }).satisfacao).toEqual([{ escala: { min: 1, max: 5 }, municipios: 1, antes: 4, depois: 5, diferenca: 1 }]);
    // Before: 75 and 50, ten answers each: 62.5. After: 100 × 30 and 80 × 10, of 40: 95.
    expect(compararAnos(antes, depois, { cem: true }).satisfacao).toEqual([{ escala: { min: 0, max: 100 }, municipios: 2, antes: 62.5, depois: 95, diferenca: 32.5 }]);
  });
});

describe("what nobody told", () => {
  it("names who has no row, and who has one without the figure; nothing concluded owes no time", () => {
    const { semLinha, semParte } = faltasDe(
      [1, 2, 3],
      registros([
        { codigo: 3, concluidas: 0, emAndamento: 2 },
        { codigo: 1, concluidas: 7, tempoMedio: 3 },
      ]),
    );
    expect(semLinha).toEqual([2]);
    expect(semParte).toEqual({ "em-andamento": [1], concluidas: [], "tempo-medio": [], "tempo-mediano": [1], satisfacao: [3, 1] });
  });
});
