/** What a column of monthly figures brings and how its zero is to be taken. */
export interface Measure {
  readonly indicador: string;
  /** `inteiro` counts; `decimal` amounts and percentages; `indice` 0–1; `taxa` a share the source writes 0–1 or 0–100, kept as 0–100. */
  readonly tipo: "inteiro" | "decimal" | "indice" | "taxa";
  /** Columns of one subject are published together: they vouch for each other's zeros. */
  readonly assunto: string;
  /**
   * When a zero is a figure: `sempre`; `nunca` (no municipality has none: the month is
   * not published); `com-irmaos` (another column of the subject has a value in the row);
   * `com-periodo` (so, or the column has a value in that month elsewhere in the file).
   */
  readonly zero: "sempre" | "nunca" | "com-irmaos" | "com-periodo";
}

export interface MeasureColumn {
  readonly measure: Measure;
  readonly position: number;
  readonly titulo: string;
}
