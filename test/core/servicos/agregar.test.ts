import { describe, expect, it } from "vitest";
import { agregar, emCem, satisfacaoContada } from "../../../src/core/servicos/index.ts";
import { nota, registros } from "./linhas.ts";

describe("rows of a service taken together", () => {
  const tempos = registros([
    { codigo: 1, concluidas: 10, tempoMedio: 4, emAndamento: 0 },
    { codigo: 2, concluidas: 30, tempoMedio: 8 },
    { codigo: 3, concluidas: 60, emAndamento: 7 },
    { codigo: 4, tempoMedio: 5 },
    { codigo: 5, concluidas: 0, tempoMedio: 3 },
  ]);

  it("the mean of the means weighs each by its requests: (10 × 4 + 30 × 8) / 40 = 7, and not 6", () => {
    expect(agregar(tempos, { cem: false }).tempoMedio).toEqual({ dias: 7, informados: 2, concluidas: 40, semPeso: 1, emDuvida: 1 });
  });

  it("it is the mean of the requests themselves", () => {
    const [um, outro] = [
      [2, 3, 7],
      [1, 1, 1, 9, 13],
    ].map((dias) => ({ dias, media: dias.reduce((a, b) => a + b, 0) / dias.length }));
    const todas = [...(um?.dias ?? []), ...(outro?.dias ?? [])];
    const juntas = agregar(
      registros([
        { codigo: 1, concluidas: 3, tempoMedio: um?.media ?? null },
        { codigo: 2, concluidas: 5, tempoMedio: outro?.media ?? null },
      ]),
      { cem: false },
    );
    expect(juntas.tempoMedio.dias).toBeCloseTo(todas.reduce((a, b) => a + b, 0) / 8, 12);
  });

  it("sums count who told, and a sum nobody told is not zero", () => {
    expect(agregar(tempos, { cem: false }).concluidas).toEqual({ total: 100, informados: 4 });
    expect(agregar(tempos, { cem: false }).emAndamento).toEqual({ total: 7, informados: 2 });
    expect(agregar(registros([{ concluidas: 1 }]), { cem: false }).emAndamento).toEqual({ total: null, informados: 0 });
    expect(agregar([], { cem: false }).tempoMedio.dias).toBeNull();
  });

  it("medians give only the bounds between which the median of all is", () => {
    const medianas = registros([
      { codigo: 1, concluidas: 9, tempoMediano: 3 },
      { codigo: 2, tempoMediano: 41 },
      { codigo: 3, concluidas: 0, tempoMediano: 90 },
      { codigo: 4 },
    ]);
    expect(agregar(medianas, { cem: false }).medianas).toEqual({ informados: 2, menor: 3, maior: 41, emDuvida: 1 });
  });
});

describe("satisfaction taken together", () => {
  const notas = registros([
    { codigo: 1, ...nota(4, [1, 5], 10) },
    { codigo: 2, ...nota(3, [1, 5], 30) },
    { codigo: 3, ...nota(8, [0, 10], 5) },
    { codigo: 4, ...nota(11, [0, 10], 900) },
    { codigo: 5, ...nota(5, [1, 5], null) },
  ]);

  it("each scale has a mean of its own, by answers: (4 × 10 + 3 × 30) / 40 = 3.25, and 8 apart", () => {
    const { satisfacao, satisfacaoEmDuvida } = agregar(notas, { cem: false });
    expect(satisfacao).toEqual([
      { escala: { min: 1, max: 5 }, media: 3.25, respostas: 40, informados: 2 },
      { escala: { min: 0, max: 10 }, media: 8, respostas: 5, informados: 1 },
    ]);
    expect(satisfacaoEmDuvida).toBe(2);
  });

  it("only when asked are they put on 0–100 and joined: (75 × 10 + 50 × 30 + 80 × 5) / 45", () => {
    const { satisfacao } = agregar(notas, { cem: true });
    expect(satisfacao).toHaveLength(1);
    expect(satisfacao[0]?.media).toBeCloseTo(2650 / 45, 12);
    expect(satisfacao[0]?.respostas).toBe(45);
  });

  it("the ends of a scale are 0 and 100, negative ones too", () => {
    expect([1, 3, 5].map((v) => emCem(v, { min: 1, max: 5 }))).toEqual([0, 50, 100]);
    expect(emCem(0, { min: -2, max: 2 })).toBe(50);
  });

  it("a mark outside its scale, or of nobody, is not counted", () => {
    expect(notas.map((registro) => satisfacaoContada(registro, false)?.valor ?? null)).toEqual([4, 3, 8, null, null]);
  });
});
