import { useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { downloadCsv } from "../../../ui/download/download.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

interface BaixarProps<R> {
  /** What the file holds: "a firmeza". */
  readonly rotulo: string;
  /** File name, without extension. */
  readonly arquivo: string;
  readonly cabecalho: ExportHeader;
  readonly colunas: readonly TableColumn<R>[];
  readonly linhas: readonly R[];
}

/** The rows of a table as CSV, with its header; what went wrong is said beside the button. */
export function Baixar<R>({ rotulo, arquivo, cabecalho, colunas, linhas }: BaixarProps<R>) {
  const [falha, setFalha] = useState("");
  const salvar = async (): Promise<void> => {
    const { tableCsv } = await import("../../../data/export/table-csv.ts");
    downloadCsv(arquivo, tableCsv(cabecalho, colunas, linhas));
  };
  return (
    <p className="prioridades-baixar ui-no-print">
      <button
        type="button"
        className="ui-button ui-button-quiet"
        onClick={() => {
          setFalha("");
          salvar().catch((error: unknown) => {
            setFalha(`O CSV não pôde ser gerado (${error instanceof Error ? error.message : String(error)}). Tente de novo.`);
          });
        }}
      >
        Baixar CSV<span className="ui-hidden"> {rotulo}</span>
      </button>
      <span role="status" className="ui-small">
        {falha}
      </span>
    </p>
  );
}
