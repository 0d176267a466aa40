import { montarPainel, type LinhaDeServico, type RegistroDeServico } from "../../../src/core/servicos/index.ts";

const VAZIA: LinhaDeServico = {
  codigo: 1,
  servico: "Acolhida",
  ano: 2025,
  emAndamento: null,
  concluidas: null,
  tempoMedio: null,
  tempoMediano: null,
  satisfacao: null,
  satisfacaoMin: null,
  satisfacaoMax: null,
  respostas: null,
};

/** A row with what is given, and nothing else informed. */
export function linha(dita: Partial<LinhaDeServico>): LinhaDeServico {
  return { ...VAZIA, ...dita };
}

/** Satisfaction with its scale and answers: `nota(4, [1, 5], 10)`. */
export function nota(satisfacao: number, [satisfacaoMin, satisfacaoMax]: readonly [number, number], respostas: number | null): Partial<LinhaDeServico> {
  return { satisfacao, satisfacaoMin, satisfacaoMax, respostas };
}

/** Rows checked in 2026, as they are counted. */
export function registros(ditas: readonly Partial<LinhaDeServico>[]): readonly RegistroDeServico[] {
  return montarPainel(ditas.map(linha), 2026).registros;
}
