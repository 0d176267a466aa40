import { describe, expect, test } from "vitest";
import { comoRegistros, protegerServico } from "../../../src/core/publico/servicos.ts";
import { montarPainel } from "../../../src/core/servicos/montar.ts";
import type { LinhaDeServico } from "../../../src/core/servicos/registro.ts";

const K = 5;
const LINHA: LinhaDeServico = {
  codigo: 1,
  servico: "Acolhida",
  ano: 2025,
  emAndamento: 8,
  concluidas: 40,
  tempoMedio: 12.5,
  tempoMediano: 9,
  satisfacao: 4.2,
  satisfacaoMin: 1,
  satisfacaoMax: 5,
  respostas: 6,
};

function registro(parte: Partial<LinhaDeServico> = {}) {
  const [achado] = montarPainel([{ ...LINHA, ...parte }], 2026).registros;
  if (achado === undefined) throw new Error("the row was refused");
  return achado;
}

describe("a row of the panel of services as it goes out", () => {
  test("shows times and satisfaction over visible counts", () => {
    expect(protegerServico(registro(), { concluidas: 40, emAndamento: 8 }, K)).toEqual({
      codigo: 1,
      chave: "acolhida",
      ano: 2025,
      emAndamento: 8,
      concluidas: 40,
      tempoMedio: 12.5,
      tempoMediano: 9,
      satisfacao: 4.2,
      escala: { min: 1, max: 5 },
      respostas: 6,
    });
  });

  test("hides every time, satisfaction and number of answers where the concluded requests are hidden", () => {
    const publica = protegerServico(registro(), { concluidas: "oculto", emAndamento: 8 }, K);
    expect([publica.tempoMedio, publica.tempoMediano, publica.satisfacao, publica.escala, publica.respostas]).toEqual(["oculto", "oculto", null, null, null]);
  });

  test("a hidden count looks the same with a time and without: a blank would tell that nothing was concluded", () => {
    const comTempo = protegerServico(registro(), { concluidas: "oculto", emAndamento: 8 }, K);
    const semTempo = protegerServico(registro({ concluidas: 0, tempoMedio: null, tempoMediano: null, satisfacao: null, respostas: null }), { concluidas: "oculto", emAndamento: 8 }, K);
    expect(semTempo).toEqual(comTempo);
  });

  test.each([1, 4, 0, null])("answers of %s persons look like answers that nobody told", (respostas) => {
    const poucas = protegerServico(registro({ respostas }), { concluidas: 40, emAndamento: 8 }, K);
    const nenhuma = protegerServico(registro({ satisfacao: null, respostas: null }), { concluidas: 40, emAndamento: 8 }, K);
    expect(poucas).toEqual(nenhuma);
  });

  test("five answers are enough, and a figure in doubt is none", () => {
    expect(protegerServico(registro({ respostas: 5 }), { concluidas: 40, emAndamento: 8 }, K).satisfacao).toBe(4.2);
    // 11 is off the scale from 1 to 5.
    expect(protegerServico(registro({ satisfacao: 11 }), { concluidas: 40, emAndamento: 8 }, K).satisfacao).toBeNull();
  });

  test("a time without a count of persons is hidden: nobody knows whose it is", () => {
    const publica = protegerServico(registro({ concluidas: null }), { concluidas: null, emAndamento: 8 }, K);
    expect([publica.concluidas, publica.tempoMedio]).toEqual([null, "oculto"]);
    expect(protegerServico(registro({ concluidas: null, tempoMedio: null }), { concluidas: null, emAndamento: 8 }, K).tempoMedio).toBeNull();
  });

  test("in an account, what is hidden is missing and never zero", () => {
    const publica = protegerServico(registro(), { concluidas: "oculto", emAndamento: "oculto" }, K);
    const [linha] = comoRegistros([publica], () => "Acolhida");
    expect([linha?.concluidas, linha?.emAndamento, linha?.tempoMedio, linha?.satisfacao]).toEqual([null, null, null, null]);
  });
});
