import { diaDe } from "../denuncias/dia.ts";
import type { Acao } from "./plano.ts";

/** How an action stands today, those that wait the longest first. */
export const SITUACOES_DA_ACAO = ["atrasada", "sem-prazo", "no-prazo", "concluida"] as const;
export type SituacaoDaAcao = (typeof SITUACOES_DA_ACAO)[number];

export const SITUACAO_ROTULO: Readonly<Record<SituacaoDaAcao, string>> = {
  atrasada: "Passou do prazo",
  "sem-prazo": "Sem prazo",
  "no-prazo": "No prazo",
  concluida: "Concluída",
};

export interface EstadoDaAcao {
  readonly situacao: SituacaoDaAcao;
  /** Days past the deadline today, of one that is late; null of the others. */
  readonly atraso: number | null;
  /** Days to the deadline, 0 on the day; null of one that is late, done or without one. */
  readonly faltam: number | null;
  /** Days from the deadline to the day it was done, of one done late; null of the others. */
  readonly concluidaComAtraso: number | null;
}

/**
 * How an action stands. Due today is still in time; a conclusion on a day to come
 * has not happened.
 * @param hoje days from 1970-01-01
 */
export function estadoDaAcao({ prazo, conclusao }: Pick<Acao, "prazo" | "conclusao">, hoje: number): EstadoDaAcao {
  const ate = prazo === null ? null : diaDe(prazo);
  const feita = conclusao === null ? null : diaDe(conclusao);
  if (feita !== null && feita <= hoje) {
    return { situacao: "concluida", atraso: null, faltam: null, concluidaComAtraso: ate !== null && feita > ate ? feita - ate : null };
  }
  if (ate === null) return { situacao: "sem-prazo", atraso: null, faltam: null, concluidaComAtraso: null };
  return ate < hoje
    ? { situacao: "atrasada", atraso: hoje - ate, faltam: null, concluidaComAtraso: null }
    : { situacao: "no-prazo", atraso: null, faltam: ate - hoje, concluidaComAtraso: null };
}
