import type { Question } from "./question.ts";

/** Asks whether the mark of an ambiguous number is of thousands or of decimals. */
export function decimalQuestion(titulo: string, exemplo = "4.990"): Question {
  const [mark, other] = exemplo.includes(".") ? (["ponto", "vírgula"] as const) : (["vírgula", "ponto"] as const);
  const digits = exemplo.replace(/[^\d.,]/g, "");
  const thousands = Number(digits.replace(/[.,]/g, "")).toLocaleString("pt-BR", { useGrouping: false });
  const decimals = Number(digits.replace(",", ".")).toLocaleString("pt-BR", { useGrouping: false });
  const asThousands = { valor: mark === "ponto" ? "virgula" : "ponto", rotulo: `${exemplo} é ${thousands}: ${mark === "ponto" ? "o ponto separa" : "a vírgula separa"} os milhares e os decimais vêm depois de ${other}` };
  const asDecimals = { valor: mark === "ponto" ? "ponto" : "virgula", rotulo: `${exemplo} é ${decimals}: os decimais vêm depois de ${mark}` };
  return {
    id: `decimal:${titulo}`,
    pergunta: `Na coluna "${titulo}", quanto é ${exemplo}?`,
    opcoes: [asThousands, asDecimals],
  };
}
