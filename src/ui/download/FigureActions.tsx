import { useState } from "react";
import { downloadBlob, downloadCsv } from "./download.ts";
import "./figure-actions.css";

interface FigureActionsProps {
  /** What the table stands for: "gráfico" or "mapa". */
  readonly desenho: string;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  /** File name of downloads, without extension. */
  readonly arquivo: string;
  readonly csv: () => Promise<string>;
  /** The drawing as PNG; null where there is none to save. */
  readonly imagem: (() => Promise<Blob>) | null;
}

/** The buttons under a chart or a map: its table twin, its CSV and its image, with what went wrong. */
export function FigureActions({ desenho, isTable, onTable, arquivo, csv, imagem }: FigureActionsProps) {
  const [message, setMessage] = useState("");
  const attempt = (task: () => Promise<void>, failure: string): void => {
    setMessage("");
    task().catch((error: unknown) => {
      setMessage(`${failure} Motivo: ${String(error)}`);
    });
  };
  return (
    <div className="figure-actions ui-no-print">
      <button
        type="button"
        className="ui-button ui-button-quiet"
        onClick={() => {
          onTable(!isTable);
        }}
      >
        {isTable ? `Ver ${desenho}` : "Ver como tabela"}
      </button>
      <button
        type="button"
        className="ui-button ui-button-quiet"
        onClick={() => {
          attempt(async () => {
            downloadCsv(arquivo, await csv());
          }, "Não foi possível gerar o CSV: recarregue a página e tente de novo.");
        }}
      >
        Baixar CSV
      </button>
      {imagem === null ? null : (
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            attempt(async () => {
              downloadBlob(`${arquivo}.png`, await imagem());
            }, "Não foi possível gerar a imagem: use “Baixar CSV”.");
          }}
        >
          Baixar imagem
        </button>
      )}
      <span role="status">{message}</span>
    </div>
  );
}
