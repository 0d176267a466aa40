import { isBlankWord } from "../import/blank.ts";
import { readInteger, type NumberStyle } from "../import/numbers.ts";
import type { ConversionContext, Fit } from "./layout.ts";
import type { RawTable } from "../raw/raw.ts";
import { decimalQuestion } from "../import/decimal-question.ts";
import { cellText, readFigure } from "./cells.ts";
import type { Questions } from "./questions.ts";
import { rowWithoutFigures, unreadableNumber, unreadablePeriod } from "./cell-problems.ts";
import type { Measure, MeasureColumn } from "./measure.ts";
import { measureColumns, type ColumnEvidence } from "./measure-evidence.ts";
import { ratio4 } from "./tally.ts";

/** A quotient of two figures of one row: same source, municipality and period. */
export interface RowRatio {
  readonly indicador: string;
  readonly numerador: string;
  readonly denominador: string;
  readonly fator: number;
}

export interface MeasureReader {
  /** Reads the figures of a row and hands them on; false when the row has none. */
  readonly read: (row: { readonly linha: number; readonly campos: readonly string[]; readonly codigo: number }, periodo: string) => boolean;
  /** What became of a column beyond its indicator, for the list of used columns. */
  readonly nota: (position: number) => string;
}

/**
 * A reader of rows "municipality, period, one column an indicator". Number marks,
 * the scale of rates and the months that have values are learnt from the whole
 * file first.
 */
export function measureReader(
  tabela: RawTable,
  fit: Fit,
  columns: readonly MeasureColumn[],
  periodo: (campos: readonly string[]) => string | null,
  razoes: readonly RowRatio[],
  perguntas: Questions,
  { log, figura }: Pick<ConversionContext, "log" | "figura">,
  onProgress: (share: number) => void,
): MeasureReader {
  const evidence = measureColumns(tabela, fit, columns, periodo, onProgress);
  const styles = new Map(columns.map((column) => [column.position, styleOf(column, evidence, perguntas)]));
  const valueOf = (column: MeasureColumn, text: string): number | "vazio" | "invalido" | "ambiguo" => {
    const { measure, position } = column;
    if (measure.tipo === "inteiro") {
      if (PLAIN_COUNT.test(text)) return Number(text);
      if (text === "" || isBlankWord(text, "decimal")) return "vazio";
      const whole = readInteger(text);
      return typeof whole === "object" ? whole.valor : whole;
    }
    const reading = readFigure(text, styles.get(position) ?? "inteiro");
    if (typeof reading !== "number" || measure.tipo !== "taxa") return reading;
    return evidence.isShare(position) ? Number((reading * 100).toFixed(6)) : reading;
  };
  return {
    read({ linha, campos, codigo }, quando) {
      const read = new Map<MeasureColumn, number>();
      for (const column of columns) {
        const text = cellText(campos, column.position);
        const value = valueOf(column, text);
        if (value === "vazio") continue;
        if (typeof value === "number" && value >= 0) read.set(column, value);
        else unreadableNumber(log, linha, column.titulo, text, value === "ambiguo");
      }
      const published = new Set([...read].flatMap(([{ measure }, value]) => (value === 0 ? [] : [measure.assunto])));
      const figures = new Map<string, number>();
      for (const [column, value] of read) {
        const { measure, position, titulo } = column;
        if (value === 0 && !isTrueZero(measure, published, () => evidence.hasValue(quando, position))) {
          notPublished(log, linha, titulo, measure.zero === "nunca");
          continue;
        }
        if (!figures.has(measure.indicador)) figures.set(measure.indicador, value);
        figura({ codigo, periodo: quando, indicador: measure.indicador, valor: value }, linha);
      }
      for (const { indicador, numerador, denominador, fator } of razoes) {
        const over = figures.get(numerador);
        const under = figures.get(denominador);
        if (over === undefined || under === undefined || under === 0) continue;
        figura({ codigo, periodo: quando, indicador, valor: ratio4(over * fator, under), numerador: over, denominador: under }, linha);
      }
      return figures.size > 0;
    },
    nota: (position) => (evidence.isShare(position) && columns.some((column) => column.position === position && column.measure.tipo === "taxa") ? ", lida de 0 a 1 e mostrada em %" : ""),
  };
}

const PLAIN_COUNT = /^\d{1,15}$/;

function styleOf({ titulo, position }: MeasureColumn, evidence: ColumnEvidence, perguntas: Questions): NumberStyle {
  const decided = evidence.style(position);
  if (decided !== "ambiguo") return decided;
  const answer = perguntas.ask(decimalQuestion(titulo));
  return answer === "virgula" || answer === "ponto" ? answer : "ambiguo";
}

function isTrueZero({ zero, assunto }: Measure, published: ReadonlySet<string>, hasValueInPeriod: () => boolean): boolean {
  switch (zero) {
    case "sempre":
      return true;
    case "nunca":
      return false;
    case "com-irmaos":
      return published.has(assunto);
    case "com-periodo":
      return published.has(assunto) || hasValueInPeriod();
  }
}

function notPublished(log: ConversionContext["log"], linha: number, coluna: string, never: boolean): void {
  log.add("nao-publicado", {
    gravidade: "aviso",
    linha,
    coluna,
    valor: "0",
    mensagem: never
      ? "O zero foi lido como mês ainda não publicado, não como zero: nenhum município fica sem este número."
      : "O zero foi lido como mês ainda não publicado, não como zero: as outras colunas do assunto também estão zeradas ou vazias.",
    conserto: "Espere a publicação do mês e baixe o arquivo de novo.",
  });
}

/** How a row of monthly figures is read: its period, then its columns; what is wrong goes to the log. */
export function monthlyRow(
  reader: MeasureReader,
  periodo: (campos: readonly string[]) => string | null,
  fit: Fit,
  log: ConversionContext["log"],
  exemplo: string,
): (row: { readonly linha: number; readonly campos: readonly string[]; readonly codigo: number }) => boolean {
  const periodAt = fit.posicao.get("periodo");
  return (row) => {
    const quando = periodo(row.campos);
    if (quando === null) {
      unreadablePeriod(log, row.linha, fit.titulos[periodAt ?? 0] ?? "", cellText(row.campos, periodAt), exemplo);
      return false;
    }
    if (reader.read(row, quando)) return true;
    rowWithoutFigures(log, row.linha);
    return false;
  };
}

/** A fit and its uses with the columns of figures among them, for the list of used columns. */
export function withMeasures(
  fit: Fit,
  columns: readonly MeasureColumn[],
  reader: MeasureReader,
  usos: readonly (readonly [campo: string, uso: string])[],
): { readonly used: Fit; readonly usos: ReadonlyMap<string, string> } {
  const field = (position: number): string => `campo:${String(position)}`;
  return {
    used: { ...fit, posicao: new Map([...fit.posicao, ...columns.map(({ position }): [string, number] => [field(position), position])]) },
    usos: new Map([...usos, ...columns.map(({ position, measure }): [string, string] => [field(position), `${measure.indicador}${reader.nota(position)}`])]),
  };
}
