import type { ReactNode } from "react";
import type { EngineError } from "../../data/session/session.ts";
import { ErrorState } from "./ErrorState.tsx";
import { Loading } from "./Loading.tsx";
import "./states.css";

/** Where an answer of the engine stands; what `useAnswer` returns. */
export type AnswerStatus<A> =
  | { readonly estado: "carregando" }
  | { readonly estado: "pronto"; readonly answer: A; readonly atualizando: boolean }
  | {
      readonly estado: "erro";
      readonly erro: EngineError;
      readonly tentarDeNovo: () => void;
    };

export interface AnswerStateProps<A> {
  readonly answer: AnswerStatus<A>;
  /** What is being computed: "contando as denúncias". */
  readonly rotulo: string;
  /** Height kept while loading (CSS length), so that nothing jumps. */
  readonly altura?: string | number;
  /** Draws the answer; it is the former one while `atualizando`. */
  readonly children: (answer: A, atualizando: boolean) => ReactNode;
}

/** Shows an answer of the engine, or that it is on its way, or why it failed with a retry. */
export function AnswerState<A>({ answer, rotulo, altura = "12rem", children }: AnswerStateProps<A>) {
  if (answer.estado === "carregando") return <Loading rotulo={rotulo} altura={altura} />;
  if (answer.estado === "erro") {
    return (
      <ErrorState
        titulo="Não foi possível responder"
        mensagem={answer.erro.message}
        conserto={answer.erro.whatToDo}
        detalhe={answer.erro.detail}
        onTentarDeNovo={answer.tentarDeNovo}
      />
    );
  }
  return (
    <div className="states-answer" aria-busy={answer.atualizando}>
      {answer.atualizando ? <div className="states-updating" /> : null}
      {children(answer.answer, answer.atualizando)}
    </div>
  );
}
