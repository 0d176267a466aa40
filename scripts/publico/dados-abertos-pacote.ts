import { createHash } from "node:crypto";
import type { ColunaAberta, TabelaAberta } from "../../src/core/publico/aberto.ts";
import type { Fonte } from "../../src/core/indicador.ts";
import type { CivilDate } from "../../src/core/civil-date.ts";
import { MUDANCAS } from "./dados-abertos-historico.ts";

/** A table with its file. */
export interface ArquivoAberto {
  readonly tabela: TabelaAberta;
  readonly csv: string;
}

/** What all tables of a release have in common. */
export interface EdicaoAberta {
  readonly territorio: { readonly uf: string; readonly nome: string };
  readonly orgao: string;
  /** Office that answers for the data, and how to reach it; null while the organ has not said. */
  readonly responsavel: string | null;
  readonly contato: string | null;
  readonly licenca: { readonly nome: string; readonly titulo: string; readonly url: string | null };
  readonly dataReferencia: CivilDate;
  readonly publicadoEm: CivilDate;
  /** SHA-256 of the release and of its policy. */
  readonly hash: string;
  readonly politica: string;
  readonly fontes: readonly Fonte[];
}

export const A_DEFINIR = "a definir pelo órgão que publica";
/** Term of the vocabulary of federal open data (VCGE) that these tables are of. */
const TEMA = "Proteção Social";
const DEMONSTRACAO = "demonstração";
/** Of a table whose rows are not of places. */
const SEM_RECORTE = "sem recorte por lugar";

const TIPO: Readonly<Record<ColunaAberta["tipo"], string>> = { texto: "string", inteiro: "integer", decimal: "number", data: "date", logico: "boolean" };

export const COMO_LER = [
  "Célula em branco quer dizer sem dado: nunca quer dizer zero.",
  "“oculto para proteger pessoas” quer dizer que o número existe e não é publicado, porque poderia revelar alguém.",
  "Texto que uma planilha poderia executar como fórmula leva um apóstrofo na frente.",
] as const;

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Title of a table; that of a demonstration says so. */
export function tituloDe({ titulo, demonstracao }: Pick<TabelaAberta, "titulo" | "demonstracao">): string {
  return demonstracao && !titulo.toLowerCase().includes(DEMONSTRACAO) ? `${titulo} (${DEMONSTRACAO})` : titulo;
}

/** SHA-256 over the hash of each file of figures (their history is none), in the order of their names: changes only when a figure does. */
export function hashDosArquivos(arquivos: readonly ArquivoAberto[]): string {
  const linhas = arquivos.filter(({ tabela }) => tabela.id !== MUDANCAS).map(({ tabela, csv }) => `${tabela.id}.csv ${sha256(csv)}\n`).sort();
  return sha256(linhas.join(""));
}

/**
 * The descriptor of the open data: Data Package v1 of Frictionless (specs.frictionlessdata.io),
 * profile of tables, with the metadata that the Infraestrutura Nacional de Dados Abertos (INDA, IN
 * SLTI/MP 4/2012) asks of each set as properties of `inda`.
 */
export function pacoteAberto(arquivos: readonly ArquivoAberto[], edicao: EdicaoAberta): object {
  const { territorio, dataReferencia, publicadoEm, licenca } = edicao;
  const demonstracao = arquivos.some(({ tabela }) => tabela.demonstracao);
  return {
    profile: "tabular-data-package",
    name: `mirante-suas-${territorio.uf.toLowerCase()}`,
    title: `Dados abertos da assistência social, ${territorio.nome}${demonstracao ? ` (parte é ${DEMONSTRACAO})` : ""}`,
    description: [
      ...(demonstracao ? ["As tabelas marcadas como demonstração são inventadas por programa: não descrevem fatos e não servem para decidir."] : []),
      ...COMO_LER,
    ].join(" "),
    version: `${dataReferencia}+${hashDosArquivos(arquivos).slice(0, 12)}`,
    created: `${publicadoEm}T00:00:00Z`,
    keywords: ["assistência social", "SUAS", "dados abertos", territorio.nome],
    licenses: licencas(licenca),
    contributors: [{ title: edicao.orgao, role: "publisher", ...emailDe(edicao.contato) }],
    sources: fontesDe(arquivos.flatMap(({ tabela }) => tabela.fontes), edicao),
    demonstracao,
    hashDosDados: `sha256:${hashDosArquivos(arquivos)}`,
    hashDaPublicacao: `sha256:${edicao.hash}`,
    hashDaPolitica: `sha256:${edicao.politica}`,
    dataReferencia,
    resources: arquivos.map((arquivo) => recurso(arquivo, edicao)),
  };
}

