import { useCallback, useEffect, useId, useRef } from "react";
import { formatNumber } from "../../core/format.ts";
import { keepInside } from "./panel-shift.ts";
import "./filters.css";

export interface MultiOption<V extends string | number> {
  readonly valor: V;
  readonly rotulo: string;
  /** How many rows the option holds. */
  readonly contagem?: number;
}

export interface MultiSelectProps<V extends string | number> {
  /** "Região imediata (IBGE)". */
  readonly rotulo: string;
  readonly opcoes: readonly MultiOption<V>[];
  /** Empty means all. */
  readonly escolhidas: readonly V[];
  readonly onMudar: (escolhidas: V[]) => void;
  /** Word for an empty choice: "todas" (default) or "todos". */
  readonly todas?: string;
}

/**
 * Several choices of a list: a disclosure with checkboxes, kept inside the window.
 * Escape or a click elsewhere closes it; on small screens it is a sheet from the
 * bottom.
 */
export function MultiSelect<V extends string | number>({
  rotulo,
  opcoes,
  escolhidas,
  onMudar,
  todas = "todas",
}: MultiSelectProps<V>) {
  const id = useId();
  const details = useRef<HTMLDetailsElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const chosen = new Set(escolhidas);

  const place = useCallback((): void => {
    if (details.current?.open && panel.current !== null) keepInside(panel.current);
  }, []);
  const close = (): void => {
    if (details.current === null) return;
    details.current.open = false;
    details.current.querySelector("summary")?.focus();
  };
  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      const element = details.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target)) {
        element.open = false;
      }
    };
    document.addEventListener("pointerdown", closeOutside);
    window.addEventListener("resize", place);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      window.removeEventListener("resize", place);
    };
  }, [place]);

  const toggle = (valor: V, isOn: boolean): void => {
    onMudar(
      opcoes.map((opcao) => opcao.valor).filter((v) => (v === valor ? isOn : chosen.has(v))),
    );
  };
  const summary =
    chosen.size === 0
      ? todas
      : chosen.size === 1
        ? (opcoes.find((opcao) => chosen.has(opcao.valor))?.rotulo ?? formatNumber(1))
        : formatNumber(chosen.size);

  return (
    <details
      ref={details}
      className="filters-multi"
      onToggle={place}
      onKeyDown={(event) => {
        if (event.key === "Escape" && details.current?.open) {
          event.stopPropagation();
          // Inside a dialog, Escape would close that too.
          event.preventDefault();
          close();
        }
      }}
    >
      <summary className="ui-select">
        <span className="filters-multi-label">{rotulo}:</span> <span>{summary}</span>
        <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
      </summary>
      <div ref={panel} className="filters-panel">
        <fieldset>
          <legend className="filters-panel-title">{rotulo}</legend>
          <div className="filters-options">
            {opcoes.map((opcao) => (
              <label key={opcao.valor} className="filters-option">
                <input
                  type="checkbox"
                  name={id}
                  checked={chosen.has(opcao.valor)}
                  onChange={(event) => {
                    toggle(opcao.valor, event.target.checked);
                  }}
                />
                <span>{opcao.rotulo}</span>
                {opcao.contagem === undefined ? null : (
                  <span className="filters-count">{formatNumber(opcao.contagem)}</span>
                )}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="filters-panel-actions">
          <button
            type="button"
            className="ui-button ui-button-quiet"
            disabled={chosen.size === 0}
            onClick={() => {
              onMudar([]);
            }}
          >
            Limpar
          </button>
          <button type="button" className="ui-button" onClick={close}>
            Pronto
          </button>
        </div>
      </div>
    </details>
  );
}
