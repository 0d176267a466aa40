import { useId } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";

interface CampoHojeProps {
  readonly valor: CivilDate;
  readonly onMudar: (data: CivilDate) => void;
  /** Default: "Hoje é". */
  readonly rotulo?: string;
  readonly ajuda?: string;
}

/** The day counted as today. */
export function CampoHoje({ valor, onMudar, rotulo = "Hoje é", ajuda = "Os prazos são contados até este dia." }: CampoHojeProps) {
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
        min="2004-10-15"
        max="2096-12-31"
        title={ajuda}
        onChange={({ target }) => {
          // While the year is being typed the browser reports years like 0002: wait for a date in range.
          if (target.value !== "" && target.validity.valid) onMudar(target.value);
        }}
      />
    </div>
  );
}
