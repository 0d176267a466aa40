import type { SITUACOES_DO_APOIO } from "../../core/pacto/colunas.ts";
import { column, type Contract } from "./contract.ts";

/** On-site strategies. Source: Res. CIB/MT 02/2022 arts. 4 I and 6 I–VI. */
export const ESTRATEGIA_PRESENCIAL_ROTULO = {
  encontro: "Encontro de apoio técnico",
  "apoio-individualizado": "Apoio técnico individualizado",
  monitoramento: "Monitoramento",
  "seminario-oficina": "Seminário ou oficina",
  "visita-tecnica": "Visita técnica",
  "outro-evento": "Outro evento técnico",
} as const;

/** Remote strategies. Source: Res. CIB/MT 02/2022 arts. 4 II and 6 VII–XII. */
export const ESTRATEGIA_NAO_PRESENCIAL_ROTULO = {
  "central-relacionamento": "Central de relacionamento",
  "email-telefone-mensagem": "E-mail, telefone ou mensagem",
  "normas-materiais": "Normas, orientações e materiais informativos",
  videoconferencia: "Videoconferência ou transmissão ao vivo",
  "instrumento-informacional": "Instrumento ou ferramenta informacional",
  "sitio-aplicativo": "Sítio eletrônico ou aplicativo",
} as const;

export const ESTRATEGIA_ROTULO = {
  ...ESTRATEGIA_PRESENCIAL_ROTULO,
  ...ESTRATEGIA_NAO_PRESENCIAL_ROTULO,
} as const;

/** Lines of the yearly priority themes. Source: Res. CIB/MT 02/2022 art. 7. */
export const EIXO_ROTULO = {
  saas: "SAAS (gabinete da Assistência Social)",
  "gestao-suas": "Gestão do SUAS",
  servicos: "Serviços socioassistenciais",
  "beneficios-programas-projetos": "Benefícios, programas e projetos socioassistenciais",
} as const;

/** Source: Res. CIB/MT 02/2022 art. 4. */
export const MODALIDADE_ROTULO = {
  presencial: "Presencial",
  "nao-presencial": "Não presencial",
} as const;

/** Source: Res. CIB/MT 02/2022 arts. 4 I b and 5. */
export const ORIGEM_APOIO_ROTULO = {
  "solicitado-municipio": "Solicitado pelo município",
  "identificado-acompanhamento": "Identificado pelo acompanhamento do Estado",
} as const;

/** Whether the event was held; a row that does not say goes by its day. */
export const SITUACAO_APOIO_ROTULO: Readonly<Record<(typeof SITUACOES_DO_APOIO)[number], string>> = {
  realizado: "Realizado",
  previsto: "Previsto",
  cancelado: "Cancelado",
};

export type Estrategia = keyof typeof ESTRATEGIA_ROTULO;
export type Eixo = keyof typeof EIXO_ROTULO;
export type Modalidade = keyof typeof MODALIDADE_ROTULO;
export type OrigemApoio = keyof typeof ORIGEM_APOIO_ROTULO;

/**
 * Support to municipalities, held, planned or called off: an event that reaches ten
 * municipalities is ten rows with one `apoio`. A strategy or eixo outside the list is
 * kept as unclassified, to be counted apart (Res. CIB/MT 02/2022 art. 8 lets support go
 * beyond the plan). Only what was held needs a day.
 */
export const APOIOS: Contract = {
  id: "apoios",
  title: "Apoio técnico",
  description:
    "Ações de apoio técnico do Estado aos municípios, realizadas, previstas ou canceladas: quando, a quem, por qual estratégia, em qual eixo e modalidade.",
  grain: "uma linha por evento de apoio e município alcançado",
  key: ["apoio", "codigo_ibge"],
  source: "registro de apoio técnico da secretaria estadual; estratégias e eixos da Res. CIB/MT 02/2022",
  table: "apoio",
  cabecalho: ["data"],
  extensao: { coluna: "data", so: { coluna: "situacao", valor: "realizado" } },
  columns: [
    column("apoio", "texto", "Identificador do evento de apoio; repete-se em cada município alcançado.", {
      required: true,
      aliases: ["id", "id_apoio", "evento", "codigo_evento"],
    }),
    column("codigo_ibge", "codigo-ibge", "Município alcançado, pelo código do IBGE.", {
      required: true,
      aliases: ["codigo", "cod_ibge", "ibge", "ibge7", "codigo_municipio", "cod_municipio"],
    }),
    column("data", "data", "Dia em que o apoio aconteceu ou está previsto (o primeiro, se durou mais de um). Em branco só no previsto ou cancelado.", {
      aliases: ["data_apoio", "data_evento", "data_realizacao", "data_da_acao"],
    }),
    column("estrategia", "categoria", "Estratégia de apoio técnico (Res. CIB/MT 02/2022, arts. 4º e 6º).", {
      required: true,
      aliases: ["estrategia_de_apoio", "tipo", "tipo_de_apoio"],
      categories: ESTRATEGIA_ROTULO,
      aberta: true,
    }),
    column("eixo", "categoria", "Eixo do plano de apoio técnico (Res. CIB/MT 02/2022, art. 7º).", {
      required: true,
      aliases: ["eixo_tematico", "area"],
      categories: EIXO_ROTULO,
      aberta: true,
    }),
    column("tema", "texto", "Tema tratado, em poucas palavras. Não escreva nomes de pessoas.", {
      aliases: ["assunto", "tematica"],
    }),
    column("modalidade", "categoria", "Presencial ou não presencial (Res. CIB/MT 02/2022, art. 4º).", {
      required: true,
      aliases: ["forma", "modalidade_de_apoio"],
      categories: MODALIDADE_ROTULO,
    }),
    column("origem", "categoria", "Se o município pediu ou se o acompanhamento do Estado identificou a necessidade (art. 4º, I, b).", {
      required: true,
      aliases: ["origem_da_demanda", "demanda"],
      categories: ORIGEM_APOIO_ROTULO,
    }),
    column("data_solicitacao", "data", "Dia em que o município pediu o apoio, quando pediu.", {
      aliases: ["data_pedido", "data_da_solicitacao"],
    }),
    column("participantes", "inteiro", "Quantas pessoas do município participaram (só a quantidade).", {
      aliases: ["n_participantes", "total_participantes", "quantidade_participantes"],
      unit: "pessoas",
      min: 0,
      max: 100_000,
    }),
    column("situacao", "categoria", "Se o apoio aconteceu, está previsto ou foi cancelado. Em branco vale o dia: até hoje, aconteceu.", {
      aliases: ["situacao_do_apoio", "status", "andamento_do_apoio"],
      categories: SITUACAO_APOIO_ROTULO,
    }),
  ],
};
