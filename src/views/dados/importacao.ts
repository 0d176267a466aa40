import type { ExtractId } from "../../data/contracts/contract.ts";
import type { ImportOptions } from "../../data/import/import-file.ts";
import type { FileResult } from "../../data/import/report.ts";
import type { Mapping } from "../../data/layouts/mapping.ts";
import type { CanonicalExtract } from "../../data/session/session.ts";
import type { Andamento, Escolha, ImportState } from "./entrada.ts";

/** What a file is read against; asked anew for each, since the file before may have changed it. */
export type ReadingContext = () => Promise<Contexto>;

/** What a file is read against. */
export type Contexto = Pick<ImportOptions, "municipios" | "catalogo" | "territorio" | "lugaresUrl">;

/** Reads one file. */
export type ReadFile = (file: File, options: ImportOptions) => Promise<FileResult>;

/**
 * The files of a session, outside the page's component: leaving `#/dados` and
 * coming back finds them as they are. Files are read one after the other.
 */
export interface ImportStore {
  /** The same object while a file is being read: progress is told apart, so that it redraws little. */
  readonly state: () => ImportState;
  /** The file being read; null when none is. */
  readonly andamento: () => Andamento | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads and loads the files after those already waiting; resolves when none is left. */
  readonly start: (files: readonly File[], context: ReadingContext, escolha?: Escolha) => Promise<void>;
  /** Reads a file again with other choices; when that brings nothing, what was loaded stays. */
  readonly reread: (numero: number, escolha: Escolha, context: ReadingContext) => Promise<void>;
  /** Stops the file being read and forgets those waiting. */
  readonly cancel: () => void;
  /** Takes one load back; what the others brought stays. */
  readonly remove: (extrato: ExtractId, cargaId: string) => Promise<void>;
  /** Goes back to the bundled extract. */
  readonly restore: (extrato: ExtractId) => Promise<void>;
  /** Brings loads back that were taken away, on top of the others. */
  readonly redo: (chaves: readonly string[]) => Promise<void>;
  /** Shows the report of a load that has none on the page. */
  readonly show: (extract: CanonicalExtract) => void;
  readonly dismiss: (numero: number) => void;
  readonly keepMapping: (mapeamento: Mapping) => void;
  /** "Apagar dados locais": what is kept, what is in use in this tab and its reports. */
  readonly clear: () => Promise<void>;
}
