import type { Desfecho, Passo, Superintendencia } from "../../core/denuncias/passos.ts";
import { column, type Contract } from "./contract.ts";
import { MOTIVO_ARQUIVAMENTO_ROTULO } from "./denuncias.ts";

/** Steps of a case, in the order of the norm. Source: Res. CIB/MT 012/2025 arts. 3 to 12. */
export const PASSO_ROTULO: Readonly<Record<Passo, string>> = {
  registro: "Registro da denúncia",
  "analise-preliminar": "Análise preliminar da Ouvidoria",
  "encaminhamento-outro-orgao": "Encaminhamento a outro órgão",
  "encaminhamento-municipio": "Encaminhamento à gestão municipal",
  notificacao: "Notificação da gestão municipal",
  manifestacao: "Manifestação do município",
  distribuicao: "Distribuição à superintendência",
  verificacao: "Verificação no local",
  relatorio: "Relatório da verificação",
  "manifestacao-tecnica": "Manifestação técnica",
  desfecho: "Desfecho",
  "encaminhamento-controle": "Encaminhamento aos órgãos de controle",
  resposta: "Resposta a quem denunciou",
  arquivamento: "Arquivamento",
};

/** What the analysis found. Source: Res. CIB/MT 012/2025 arts. 10 and 11. */
export const DESFECHO_ROTULO: Readonly<Record<Desfecho, string>> = {
  "dificuldade-na-gestao": "Dificuldade na gestão municipal",
  "indicio-de-irregularidade": "Indício de irregularidade",
  "sem-irregularidade": "Sem irregularidade",
};

/** Parts of the state's office, by subject; their names in a territory are data. Source: Res. CIB/MT 012/2025 art. 7 §1. */
export const SUPERINTENDENCIA_ROTULO: Readonly<Record<Superintendencia, string>> = {
  "gestao-suas": "Gestão do SUAS",
  servicos: "Serviços socioassistenciais",
  beneficios: "Benefícios, programas e projetos",
};

/**
 * Dated events of the complaints, one row each. There is no column for a person,
 * for who signed or for what was written: the identity of who complains is
 * protected (Res. CIB/MT 012/2025 art. 5 §3). A date may be blank (the event
 * happened and nobody wrote down when); steps out of order or repeated are rows
 * all the same, and the page says what is wrong with the case.
 */
export const ANDAMENTOS: Contract = {
  id: "andamentos",
  title: "Andamentos das denúncias",
  description:
    "O que aconteceu em cada denúncia e em que dia, do registro à resposta ou ao arquivamento. Não há coluna para dados de pessoas nem para texto livre: o sigilo de quem denuncia é garantido.",
  grain: "uma linha por andamento de uma denúncia (protocolo, passo e dia)",
  key: ["protocolo", "passo", "data", "desfecho"],
  source: "planilha ou sistema da ouvidoria setorial e do gabinete; passos e prazos da Res. CIB/MT 012/2025",
  table: "andamento",
  cabecalho: ["data"],
  sigilo: true,
  columns: [
    column("protocolo", "texto", "Número de protocolo da denúncia, o mesmo do conjunto Denúncias.", {
      required: true,
      numeroDeRegistro: true,
      aliases: ["numero_protocolo", "n_protocolo", "n_do_protocolo", "numero_do_protocolo", "protocolo_da_denuncia", "nup"],
    }),
    column("passo", "categoria", "O que aconteceu (Res. CIB/MT 012/2025, arts. 3º a 12).", {
      required: true,
      aliases: ["andamento", "tipo_de_andamento", "tipo_do_andamento", "etapa", "movimentacao", "tramite"],
      categories: PASSO_ROTULO,
    }),
    column("data", "data", "Dia em que aconteceu. Em branco quando não foi anotado: o prazo que depende dele fica sem como contar.", {
      aliases: ["data_do_passo", "data_do_andamento", "data_andamento", "data_da_etapa", "data_movimentacao", "data_do_tramite", "dia"],
    }),
    column("desfecho", "categoria", "O que a análise constatou, quando o passo é o desfecho (arts. 10 e 11).", {
      aliases: ["constatacao", "resultado_da_analise", "conclusao"],
      categories: DESFECHO_ROTULO,
    }),
    column("motivo_arquivamento", "categoria", "Por que foi arquivada, quando o passo é o arquivamento (art. 12).", {
      aliases: ["motivo", "motivo_do_arquivamento"],
      categories: MOTIVO_ARQUIVAMENTO_ROTULO,
    }),
    column("superintendencia", "categoria", "A que superintendência foi distribuída, quando o passo é a distribuição (art. 7º, § 1º).", {
      aliases: ["superintendencia_de_destino", "area", "setor_de_destino", "destino"],
      categories: SUPERINTENDENCIA_ROTULO,
    }),
  ],
};
