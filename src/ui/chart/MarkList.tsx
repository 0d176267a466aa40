import { useId, type KeyboardEvent } from "react";

interface MarkListProps {
  /** Text of each mark, in the order of the rows. */
  readonly labels: readonly string[];
  readonly titulo: string;
  readonly active: number | null;
  readonly selected: number | null;
  readonly onActive: (row: number | null) => void;
  readonly onChoose: (row: number) => void;
}

/**
 * The marks of a chart for the keyboard: one tab stop; arrows, Home and End move
 * between marks, which light up in the drawing; Enter or space chooses.
 */
export function MarkList({ labels, titulo, active, selected, onActive, onChoose }: MarkListProps) {
  const id = useId();
  const last = labels.length - 1;
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = active ?? 0;
    const next: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: last,
    };
    const target = next[event.key];
    if (target !== undefined) onActive(Math.min(last, Math.max(0, target)));
    else if ((event.key === "Enter" || event.key === " ") && active !== null) onChoose(active);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="chart-marks"
      role="listbox"
      tabIndex={0}
      aria-label={`Marcas do gráfico: ${titulo}`}
      aria-activedescendant={active === null ? undefined : `${id}-${active}`}
      onKeyDown={onKeyDown}
      onFocus={() => {
        onActive(active ?? selected ?? 0);
      }}
      onBlur={() => {
        onActive(null);
      }}
    >
      {labels.map((label, row) => (
        <div
          key={row}
          id={`${id}-${row}`}
          role="option"
          aria-selected={row === selected}
          className={row === active ? "chart-mark is-active" : "chart-mark"}
        >
          {label}
        </div>
      ))}
      <span className="chart-marks-help" aria-hidden="true">
        setas: outra marca · Enter: escolher
      </span>
    </div>
  );
}
