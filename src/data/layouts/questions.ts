import type { Question } from "../import/question.ts";

/** The questions of one reading, each once, and the answers given before. */
export interface Questions {
  /** The answer, when it is one of the options; else the question is kept and null returned. */
  readonly ask: (question: Question) => string | null;
  readonly open: () => readonly Question[];
}

/** Beyond so many a file is not asked about one by one: its places are set aside with a problem. */
const MAX_QUESTIONS = 50;

export function questions(respostas: ReadonlyMap<string, string>): Questions {
  const asked = new Map<string, Question>();
  return {
    ask(question) {
      const answer = respostas.get(question.id);
      if (answer !== undefined && question.opcoes.some(({ valor }) => valor === answer)) return answer;
      if (asked.size < MAX_QUESTIONS) asked.set(question.id, question);
      return null;
    },
    open: () => [...asked.values()],
  };
}
