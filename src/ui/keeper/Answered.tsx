import type { ReactNode } from "react";
import { AnswerState, type AnswerStatus } from "../states/AnswerState.tsx";
import type { AskedState } from "./use-keeper.ts";

interface AnsweredProps<P, R> {
  readonly pergunta: AskedState<P, R>;
  /** What is being computed: "contando o fluxo". */
  readonly rotulo: string;
  readonly altura?: string;
  /** Draws the answer with what was asked; both are the former ones while the next comes. */
  readonly children: (resposta: R, pede: P) => ReactNode;
}

/** Shows an answer of a keeper, or that it is on its way, or why it failed with a retry. */
export function Answered<P, R>({ pergunta, rotulo, altura = "12rem", children }: AnsweredProps<P, R>) {
  const answer: AnswerStatus<{ readonly pede: P; readonly resposta: R }> =
    pergunta.estado === "pronto" ? { estado: "pronto", answer: pergunta, atualizando: pergunta.atualizando } : pergunta;
  return (
    <AnswerState answer={answer} rotulo={rotulo} altura={altura}>
      {({ resposta, pede }) => children(resposta, pede)}
    </AnswerState>
  );
}
