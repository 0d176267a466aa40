import { column, type Contract } from "./contract.ts";

/** Channels by which a complaint may arrive. Source: Res. CIB/MT 012/2025 art. 5 §1. */
export const CANAL_ROTULO = {
  presencial: "Presencial, no protocolo",
  "ouvidoria-site": "Ouvidoria: site",
  "ouvidoria-162": "Ouvidoria: telefone 162",
  "ouvidoria-0800": "Ouvidoria: telefone 0800",
  "carta-ar": "Carta com aviso de recebimento",
} as const;

/** What the complaint is about. A house list: no norm fixes it. */
export const TEMA_DENUNCIA_ROTULO = {
  "atendimento-cras": "Atendimento no CRAS",
  "atendimento-creas": "Atendimento no CREAS",
  acolhimento: "Acolhimento",
  "cadastro-unico": "Cadastro Único",
  "bolsa-familia": "Bolsa Família",
  bpc: "Benefício de Prestação Continuada (BPC)",
  "beneficios-eventuais": "Benefícios eventuais",
  "recursos-fmas": "Uso dos recursos do fundo municipal (FMAS)",
  "controle-social": "Controle social (conselho)",
  "trabalhadores-suas": "Trabalhadores do SUAS",
  outro: "Outro assunto",
} as const;

/** Where a case stands. Source: the steps of Res. CIB/MT 012/2025 arts. 5 to 12. */
export const SITUACAO_ROTULO = {
  registrada: "Registrada",
  "em-analise-preliminar": "Em análise preliminar da Ouvidoria",
  "encaminhada-outro-orgao": "Encaminhada a outro órgão",
  "encaminhada-municipio": "Encaminhada à gestão municipal",
  "aguardando-manifestacao": "Aguardando manifestação do município",
  "em-analise-tecnica": "Em análise técnica",
  "em-verificacao-in-loco": "Em verificação no local",
  "encaminhada-controle": "Encaminhada aos órgãos de controle",
  respondida: "Respondida",
  arquivada: "Arquivada",
} as const;

/** Source: Res. CIB/MT 012/2025 art. 3. */
export const ORIGEM_RECURSO_ROTULO = {
  federal: "Federal",
  estadual: "Estadual",
  "federal-estadual": "Federal e estadual",
} as const;

/** Source: Res. CIB/MT 012/2025 art. 12. */
export const MOTIVO_ARQUIVAMENTO_ROTULO = {
  "processo-judicial": "Processo judicial sobre o mesmo fato",
  "falta-de-provas": "Falta de provas suficientes",
} as const;

export type Canal = keyof typeof CANAL_ROTULO;
export type TemaDenuncia = keyof typeof TEMA_DENUNCIA_ROTULO;
export type Situacao = keyof typeof SITUACAO_ROTULO;
export type OrigemRecurso = keyof typeof ORIGEM_RECURSO_ROTULO;
export type MotivoArquivamento = keyof typeof MOTIVO_ARQUIVAMENTO_ROTULO;

/**
 * Complaint cases. There is no column for a person and none is accepted: the
 * identity of who complains is protected (Res. CIB/MT 012/2025 art. 5 §3).
 * Real files repeat protocols; repetitions are rows and are announced, never dropped silently.
 */
export const DENUNCIAS: Contract = {
  id: "denuncias",
  title: "Denúncias",
  description:
    "Casos de denúncia no âmbito do SUAS, do registro à resposta ou ao arquivamento. Não há coluna para dados de pessoas: o sigilo de quem denuncia é garantido.",
  grain: "uma linha por denúncia registrada (protocolo)",
  key: ["protocolo"],
  source: "planilha ou sistema da ouvidoria setorial; passos e prazos da Res. CIB/MT 012/2025",
  table: "denuncia",
  sigilo: true,
  columns: [
    column("protocolo", "texto", "Número de protocolo, que acompanha o caso do início ao fim.", {
      required: true,
      numeroDeRegistro: true,
      aliases: ["numero_protocolo", "n_protocolo", "numero_do_protocolo", "nup"],
    }),
    column("data_registro", "data", "Dia em que a denúncia foi registrada.", {
      aliases: ["data_de_registro", "data_abertura", "data_cadastro", "data_recebimento"],
    }),
    column("codigo_ibge", "codigo-ibge", "Município a que a denúncia se refere, pelo código do IBGE.", {
      required: true,
      aliases: ["codigo", "cod_ibge", "ibge", "ibge7", "codigo_municipio", "cod_municipio"],
    }),
    column("canal", "categoria", "Por onde a denúncia chegou (Res. CIB/MT 012/2025, art. 5º, § 1º).", {
      required: true,
      aliases: ["canal_de_entrada", "meio", "forma_de_entrada"],
      categories: CANAL_ROTULO,
    }),
    column("tema", "categoria", "Assunto da denúncia.", {
      required: true,
      aliases: ["assunto", "tema_denuncia", "subassunto"],
      categories: TEMA_DENUNCIA_ROTULO,
    }),
    column("situacao", "categoria", "Em que passo o caso está hoje (Res. CIB/MT 012/2025, arts. 5º a 12).", {
      required: true,
      aliases: ["status", "estado", "fase", "situacao_atual"],
      categories: SITUACAO_ROTULO,
    }),
    column("anonima", "sim-nao", "Se a denúncia foi feita sem identificação (art. 5º).", {
      aliases: ["anonimo", "denuncia_anonima"],
    }),
    column(
      "origem_recurso",
      "categoria",
      "Origem do recurso do fundo municipal, quando a denúncia é sobre dinheiro (art. 3º).",
      { aliases: ["origem_do_recurso", "recurso"], categories: ORIGEM_RECURSO_ROTULO },
    ),
    column("data_encaminhamento", "data", "Dia em que o caso foi encaminhado a outro órgão (art. 6º) ou à gestão municipal (art. 3º, § 4º).", {
      aliases: ["data_de_encaminhamento"],
    }),
    column("data_notificacao", "data", "Dia em que a gestão municipal foi notificada (art. 7º); dela contam até 20 dias.", {
      aliases: ["data_de_notificacao"],
    }),
    column("data_manifestacao", "data", "Dia em que o município se manifestou (art. 7º).", {
      aliases: ["data_de_manifestacao"],
    }),
    column("data_visita", "data", "Dia da verificação no local, quando houve (art. 7º, § 3º).", {
      aliases: ["data_verificacao", "data_da_visita"],
    }),
    column("data_relatorio", "data", "Dia do relatório da verificação; até 15 dias após a visita (art. 9º).", {
      aliases: ["data_do_relatorio"],
    }),
    column("data_manifestacao_tecnica", "data", "Dia da manifestação técnica que encerra a análise (art. 8º).", {
      aliases: ["data_parecer", "data_da_manifestacao_tecnica"],
    }),
    column("data_resposta", "data", "Dia da resposta a quem denunciou; até 15 dias corridos do registro (art. 5º, § 5º).", {
      aliases: ["data_da_resposta", "data_conclusao"],
    }),
    column("data_arquivamento", "data", "Dia do arquivamento (art. 12).", {
      aliases: ["data_de_arquivamento"],
    }),
    column("motivo_arquivamento", "categoria", "Por que foi arquivada (art. 12).", {
      aliases: ["motivo", "motivo_do_arquivamento"],
      categories: MOTIVO_ARQUIVAMENTO_ROTULO,
    }),
    column("protocolo_principal", "texto", "Protocolo mais antigo ao qual esta foi apensada, por tratar do mesmo fato (art. 5º, § 4º).", {
      aliases: ["apensada_a", "apensado_a", "protocolo_apensado"],
    }),
  ],
};
