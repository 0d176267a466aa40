import { isValor } from "../../core/absence.ts";
import type { TableColumn, TableOrder } from "./props.ts";

const collator = new Intl.Collator("pt-BR", { numeric: true, sensitivity: "base" });

/**
 * The rows in the order of one column. Absences and empty text come last in both
 * directions; equals keep the order they came in. Does not change `linhas`.
 */
export function sortRows<R>(
  linhas: readonly R[],
  coluna: TableColumn<R>,
  sentido: TableOrder["sentido"],
): R[] {
  const sign = sentido === "asc" ? 1 : -1;
  const numbers: { row: R; key: number }[] = [];
  const texts: { row: R; key: string }[] = [];
  const absent: R[] = [];
  for (const row of linhas) {
    const value = coluna.valor(row);
    if (typeof value === "string") {
      if (value === "") absent.push(row);
      else texts.push({ row, key: value });
    } else if (isValor(value)) numbers.push({ row, key: value.valor });
    else absent.push(row);
  }
  numbers.sort((a, b) => sign * (a.key - b.key));
  const compare = coluna.tipo === "data" ? compareText : collator.compare;
  texts.sort((a, b) => sign * compare(a.key, b.key));
  return [...numbers.map((item) => item.row), ...texts.map((item) => item.row), ...absent];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The order a click on a column's header asks for: the other way round, or the column's first way. */
export function nextOrder<R>(coluna: TableColumn<R>, ordem: TableOrder | null): TableOrder {
  if (ordem?.coluna === coluna.id) {
    return { coluna: coluna.id, sentido: ordem.sentido === "asc" ? "desc" : "asc" };
  }
  return { coluna: coluna.id, sentido: coluna.tipo === "texto" ? "asc" : "desc" };
}
