import { useState } from "react";
import { CopiarElo } from "../download/CopiarElo.tsx";
import { useDadosDaPagina } from "../download/dados-da-pagina.ts";
import { downloadBlob } from "../download/download.ts";
import type { FormatoDaImagem } from "../download/svg-file.ts";
import type { ImageFrame } from "./export-image.ts";
import "../download/figure-actions.css";

interface SvgActionsProps {
  /** The drawing on the page; null while there is none. */
  readonly desenho: () => SVGSVGElement | null;
  readonly quadro: Omit<ImageFrame, "hash">;
  /** File name of downloads, without extension. */
  readonly arquivo: string;
}

const FORMATOS: readonly FormatoDaImagem[] = ["png", "svg"];

/** The image and the link of a drawing that is neither a chart's frame nor a map's. */
export function SvgActions({ desenho, quadro, arquivo }: SvgActionsProps) {
  const dados = useDadosDaPagina();
  const [falha, setFalha] = useState("");
  const salvar = async (formato: FormatoDaImagem): Promise<void> => {
    const svg = desenho();
    if (svg === null) throw new Error("o desenho ainda não está na página");
    const { chartImage } = await import("./export-image.ts");
    downloadBlob(`${arquivo}.${formato}`, await chartImage(svg, { ...quadro, hash: dados?.hash ?? null }, formato));
  };
  return (
    <div className="figure-actions ui-no-print">
      {FORMATOS.map((formato) => (
        <button
          key={formato}
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            setFalha("");
            salvar(formato).catch((error: unknown) => {
              setFalha(`Não foi possível gerar a imagem: recarregue a página e tente de novo. Motivo: ${String(error)}`);
            });
          }}
        >
          Baixar {formato.toUpperCase()}
        </button>
      ))}
      <CopiarElo />
      <span role="status">{falha}</span>
    </div>
  );
}
