import type { ExportHeader } from "../../core/export-header.ts";
import { count, formatBytes, formatNumber } from "../../core/format.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { Gravidade, Problem } from "../../core/problem.ts";
import type { NumberStyle } from "../../data/import/numbers.ts";
import type { FileReport, ImportReport, ProblemTotal, RowCounts } from "../../data/import/report.ts";
import { delimiterName } from "../../data/raw/dialect.ts";
import type { RawFormat } from "../../data/raw/raw.ts";
import type { TableColumn } from "../../ui/table/props.ts";

export const GRAVIDADE_ROTULO: Readonly<Record<Gravidade, string>> = {
  "arquivo-recusado": "arquivo recusado",
  "linha-separada": "linha deixada de fora",
  aviso: "aviso",
};

/** What became of the rows without a fault: in use, or not since the file was refused, or not since it had no figures. */
export type DestinoDasLinhas = "carregadas" | "recusadas" | "sem-valores";

const DESTINO: Readonly<Record<DestinoDasLinhas, readonly (readonly [string, string])[]>> = {
  carregadas: [["carregada", "carregadas"], ["deixada de fora", "deixadas de fora"]],
  recusadas: [["sem problema", "sem problema"], ["com problema", "com problema"]],
  "sem-valores": [["sem valor", "sem valor"], ["sem número para carregar", "sem número para carregar"]],
};

/**
 * "1.240 linhas lidas = 1.234 carregadas + 3 deixadas de fora + 1 de cabeçalho + 2 de abertura".
 * Of a file that was refused nothing was loaded: its rows are "sem problema" and "com problema".
 */
export function contaDasLinhas(contagem: RowCounts, destino: DestinoDasLinhas): string {
  const [[certa = "", certas = ""] = [], [outra = "", outras = ""] = []] = DESTINO[destino];
  const parts: readonly (readonly [number, string, string])[] = [
    [contagem.carregadas, certa, certas],
    [contagem.separadas, outra, outras],
    [contagem.fora, "de município de fora do território", "de municípios de fora do território"],
    [contagem.cabecalho, "de cabeçalho", "de cabeçalho"],
    [contagem.preambulo, "de abertura", "de abertura"],
    [contagem.branco, "em branco", "em branco"],
    [contagem.rodape, "de rodapé", "de rodapé"],
  ];
  const shown = parts.filter(([n], i) => n > 0 || i < 2);
  const sum = shown.map(([n, singular, plural]) => `${formatNumber(n)} ${n === 1 ? singular : plural}`).join(" + ");
  return `${count(contagem.lidas, "linha lida", "linhas lidas", "f")} = ${sum}`;
}

const NUMEROS: Readonly<Record<NumberStyle, string>> = {
  virgula: "vírgula nos decimais",
  ponto: "ponto nos decimais",
  misto: "ora vírgula, ora ponto: cada número pelo que mostra",
  inteiro: "sem decimais",
  ambiguo: "ambíguo",
};

const FORMATO: Readonly<Record<RawFormat, string>> = {
  texto: "texto separado (CSV)",
  xlsx: "planilha do Excel (xlsx)",
  ods: "planilha do LibreOffice (ods)",
  json: "JSON",
};

/** How the file was read, as pairs of label and text. */
export function comoFoiLido(report: FileReport): readonly (readonly [string, string])[] {
  const { descricao } = report;
  const pairs: (readonly [string, string])[] = [];
  const formato = descricao === null ? "" : `, ${FORMATO[descricao.formato]}`;
  pairs.push(["Arquivo", `${report.arquivo} (${formatBytes(report.bytes)}${formato})`]);
  const codificacao = descricao?.codificacao ?? report.codificacao;
  const motivo = descricao?.motivoCodificacao ?? report.motivoCodificacao;
  if (codificacao !== null && report.bytes > 0) pairs.push(["Codificação", motivo === "" ? codificacao : `${codificacao}: ${motivo}`]);
  const separador = descricao?.separador ?? report.separador;
  if (separador !== null) pairs.push(["Separador", delimiterName(separador)]);
  if (descricao !== null && descricao.aspas !== null && descricao.aspas !== '"') pairs.push(["Aspas", descricao.aspas]);
  if (descricao?.finalDeLinha === "misto") pairs.push(["Finais de linha", "misturados no arquivo (CRLF, LF ou CR): cada um foi respeitado"]);
  const numeros = report.colunas.flatMap(({ coluna, numeros: style }) => (style === null ? [] : [`${coluna}: ${NUMEROS[style]}`]));
  if (numeros.length > 0) pairs.push(["Números", numeros.join("; ")]);
  return pairs;
}

