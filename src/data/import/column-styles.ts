import type { Column } from "../contracts/contract.ts";
import { dayOrderEvidence, type DayOrderEvidence } from "../layouts/dates.ts";
import { isBlankWord } from "./blank.ts";
import type { FoundHeader } from "./header.ts";
import { numberEvidence, type NumberEvidence, type NumberStyle } from "./numbers.ts";
import { decimalQuestion } from "./decimal-question.ts";
import type { Question } from "./question.ts";
import type { HeaderMatch } from "./recognise.ts";
import type { TableRecord } from "../raw/raw.ts";
import { eachRecord } from "./records.ts";
import type { ProblemLog } from "./report.ts";
import { clean, type DateOrder } from "./values.ts";
import { fileProblem } from "./whole-file.ts";

/** How the cells of a file's columns are written, where a text alone reads two ways. */
export interface ColumnStyles {
  /** How each decimal column of the contract writes its numbers, by column name. */
  readonly numeros: ReadonlyMap<string, NumberStyle>;
  /** Which of two numbers is the day, for the date columns that do not write the day first. */
  readonly datas: ReadonlyMap<string, DateOrder>;
  /** What only the user can tell. */
  readonly perguntas: readonly Question[];
}

interface Measured {
  readonly column: Column;
  readonly position: number;
  readonly titulo: string;
  readonly numbers: NumberEvidence;
  readonly days: DayOrderEvidence;
  /** The first text that reads two ways. */
  example: string | null;
}

/** Learns from the rows how the columns are written. */
export interface StyleWatch {
  readonly see: (record: TableRecord) => void;
  /** After the last row; `respostas` are the user's, by question id. */
  readonly decide: (respostas: ReadonlyMap<string, string>, log: ProblemLog) => ColumnStyles;
  /** Nothing is to be learnt. */
  readonly isIdle: boolean;
  /** There is nothing but dates, which are read day first unless a value says otherwise: the rows can be read while it watches. */
  readonly isOnlyDates: boolean;
}

/** A watch over the columns of a file whose cells can be written in more than one way. */
export function watchStyles(header: FoundHeader, { contract, posicao }: HeaderMatch): StyleWatch {
  const measured = contract.columns.flatMap((column): Measured[] => {
    const position = posicao.get(column.name);
    if (position === undefined || (column.type !== "decimal" && column.type !== "data")) return [];
    return [{ column, position, titulo: header.nomes[position] ?? column.name, numbers: numberEvidence(), days: dayOrderEvidence(), example: null }];
  });
  const decimals = measured.filter(({ column }) => column.type === "decimal");
  return {
    see({ tipo, defeito, campos }) {
      if (tipo === "dados" && defeito === null) for (const item of measured) measure(item, campos[item.position] ?? "");
    },
    decide(respostas, log) {
      const perguntas: Question[] = [];
      const numeros = decideNumbers(decimals, respostas, perguntas, log);
      const datas = decideDates(measured.filter(({ column }) => column.type === "data"), respostas, perguntas);
      return { numeros, datas, perguntas };
    },
    isIdle: measured.length === 0,
    isOnlyDates: decimals.length === 0,
  };
}

/** Decides how numbers and dates are written, column by column, from all their values. */
export function decideStyles(
  header: FoundHeader,
  watch: StyleWatch,
  respostas: ReadonlyMap<string, string>,
  log: ProblemLog,
  onProgress: (share: number) => void,
): ColumnStyles {
  if (!watch.isIdle) {
    eachRecord(
      header,
      (record) => {
        watch.see(record);
        return true;
      },
      onProgress,
    );
  }
  return watch.decide(respostas, log);
}

function measure(item: Measured, raw: string): void {
  if (item.column.type === "data") {
    if (raw === "" || startsWithYear(raw)) return;
    item.days.add(raw.trim());
    if (item.example === null && TWO_WAYS.test(raw)) item.example = raw.trim();
    return;
  }
  if (PLAIN_INTEGER.test(raw)) return;
  const text = clean(raw);
  if (text === "" || isBlankWord(text, "decimal")) return;
  item.numbers.add(text);
  item.example ??= text;
}

function decideNumbers(measured: readonly Measured[], respostas: ReadonlyMap<string, string>, perguntas: Question[], log: ProblemLog): Map<string, NumberStyle> {
  const decided = measured.map((item) => ({ ...item, style: item.numbers.decide() }));
  const sure = new Set(decided.map(({ style }) => style).filter((style) => style === "virgula" || style === "ponto"));
  const [neighbour] = sure.size === 1 ? sure : [];
  const styles = new Map<string, NumberStyle>();
  for (const { column, titulo, style, example } of decided) {
    styles.set(column.name, style);
    if (style !== "ambiguo") continue;
    const question = decimalQuestion(titulo, example ?? "4.990");
    const answer = respostas.get(question.id);
    if (answer === "virgula" || answer === "ponto") styles.set(column.name, answer);
    else if (neighbour === undefined) perguntas.push(question);
    else {
      styles.set(column.name, neighbour);
      log.add("decimal-presumido", presumed(titulo, example ?? "4.990", neighbour));
    }
  }
  return styles;
}

/** Day first is how Brazil writes, unless a value says otherwise; then what reads both ways is asked. */
function decideDates(measured: readonly Measured[], respostas: ReadonlyMap<string, string>, perguntas: Question[]): Map<string, DateOrder> {
  const orders = new Map<string, DateOrder>();
  for (const { column, titulo, days, example } of measured) {
    const order = days.decide();
    if ((order !== "mes-dia" && order !== "misto") || example === null) continue;
    const question = dateQuestion(titulo, example);
    const answer = respostas.get(question.id);
    if (answer === "dia-mes" || answer === "mes-dia") orders.set(column.name, answer);
    else perguntas.push(question);
  }
  return orders;
}

/** Both numbers can be the month, and which one is changes the date; points are only ever used day first. */
const TWO_WAYS = /^\s*(0?[1-9]|1[0-2])[/-](?!\1[/-])(?:0?[1-9]|1[0-2])[/-]\d{4}\b/;

function dateQuestion(titulo: string, exemplo: string): Question {
  const [first = "", second = ""] = exemplo.split(/[/-]/);
  return {
    id: `data:${titulo}`,
    pergunta: `Na coluna "${titulo}" há datas com o mês antes do dia. Que dia é ${exemplo}?`,
    opcoes: [
      { valor: "dia-mes", rotulo: `dia ${String(Number(first))} do mês ${String(Number(second))}` },
      { valor: "mes-dia", rotulo: `dia ${String(Number(second))} do mês ${String(Number(first))}` },
    ],
  };
}

/** True for what begins as 2026-…: the year first, as most files write, tells nothing of the order of day and month. */
function startsWithYear(text: string): boolean {
  return text.charCodeAt(4) === HYPHEN && text.charCodeAt(1) >= ZERO && text.charCodeAt(2) >= ZERO;
}

const HYPHEN = 45;
const ZERO = 48;

/** Digits alone tell nothing of decimal marks, and are most of the cells. */
const PLAIN_INTEGER = /^\d+$/;

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
