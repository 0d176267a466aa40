/** Fixed sentences of the part, for who reads the page without being a programmer. */
export const TEXTOS = {
  abertura: "Todo número desta página pode ser baixado, usado e conferido por qualquer pessoa.",
  comoAbrir: "Cada tabela é um arquivo CSV. Ele abre em planilhas e em programas de dados.",
  planilha: "“Baixar para planilha” traz os mesmos números, com vírgula decimal. Esse arquivo abre direto na planilha.",
  branco: "Uma célula em branco quer dizer sem dado. Nunca quer dizer zero.",
  oculto: "“Oculto para proteger pessoas” quer dizer que o número existe. Ele não sai porque poderia mostrar de quem se trata.",
  assinatura: "O SHA-256 é a impressão digital do arquivo. Se um só número mudar, ele muda também.",
  enderecos: "O endereço de cada arquivo não muda de uma publicação para a outra.",
  programas: "Um programa encontra tudo a partir de três arquivos:",
  historico: "Aqui está cada número que mudou de uma publicação para a outra, e por quê.",
  primeira: "Esta é a primeira publicação: ainda não há com o que comparar.",
  demonstracao: "As tabelas com a marca de demonstração são inventadas. Elas mostram como a página funciona e não descrevem nenhum fato.",
} as const;
