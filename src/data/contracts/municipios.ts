import { PORTE_ROTULO } from "../../core/municipio.ts";
import { column, type Contract } from "./contract.ts";

/** One row a municipality: the reference table every other extract is keyed to. */
export const MUNICIPIOS: Contract = {
  id: "municipios",
  title: "Municípios",
  description:
    "Tabela de referência dos municípios: código, nome, regiões do IBGE, sede, área, população e porte.",
  grain: "uma linha por município",
  key: ["codigo"],
  source:
    "IBGE (divisão territorial, Censo 2022), MDS (área informada no Censo SUAS 2023) e coordenadas das sedes em base aberta",
  table: "municipio",
  columns: [
    column("codigo", "codigo-ibge", "Código do município no IBGE, com 7 algarismos (aceita também 6).", {
      required: true,
      aliases: [
        "codigo_ibge",
        "cod_ibge",
        "ibge",
        "ibge7",
        "code7",
        "codigo_municipio",
        "codigo_municipio_completo",
        "codarea",
      ],
    }),
    column("nome", "texto", "Nome do município, com acentos.", {
      required: true,
      aliases: ["municipio", "nome_municipio", "name", "nome_do_municipio"],
    }),
    column(
      "regiao_imediata_codigo",
      "inteiro",
      "Código da região geográfica imediata do IBGE (6 algarismos). Em branco quando a fonte não informa.",
      {
        aliases: ["regiao_imediata_cod", "codigo_regiao_imediata", "cod_rgi"],
        min: 100_000,
        max: 999_999,
      },
    ),
    column("regiao_imediata", "texto", "Nome da região geográfica imediata do IBGE.", {
      aliases: ["nome_regiao_imediata", "nome_rgi"],
    }),
    column(
      "regiao_intermediaria_codigo",
      "inteiro",
      "Código da região geográfica intermediária do IBGE (4 algarismos). Em branco quando a fonte não informa.",
      {
        aliases: ["regiao_intermediaria_cod", "codigo_regiao_intermediaria", "cod_rgint"],
        min: 1000,
        max: 9999,
      },
    ),
    column("regiao_intermediaria", "texto", "Nome da região geográfica intermediária do IBGE.", {
      aliases: ["nome_regiao_intermediaria", "nome_rgint"],
    }),
    column("sede_lat", "decimal", "Latitude da sede do município, em graus decimais (negativa ao sul do Equador).", {
      aliases: ["latitude", "lat"],
      unit: "graus",
      min: -34,
      max: 6,
    }),
    column("sede_lon", "decimal", "Longitude da sede do município, em graus decimais (negativa a oeste de Greenwich).", {
      aliases: ["longitude", "lon", "long"],
      unit: "graus",
      min: -75,
      max: -28,
    }),
    column("area_km2", "decimal", "Área do município, em quilômetros quadrados.", {
      aliases: ["area"],
      unit: "km²",
      min: 0,
      max: 200_000,
    }),
    column(
      "populacao",
      "inteiro",
      "População contada no Censo do ano indicado em ano_censo. Em branco quando o município não existia no Censo.",
      { aliases: ["pop", "populacao_censo", "pop_total_2022"], unit: "hab.", min: 0, max: 20_000_000 },
    ),
    column("ano_censo", "inteiro", "Ano do Censo de onde vêm a população e o porte.", {
      aliases: ["ano_populacao"],
      min: 1872,
      max: 2100,
    }),
    column(
      "porte",
      "categoria",
      "Porte do município pela população do Censo (PNAS 2004). Em branco quando não há população.",
      { aliases: ["porte_populacional", "porte_pop2022"], categories: PORTE_ROTULO },
    ),
  ],
};
