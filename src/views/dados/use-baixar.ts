import { useState } from "react";
import type { ExtractId } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import { extractCsv } from "../../data/export/extract-csv.ts";
import { LINHAS_DO_EXTRATO } from "../../data/queries/extratos-linhas.ts";
import { EngineError, type Session } from "../../data/session/session.ts";
import type { ExtractSummary } from "../../data/snapshot/snapshot.ts";
import { downloadCsv } from "../../ui/download/download.ts";
import { arquivoDoExtrato, cabecalhoDoExtrato } from "./model.ts";

export interface Baixar {
  readonly baixando: ExtractId | null;
  readonly erro: EngineError | null;
  readonly baixar: (extrato: ExtractSummary) => void;
}

/** Downloads a whole extract as it is in the engine now, the user's own included. */
export function useBaixar(session: Session, dataReferencia: string): Baixar {
  const [baixando, setBaixando] = useState<ExtractId | null>(null);
  const [erro, setErro] = useState<EngineError | null>(null);

  async function download(extrato: ExtractSummary): Promise<void> {
    setErro(null);
    setBaixando(extrato.id);
    try {
      const { rows } = await session.ask(LINHAS_DO_EXTRATO[extrato.id], {});
      const csv = extractCsv(cabecalhoDoExtrato(extrato, dataReferencia), CONTRACTS[extrato.id], rows);
      downloadCsv(arquivoDoExtrato(extrato), csv);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      setErro(error);
    } finally {
      setBaixando(null);
    }
  }

  return { baixando, erro, baixar: (extrato) => void download(extrato) };
}
