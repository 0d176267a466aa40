import type { ReactNode } from "react";
import "./states.css";

/** Says why there is nothing here, and offers the next step. */
export function Empty({
  mensagem,
  acao,
}: {
  readonly mensagem: string;
  readonly acao?: ReactNode;
}) {
  return (
    <div className="states-empty">
      <p>{mensagem}</p>
      {acao}
    </div>
  );
}
