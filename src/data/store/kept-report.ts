import * as v from "valibot";
import type { Problem } from "../../core/problem.ts";
import { EXTRACTS } from "../contracts/contract.ts";
import type { NumberStyle } from "../import/numbers.ts";
import type { Question } from "../import/question.ts";
import type { FileReport, ProblemTotal, RowCounts } from "../import/report.ts";
import type { RawDescription } from "../raw/raw.ts";

const text = v.string();
const nullableText = v.nullable(text);
const number = v.number();
const texts = v.array(text);

const STYLES: readonly NumberStyle[] = ["virgula", "ponto", "misto", "inteiro", "ambiguo"];
const GRAVIDADES: readonly Problem["gravidade"][] = ["arquivo-recusado", "linha-separada", "aviso"];
const LINE_ENDS: readonly NonNullable<RawDescription["finalDeLinha"]>[] = ["CRLF", "LF", "CR", "misto"];

const ProblemSchema: v.GenericSchema<unknown, Problem> = v.looseObject({
  gravidade: v.picklist(GRAVIDADES),
  linha: v.nullable(number),
  coluna: nullableText,
  valor: nullableText,
  mensagem: text,
  conserto: text,
});

const TotalSchema: v.GenericSchema<unknown, ProblemTotal> = v.looseObject({
  tipo: text,
  gravidade: v.picklist(GRAVIDADES),
  coluna: nullableText,
  mensagem: text,
  contagem: number,
});

const CountsSchema: v.GenericSchema<unknown, RowCounts> = v.looseObject({
  lidas: number,
  carregadas: number,
  separadas: number,
  preambulo: number,
  cabecalho: number,
  branco: number,
  rodape: number,
  fora: number,
});

const QuestionSchema: v.GenericSchema<unknown, Question> = v.looseObject({
  id: text,
  pergunta: text,
  opcoes: v.array(v.looseObject({ valor: text, rotulo: text })),
});

const DescriptionSchema: v.GenericSchema<unknown, RawDescription> = v.looseObject({
  formato: v.picklist(["texto", "xlsx", "ods", "json"]),
  codificacao: nullableText,
  motivoCodificacao: text,
  separador: nullableText,
  aspas: nullableText,
  escape: nullableText,
  finalDeLinha: v.nullable(v.picklist(LINE_ENDS)),
});

const likeness = { id: text, titulo: text, confianca: number, motivo: text, faltam: texts };

/** The report of a reading, as it comes back from the browser's store. */
export const FileReportSchema: v.GenericSchema<unknown, FileReport> = v.looseObject({
  arquivo: text,
  bytes: number,
  extrato: v.nullable(v.picklist(EXTRACTS)),
  reconhecimento: text,
  codificacao: v.nullable(v.string()),
  motivoCodificacao: text,
  separador: v.nullable(v.string()),
  colunas: v.array(v.looseObject({ coluna: text, titulo: text, numeros: v.nullable(v.picklist(STYLES)) })),
  descartadas: v.array(v.looseObject({ titulo: text, dadoPessoal: nullableText })),
  contagem: CountsSchema,
  problemas: v.array(ProblemSchema),
  totais: v.array(TotalSchema),
  demonstracao: v.boolean(),
  perguntas: v.array(QuestionSchema),
  sha256: text,
  descricao: v.nullable(DescriptionSchema),
  oficial: v.nullable(v.looseObject({ ...likeness, orgao: text, fonte: text, grao: text })),
  candidatos: v.array(v.looseObject(likeness)),
  figuras: v.array(v.looseObject({ indicador: text, inicio: text, fim: text, figuras: number, municipios: number })),
  folhas: v.array(v.looseObject({ nome: text, situacao: text, lida: v.boolean() })),
  previa: v.nullable(
    v.looseObject({
      nome: nullableText,
      titulos: texts,
      pessoais: v.array(nullableText),
      linhas: v.array(v.array(nullableText)),
    }),
  ),
});
