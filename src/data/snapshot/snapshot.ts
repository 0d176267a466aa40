import type { ExtractId } from "../contracts/contract.ts";
import type { ColunaIndicador, Fonte, Indicador } from "../../core/indicador.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Metodo } from "../../core/metodo/method.ts";
import type { Territorio } from "../../core/territorio.ts";

/**
 * What the first paint needs, prebuilt from the same files as the engine's
 * database: geometry, municipalities, catalogue and the newest figure of every
 * indicator. At most 100 KB compressed.
 */
export interface Snapshot {
  /** Hash of the inputs; equals the one stored in the database. */
  readonly hash: string;
  /** Newest reference date among the bundled extracts (`YYYY-MM-DD`). */
  readonly dataReferencia: string;
  readonly territorio: Territorio;
  readonly fontes: readonly Fonte[];
  readonly catalogo: readonly Indicador[];
  /** The method in force for the priority index. */
  readonly metodo: Metodo;
  /** Sorted by code. */
  readonly municipios: readonly Municipio[];
  /** One column per catalogue indicator that has figures, aligned with `municipios`; counts only where the method uses them. */
  readonly colunas: readonly ColunaIndicador[];
  readonly mesh: SvgMesh;
  /** What each bundled extract is, for the shell's chips and `#/dados`. */
  readonly extratos: readonly ExtractSummary[];
}

/** What is known of a loaded extract. */
export interface ExtractSummary {
  readonly id: ExtractId;
  readonly linhas: number;
  /** First and last date or period covered; null when the extract has none. */
  readonly inicio: string | null;
  readonly fim: string | null;
  readonly demonstracao: boolean;
  /** "incluído no aplicativo" or the user's file name. */
  readonly origem: string;
}
