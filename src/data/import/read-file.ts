import { CARGA_ID_LENGTH } from "../../core/carga.ts";
import { CONTRACTS } from "../contracts/index.ts";
import type { ExtractId } from "../contracts/contract.ts";
import type { OfficialLayout } from "../layouts/layout.ts";
import type { PlaceResolver } from "../places/places.ts";
import { openRaw } from "../raw/open.ts";
import type { RawFile, RawTable } from "../raw/raw.ts";
import { chooseLayouts, type Choice } from "./choose-layout.ts";
import type { MunicipioRef } from "./codes.ts";
import type { KnownIndicator } from "./figure-sink.ts";
import { LIMITS, type ImportLimits } from "./limits.ts";
import { isOnlyNominal, previewOf } from "./preview.ts";
import { readOpened, type ImportProgress } from "./read-extract.ts";
import { readOfficial } from "./read-official.ts";
import { recognise } from "./recognise.ts";
import { refusedResult } from "./refused-result.ts";
import { problemLog, type Candidate, type FileResult, type ReadExtract, type TablePreview } from "./report.ts";
import { sha256InWorker } from "../sha256.ts";
import { headerNames } from "../raw/header-names.ts";
import { Refusal } from "./whole-file.ts";

export interface FileContext {
  /** The list codes of our own files are resolved against. */
  readonly municipios: readonly MunicipioRef[];
  readonly lugares: PlaceResolver;
  readonly catalogo: readonly KnownIndicator[];
  /** Official layouts, and the user's saved mappings after them. */
  readonly layouts: readonly OfficialLayout[];
  /** The user says which extract of our own it is: no official layout is tried. */
  readonly expected?: ExtractId;
  /** The user says which layout it is, by id: it is read so whatever the confidence. */
  readonly layout?: string;
  readonly respostas?: ReadonlyMap<string, string>;
  /** Instant of the load, ISO 8601, UTC. */
  readonly carregadaEm: string;
  readonly limits?: ImportLimits;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** The file is text and stands decoded: its bytes are not read again, and may be given back to the system. */
  readonly onDecoded?: () => void;
}

/** Confidence from which an official layout is preferred to a contract of our own that fits as well. */
const SURER_THAN_OURS = 0.9;

/**
 * Reads a file as it was published or in our own layout: opened, recognised by
 * its content, typed, everything wrong with it told. Same bytes and context, same
 * result. Never throws for a bad file: `extract` is null when nothing was loaded,
 * and the report says why.
 */
export async function readFileBytes(bytes: Uint8Array<ArrayBuffer>, arquivo: string, context: FileContext): Promise<FileResult> {
  const limits = context.limits ?? LIMITS;
  const tamanho = bytes.length;
  const sha256 = await sha256InWorker(bytes);
  let raw: RawFile | null = null;
  try {
    raw = await openRaw(bytes, arquivo, limits);
    if (raw.descricao.formato === "texto") context.onDecoded?.();
    const choice: Choice =
      context.expected === undefined
        ? chooseLayouts(raw.tabelas, context.layouts, { arquivo }, context.layout ?? null)
        : { lidas: [], melhores: [], candidatos: [] };
    const [surest] = choice.lidas;
    if (surest === undefined && context.layout !== undefined) throw notSuch(context.layouts, context.layout);
    const isOurs = context.layout === undefined && raw.tabelas.some(fitsContract);
    if (surest !== undefined && (!isOurs || surest.fit.confianca >= SURER_THAN_OURS)) {
      const log = problemLog(limits.problemas);
      for (const { tipo, problem } of raw.avisos) log.add(tipo, problem);
      return readOfficial(choice, log, {
        arquivo,
        bytes: tamanho,
        sha256,
        descricao: raw.descricao,
        tabelas: raw.tabelas,
        lugares: context.lugares,
        catalogo: context.catalogo,
        respostas: context.respostas ?? new Map(),
        carregadaEm: context.carregadaEm,
        onProgress: (parte) => context.onProgress?.({ etapa: "conferindo as linhas", parte }),
      });
    }
    const nominal = isOurs ? null : onlyNominal(raw.tabelas);
    if (nominal !== null) throw nominal;
    return ours(arquivo, context, { tamanho, sha256, raw, candidatos: isOurs ? [] : choice.candidatos });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refusedResult(tamanho, arquivo, { sha256, raw, error, max: limits.problemas });
  }
}

interface Known {
  /** Bytes of the file. */
  readonly tamanho: number;
  readonly sha256: string;
  readonly raw: RawFile;
  readonly candidatos: readonly Candidate[];
}

/** The file as an extract of our own, or not recognised at all. */
function ours(arquivo: string, context: FileContext, { tamanho, sha256, raw, candidatos }: Known): FileResult {
  const { extract, ...report } = readOpened(raw, arquivo, tamanho, {
    municipios: context.municipios,
    indicadores: context.catalogo.map(({ id }) => id),
    hoje: context.carregadaEm.slice(0, 10),
    ...(context.expected === undefined ? {} : { expected: context.expected }),
    ...(context.limits === undefined ? {} : { limits: context.limits }),
    ...(context.respostas === undefined ? {} : { respostas: context.respostas }),
    ...(context.onProgress === undefined ? {} : { onProgress: context.onProgress }),
  });
  const known = { sha256, descricao: raw.descricao, oficial: null, figuras: [], folhas: [] };
  if (extract === null) return { ...report, ...known, candidatos, previa: firstPreview(raw.tabelas), extract: null };
  return { ...report, ...known, candidatos: [], previa: null, extract: { ...extract, modo: "substitui", carga: cargaOf(extract, arquivo, sha256, context) } };
}

function cargaOf({ id, summary: { inicio, fim } }: ReadExtract, arquivo: string, sha256: string, { carregadaEm }: FileContext) {
  return { id: sha256.slice(0, CARGA_ID_LENGTH), arquivo, sha256, titulo: CONTRACTS[id].title, fonte: null, inicio, fim, carregadaEm };
}

const OPENING_TRIED = 30;

function fitsContract({ cabecalho, inicio }: RawTable): boolean {
  const headers = cabecalho === null ? [] : [cabecalho.nomes];
  return [...headers, ...inicio.slice(0, OPENING_TRIED).map(({ campos }) => headerNames(campos))].some(
    (nomes) => recognise(nomes).match !== null,
  );
}

function firstPreview(tabelas: readonly RawTable[]): TablePreview | null {
  for (const tabela of tabelas) {
    const previa = previewOf(tabela);
    if (previa !== null) return previa;
  }
  return null;
}

function onlyNominal(tabelas: readonly RawTable[]): Refusal | null {
  const previews = tabelas.flatMap((tabela) => previewOf(tabela) ?? []);
  if (previews.length === 0 || !previews.every(isOnlyNominal)) return null;
  return new Refusal(
    "so-dados-pessoais",
    "O arquivo só traz dados de pessoas: foi recusado, e nada dele foi guardado.",
    "Peça à origem o total por município; dado pessoal só se trata quando é necessário (LGPD, Lei 13.709/2018, art. 6º, III).",
  );
}

function notSuch(layouts: readonly OfficialLayout[], id: string): Refusal {
  const titulo = layouts.find((layout) => layout.id === id)?.titulo ?? id;
  return new Refusal("nao-e-este", `O arquivo não tem as colunas de ${titulo}.`, "Escolha outro tipo de arquivo ou diga o que é cada coluna.");
}
