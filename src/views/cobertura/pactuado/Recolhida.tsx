import { useState, type ReactNode } from "react";
import { usePrinting } from "../../../ui/table/use-printing.ts";

/** A long table, drawn when it is asked for; on paper it is there whole. */
export function Recolhida({ rotulo, children }: { readonly rotulo: string; readonly children: ReactNode }) {
  const [aberta, setAberta] = useState(false);
  const isPrinting = usePrinting();
  const mostra = aberta || isPrinting;
  return (
    <details
      className="pactuado-recolhida"
      open={mostra}
      onToggle={(event) => {
        if (!isPrinting) setAberta(event.currentTarget.open);
      }}
    >
      <summary>{rotulo}</summary>
      {mostra ? children : null}
    </details>
  );
}
