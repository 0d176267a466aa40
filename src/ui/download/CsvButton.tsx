import { useState, type ReactNode } from "react";
import type { ExportHeader } from "../../core/export-header.ts";
import type { TableColumn } from "../table/props.ts";
import { downloadCsv } from "./download.ts";

export interface CsvButtonProps {
  /** File name, without extension. */
  readonly arquivo: string;
  /** Text of the file, made when asked for. */
  readonly csv: () => Promise<string>;
  /** Less weight than the page's main buttons. */
  readonly discreto?: boolean;
  /** What the button says; "Baixar CSV" when absent. */
  readonly children?: ReactNode;
}

/** The button that saves a CSV; what went wrong is said beside it. */
export function CsvButton({ arquivo, csv, discreto = false, children = "Baixar CSV" }: CsvButtonProps) {
  const [falha, setFalha] = useState("");
  return (
    <>
      <button
        type="button"
        className={discreto ? "ui-button ui-button-quiet" : "ui-button"}
        onClick={() => {
          setFalha("");
          csv().then(
            (text) => {
              downloadCsv(arquivo, text);
            },
            (error: unknown) => {
              setFalha(`O CSV não pôde ser gerado (${error instanceof Error ? error.message : String(error)}). Tente de novo.`);
            },
          );
        }}
      >
        {children}
      </button>
      <span role="status" className={falha === "" ? "ui-hidden" : "ui-small"}>
        {falha}
      </span>
    </>
  );
}

export interface TableCsvButtonProps<R> extends Omit<CsvButtonProps, "csv"> {
  readonly cabecalho: ExportHeader;
  readonly colunas: readonly TableColumn<R>[];
  readonly linhas: readonly R[];
}

/** The rows of a table as CSV, with its header. */
export function TableCsvButton<R>({ cabecalho, colunas, linhas, ...rest }: TableCsvButtonProps<R>) {
  const csv = async (): Promise<string> => {
    const { tableCsv } = await import("../../data/export/table-csv.ts");
    return tableCsv(cabecalho, colunas, linhas);
  };
  return <CsvButton {...rest} csv={csv} />;
}
