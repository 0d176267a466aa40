import type { ReactNode } from "react";
import type { NomeDaPergunta, Perguntas } from "../../data/apoio/perguntas.ts";
import type { EstadoDaPergunta } from "../../ui/apoio/use-pergunta-do-apoio.ts";
import { AnswerState, type AnswerStatus } from "../../ui/states/AnswerState.tsx";

interface RespondidaProps<N extends NomeDaPergunta> {
  readonly pergunta: EstadoDaPergunta<N>;
  /** What is being computed: "contando o mínimo anual". */
  readonly rotulo: string;
  readonly altura?: string;
  /** Draws the answer with what was asked; both are the former ones while the next comes. */
  readonly children: (resposta: Perguntas[N]["responde"], pede: Perguntas[N]["pede"]) => ReactNode;
}

/** Shows an answer of the record of support, or that it is on its way, or why it failed with a retry. */
export function Respondida<N extends NomeDaPergunta>({ pergunta, rotulo, altura = "12rem", children }: RespondidaProps<N>) {
  const answer: AnswerStatus<Perguntas[N]["responde"]> =
    pergunta.estado === "pronto" ? { estado: "pronto", answer: pergunta.resposta, atualizando: pergunta.atualizando } : pergunta;
  const pede = pergunta.estado === "pronto" ? pergunta.pede : null;
  return (
    <AnswerState answer={answer} rotulo={rotulo} altura={altura}>
      {(resposta) => (pede === null ? null : children(resposta, pede))}
    </AnswerState>
  );
}
