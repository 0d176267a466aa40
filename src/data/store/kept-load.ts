import * as v from "valibot";
import type { Carga } from "../../core/carga.ts";
import { EXTRACTS } from "../contracts/contract.ts";
import type { FileReport } from "../import/report.ts";
import type { CanonicalExtract } from "../session/session.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import { FileReportSchema } from "./kept-report.ts";

/** Shape of the records below; a record of a higher number was written by a newer app. */
export const RECORD_FORMAT = 1;

const text = v.string();
const nullableText = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const instant = v.pipe(v.string(), v.isoTimestamp());

const SummarySchema: v.GenericSchema<unknown, ExtractSummary> = v.looseObject({
  id: v.picklist(EXTRACTS),
  linhas: count,
  inicio: nullableText,
  fim: nullableText,
  demonstracao: v.boolean(),
  origem: text,
});

const CargaSchema: v.GenericSchema<unknown, Carga> = v.looseObject({
  id: text,
  arquivo: text,
  sha256: hash,
  titulo: text,
  fonte: nullableText,
  inicio: nullableText,
  fim: nullableText,
  carregadaEm: instant,
});

/** An extract without its bytes, which are kept in pieces beside the record. */
export type ExtractRecord = Omit<CanonicalExtract, "csv">;

const ExtractRecordSchema: v.GenericSchema<unknown, ExtractRecord> = v.looseObject({
  id: v.picklist(EXTRACTS),
  fileName: text,
  summary: SummarySchema,
  modo: v.picklist(["substitui", "acrescenta"]),
  carga: CargaSchema,
});

/** A kept load as the database holds it. */
export interface LoadRecord {
  readonly formato: number;
  readonly id: string;
  readonly ordem: number;
  readonly guardadaEm: string;
  readonly extract: ExtractRecord;
  readonly relatorio: FileReport | null;
  /** Length and SHA-256 of the CSV. */
  readonly bytes: number;
  readonly sha256: string;
  /** SHA-256 of the JSON of all the above, so that damage to the record itself is noticed. */
  readonly selo: string;
}

export const LoadRecordSchema: v.GenericSchema<unknown, LoadRecord> = v.looseObject({
  formato: v.literal(RECORD_FORMAT),
  id: text,
  ordem: v.pipe(v.number(), v.finite()),
  guardadaEm: instant,
  extract: ExtractRecordSchema,
  // A report explains a load; a load is not lost for a report of an older shape.
  relatorio: v.fallback(v.nullable(FileReportSchema), null),
  bytes: count,
  sha256: hash,
  selo: hash,
});

/** What can be said of a record that does not read: enough to name it to the user. */
export const RecordNameSchema = v.looseObject({
  formato: v.number(),
  extract: v.looseObject({ fileName: text }),
});