function recurso({ tabela, csv }: ArquivoAberto, edicao: EdicaoAberta): object {
  return {
    profile: "tabular-data-resource",
    name: tabela.id,
    path: `${tabela.id}.csv`,
    title: tituloDe(tabela),
    description: tabela.demonstracao ? `Dados inventados para demonstrar o aplicativo. ${tabela.descricao}` : tabela.descricao,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: Buffer.byteLength(csv),
    hash: `sha256:${sha256(csv)}`,
    rows: tabela.linhas.length,
    demonstracao: tabela.demonstracao,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: tabela.colunas.map(campo),
      missingValues: tabela.oculto === undefined ? [""] : ["", tabela.oculto],
      primaryKey: tabela.colunas.flatMap(({ nome, chave }) => (chave === true ? [nome] : [])),
    },
    licenses: licencas(edicao.licenca),
    sources: fontesDe(tabela.fontes, edicao),
    inda: {
      titulo: tituloDe(tabela),
      descricao: tabela.descricao,
      orgaoResponsavel: edicao.orgao,
      responsavel: edicao.responsavel ?? A_DEFINIR,
      contato: edicao.contato ?? A_DEFINIR,
      tema: TEMA,
      periodicidade: tabela.periodicidade,
      coberturaGeografica: edicao.territorio.nome,
      unidadeGeografica: unidadeGeografica(tabela),
      coberturaTemporal: tabela.cobertura,
      dataDePublicacao: edicao.publicadoEm,
      dataDeAtualizacao: edicao.dataReferencia,
      idioma: "pt-BR",
      formato: "CSV",
      licenca: edicao.licenca.titulo,
    },
  };
}

function campo({ nome, titulo, descricao, tipo, unidade, chave }: ColunaAberta): object {
  return {
    name: nome,
    title: titulo,
    description: descricao,
    type: TIPO[tipo],
    ...(unidade === undefined ? {} : { unit: unidade }),
    ...(tipo === "logico" ? { trueValues: ["sim"], falseValues: ["nao"] } : {}),
    ...(chave === true ? { constraints: { required: true } } : {}),
  };
}

function licencas({ nome, titulo, url }: EdicaoAberta["licenca"]): object[] {
  return [{ name: nome, title: titulo, ...(url === null ? {} : { path: url }) }];
}

function emailDe(contato: string | null): object {
  return contato !== null && /^[^\s@]+@[^\s@]+$/.test(contato) ? { email: contato } : {};
}

/** Sources by id, each once; an id that `fontes.json` has not is an extract, named as it is. Without any, who publishes is the source. */
function fontesDe(ids: readonly string[], { fontes, orgao }: EdicaoAberta): object[] {
  if (ids.length === 0) return [{ title: orgao }];
  return [...new Set(ids)].map((id) => {
    const fonte = fontes.find((each) => each.id === id);
    if (fonte === undefined) return { title: id };
    return { title: `${fonte.nome} (${fonte.orgao}), ${fonte.referencia}`, ...(fonte.url === null ? {} : { path: fonte.url }), licenca: fonte.licenca };
  });
}

function unidadeGeografica({ colunas }: TabelaAberta): string {
  const nomes = new Set(colunas.map(({ nome }) => nome));
  if (["municipio_codigo", "codigo_ibge", "codigo", "municipio"].some((nome) => nomes.has(nome))) return "município";
  if ([...nomes].some((nome) => nome.startsWith("regiao"))) return "região";
  return nomes.has("uf") ? "unidade da federação" : SEM_RECORTE;
}
