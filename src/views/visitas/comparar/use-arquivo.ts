import { useState } from "react";
import { readPlanFile, type ArquivoDoPlano } from "../../../data/visitas/plan-file.ts";

/** Bytes of a plan nobody makes: more is not read at all. */
const BYTES_MAXIMOS = 40_000_000;

/** A plan opened from a file only to be compared: it does not take the place of the one on screen. */
export interface ArquivoAberto {
  readonly lido: { readonly nome: string; readonly arquivo: ArquivoDoPlano } | null;
  /** Why the last file was not read, whole sentences; empty for none. The one read before stays. */
  readonly recusa: readonly string[];
  readonly abrir: (file: File) => void;
  readonly fechar: () => void;
}

export function useArquivo(): ArquivoAberto {
  const [lido, setLido] = useState<ArquivoAberto["lido"]>(null);
  const [recusa, setRecusa] = useState<readonly string[]>([]);
  const ler = async (file: File): Promise<void> => {
    if (file.size > BYTES_MAXIMOS) {
      setRecusa([`${file.name} é grande demais para ser um plano. Confira se é o arquivo certo.`]);
      return;
    }
    const { arquivo, problemas } = readPlanFile(await file.text());
    setRecusa(problemas.map(({ mensagem, conserto }) => `${mensagem} ${conserto}`));
    if (arquivo !== null) setLido({ nome: file.name, arquivo });
  };
  return {
    lido,
    recusa,
    abrir: (file) => {
      ler(file).catch((error: unknown) => {
        console.error("plan file not read", error);
        setRecusa([`O navegador não conseguiu ler ${file.name}: escolha o arquivo de novo.`]);
      });
    },
    fechar: () => {
      setLido(null);
      setRecusa([]);
    },
  };
}
