import { count } from "../../core/format.ts";
import { ImportError } from "../../data/import/import-file.ts";
import type { FileReport, FileResult, TablePreview } from "../../data/import/report.ts";
import { mappingFor, MappingError, parseMapping, type Mapping } from "../../data/layouts/mapping.ts";
import { EngineError, type CanonicalExtract, type Session } from "../../data/session/session.ts";
import type { Desfecho, Entrada, Escolha, Falha } from "./entrada.ts";

/** A mapping is small; a larger JSON is data. */
const MAPPING_BYTES = 1_000_000;

/** True for a file that may be a mapping. */
export function isJson({ name, size }: File): boolean {
  return /\.json$/i.test(name) && size <= MAPPING_BYTES;
}

/**
 * The mapping a file is; null when it is anything else.
 * @throws MappingError when it says it is one and cannot be used.
 */
export async function mappingIn(file: File): Promise<Mapping | null> {
  return isJson(file) ? parseMapping(await file.text()) : null;
}

/** A file read, and what it was read by. */
interface Lido {
  readonly result: FileResult;
  readonly usada: Escolha;
  /** The beginning of a table nobody recognised, also when a mapping then read it. */
  readonly previa: TablePreview | null;
}

/** Reads a file by its content; one nobody recognises is read again when a mapping is kept for its header. */
export async function lerPeloConteudo(
  read: (escolha: Escolha) => Promise<FileResult>,
  escolha: Escolha,
  mapeamentos: readonly Mapping[],
): Promise<Lido> {
  const result = await read(escolha);
  const { previa } = result;
  const saved = isUnknown(result) && escolha.mapeamento === undefined ? mappingFor(previa?.titulos ?? [], mapeamentos) : null;
  if (saved === null) return { result, usada: escolha, previa };
  const usada = { ...escolha, mapeamento: saved };
  return { result: await read(usada), usada, previa };
}

/** True for a table nobody recognised. */
function isUnknown({ extract, oficial, extrato, previa }: FileResult): boolean {
  return extract === null && oficial === null && extrato === null && previa !== null;
}

/** How a reading that brought nothing ended. */
export function outcomeOf(result: FileResult): Desfecho {
  if (result.perguntas.length > 0) return { tipo: "perguntas" };
  if (isUnknown(result)) return { tipo: "desconhecido" };
  const isRefused = result.totais.some(({ gravidade }) => gravidade === "arquivo-recusado");
  return { tipo: result.oficial !== null && !isRefused ? "sem-valores" : "recusado" };
}

/** What a file's entry is after a second reading that brought nothing: what was known stays, and new questions are asked. */
export function unchanged(before: Entrada, report: FileReport): Entrada {
  const { relatorio } = before;
  const { perguntas } = report;
  return {
    ...before,
    releitura: whyNothing(report),
    relatorio: relatorio === null || perguntas.length === 0 ? relatorio : { ...relatorio, perguntas },
  };
}

/** Null for what is no outcome of a file but a defect of ours. */
export function failedOutcome(error: unknown, signal: AbortSignal): Desfecho | null {
  if (signal.aborted) return { tipo: "cancelado" };
  if (error instanceof MappingError) return { tipo: "mapeamento-recusado", mensagem: error.message, conserto: error.conserto };
  return error instanceof EngineError || error instanceof ImportError ? { tipo: "falhou", erro: error } : null;
}

function whyNothing({ problemas, perguntas, totais }: FileReport): string {
  const refused = problemas.find(({ gravidade }) => gravidade === "arquivo-recusado");
  if (refused !== undefined) return `${refused.mensagem} ${refused.conserto}`;
  if (perguntas.length > 0) return "Ainda falta responder a uma pergunta.";
  const [first] = [...totais].sort((a, b) => b.contagem - a.contagem);
  return `Nenhum valor pôde ser lido.${first === undefined ? "" : ` ${first.mensagem} (${count(first.contagem, "vez", "vezes", "f")})`}`;
}

/** Why a second reading did not come to an end. */
export function rereadFailure(desfecho: Desfecho): string {
  if (desfecho.tipo === "cancelado") return "A nova leitura foi cancelada.";
  return desfecho.tipo === "falhou" ? `${desfecho.erro.message} ${desfecho.erro.whatToDo}` : "A nova leitura não terminou.";
}

/** What went wrong, for the page. */
export function failureOf(error: unknown): Falha {
  if (error instanceof EngineError) return { mensagem: error.message, conserto: error.whatToDo, detalhe: error.detail };
  return {
    mensagem: error instanceof Error ? error.message : String(error),
    conserto: "Tente de novo; se continuar, apague os dados deste site nas configurações do navegador.",
    detalhe: "",
  };
}

/**
 * Hands an extract to the engine. Rejects as soon as the signal aborts: the engine
 * ends its statement and shows nothing of it; what it had shown by then is taken back.
 */
export function loadOrAbort(session: Session, extract: CanonicalExtract, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false;
    const abort = (): void => {
      isOver = true;
      reject(signal.reason instanceof Error ? signal.reason : new DOMException("cancelado", "AbortError"));
    };
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener("abort", abort, { once: true });
    session.load(extract, signal).then(
      () => {
        signal.removeEventListener("abort", abort);
        if (isOver) void session.remove(extract.id, extract.carga.id);
        else resolve();
      },
      (error: unknown) => {
        signal.removeEventListener("abort", abort);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
