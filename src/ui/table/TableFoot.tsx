import { useState } from "react";
import { count } from "../../core/format.ts";
import { tableTsv } from "./cell-text.ts";
import type { DataTableProps, TableColumn, TableOrder } from "./props.ts";

interface TableFootProps<R> {
  readonly colunas: readonly TableColumn<R>[];
  readonly linhas: readonly R[];
  readonly ordem: TableOrder | null;
  readonly nomeLinhas: NonNullable<DataTableProps<R>["nomeLinhas"]>;
}

/** Row count, order in words, and the button that copies the table. */
export function TableFoot<R>({ colunas, linhas, ordem, nomeLinhas }: TableFootProps<R>) {
  const [message, setMessage] = useState("");
  const coluna = colunas.find(({ id }) => id === ordem?.coluna);
  const ordered =
    coluna === undefined || ordem === null
      ? ""
      : `, por ${coluna.titulo} em ordem ${ordem.sentido === "asc" ? "crescente" : "decrescente"}`;
  const [singular, plural, genero] = nomeLinhas;

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(tableTsv(colunas, linhas));
      setMessage("Tabela copiada.");
    } catch (error) {
      // Denied by the browser, or the page is not served over https.
      console.error("clipboard refused", error);
      setMessage("O navegador não deixou copiar: use “Baixar CSV”.");
    }
  };

  return (
    <div className="table-foot">
      <p role="status">
        {count(linhas.length, singular, plural, genero)}
        {ordered}
        {message === "" ? "" : `. ${message}`}
      </p>
      <button
        type="button"
        className="ui-button ui-button-quiet"
        onClick={() => {
          void copy();
        }}
      >
        Copiar
      </button>
    </div>
  );
}
