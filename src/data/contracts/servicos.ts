import { column, type Contract } from "./contract.ts";

/** Most requests one service of one municipality can have in a year. */
const MAIOR_CONTAGEM = 100_000_000;
/** Days of a century: a longer mean time is one mistyped. */
const MAIOR_TEMPO = 36_525;
/** Beyond these no scale of satisfaction goes. */
const ESCALA = 1000;

/**
 * Performance of services by year: the panel lets entities be compared.
 * Source: Lei municipal 664/2025 (Anajatuba/MA) art. 20, used as a reference.
 */
export const SERVICOS: Contract = {
  id: "servicos",
  title: "Desempenho dos serviços",
  description:
    "Por serviço, município e ano: pedidos em andamento e concluídos, tempo médio e mediano, e satisfação de quem foi atendido, com a escala e o número de respostas. Em branco quer dizer sem dado, nunca zero.",
  grain: "uma linha por município, serviço e ano",
  key: ["codigo_ibge", "servico", "ano"],
  source: "registro dos serviços nas gestões; itens do painel da Lei 664/2025 de Anajatuba (MA), art. 20, usada como referência",
  table: "servico_ano",
  extensao: { coluna: "ano" },
  columns: [
    column("codigo_ibge", "codigo-ibge", "Município do serviço, pelo código do IBGE.", {
      required: true,
      aliases: ["codigo", "cod_ibge", "ibge", "ibge7", "codigo_municipio", "cod_municipio"],
    }),
    column("servico", "texto", "Nome do serviço, escrito sempre do mesmo jeito. Não escreva nomes de pessoas.", {
      required: true,
      maximo: 120,
      aliases: ["nome_do_servico", "servico_prestado"],
    }),
    column("ano", "inteiro", "Ano a que os números se referem.", {
      required: true,
      aliases: ["ano_de_referencia", "ano_referencia", "exercicio"],
      min: 2000,
      max: 2100,
    }),
    column("em_andamento", "inteiro", "Pedidos em andamento no fim do ano.", {
      aliases: ["pedidos_em_andamento", "solicitacoes_em_andamento", "atendimentos_em_andamento"],
      unit: "pedidos",
      min: 0,
      max: MAIOR_CONTAGEM,
    }),
    column("concluidas", "inteiro", "Pedidos concluídos no ano.", {
      aliases: ["pedidos_concluidos", "solicitacoes_concluidas", "atendimentos_concluidos", "concluidos"],
      unit: "pedidos",
      min: 0,
      max: MAIOR_CONTAGEM,
    }),
    column("tempo_medio_dias", "decimal", "Média de dias entre o pedido e a conclusão, dos concluídos no ano.", {
      aliases: ["tempo_medio", "prazo_medio_dias", "tempo_medio_de_atendimento"],
      unit: "dias",
      min: 0,
      max: MAIOR_TEMPO,
    }),
    column("tempo_mediano_dias", "decimal", "Mediana de dias entre o pedido e a conclusão, dos concluídos no ano.", {
      aliases: ["tempo_mediano", "mediana_dias"],
      unit: "dias",
      min: 0,
      max: MAIOR_TEMPO,
    }),
    column("satisfacao", "decimal", "Satisfação média de quem respondeu, na escala dada por satisfacao_min e satisfacao_max.", {
      aliases: ["satisfacao_media", "grau_de_satisfacao", "nota_de_satisfacao"],
      min: -ESCALA,
      max: ESCALA,
    }),
    column("satisfacao_min", "decimal", "Menor nota possível na escala de satisfação.", {
      aliases: ["escala_min", "satisfacao_minima"],
      min: -ESCALA,
      max: ESCALA,
    }),
    column("satisfacao_max", "decimal", "Maior nota possível na escala de satisfação.", {
      aliases: ["escala_max", "satisfacao_maxima"],
      min: -ESCALA,
      max: ESCALA,
    }),
    column("satisfacao_respostas", "inteiro", "Quantas pessoas responderam sobre a satisfação (só a quantidade).", {
      aliases: ["respostas", "numero_de_respostas", "respostas_de_satisfacao"],
      unit: "respostas",
      min: 0,
      max: MAIOR_CONTAGEM,
    }),
  ],
};
