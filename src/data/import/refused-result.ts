import type { RawFile } from "../raw/raw.ts";
import { problemLog, type FileReport, type FileResult, type ImportReport } from "./report.ts";
import { fileProblem, type Refusal } from "./whole-file.ts";

/** What there is to say of a file that was refused whole. */
export function refusedResult(
  bytes: number,
  arquivo: string,
  { sha256, raw, error, max }: { readonly sha256: string; readonly raw: RawFile | null; readonly error: Refusal; readonly max: number },
): FileResult {
  const log = problemLog(max);
  log.add(error.tipo, fileProblem("arquivo-recusado", error.message, error.conserto));
  const report: ImportReport = {
    arquivo,
    bytes,
    extrato: null,
    reconhecimento: error.message,
    codificacao: raw?.descricao.codificacao ?? null,
    motivoCodificacao: raw?.descricao.motivoCodificacao ?? "",
    separador: raw?.descricao.separador ?? null,
    colunas: [],
    descartadas: [],
    contagem: { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 },
    problemas: log.problemas(),
    totais: log.totais(),
    demonstracao: false,
    perguntas: [],
  };
  const file: FileReport = { ...report, sha256, descricao: raw?.descricao ?? null, oficial: null, candidatos: [], figuras: [], folhas: [], previa: null };
  return { ...file, extract: null };
}
