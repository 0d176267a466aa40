import { capitalize, count, formatBytes, formatDate, formatPeriod } from "../../../core/format.ts";
import { motivoDaMudanca, resumirMudancas, type EdicaoDeMudancas, type Mudanca } from "../../../core/publico/mudancas.ts";
import type { PacoteAberto, TabelaDoPacote } from "../../../data/publico/csv-pacote.ts";

/** A fact about a table: its name and what it is. */
export interface Fato {
  readonly nome: string;
  readonly valor: string;
}

const TIPO_EM_PALAVRAS: Readonly<Record<string, string>> = { string: "texto", integer: "número inteiro", number: "número", date: "data", boolean: "sim ou não" };

/** What a column holds: "número inteiro, em habitantes". */
export function tipoDaColuna({ type, unit }: TabelaDoPacote["schema"]["fields"][number]): string {
  const tipo = TIPO_EM_PALAVRAS[type] ?? type;
  return unit === undefined ? tipo : `${tipo}, em ${unit}`;
}

/** Size of a table: "142 linhas, 6 colunas, 12 KB". */
export function tamanhoDaTabela({ rows, bytes, schema }: TabelaDoPacote): string {
  return `${count(rows, "linha", "linhas", "f")}, ${count(schema.fields.length, "coluna", "colunas", "f")}, ${formatBytes(bytes)}`;
}

/** What the national infrastructure of open data (INDA) asks to be told of each table. */
export function fatosDaTabela({ inda, sources }: TabelaDoPacote): readonly Fato[] {
  const { inicio, fim } = inda.coberturaTemporal;
  return [
    { nome: "Período", valor: periodo(inicio, fim) },
    { nome: "Atualização", valor: inda.periodicidade },
    { nome: "Lugar", valor: `${inda.coberturaGeografica}, ${inda.unidadeGeografica.startsWith("sem ") ? "" : "por "}${inda.unidadeGeografica}` },
    { nome: "Publicação", valor: formatDate(inda.dataDePublicacao) },
    { nome: "Dados até", valor: formatDate(inda.dataDeAtualizacao) },
    { nome: "Tema", valor: inda.tema },
    { nome: sources.length === 1 ? "Fonte" : "Fontes", valor: sources.map(({ title }) => title).join("; ") },
    { nome: "Quem responde", valor: `${inda.responsavel}, ${inda.orgaoResponsavel}` },
    { nome: "Contato", valor: inda.contato },
  ];
}

function periodo(inicio: string | null, fim: string | null): string {
  if (inicio === null) return "não se refere a um período";
  const de = emPalavras(inicio);
  return fim === null || fim === inicio ? de : `de ${de} a ${emPalavras(fim)}`;
}

/** A period that the house knows how to write, or as the table has it. */
function emPalavras(texto: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(texto)) return formatDate(texto);
  return /^\d{4}(?:-\d{2})?$/.test(texto) ? formatPeriod(texto) : texto;
}

/** How to cite a table, with what lets another person find the same figures. */
export function comoCitar({ title, inda, hash }: TabelaDoPacote, endereco: string): string {
  return `${inda.orgaoResponsavel}. ${title}. Publicado em ${formatDate(inda.dataDePublicacao)}. ${endereco}. SHA-256 ${hash.slice(0, 16)}.`;
}

/** The sentence that answers the page's question: how much there is. */
export function frasePrincipal({ resources, licenses }: PacoteAberto): string {
  const linhas = resources.reduce((soma, { rows }) => soma + rows, 0);
  return `${count(resources.length, "tabela", "tabelas", "f")} e ${count(linhas, "linha", "linhas", "f")} para baixar, com a licença ${licenses[0]?.title ?? "não informada"}.`;
}

/** What a release changed, in one sentence. */
export function resumoDaEdicao({ anterior, mudancas }: EdicaoDeMudancas): string {
  if (anterior === null) return "Primeira publicação.";
  const { acrescentado, alterado, retirado } = resumirMudancas(mudancas);
  return `${capitalize(count(acrescentado, "acréscimo", "acréscimos"))}, ${count(alterado, "alteração", "alterações", "f")} e ${count(retirado, "retirada", "retiradas", "f")}.`;
}

export interface LinhaDoHistorico {
  readonly ordem: number;
  readonly tabela: string;
  readonly tipo: Mudanca["tipo"];
  readonly lugar: string;
  readonly de: string;
  readonly para: string;
  readonly motivo: string;
}

/** The changes of a release as rows to be read. */
export function linhasDoHistorico({ mudancas, motivos }: EdicaoDeMudancas, titulos: ReadonlyMap<string, string>): readonly LinhaDoHistorico[] {
  return mudancas.map(({ tabela, tipo, chave, coluna, de, para }, i) => ({
    ordem: i + 1,
    tabela: titulos.get(tabela) ?? tabela,
    tipo,
    lugar: [chave ?? "a tabela inteira", coluna].filter((parte) => parte !== null).join(" · "),
    de: de ?? "nada",
    para: para ?? "nada",
    motivo: motivoDaMudanca(motivos, tabela) ?? "não informado",
  }));
}
