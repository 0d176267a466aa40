import { defaultRangeExtractor, observeElementRect, useVirtualizer } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
} from "react";
import { Empty } from "../states/Empty.tsx";
import { sortRows } from "./order.ts";
import type { DataTableProps } from "./props.ts";
import { TableFoot } from "./TableFoot.tsx";
import { TableHead } from "./TableHead.tsx";
import { TableRow } from "./TableRow.tsx";
import { useGridKeys, type ActiveCell } from "./use-grid-keys.ts";
import { usePrinting } from "./use-printing.ts";
import { widestTexts } from "./widest.ts";
import "./table.css";

/** Above this many rows only those in sight are drawn. */
const DRAW_ALL = 60;
const ROW_HEIGHT = 37;
const DEFAULT_HEIGHT = "32rem";

/**
 * A table of rows: sortable, copyable, printable whole. With `onSelecionar` it is
 * an ARIA grid (arrows move between cells, Enter chooses the row); without it, a
 * plain table in a scrollable region. Keep `colunas` and `linhas` the same objects
 * between renders: rows are sorted and drawn again only when they change.
 */
export function DataTable<R>({
  legenda,
  colunas,
  linhas,
  chave,
  ordem,
  onOrdem,
  selecionada = null,
  onSelecionar,
  destacada = null,
  onDestacar,
  vazio,
  altura,
  nomeLinhas = ["linha", "linhas", "f"],
}: DataTableProps<R>) {
  const captionId = useId();
  const box = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const lastHighlighted = useRef<R | null>(null);
  const isPrinting = usePrinting();
  const isGrid = onSelecionar !== undefined;

  const sorted = useMemo(() => {
    const coluna = colunas.find(({ id }) => id === ordem?.coluna);
    return coluna === undefined || ordem === null ? linhas : sortRows(linhas, coluna, ordem.sentido);
  }, [linhas, colunas, ordem]);

  const isWindowed = sorted.length > DRAW_ALL && !isPrinting;
  const widest = useMemo(
    () => (isWindowed ? widestTexts(colunas, linhas) : null),
    [isWindowed, colunas, linhas],
  );

  const [cell, setCell] = useState<ActiveCell>({ row: 0, column: 0 });
  const active = {
    row: Math.min(cell.row, Math.max(0, sorted.length - 1)),
    column: Math.min(cell.column, Math.max(0, colunas.length - 1)),
  };
  const keyAt = useCallback(
    (index: number) => {
      const linha = sorted[index];
      return linha === undefined ? index : chave(linha);
    },
    [sorted, chave],
  );
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count: sorted.length,
    enabled: isWindowed,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: keyAt,
    // Heights come from the resize observer alone: reading them as rows mount would force a layout each.
    measureElement: (element, entry, instance) => {
      const index = instance.indexFromElement(element);
      const known = instance.itemSizeCache.get(keyAt(index)) ?? ROW_HEIGHT;
      return entry?.borderBoxSize[0]?.blockSize || known;
    },
    overscan: 6,
    // The sticky header covers the start of the box.
    scrollPaddingEnd: 64,
    initialRect: { width: 800, height: 480 },
    // A box that is not laid out (hidden, or no layout engine) keeps the last known size.
    observeElementRect: (instance, report) =>
      observeElementRect(instance, (rect) => {
        if (rect.height > 0) report(rect);
      }),
    // The row that holds the focus stays drawn wherever the box is scrolled.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (isGrid && !indexes.includes(active.row)) indexes.push(active.row);
      return indexes.sort((a, b) => a - b);
    },
  });

  const reveal = (row: number): void => {
    if (isWindowed) virtualizer.scrollToIndex(row, { align: "auto" });
    else scrollBoxTo(box.current, table.current, row);
  };

  const onKeyDown = useGridKeys({
    enabled: isGrid,
    active,
    setActive: setCell,
    rows: sorted.length,
    columns: colunas.length,
    table,
    reveal,
    onChoose: (row) => {
      const linha = sorted[row];
      if (linha !== undefined) onSelecionar?.(linha);
    },
  });

  const selectedIndex = useMemo(
    () => (selecionada === null ? -1 : sorted.findIndex((linha) => chave(linha) === selecionada)),
    [sorted, selecionada, chave],
  );
  // Only a new choice scrolls; a new order keeps the reader where they are.
  const revealChoice = useEffectEvent(() => {
    if (selectedIndex >= 0) reveal(selectedIndex);
  });
  useEffect(() => {
    revealChoice();
  }, [selecionada]);

  if (linhas.length === 0) return <Empty mensagem={vazio} />;

  const rowAt = (target: EventTarget): number => {
    const row = target instanceof Element ? target.closest<HTMLElement>("tbody tr[data-index]") : null;
    return row === null ? -1 : Number(row.dataset["index"]);
  };
  const highlight = (linha: R | null): void => {
    if (onDestacar === undefined || lastHighlighted.current === linha) return;
    lastHighlighted.current = linha;
    onDestacar(linha);
  };
  const choose = (event: MouseEvent<HTMLTableSectionElement>): void => {
    if (!isGrid || !(event.target instanceof Element)) return;
    if (event.target.closest("a, button, input, select, label, summary") !== null) return;
    const row = rowAt(event.target);
    const linha = sorted[row];
    if (linha === undefined) return;
    const clicked = event.target.closest<HTMLElement>("[data-column]");
    setCell({ row, column: Number(clicked?.dataset["column"] ?? 0) });
    onSelecionar(linha);
  };

  const items = isWindowed ? virtualizer.getVirtualItems() : null;
  const rows: { readonly index: number; readonly gap: number }[] = [];
  let drawnTo = 0;
  if (items === null) sorted.forEach((_, index) => rows.push({ index, gap: 0 }));
  else {
    for (const item of items) {
      rows.push({ index: item.index, gap: item.start - drawnTo });
      drawnTo = item.end;
    }
  }
  const rest = items === null ? 0 : virtualizer.getTotalSize() - drawnTo;

  return (
    <div className="table">
      <div
        ref={box}
        className="table-box"
        role="region"
        aria-labelledby={captionId}
        tabIndex={isGrid ? undefined : 0}
        style={{ maxHeight: altura ?? (sorted.length > DRAW_ALL ? DEFAULT_HEIGHT : undefined) }}
      >
        <table
          ref={table}
          role={isGrid ? "grid" : undefined}
          aria-rowcount={isWindowed ? sorted.length + 1 : undefined}
          onKeyDown={onKeyDown}
        >
          <caption id={captionId} className="ui-hidden">
            {legenda}
          </caption>
          <TableHead colunas={colunas} ordem={ordem} onOrdem={onOrdem} />
          {widest === null ? null : (
            <tbody className="table-sizer" aria-hidden="true">
              <tr>
                {widest.map((text, column) => (
                  <td key={colunas[column]?.id}>
                    <div>{text}</div>
                  </td>
                ))}
              </tr>
            </tbody>
          )}
          <tbody
            className={isGrid ? "table-choosable" : undefined}
            onClick={choose}
            onMouseOver={(event) => {
              highlight(sorted[rowAt(event.target)] ?? null);
            }}
            onMouseLeave={() => {
              highlight(null);
            }}
            onFocus={(event) => {
              highlight(sorted[rowAt(event.target)] ?? null);
            }}
            onBlur={() => {
              highlight(null);
            }}
          >
            {rows.flatMap(({ index, gap }) => {
              const linha = sorted[index];
              if (linha === undefined) return [];
              const key = chave(linha);
              return [
                gap > 0 ? <Gap key={`gap-${key}`} height={gap} columns={colunas.length} /> : null,
                <TableRow
                  key={key}
                  linha={linha}
                  colunas={colunas}
                  index={index}
                  isGrid={isGrid}
                  isSelected={index === selectedIndex}
                  isHighlighted={destacada !== null && key === destacada}
                  activeColumn={isGrid && index === active.row ? active.column : null}
                  {...(isWindowed ? { measure: virtualizer.measureElement } : {})}
                />,
              ];
            })}
            {rest > 0 ? <Gap height={rest} columns={colunas.length} /> : null}
          </tbody>
        </table>
      </div>
      <TableFoot colunas={colunas} linhas={sorted} ordem={ordem} nomeLinhas={nomeLinhas} />
    </div>
  );
}

/** Room of the rows that are not drawn. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr className="table-gap" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

/** Scrolls only the table's box, never the page. */
function scrollBoxTo(box: HTMLElement | null, table: HTMLTableElement | null, row: number): void {
  const element = table?.querySelector<HTMLElement>(`tbody tr[data-index="${row}"]`);
  if (box === null || element === null || element === undefined) return;
  const header = table?.tHead?.offsetHeight ?? 0;
  const top = element.offsetTop - header;
  const bottom = element.offsetTop + element.offsetHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
}
