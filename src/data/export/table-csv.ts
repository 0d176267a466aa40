import { AUSENCIA_ROTULO, isValor, type Celula } from "../../core/absence.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { toCsv, type CsvColumn } from "./csv.ts";

/** The part of a table's column an export needs. */
export interface ExportColumn<R> extends CsvColumn {
  readonly valor: (linha: R) => string | Celula;
}

/**
 * The rows of a table as CSV: the same columns in the same order, numbers at
 * full precision, absences in the words the screen uses ("sem dado", "não
 * publicado ainda", …).
 */
export function tableCsv<R>(
  header: ExportHeader,
  colunas: readonly ExportColumn<R>[],
  linhas: readonly R[],
): string {
  return toCsv(
    header,
    colunas,
    linhas.map((linha) =>
      colunas.map(({ valor }) => {
        const value = valor(linha);
        if (typeof value === "string") return value;
        return isValor(value) ? value.valor : AUSENCIA_ROTULO[value.ausencia];
      }),
    ),
  );
}
