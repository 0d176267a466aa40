import { useState } from "react";
import type { Ajustes } from "../../../core/visitas/ajustes.ts";
import { ajustesFileText, readAjustes, type ContextoDosAjustes, type ProblemaDosAjustes } from "../../../data/visitas/parse.ts";
import { downloadBlob } from "../../../ui/download/download.ts";
import { FileButton } from "../../../ui/file/FileButton.tsx";
import { Frases } from "../Frases.tsx";
import { Secao } from "./Campos.tsx";

/** Longest settings file read, in bytes. */
const TAMANHO_MAXIMO = 2_000_000;

export interface ArquivoProps {
  readonly ajustes: Ajustes;
  readonly padrao: Ajustes;
  readonly lidosContra: ContextoDosAjustes;
  readonly mudarAjustes: (ajustes: Ajustes) => readonly ProblemaDosAjustes[];
}

/** The settings as a file: saved, brought in, or put back as the territory's. */
export function Arquivo({ ajustes, padrao, lidosContra, mudarAjustes }: ArquivoProps) {
  const [frases, setFrases] = useState<readonly string[]>([]);
  const usar = (novos: Ajustes, feito: string): void => {
    const problemas = mudarAjustes(novos);
    setFrases(problemas.length === 0 ? [feito] : recusados(problemas));
  };
  const ler = async (file: File): Promise<void> => {
    if (file.size > TAMANHO_MAXIMO) {
      setFrases(["O arquivo é grande demais para ser de ajustes. Confira se é o arquivo certo. Nada mudou."]);
      return;
    }
    const lido = readAjustes(await file.text(), lidosContra);
    if (lido.ajustes === null) setFrases(recusados(lido.problemas));
    else usar(lido.ajustes, `Os ajustes de ${file.name} estão em vigor.`);
  };
  return (
    <Secao titulo="Ajustes em arquivo">
      <div className="ui-row">
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            downloadBlob(`ajustes-visitas-${ajustes.inicio}.json`, new Blob([ajustesFileText(ajustes)], { type: "application/json" }));
          }}
        >
          Baixar ajustes
        </button>
        <FileButton
          rotulo="Abrir ajustes"
          aceita=".json,application/json"
          onArquivo={(file) => {
            ler(file).catch((error: unknown) => {
              console.error("settings file not read", error);
              setFrases([`${file.name} não pôde ser lido: escolha o arquivo de novo.`]);
            });
          }}
        />
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            usar(padrao, "Os ajustes do território estão em vigor.");
          }}
        >
          Voltar aos ajustes do território
        </button>
      </div>
      <Frases frases={frases} />
    </Secao>
  );
}

function recusados(problemas: readonly ProblemaDosAjustes[]): string[] {
  return [...problemas.map(({ caminho, mensagem, conserto }) => `${mensagem} ${conserto} (${caminho})`), "Nada mudou."];
}
