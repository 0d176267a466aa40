import type { ExportHeader } from "../../core/export-header.ts";
import { count, formatBytes, formatNumber } from "../../core/format.ts";
import type { Gravidade, Problem } from "../../core/problem.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import type { ImportReport, RowCounts } from "../../data/import/report.ts";
import { DELIMITER_NAME } from "../../data/import/sniff.ts";
import type { NumberStyle } from "../../data/import/numbers.ts";
import type { TableColumn } from "../../ui/table/props.ts";

export const GRAVIDADE_ROTULO: Readonly<Record<Gravidade, string>> = {
  "arquivo-recusado": "arquivo recusado",
  "linha-separada": "linha deixada de fora",
  aviso: "aviso",
};

/**
 * "1.240 linhas lidas = 1.234 carregadas + 3 deixadas de fora + 1 de cabeçalho + 2 de abertura".
 * Of a file that was refused or did not open nothing was loaded: its rows are "sem problema" and "com problema".
 */
export function contaDasLinhas(contagem: RowCounts, carregado: boolean): string {
  const parts: readonly (readonly [number, string, string])[] = [
    carregado ? [contagem.carregadas, "carregada", "carregadas"] : [contagem.carregadas, "sem problema", "sem problema"],
    carregado ? [contagem.separadas, "deixada de fora", "deixadas de fora"] : [contagem.separadas, "com problema", "com problema"],
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

/** How the file was read, as pairs of label and text. */
export function comoFoiLido(report: ImportReport, carregado: boolean): readonly (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [
    ["Arquivo", `${report.arquivo} (${formatBytes(report.bytes)})`],
    ["Lido como", `${report.extrato === null ? "nenhum conjunto conhecido" : CONTRACTS[report.extrato].title}. ${report.reconhecimento}`],
  ];
  if (report.codificacao !== null && report.bytes > 0) pairs.push(["Codificação", `${report.codificacao}: ${report.motivoCodificacao}`]);
  if (report.separador !== null) pairs.push(["Separador", DELIMITER_NAME[report.separador]]);
  const numeros = report.colunas.flatMap(({ coluna, numeros: style }) => (style === null ? [] : [`${coluna}: ${NUMEROS[style]}`]));
  if (numeros.length > 0) pairs.push(["Números", numeros.join("; ")]);
  if (report.contagem.lidas > 0) pairs.push(["Linhas", contaDasLinhas(report.contagem, carregado)]);
  const renomeadas = report.colunas.filter(({ coluna, titulo }) => coluna !== titulo);
  if (renomeadas.length > 0) {
    pairs.push(["Colunas com outro nome", renomeadas.map(({ coluna, titulo }) => `${titulo} → ${coluna}`).join("; ")]);
  }
  const ignoradas = report.descartadas.filter(({ dadoPessoal }) => dadoPessoal === null);
  if (ignoradas.length > 0) {
    pairs.push(["Colunas ignoradas", `${ignoradas.map(({ titulo }) => titulo).join("; ")}. Não fazem parte do conjunto e não foram guardadas.`]);
  }
  return pairs;
}

/** "4 problemas: 3 linhas deixadas de fora e 1 aviso"; counts all, listed or not. */
export function totalDeProblemas(report: ImportReport): number {
  return report.totais.reduce((sum, { contagem }) => sum + contagem, 0);
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
