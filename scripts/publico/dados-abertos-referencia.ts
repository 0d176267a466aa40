import { PORTE_ROTULO } from "../../src/core/municipio.ts";
import type { ColunaAberta, TabelaAberta } from "../../src/core/publico/aberto.ts";
import type { Publicacao } from "../../src/core/publico/publicacao.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";

const SEM_PERIODO = { inicio: null, fim: null } as const;
const texto = (nome: string, titulo: string, descricao: string): ColunaAberta => ({ nome, titulo, descricao, tipo: "texto" });
const CODIGO: ColunaAberta = { nome: "codigo_ibge", titulo: "Código do IBGE", descricao: "Código do município, de sete algarismos.", tipo: "inteiro", chave: true };
const MUNICIPIO = texto("municipio", "Município", "Nome do município, para leitura: quem identifica é codigo_ibge.");

/** The municipalities that the other tables name by code. */
export function tabelaDeMunicipios({ municipios }: Pick<Publicacao, "municipios">): TabelaAberta {
  return {
    id: "municipios",
    titulo: "Municípios",
    descricao: "Os municípios do estado, com região imediata, porte e população do Censo. As outras tabelas os citam pelo código.",
    colunas: [
      CODIGO,
      texto("municipio", "Município", "Nome do município."),
      texto("regiao", "Região imediata", "Nome da região imediata do IBGE."),
      texto("porte", "Porte", "Porte do município pela PNAS de 2004."),
      { nome: "populacao", titulo: "População", descricao: "População do Censo de que o porte foi lido.", tipo: "inteiro", unidade: "habitantes" },
    ],
    linhas: municipios.map(({ codigo, nome, regiao, porte, populacao }) => [codigo, nome, regiao, porte === null ? null : PORTE_ROTULO[porte], populacao]),
    fontes: ["ibge-dtb", "ibge-censo-2022"],
    demonstracao: false,
    cobertura: SEM_PERIODO,
    periodicidade: "quando a fonte muda",
  };
}

/** The indicators that have figures, each with what must be known to read them. */
export function tabelaDoCatalogo({ catalogo, extratos }: Pick<TerritoryFolder, "catalogo" | "extratos">): TabelaAberta {
  const usados = new Set(extratos.indicadores.rows.map(({ indicador }) => indicador));
  const publicados = catalogo.filter(({ id }) => usados.has(id));
  return {
    id: "catalogo-de-indicadores",
    titulo: "Catálogo dos indicadores",
    descricao: "Cada indicador da tabela de indicadores: o que pergunta, unidade, fórmula, fonte e o que é preciso saber antes de usar.",
    colunas: [
      { ...texto("indicador", "Indicador", "Nome curto, que identifica o indicador."), chave: true },
      texto("nome", "Nome", "Nome do indicador."),
      texto("pergunta", "Pergunta", "A pergunta a que responde."),
      texto("unidade", "Unidade", "Unidade do valor."),
      texto("formula", "Fórmula", "Como é calculado."),
      texto("fonte", "Fonte", "Nome da fonte nas fontes deste pacote."),
      texto("cadencia", "Periodicidade", "De quanto em quanto tempo a fonte publica."),
      texto("ressalva", "Ressalva", "O que é preciso saber antes de usar o número."),
    ],
    linhas: publicados.map(({ id, nome, pergunta, unidade, formula, fonte, cadencia, ressalva }) => [id, nome, pergunta, unidade, formula, fonte, cadencia, ressalva]),
    fontes: [...new Set(publicados.map(({ fonte }) => fonte))],
    demonstracao: false,
    cobertura: SEM_PERIODO,
    periodicidade: "quando o catálogo muda",
  };
}

/** The official figures, as the sources publish them: already aggregates of municipalities. */
export function tabelaDeIndicadores({ extratos }: Pick<TerritoryFolder, "extratos">, { municipios }: Pick<Publicacao, "municipios">): TabelaAberta {
  const nomes = new Map(municipios.map(({ codigo, nome }) => [codigo, nome]));
  const { rows, demonstracao } = extratos.indicadores;
  const periodos = rows.map(({ periodo = "" }) => periodo).sort();
  return {
    id: "indicadores",
    titulo: "Indicadores oficiais por município e período",
    descricao: "Valores publicados pelas fontes oficiais, por município, período e indicador. O que cada indicador mede está em catalogo-de-indicadores.",
    colunas: [
      CODIGO,
      MUNICIPIO,
      { ...texto("periodo", "Período", "Ano (AAAA) ou mês (AAAA-MM) do valor."), chave: true },
      { ...texto("indicador", "Indicador", "Nome curto do indicador."), chave: true },
      { nome: "valor", titulo: "Valor", descricao: "Valor na unidade do indicador.", tipo: "decimal", unidade: "a do indicador, em catalogo-de-indicadores" },
      { nome: "numerador", titulo: "Numerador", descricao: "Parte de cima da divisão, quando a fonte a dá.", tipo: "decimal", unidade: "a do indicador" },
      { nome: "denominador", titulo: "Denominador", descricao: "Parte de baixo da divisão, quando a fonte a dá.", tipo: "decimal", unidade: "a do indicador" },
      texto("fonte", "Fonte", "Nome da fonte nas fontes deste pacote."),
    ],
    linhas: rows.map(({ codigo = "", periodo = "", indicador = "", valor = "", numerador = "", denominador = "", fonte = "" }) => [
      Number(codigo),
      nomes.get(Number(codigo)) ?? null,
      periodo,
      indicador,
      numero(valor),
      numero(numerador),
      numero(denominador),
      fonte,
    ]),
    fontes: [...new Set(rows.map(({ fonte = "" }) => fonte))],
    demonstracao,
    cobertura: { inicio: periodos[0] ?? null, fim: periodos.at(-1) ?? null },
    periodicidade: "a de cada fonte",
  };
}

function numero(text: string): number | null {
  return text === "" ? null : Number(text);
}
