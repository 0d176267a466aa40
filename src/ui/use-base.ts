import type { ColunaIndicador, Indicador } from "../core/indicador.ts";
import type { SvgMesh } from "../core/map-layer.ts";
import type { Municipio } from "../core/municipio.ts";
import type { EngineError, Session } from "../data/session/session.ts";
import type { Snapshot } from "../data/snapshot/snapshot.ts";

export { useDataVersion, useEngine } from "./use-engine.ts";

/** Municipalities and their newest figures, from wherever they are current. */
export interface Base {
  /** Sorted by code. */
  readonly municipios: readonly Municipio[];
  /** Aligned with `municipios`. */
  readonly colunas: readonly ColunaIndicador[];
  readonly catalogo: readonly Indicador[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
  readonly origem: "instantaneo" | "motor";
  /** Civil date the page's "today" defaults to. */
  readonly dataReferencia: string;
  /** The user's own extract is being read; what is here is still the previous one. */
  readonly carregando: boolean;
  readonly erro: EngineError | null;
}

/** The snapshot's base until the user loads municipalities or indicators; then the engine's. */
export function useBase(snapshot: Snapshot, session: Session): Base {
  void session;
  return {
    municipios: snapshot.municipios,
    colunas: snapshot.colunas,
    catalogo: snapshot.catalogo,
    mesh: snapshot.mesh,
    origem: "instantaneo",
    dataReferencia: snapshot.dataReferencia,
    carregando: false,
    erro: null,
  };
}
