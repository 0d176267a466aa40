import type { Contract } from "./contract.ts";

/** Reads from a row what it says of the span of its extract, by position of column; null when nothing. */
export function spanReader({ columns, extensao }: Pick<Contract, "columns" | "extensao">): (cell: (at: number) => string | null) => string | null {
  const at = extensao === undefined ? columns.findIndex(({ type }) => type === "data" || type === "periodo") : columns.findIndex(({ name }) => name === extensao.coluna);
  if (at === -1) return () => null;
  const so = extensao?.so;
  if (so === undefined) return (cell) => cell(at);
  const soAt = columns.findIndex(({ name }) => name === so.coluna);
  return (cell) => ((cell(soAt) ?? so.valor) === so.valor ? cell(at) : null);
}
