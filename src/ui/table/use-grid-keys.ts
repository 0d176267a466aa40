import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

/** The body cell that holds the table's single tab stop. */
export interface ActiveCell {
  readonly row: number;
  readonly column: number;
}

interface GridKeysOptions {
  readonly enabled: boolean;
  readonly active: ActiveCell;
  readonly setActive: (cell: ActiveCell) => void;
  readonly rows: number;
  readonly columns: number;
  readonly table: RefObject<HTMLTableElement | null>;
  /** Scrolls the table's own box until the row shows. */
  readonly reveal: (row: number) => void;
  /** Enter or space on a row. */
  readonly onChoose: (row: number) => void;
}

const PAGE = 10;

/**
 * Keyboard of an ARIA grid: arrows, Home/End (with Ctrl: first and last row),
 * PageUp/PageDown, Enter and space. One tab stop in the body; header buttons stay
 * tab stops of their own, and the arrows walk between them and the first row.
 */
export function useGridKeys({
  enabled,
  active: { row, column },
  setActive,
  rows,
  columns,
  table,
  reveal,
  onChoose,
}: GridKeysOptions): (event: KeyboardEvent<HTMLTableElement>) => void {
  const wantsFocus = useRef(false);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = table.current?.querySelector<HTMLElement>(
      `tbody tr[data-index="${row}"] [data-column="${column}"]`,
    );
    cell?.focus();
  });

  const move = (nextRow: number, nextColumn: number): void => {
    wantsFocus.current = true;
    const target = {
      row: Math.min(rows - 1, Math.max(0, nextRow)),
      column: Math.min(columns - 1, Math.max(0, nextColumn)),
    };
    reveal(target.row);
    setActive(target);
  };

  return (event) => {
    if (!enabled || rows === 0 || event.altKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    const header = target?.closest<HTMLElement>("thead [data-column]") ?? null;
    if (header !== null) {
      const at = Number(header.dataset["column"]);
      if (event.key === "ArrowDown") move(0, at);
      else if (event.key === "ArrowRight") focusHeader(table.current, at, 1);
      else if (event.key === "ArrowLeft") focusHeader(table.current, at, -1);
      else return;
      event.preventDefault();
      return;
    }
    const cell = target?.closest<HTMLElement>("tbody [data-column]") ?? null;
    // Keys typed in a control inside a cell belong to that control.
    if (cell === null || cell !== target) return;
    switch (event.key) {
      case "ArrowDown":
        move(row + 1, column);
        break;
      case "ArrowUp":
        if (row === 0) table.current?.querySelector<HTMLElement>(`thead [data-column="${column}"]`)?.focus();
        else move(row - 1, column);
        break;
      case "ArrowRight":
        move(row, column + 1);
        break;
      case "ArrowLeft":
        move(row, column - 1);
        break;
      case "Home":
        move(event.ctrlKey ? 0 : row, 0);
        break;
      case "End":
        move(event.ctrlKey ? rows - 1 : row, columns - 1);
        break;
      case "PageDown":
        move(row + PAGE, column);
        break;
      case "PageUp":
        move(row - PAGE, column);
        break;
      case "Enter":
      case " ":
        onChoose(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}

function focusHeader(table: HTMLTableElement | null, from: number, step: 1 | -1): void {
  const buttons = [...(table?.querySelectorAll<HTMLElement>("thead [data-column]") ?? [])];
  const at = buttons.findIndex((button) => Number(button.dataset["column"]) === from);
  buttons[at + step]?.focus();
}
