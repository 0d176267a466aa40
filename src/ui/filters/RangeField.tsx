import { useId } from "react";
import "./filters.css";

export interface RangeFieldProps {
  readonly rotulo: string;
  readonly valor: number;
  readonly min: number;
  readonly max: number;
  readonly passo?: number;
  /** The value in words: also what a screen reader says. */
  readonly formato: (valor: number) => string;
  /** Called while dragging: give it to the URL with `replace`. */
  readonly onMudar: (valor: number) => void;
  readonly ajuda?: string;
}

/** A labelled slider with its value beside it. */
export function RangeField({
  rotulo,
  valor,
  min,
  max,
  passo = 1,
  formato,
  onMudar,
  ajuda,
}: RangeFieldProps) {
  const id = useId();
  return (
    <div className="filters-field">
      <div className="filters-range-head">
        <label htmlFor={id}>{rotulo}</label>
        <output htmlFor={id}>{formato(valor)}</output>
      </div>
      <input
        id={id}
        className="filters-range"
        type="range"
        min={min}
        max={max}
        step={passo}
        value={valor}
        aria-valuetext={formato(valor)}
        aria-describedby={ajuda === undefined ? undefined : `${id}-ajuda`}
        onChange={(event) => {
          onMudar(event.target.valueAsNumber);
        }}
      />
      {ajuda === undefined ? null : (
        <p id={`${id}-ajuda`} className="filters-help">
          {ajuda}
        </p>
      )}
    </div>
  );
}