export interface ColunaUsada {
  readonly titulo: string;
  /** What it feeds, in words. */
  readonly uso: string;
}

/** The columns used and what each feeds: an indicator by its name, a field as the reader calls it. */
export function colunasUsadas({ colunas }: ImportReport, catalogo: readonly Indicador[]): readonly ColunaUsada[] {
  const nomes = new Map(catalogo.map(({ id, nome }) => [id, nome]));
  return colunas.map(({ coluna, titulo }) => ({ titulo, uso: nomes.get(coluna) ?? coluna }));
}

/** Address of the map with an indicator on it. */
export function enderecoDoIndicador(indicador: string): string {
  return `#/prioridades?indicador=${encodeURIComponent(indicador)}`;
}

/** All that is wrong with a file, listed or not. */
export function totalDeProblemas(report: ImportReport): number {
  return report.totais.reduce((sum, { contagem }) => sum + contagem, 0);
}

/** Problems of one kind and column, told once. */
export interface GrupoDeProblemas extends ProblemTotal {
  /** Line of the first; null for the whole file, or when the list was cut before it. */
  readonly primeira: number | null;
  readonly conserto: string | null;
}

/** What is wrong, by kind and column: what concerns the whole file first, then what is most. */
export function gruposDeProblemas({ problemas, totais }: Pick<ImportReport, "problemas" | "totais">): GrupoDeProblemas[] {
  const primeiros = new Map<string, Problem>();
  const chave = ({ coluna, mensagem }: Pick<Problem, "coluna" | "mensagem">): string => `${coluna ?? ""}\n${mensagem}`;
  for (const problema of problemas) {
    const propria = chave(problema);
    if (!primeiros.has(propria)) primeiros.set(propria, problema);
  }
  const grupos = totais.map((total) => {
    const primeiro = primeiros.get(chave(total));
    return { ...total, primeira: primeiro?.linha ?? null, conserto: primeiro?.conserto ?? null, isDoArquivo: primeiro !== undefined && primeiro.linha === null };
  });
  return grupos
    .sort((a, b) => Number(b.isDoArquivo) - Number(a.isDoArquivo) || b.contagem - a.contagem)
    .map(({ tipo, gravidade, coluna, mensagem, contagem, primeira, conserto }) => ({ tipo, gravidade, coluna, mensagem, contagem, primeira, conserto }));
}

export const COLUNAS_DE_PROBLEMAS: readonly TableColumn<Problem>[] = [
  { id: "linha", titulo: "Linha", tipo: "numero", valor: ({ linha }) => (linha === null ? "arquivo" : { valor: linha }) },
  { id: "coluna", titulo: "Coluna", tipo: "texto", valor: ({ coluna }) => coluna ?? "—" },
  { id: "valor", titulo: "Valor", tipo: "texto", valor: ({ valor }) => valor ?? "—", largura: "12rem" },
  { id: "gravidade", titulo: "Efeito", tipo: "texto", valor: ({ gravidade }) => GRAVIDADE_ROTULO[gravidade] },
  { id: "mensagem", titulo: "O que houve", tipo: "texto", valor: ({ mensagem }) => mensagem, largura: "18rem" },
  { id: "conserto", titulo: "O que fazer", tipo: "texto", valor: ({ conserto }) => conserto, largura: "18rem" },
];

/** What the first lines of the CSV of problems say. */
export function cabecalhoDosProblemas(report: ImportReport, dataReferencia: string): ExportHeader {
  const total = totalDeProblemas(report);
  const listed = report.problemas.length;
  return {
    titulo: `Problemas de ${report.arquivo}`,
    fontes: [`leitura do arquivo ${report.arquivo}`],
    filtros: listed < total ? [`os primeiros ${formatNumber(listed)} de ${formatNumber(total)} problemas`] : [],
    dataReferencia,
    demonstracao: report.demonstracao,
  };
}
