import { useState } from "react";
import { CopiarElo } from "./CopiarElo.tsx";
import { downloadBlob, downloadCsv } from "./download.ts";
import type { FormatoDaImagem } from "./svg-file.ts";
import "./figure-actions.css";

interface FigureActionsProps {
  /** What the table stands for: "gráfico" or "mapa". */
  readonly desenho: string;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  /** File name of downloads, without extension. */
  readonly arquivo: string;
  readonly csv: () => Promise<string>;
  /** The drawing as a file of its own; null where there is none to save. */
  readonly imagem: ((formato: FormatoDaImagem) => Promise<Blob>) | null;
}

const FORMATOS: readonly FormatoDaImagem[] = ["png", "svg"];

/** The buttons under a chart or a map: its table twin, its CSV, its image in pixels and in vectors and the link to it, with what went wrong. */
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
      {imagem === null
        ? null
        : FORMATOS.map((formato) => (
            <button
              key={formato}
              type="button"
              className="ui-button ui-button-quiet"
              onClick={() => {
                attempt(async () => {
                  downloadBlob(`${arquivo}.${formato}`, await imagem(formato));
                }, "Não foi possível gerar a imagem: use “Baixar CSV”.");
              }}
            >
              Baixar {formato.toUpperCase()}
            </button>
          ))}
      <CopiarElo />
      <span role="status">{message}</span>
    </div>
  );
}
