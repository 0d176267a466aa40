import type { Mapping } from "../layouts/mapping.ts";
import type { PackedProblems } from "./packed-problems.ts";
import type { ImportProgress } from "./read-extract.ts";
import type { FileContext } from "./read-file.ts";
import type { FileResult } from "./report.ts";

/** What a file is read against, as it crosses to the worker. */
export interface ReadingRequest extends Omit<FileContext, "onProgress" | "lugares" | "layouts"> {
  readonly territorio: { readonly codigoUf: number; readonly uf: string };
  /** Absolute address of the reference list of the country's municipalities. */
  readonly lugaresUrl: string;
  /** The user's own saying of what each column is: no layout is tried. */
  readonly mapeamento?: Mapping;
}

/** What a worker may get ready before there is a file. */
export type PreparationRequest = Pick<ReadingRequest, "lugaresUrl" | "territorio">;

/** What the page sends the import worker, once; after a preparation or without. */
export interface ImportRequest {
  readonly file: Blob;
  readonly fileName: string;
  readonly context: ReadingRequest;
}

/** What the worker answers: progress, then one result or one failure. */
export type ImportMessage =
  | { readonly tipo: "andamento"; readonly andamento: ImportProgress }
  | { readonly tipo: "resultado"; readonly resultado: Omit<FileResult, "problemas">; readonly problemas: PackedProblems }
  | { readonly tipo: "falha"; readonly detalhe: string };

export type WorkerRequest =
  | { readonly tipo: "preparar"; readonly com: PreparationRequest }
  | { readonly tipo: "ler"; readonly pedido: ImportRequest };
