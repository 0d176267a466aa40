import type { ImportProgress, ReadContext } from "./read-extract.ts";
import type { ImportResult } from "./report.ts";

/** What the page sends the import worker, once. */
export interface ImportRequest {
  readonly file: Blob;
  readonly fileName: string;
  readonly context: Omit<ReadContext, "onProgress">;
}

/** What the worker answers: progress, then one result or one failure. */
export type ImportMessage =
  | { readonly tipo: "andamento"; readonly andamento: ImportProgress }
  | { readonly tipo: "resultado"; readonly resultado: ImportResult }
  | { readonly tipo: "falha"; readonly detalhe: string };
