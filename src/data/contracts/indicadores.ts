import { column, type Contract } from "./contract.ts";

/** Long table of published figures. A figure that does not exist has no row: blank is never zero. */
export const INDICADORES: Contract = {
  id: "indicadores",
  title: "Indicadores",
  description:
    "Valores publicados dos indicadores, em formato longo. Quando a fonte não traz o valor de um município, a linha não existe: nunca vira zero.",
  grain: "uma linha por município, período e indicador",
  key: ["codigo", "periodo", "indicador"],
  source: "fontes oficiais listadas no catálogo de indicadores, indicadas linha a linha na coluna fonte",
  table: "indicador_valor",
  columns: [
    column("codigo", "codigo-ibge", "Código do município no IBGE, com 7 algarismos (aceita também 6).", {
      required: true,
      aliases: ["codigo_ibge", "cod_ibge", "ibge", "ibge7", "code7", "codigo_municipio"],
    }),
    column(
      "periodo",
      "periodo",
      "Período de referência do valor: ano (2023), mês (2026-06) ou trimestre (2023-T2).",
      { required: true, aliases: ["ano", "referencia", "competencia", "anomes"] },
    ),
    column("indicador", "texto", "Identificador do indicador no catálogo (por exemplo: ivs, idcras).", {
      required: true,
      aliases: ["id_indicador", "indicador_id"],
    }),
    column("valor", "decimal", "Valor publicado do indicador, na unidade que o catálogo informa.", {
      required: true,
      aliases: ["value", "resultado"],
    }),
    column("numerador", "decimal", "Parte de cima da conta, quando o indicador é uma divisão e a parte é conhecida.", {
      aliases: ["num"],
    }),
    column("denominador", "decimal", "Parte de baixo da conta, quando o indicador é uma divisão e a parte é conhecida.", {
      aliases: ["den"],
      min: 0,
    }),
    column("fonte", "texto", "Identificador da fonte que publicou o valor.", { aliases: ["source"] }),
    column(
      "carga",
      "texto",
      "Arquivo de onde o valor veio: começo do SHA-256 do arquivo. Vazio nos dados incluídos no aplicativo.",
    ),
  ],
};
