import { useId } from "react";
import type { CivilDate } from "../../core/civil-date.ts";

interface DayFieldProps {
  readonly rotulo: string;
  readonly valor: CivilDate;
  readonly onMudar: (data: CivilDate) => void;
  /** First and last day it takes; 1990 to 2099 when not said. */
  readonly min?: CivilDate;
  readonly max?: CivilDate;
  readonly ajuda?: string;
}

/** A labelled day; tells only whole days within its ends. */
export function DayField({ rotulo, valor, onMudar, min = "1990-01-01", max = "2099-12-31", ajuda }: DayFieldProps) {
  const id = useId();
  return (
    <div className="filters-field">
      <label htmlFor={id}>{rotulo}</label>
      <input
        key={valor}
        id={id}
        className="ui-input"
        type="date"
        defaultValue={valor}
        min={min}
        max={max}
        title={ajuda}
        onChange={({ target }) => {
          // While the year is being typed the browser reports years like 0002: wait for a date in range.
          if (target.value !== "" && target.validity.valid) onMudar(target.value);
        }}
      />
    </div>
  );
}
