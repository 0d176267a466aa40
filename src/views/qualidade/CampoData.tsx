import { useId } from "react";
import type { CivilDate } from "../../core/civil-date.ts";

interface CampoDataProps {
  readonly rotulo: string;
  readonly valor: CivilDate;
  readonly onMudar: (data: CivilDate) => void;
}

/** A labelled day; tells only whole days of this and the last century. */
export function CampoData({ rotulo, valor, onMudar }: CampoDataProps) {
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
        min="1990-01-01"
        max="2099-12-31"
        onChange={({ target }) => {
          // While the year is being typed the browser reports years like 0002: wait for a date in range.
          if (target.value !== "" && target.validity.valid) onMudar(target.value);
        }}
      />
    </div>
  );
}
