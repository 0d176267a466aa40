import { memo, type ReactNode } from "react";
import { isValor } from "../../core/absence.ts";
import { valueText } from "./cell-text.ts";
import type { TableColumn } from "./props.ts";

export interface TableRowProps<R> {
  readonly linha: R;
  readonly colunas: readonly TableColumn<R>[];
  /** 0-based place in the current order. */
  readonly index: number;
  readonly isGrid: boolean;
  readonly isSelected: boolean;
  readonly isHighlighted: boolean;
  /** Column of the cell that takes the focus, when it is in this row. */
  readonly activeColumn: number | null;
  readonly measure?: (element: HTMLTableRowElement | null) => void;
}

function cellContent<R>(coluna: TableColumn<R>, linha: R): ReactNode {
  if (coluna.render !== undefined) return coluna.render(linha);
  const valor = coluna.valor(linha);
  const text = valueText(coluna, valor);
  return typeof valor !== "string" && !isValor(valor) ? <span className="ui-absence">{text}</span> : text;
}

function Row<R>({
  linha,
  colunas,
  index,
  isGrid,
  isSelected,
  isHighlighted,
  activeColumn,
  measure,
}: TableRowProps<R>) {
  const className = ["table-row", isSelected && "is-selected", isHighlighted && "is-highlighted"]
    .filter(Boolean)
    .join(" ");
  return (
    <tr
      ref={measure}
      className={className}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isGrid ? isSelected : undefined}
    >
      {colunas.map((coluna, column) => {
        const props = {
          className: coluna.tipo === "texto" ? undefined : `table-${coluna.tipo}`,
          "data-column": column,
          tabIndex: isGrid ? (activeColumn === column ? 0 : -1) : undefined,
        };
        return column === 0 ? (
          <th key={coluna.id} scope="row" role={isGrid ? "rowheader" : undefined} {...props}>
            {cellContent(coluna, linha)}
          </th>
        ) : (
          <td key={coluna.id} role={isGrid ? "gridcell" : undefined} {...props}>
            {cellContent(coluna, linha)}
          </td>
        );
      })}
    </tr>
  );
}

/** A row, drawn again only when one of its own props changed. */
export const TableRow = memo(Row) as typeof Row;
