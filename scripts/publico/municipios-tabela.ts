import type { TabelaAberta } from "../../src/core/publico/aberto.ts";
import { MENOR_GRUPO } from "../../src/core/publico/municipio-comparar.ts";
import type { ComparacaoPublica, FiguraPublica, MunicipioPublico } from "../../src/core/publico/municipio.ts";

type Linha = TabelaAberta["linhas"][number];

/** What each page compares its figures with, as one open table. */
export function tabelaDasComparacoes(paginas: readonly MunicipioPublico[]): TabelaAberta {
  const linhas = paginas.flatMap((pagina) =>
    pagina.figuras.flatMap((figura): Linha[] => [...linha(pagina, figura, "porte", figura.porte), ...linha(pagina, figura, "regiao", figura.regiao)]),
  );
  const periodos = linhas.map((campos) => String(campos[4])).sort();
  return {
    id: "municipios-comparacoes",
    titulo: "Números de cada município ao lado dos municípios de mesmo porte e da mesma região",
    descricao: `Os números da página de cada município com a mediana e os quartis do seu grupo. Grupos com menos de ${MENOR_GRUPO} municípios com o número ficam de fora.`,
    colunas: [
      { nome: "codigo_ibge", titulo: "Código do município", descricao: "Código de sete dígitos do IBGE.", tipo: "inteiro", chave: true },
      { nome: "municipio", titulo: "Município", descricao: "Nome do município.", tipo: "texto" },
      { nome: "indicador", titulo: "Indicador", descricao: "Identificador do indicador no catálogo.", tipo: "texto", chave: true },
      { nome: "grupo", titulo: "Grupo", descricao: "porte: municípios de mesmo porte; regiao: municípios da mesma região imediata.", tipo: "texto", chave: true },
      { nome: "periodo", titulo: "Período", descricao: "Período do número do município.", tipo: "texto" },
      { nome: "valor", titulo: "Valor", descricao: "Número do município, na unidade do indicador.", tipo: "decimal" },
      { nome: "municipios_no_grupo", titulo: "Municípios no grupo", descricao: "Municípios do grupo que têm o número, este entre eles.", tipo: "inteiro", unidade: "municípios" },
      { nome: "minimo", titulo: "Mínimo do grupo", descricao: "Menor valor do grupo.", tipo: "decimal" },
      { nome: "quartil_1", titulo: "Primeiro quartil", descricao: "Um quarto do grupo fica até este valor.", tipo: "decimal" },
      { nome: "mediana", titulo: "Mediana", descricao: "Metade do grupo fica até este valor.", tipo: "decimal" },
      { nome: "quartil_3", titulo: "Terceiro quartil", descricao: "Três quartos do grupo ficam até este valor.", tipo: "decimal" },
      { nome: "maximo", titulo: "Máximo do grupo", descricao: "Maior valor do grupo.", tipo: "decimal" },
      { nome: "lugar", titulo: "Ao lado da mediana", descricao: "menor, perto ou maior; perto é entre os percentis 40 e 60 do grupo.", tipo: "texto" },
    ],
    linhas,
    fontes: [...new Set(paginas.flatMap(({ figuras }) => figuras.map(({ fonte }) => fonte)))].sort(),
    demonstracao: false,
    cobertura: { inicio: periodos[0] ?? null, fim: periodos.at(-1) ?? null },
    periodicidade: "a cada publicação",
  };
}

function linha({ codigo, nome }: MunicipioPublico, { indicador, periodo, valor }: FiguraPublica, grupo: string, comparacao: ComparacaoPublica | null): Linha[] {
  if (comparacao === null || valor === null) return [];
  const { n, minimo, q1, mediana, q3, maximo } = comparacao.distribuicao;
  return [[codigo, nome, indicador, grupo, periodo, valor, n, minimo, q1, mediana, q3, maximo, comparacao.lugar]];
}
