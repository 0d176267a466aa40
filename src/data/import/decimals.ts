import { isBlankWord } from "./blank.ts";
import type { FoundHeader } from "./header.ts";
import { numberEvidence, type NumberStyle } from "./numbers.ts";
import type { Question } from "./question.ts";
import type { HeaderMatch } from "./recognise.ts";
import { eachRecord } from "./records.ts";
import type { ProblemLog } from "./report.ts";
import { clean } from "./values.ts";
import { fileProblem } from "./whole-file.ts";

export interface DecimalStyles {
  /** How each decimal column of the contract writes its numbers, by column name. */
  readonly estilos: ReadonlyMap<string, NumberStyle>;
  /** What only the user can tell. */
  readonly perguntas: readonly Question[];
}

/** Decides how each decimal column writes its numbers, from all its values; `respostas` are the user's, by question id. */
export function decideStyles(
  header: FoundHeader,
  { contract, posicao }: HeaderMatch,
  respostas: ReadonlyMap<string, string>,
  log: ProblemLog,
  onProgress: (share: number) => void,
): DecimalStyles {
  const measured = contract.columns.flatMap(({ name, type }) => {
    const position = posicao.get(name);
    return type === "decimal" && position !== undefined
      ? [{ name, position, titulo: header.nomes[position] ?? name, evidence: numberEvidence(), example: null as string | null }]
      : [];
  });
  if (measured.length > 0) {
    eachRecord(
      header,
      ({ tipo, defeito, campos }) => {
        if (tipo !== "dados" || defeito !== null) return true;
        for (const column of measured) {
          const raw = campos[column.position] ?? "";
          if (PLAIN_INTEGER.test(raw)) continue;
          const text = clean(raw);
          if (text === "" || isBlankWord(text, "decimal")) continue;
          column.evidence.add(text);
          column.example ??= text;
        }
        return true;
      },
      onProgress,
    );
  }
  const decided = measured.map((column) => ({ ...column, style: column.evidence.decide() }));
  const sure = new Set(decided.map(({ style }) => style).filter((style) => style === "virgula" || style === "ponto"));
  const [neighbour] = sure.size === 1 ? sure : [];
  const estilos = new Map<string, NumberStyle>();
  const perguntas: Question[] = [];
  for (const { name, titulo, style, example } of decided) {
    if (style !== "ambiguo") {
      estilos.set(name, style);
      continue;
    }
    const question = decimalQuestion(titulo, example ?? "4.990");
    const answer = respostas.get(question.id);
    if (answer === "virgula" || answer === "ponto") estilos.set(name, answer);
    else if (neighbour !== undefined) {
      estilos.set(name, neighbour);
      log.add("decimal-presumido", presumed(titulo, example ?? "4.990", neighbour));
    } else {
      estilos.set(name, style);
      perguntas.push(question);
    }
  }
  return { estilos, perguntas };
}

/** Digits alone tell nothing of decimal marks, and are most of the cells. */
const PLAIN_INTEGER = /^\d+$/;

/** Asks whether the mark of an ambiguous number is of thousands or of decimals. */
export function decimalQuestion(titulo: string, exemplo: string): Question {
  const [mark, other] = exemplo.includes(".") ? (["ponto", "vírgula"] as const) : (["vírgula", "ponto"] as const);
  const digits = exemplo.replace(/[^\d.,]/g, "");
  const thousands = Number(digits.replace(/[.,]/g, "")).toLocaleString("pt-BR", { useGrouping: false });
  const decimals = Number(digits.replace(",", ".")).toLocaleString("pt-BR", { useGrouping: false });
  const asThousands = { valor: mark === "ponto" ? "virgula" : "ponto", rotulo: `${exemplo} é ${thousands}: o ${mark === "ponto" ? "ponto separa" : "sinal separa"} os milhares e os decimais vêm depois de ${other}` };
  const asDecimals = { valor: mark === "ponto" ? "ponto" : "virgula", rotulo: `${exemplo} é ${decimals}: os decimais vêm depois de ${mark}` };
  return {
    id: `decimal:${titulo}`,
    pergunta: `Na coluna "${titulo}", quanto é ${exemplo}?`,
    opcoes: [asThousands, asDecimals],
  };
}

function presumed(titulo: string, exemplo: string, style: "virgula" | "ponto") {
  const isThousands = (style === "virgula") === exemplo.includes(".");
  const read = isThousands ? exemplo.replace(/[.,]/g, "") : exemplo.replace(".", ",");
  return {
    ...fileProblem(
      "aviso",
      `Os números da coluna cabem em duas leituras; ela foi lida como as outras do arquivo: ${exemplo} é ${read}.`,
      "Confira um valor conhecido; se estiver errado, escreva os decimais de outro modo (por exemplo 4,99).",
    ),
    coluna: titulo,
  };
}
