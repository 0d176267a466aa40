import { fold } from "../search.ts";

/** A row of the extract: one service of one municipality in one year. What was not informed is null, never 0. */
export interface LinhaDeServico {
  /** 7-digit IBGE code. */
  readonly codigo: number;
  readonly servico: string;
  readonly ano: number;
  /** Requests not yet concluded at the end of the year, and concluded in it. */
  readonly emAndamento: number | null;
  readonly concluidas: number | null;
  /** Days from request to conclusion, as the office counts them. */
  readonly tempoMedio: number | null;
  readonly tempoMediano: number | null;
  /** Mean satisfaction, on the scale from `satisfacaoMin` to `satisfacaoMax`. */
  readonly satisfacao: number | null;
  readonly satisfacaoMin: number | null;
  readonly satisfacaoMax: number | null;
  /** Answers the satisfaction is the mean of. */
  readonly respostas: number | null;
}

/** Two services are one when their names fold alike: "Cadastro Único" and "cadastro unico" are "cadastro-unico". */
export function chaveDoServico(nome: string): string {
  const chave = fold(nome).replaceAll(" ", "-");
  return chave === "" ? SEM_NOME : chave;
}

/** Key of a service whose name has neither letter nor figure. */
const SEM_NOME = "sem-nome";

/** A scale of satisfaction: its lowest and highest answer. */
export interface Escala {
  readonly min: number;
  readonly max: number;
}

/** The scale of a row; null when an end is missing or the ends are not in order. */
export function escalaDe({ satisfacaoMin: min, satisfacaoMax: max }: Pick<LinhaDeServico, "satisfacaoMin" | "satisfacaoMax">): Escala | null {
  return min === null || max === null || !(min < max) ? null : { min, max };
}

/** Tells scales apart: satisfaction is never averaged over two of them. */
export function chaveDaEscala({ min, max }: Escala): string {
  return `${min} a ${max}`;
}

/** The scale 0–100, to which every other can be stretched. */
export const ESCALA_DE_CEM: Escala = { min: 0, max: 100 };

/** A mark on the scale stretched to 0–100: `(valor - min) / (max - min) × 100`. */
export function emCem(valor: number, { min, max }: Escala): number {
  return ((valor - min) / (max - min)) * 100;
}
