import { isBlankWord } from "../import/blank.ts";
import { numberEvidence, readNumber, type NumberStyle } from "../import/numbers.ts";
import type { RawTable } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import type { Fit } from "./layout.ts";
import type { MeasureColumn } from "./measure.ts";
import { eachData } from "./records.ts";

/** What the whole file says of its columns of figures. */
export interface ColumnEvidence {
  readonly style: (position: number) => NumberStyle;
  /** The column never passes 1: a rate written as a share. */
  readonly isShare: (position: number) => boolean;
  /** Some municipality has a value above zero in the column that month. */
  readonly hasValue: (periodo: string, position: number) => boolean;
}

/** Reads the columns that need it once: counts say nothing by their marks, which in them can only be thousands. */
export function measureColumns(
  tabela: RawTable,
  fit: Fit,
  columns: readonly MeasureColumn[],
  periodo: (campos: readonly string[]) => string | null,
  onProgress: (share: number) => void,
): ColumnEvidence {
  const measured = columns.map(({ position, measure }) => ({
    position,
    hasDecimals: measure.tipo !== "inteiro",
    isRate: measure.tipo === "taxa",
    watchesPeriod: measure.zero === "com-periodo",
    evidence: numberEvidence(),
    max: 0,
    periods: new Set<string>(),
  }));
  const needed = measured.filter(({ hasDecimals, watchesPeriod }) => hasDecimals || watchesPeriod);
  if (needed.length > 0) {
    eachData(tabela, fit, ({ campos }) => {
      for (const column of needed) {
        const text = cellText(campos, column.position);
        if (text === "" || isBlankWord(text, "decimal")) continue;
        if (column.hasDecimals) column.evidence.add(text);
        if (column.isRate) {
          const reading = readNumber(text, "misto");
          if (typeof reading === "object") column.max = Math.max(column.max, reading.valor);
        }
        if (column.watchesPeriod && /[1-9]/.test(text)) {
          const quando = periodo(campos);
          if (quando !== null) column.periods.add(quando);
        }
      }
    }, onProgress);
  }
  const byPosition = new Map(measured.map((column) => [column.position, column]));
  return {
    style: (position) => byPosition.get(position)?.evidence.decide() ?? "inteiro",
    isShare: (position) => {
      const column = byPosition.get(position);
      return column !== undefined && column.isRate && column.max <= 1;
    },
    hasValue: (quando, position) => byPosition.get(position)?.periods.has(quando) ?? false,
  };
}
