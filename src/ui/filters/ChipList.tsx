import { useEffect, useRef } from "react";
import { Chip } from "./Chip.tsx";
import "./filters.css";

/** A filter in force, as a chip. */
export interface ChipItem {
  readonly id: string;
  readonly rotulo: string;
  readonly onRemover: () => void;
}

export interface ChipListProps {
  readonly chips: readonly ChipItem[];
  readonly onLimpar: () => void;
}

/**
 * The filters in force inside a `.filters-bar`. Removing one moves the focus to the
 * next, and with none left to the first control of the bar: never to the page's top.
 */
export function ChipList({ chips, onLimpar }: ChipListProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const next = useRef<number | null>(null);
  const ids = chips.map(({ id }) => id).join(" ");
  useEffect(() => {
    const index = next.current;
    next.current = null;
    if (index === null || anchor.current === null) return;
    const buttons = [...anchor.current.querySelectorAll<HTMLElement>(".filters-chip-button")];
    const bar = anchor.current.closest(".filters-bar");
    const target = buttons[Math.min(index, buttons.length - 1)] ?? bar?.querySelector<HTMLElement>("input, select, summary, button");
    target?.focus();
  }, [ids]);
  return (
    <div ref={anchor} className="filters-chip-list">
      {chips.length === 0 ? null : (
        <ul className="filters-chips" aria-label="Filtros em uso">
          {chips.map(({ id, rotulo, onRemover }, index) => (
            <li key={id}>
              <Chip
                rotulo={rotulo}
                onRemover={() => {
                  next.current = index;
                  onRemover();
                }}
              />
            </li>
          ))}
          <li>
            <button
              type="button"
              className="ui-button ui-button-quiet"
              onClick={() => {
                next.current = 0;
                onLimpar();
              }}
            >
              Limpar filtros
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}
