import { useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { downloadCsv } from "../../../ui/download/download.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

export interface BaixarTabelaProps<R> {
  readonly arquivo: string;
  readonly cabecalho: ExportHeader;
  readonly colunas: readonly TableColumn<R>[];
  readonly linhas: readonly R[];
  readonly rotulo?: string;
}

/** The button that saves a table as CSV, with what went wrong beside it. */
export function BaixarTabela<R>({ arquivo, cabecalho, colunas, linhas, rotulo = "Baixar CSV" }: BaixarTabelaProps<R>) {
  const [falha, setFalha] = useState("");
  const salvar = async (): Promise<void> => {
    const { tableCsv } = await import("../../../data/export/table-csv.ts");
    downloadCsv(arquivo, tableCsv(cabecalho, colunas, linhas));
  };
  return (
    <>
      <button
        type="button"
        className="ui-button"
        onClick={() => {
          setFalha("");
          salvar().catch((error: unknown) => {
            setFalha(`O CSV não pôde ser gerado (${error instanceof Error ? error.message : String(error)}). Tente de novo.`);
          });
        }}
      >
        {rotulo}
      </button>
      <span role="status" className="ui-small">
        {falha}
      </span>
    </>
  );
}
