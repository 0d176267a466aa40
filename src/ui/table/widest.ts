import { isValor } from "../../core/absence.ts";
import { valueText } from "./cell-text.ts";
import type { TableColumn } from "./props.ts";

const MAX_CHARS = 40;

/**
 * The longest text of each column, cut at 40 characters. A hidden row holds them,
 * so that columns keep their width while only some rows are drawn.
 */
export function widestTexts<R>(
  colunas: readonly TableColumn<R>[],
  linhas: readonly R[],
): readonly string[] {
  return colunas.map((coluna) => {
    let text = "";
    let min = 0;
    let max = 0;
    const keep = (candidate: string): void => {
      if (candidate.length > text.length) text = candidate;
    };
    for (const linha of linhas) {
      const valor = coluna.valor(linha);
      if (typeof valor !== "string" && isValor(valor)) {
        min = Math.min(min, valor.valor);
        max = Math.max(max, valor.valor);
      } else keep(valueText(coluna, valor));
    }
    if (min < 0) keep(valueText(coluna, { valor: min }));
    if (max > 0) keep(valueText(coluna, { valor: max }));
    return text.slice(0, MAX_CHARS);
  });
}
