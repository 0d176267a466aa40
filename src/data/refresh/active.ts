import { formatDate } from "../../core/format.ts";
import type { Pieces } from "../pieces.ts";
import { sha256Hex } from "../sha256.ts";
import type { ActiveVersion, VersionFile, VersionStore } from "../store/version-store.ts";

/** A file of the active version, its bytes checked. */
export interface ActiveFile extends VersionFile {
  readonly csv: Pieces;
}

/** What the app should answer from besides its bundled data. */
export type ActiveData =
  /** Nothing was fetched since the app was built. */
  | { readonly tipo: "nenhuma" }
  | { readonly tipo: "ativa"; readonly versao: ActiveVersion; readonly arquivos: readonly ActiveFile[] }
  /** What was fetched does not read any more: the bundled data serve until the next refresh brings it again. */
  | { readonly tipo: "estragada"; readonly versao: ActiveVersion | null; readonly mensagem: string; readonly conserto: string };

/** Reads the active version whole, each file against its SHA-256: all of it or none. */
export async function readActive(versions: VersionStore): Promise<ActiveData> {
  const reading = await versions.active();
  if (reading.tipo === "nenhuma") return { tipo: "nenhuma" };
  if (reading.tipo === "ilegivel") return { tipo: "estragada", versao: null, ...DAMAGED };
  const { versao } = reading.registro;
  const arquivos: ActiveFile[] = [];
  for (const file of versao.arquivos) {
    const csv = await versions.read(file.sha256).catch(() => null);
    if (csv === null || (await sha256Hex(csv)) !== file.sha256) return { tipo: "estragada", versao, ...DAMAGED };
    arquivos.push({ ...file, csv });
  }
  return { tipo: "ativa", versao, arquivos };
}

/** "dados de 30/06", with the year where it is not this one; `hoje` is `YYYY-MM-DD`. */
export function datedData(dataReferencia: string, hoje: string): string {
  const day = formatDate(dataReferencia);
  const isThisYear = dataReferencia.slice(0, 4) === hoje.slice(0, 4);
  return `dados de ${isThisYear ? day.slice(0, 5) : day}`;
}

const DAMAGED = {
  mensagem: "Os dados atualizados guardados neste navegador se estragaram. O aplicativo usa os que vieram com ele.",
  conserto: "Atualize os dados de novo.",
};
