import { DESCOMPASSO_ROTULO } from "../mescla/index.ts";

/** What may be wrong with plans and actions. */
export const PROBLEMAS_DOS_PLANOS = [
  "ligacao-sem-registro",
  "plano-em-dois-municipios",
  "plano-diverge",
  "municipio-desconhecido",
  "plano-sem-acoes",
  "prazo-antes-do-plano",
  "conclusao-no-futuro",
  "conclusao-antes-do-plano",
  "conclusao-sem-evidencia",
  "aprovacao-no-futuro",
  "pactuacao-no-futuro",
  "pactuacao-antes-da-aprovacao",
] as const;
export type CodigoDoProblema = (typeof PROBLEMAS_DOS_PLANOS)[number];

/** One thing that does not fit, with its place. Nothing is changed or dropped for it. */
export interface ProblemaDoPlano {
  readonly codigo: CodigoDoProblema;
  /** IBGE code; null where there is no plan to say it. */
  readonly municipio: number | null;
  /** The plan's number or id; null where there is none. */
  readonly plano: string | null;
  /** The action's number or id; null where it is of the whole plan. */
  readonly acao: string | null;
  /** What the action, or the plan's difficulty, says. */
  readonly descricao: string;
  /** The date or field in question; null where there is none. */
  readonly dado: string | null;
}

export interface TextoDoProblema {
  readonly nome: string;
  readonly mensagem: string;
  readonly conserto: string;
  /** Article of Portaria SPS/CE 352/2023; null where it is a matter of typing. */
  readonly artigo: string | null;
}

export const PROBLEMA_TEXTO: Readonly<Record<CodigoDoProblema, TextoDoProblema>> = {
  "ligacao-sem-registro": {
    nome: "Ação sem plano",
    mensagem: "O plano da ação não existe ou foi retirado; ela não conta em nenhum município.",
    conserto: DESCOMPASSO_ROTULO["ligacao-sem-registro"].conserto,
    artigo: "art. 6º",
  },
  "plano-em-dois-municipios": {
    nome: "Um plano em dois municípios",
    mensagem: "O mesmo número de plano aparece em mais de um município; conta como um plano em cada um.",
    conserto: "Dê um número a cada plano, ou corrija o município da linha.",
    artigo: null,
  },
  "plano-diverge": {
    nome: "Linhas do plano que discordam",
    mensagem: "As linhas de um mesmo plano dizem coisas diferentes dele; vale a primeira.",
    conserto: "Repita em todas as linhas do plano a espécie, a dificuldade, a origem, o início, a aprovação e a pactuação.",
    artigo: null,
  },
  "municipio-desconhecido": {
    nome: "Município fora da lista",
    mensagem: "O código do município não está na lista de municípios em uso.",
    conserto: "Confira o código do IBGE do plano, ou carregue a lista de municípios que o tem.",
    artigo: null,
  },
  "plano-sem-acoes": {
    nome: "Plano sem ações",
    mensagem: "O plano não tem nenhuma ação; sem ações não há o que concluir.",
    conserto: "Acrescente as ações que superam a dificuldade.",
    artigo: "art. 6º",
  },
  "prazo-antes-do-plano": { nome: "Prazo antes do plano", ...DESCOMPASSO_ROTULO["prazo-antes-do-plano"], artigo: "art. 6º" },
  "conclusao-no-futuro": {
    nome: "Conclusão no futuro",
    mensagem: `${DESCOMPASSO_ROTULO["conclusao-no-futuro"].mensagem} Até lá, a ação não conta como concluída.`,
    conserto: DESCOMPASSO_ROTULO["conclusao-no-futuro"].conserto,
    artigo: null,
  },
  "conclusao-antes-do-plano": {
    nome: "Conclusão antes do plano",
    mensagem: "A ação consta como concluída antes do início do plano; conta como concluída.",
    conserto: "Confira a conclusão da ação e o início do plano.",
    artigo: null,
  },
  "conclusao-sem-evidencia": {
    nome: "Conclusão sem evidência",
    mensagem: "A ação consta como concluída e não diz o que o comprova; conta como concluída.",
    conserto: "Escreva a evidência: relatório, ato publicado, ata.",
    artigo: null,
  },
  "aprovacao-no-futuro": {
    nome: "Aprovação no futuro",
    mensagem: "A aprovação pelo CMAS está em um dia que ainda não chegou; até lá o plano espera por ela.",
    conserto: "Confira a data; uma reunião marcada ainda não é aprovação.",
    artigo: "art. 6º, § 1º",
  },
  "pactuacao-no-futuro": {
    nome: "Pactuação no futuro",
    mensagem: "A pactuação na CIB está em um dia que ainda não chegou; até lá o plano espera por ela.",
    conserto: "Confira a data; uma reunião marcada ainda não é pactuação.",
    artigo: "art. 6º, § 1º",
  },
  "pactuacao-antes-da-aprovacao": {
    nome: "Pactuado antes de aprovado",
    mensagem: "O plano consta como pactuado na CIB sem a aprovação anterior do CMAS, que a norma põe primeiro.",
    conserto: "Preencha a aprovação pelo CMAS ou confira as duas datas.",
    artigo: "art. 6º, § 1º",
  },
};
