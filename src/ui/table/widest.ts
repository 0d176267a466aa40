import { isValor } from "../../core/absence.ts";
import { valueText } from "./cell-text.ts";
import type { TableColumn } from "./props.ts";

const MAX_CHARS = 40;
/** Rows looked at, spread over all of them: a longer text outside these would only widen its column when it comes in sight. */
const MAX_ROWS = 6000;

/**
 * The longest text of each column, cut at 40 characters. A hidden row holds them,
 * so that columns keep their width while only some rows are drawn. Of more than
 * 6,000 rows so many are looked at, evenly spread.
 */
export function widestTexts<R>(
  colunas: readonly TableColumn<R>[],
  linhas: readonly R[],
): readonly string[] {
  const seen = spread(linhas);
  return colunas.map((coluna) => {
    let text = "";
    let min = 0;
    let max = 0;
    const keep = (candidate: string): void => {
      if (candidate.length > text.length) text = candidate;
    };
    for (const linha of seen) {
      const valor = coluna.valor(linha);
      if (typeof valor !== "string" && isValor(valor)) {
        min = Math.min(min, valor.valor);
        max = Math.max(max, valor.valor);
      } else keep(valueText(coluna, valor));
      if (text.length >= MAX_CHARS) break;
    }
    if (min < 0) keep(valueText(coluna, { valor: min }));
    if (max > 0) keep(valueText(coluna, { valor: max }));
    return text.slice(0, MAX_CHARS);
  });
}

function spread<R>(linhas: readonly R[]): readonly R[] {
  if (linhas.length <= MAX_ROWS) return linhas;
  return Array.from({ length: MAX_ROWS }, (_, i) => linhas[Math.floor((i * linhas.length) / MAX_ROWS)]).filter((linha) => linha !== undefined);
}
