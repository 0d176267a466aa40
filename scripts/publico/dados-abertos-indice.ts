import { count, formatBytes, formatDate } from "../../src/core/format.ts";
import { type ArquivoAberto, COMO_LER, type EdicaoAberta, hashDosArquivos, sha256, tituloDe } from "./dados-abertos-pacote.ts";

/** Pages of the public edition, for the index. */
const PAGINAS: readonly (readonly [string, string])[] = [
  ["municipio", "como está cada município"],
  ["denuncias", "denúncias recebidas e prazos, depois da proteção"],
  ["visitas", "como as visitas técnicas são escolhidas e que apoio o estado deu"],
  ["servicos", "desempenho dos serviços"],
  ["relatorio", "relatório anual"],
  ["dados", "dados abertos e histórico dos números"],
  ["protecao", "proteção de dados"],
];

/**
 * Plain index of the release for programs and for people without a screen, in the shape of
 * llms.txt: a title, what it is, and lists of addresses, relative to `raiz`.
 * @param raiz from where this file stands to the folder of the release: "" or "../"
 */
export function indiceAberto(arquivos: readonly ArquivoAberto[], edicao: EdicaoAberta, raiz: "" | "../"): string {
  const dados = raiz === "" ? "dados/" : "";
  const demonstracao = arquivos.some(({ tabela }) => tabela.demonstracao);
  return [
    `# Dados abertos da assistência social, ${edicao.territorio.nome}`,
    "",
    `> Tabelas publicadas por ${edicao.orgao}. Data de referência: ${edicao.dataReferencia} (${formatDate(edicao.dataReferencia)}). Só há somas: nenhum registro de pessoa.`,
    ...(demonstracao ? ["> As tabelas marcadas com DEMONSTRAÇÃO são inventadas por programa: não descrevem fatos."] : []),
    "",
    "CSV em UTF-8, vírgula, ponto decimal, datas AAAA-MM-DD, primeira linha com os nomes das colunas.",
    ...COMO_LER,
    `Licença: ${edicao.licenca.titulo}${edicao.licenca.url === null ? "" : ` <${edicao.licenca.url}>`}.`,
    `SHA-256 dos dados: ${hashDosArquivos(arquivos)}`,
    `SHA-256 da publicação: ${edicao.hash}`,
    `SHA-256 da política de publicação: ${edicao.politica}`,
    "",
    "## Descrição para programas",
    "",
    `- [${dados}datapackage.json](${dados}datapackage.json): todas as tabelas, com colunas, tipos, unidades, fontes, licença e SHA-256 (Frictionless Data Package v1)`,
    `- [${dados}mudancas.json](${dados}mudancas.json): o que mudou de uma publicação para a outra`,
    `- [${raiz}publicacao.json](${raiz}publicacao.json): a publicação inteira, como as páginas a leem`,
    "",
    "## Tabelas",
    "",
    ...arquivos.map((arquivo) => linhaDaTabela(arquivo, dados)),
    "",
    "## Páginas",
    "",
    // The page stands beside the folder of the release.
    ...PAGINAS.map(([parte, oque]) => `- [${oque}](${raiz}../index.html#/transparencia?parte=${parte})`),
    "",
  ].join("\n");
}

function linhaDaTabela({ tabela, csv }: ArquivoAberto, dados: string): string {
  const { id, linhas, cobertura, descricao, demonstracao } = tabela;
  const periodo = cobertura.inicio === null ? "" : `; de ${cobertura.inicio} a ${cobertura.fim ?? cobertura.inicio}`;
  const marca = demonstracao ? "DEMONSTRAÇÃO. " : "";
  return `- [${dados}${id}.csv](${dados}${id}.csv): ${marca}${tituloDe(tabela)}. ${descricao} ${count(linhas.length, "linha", "linhas", "f")}, ${formatBytes(Buffer.byteLength(csv))}${periodo}. SHA-256 ${sha256(csv)}`;
}
