import { CAMPOS, type Campo } from "../../core/mescla/registro.ts";
import { column, type Contract } from "./contract.ts";

/** Kinds of plan: the municipality's own, and what the state owes it. Source: Portaria SPS/CE 352/2023 arts. 6 and 7. */
export const ESPECIE_ROTULO = opcoes(CAMPOS.plano["especie"]);

/** Where a difficulty was found. Source: Portaria SPS/CE 352/2023 art. 6. */
export const ORIGEM_DIFICULDADE_ROTULO = opcoes(CAMPOS.plano["origem"]);

/**
 * Actions of the plans, one row each; what is of the plan (municipality, difficulty,
 * approval, pact) is said again in every row of it. There is no column for a person:
 * who answers for an action is an office.
 * Source of the chain: Portaria SPS/CE 352/2023 arts. 6 and 7.
 */
export const PLANOS: Contract = {
  id: "planos",
  title: "Planos de Providências e de Apoio",
  description:
    "Ações dos planos de providências dos municípios e dos planos de apoio do Estado: dificuldade, ação, órgão responsável, prazo, evidência, aprovação, pactuação e conclusão. Não há coluna para dados de pessoas.",
  grain: "uma linha por ação de um plano",
  key: ["plano", "acao"],
  source: "registro dos planos na secretaria estadual e nas gestões municipais; passos da Portaria SPS/CE 352/2023, arts. 6º e 7º, usada como referência",
  table: "plano_acao",
  extensao: { coluna: "inicio" },
  columns: [
    column("plano", "texto", "Número do plano; repete-se em cada ação dele.", {
      required: true,
      seVazia: "A ação não diz de que plano é.",
      numeroDeRegistro: true,
      aliases: ["numero_do_plano", "n_do_plano", "n_plano", "id_plano", "codigo_do_plano"],
    }),
    column("codigo_ibge", "codigo-ibge", "Município do plano, pelo código do IBGE.", {
      required: true,
      aliases: ["codigo", "cod_ibge", "ibge", "ibge7", "codigo_municipio", "cod_municipio"],
    }),
    column("especie", "categoria", "Plano de Providências, do município, ou Plano de Apoio, do Estado (Portaria SPS/CE 352/2023, arts. 6º e 7º).", {
      required: true,
      aliases: ["especie_do_plano", "tipo_de_plano", "tipo_do_plano"],
      categories: ESPECIE_ROTULO,
    }),
    column("dificuldade", "texto", "Dificuldade que o plano supera, em poucas palavras. Não escreva nomes de pessoas.", {
      required: true,
      maximo: maximo(CAMPOS.plano["dificuldade"]),
      aliases: ["dificuldade_identificada", "problema_identificado"],
    }),
    column("origem", "categoria", "Onde a dificuldade foi constatada (Portaria SPS/CE 352/2023, art. 6º).", {
      required: true,
      aliases: ["origem_da_dificuldade", "fonte_da_dificuldade"],
      categories: ORIGEM_DIFICULDADE_ROTULO,
    }),
    column("inicio", "data", "Dia em que o plano começa.", {
      aliases: ["data_de_inicio", "data_inicio", "inicio_do_plano"],
    }),
    column("aprovacao_cmas", "data", "Dia em que o conselho municipal aprovou o plano. Em branco enquanto não aprovado (art. 6º, § 1º).", {
      aliases: ["data_aprovacao_cmas", "data_da_aprovacao_no_cmas", "aprovado_no_cmas_em"],
    }),
    column("pactuacao_cib", "data", "Dia em que o plano foi pactuado na comissão intergestores. Em branco enquanto não pactuado (art. 6º, § 1º).", {
      aliases: ["data_pactuacao_cib", "data_da_pactuacao_na_cib", "pactuado_na_cib_em"],
    }),
    column("acao", "texto", "Número da ação dentro do plano.", {
      required: true,
      numeroDeRegistro: true,
      aliases: ["numero_da_acao", "n_da_acao", "n_acao", "id_acao", "codigo_da_acao"],
    }),
    column("descricao", "texto", "O que será feito, em poucas palavras. Não escreva nomes de pessoas.", {
      required: true,
      maximo: maximo(CAMPOS.acao["acao"]),
      aliases: ["descricao_da_acao", "acao_prevista", "providencia"],
    }),
    column("orgao", "texto", "Órgão ou setor que responde pela ação; nunca uma pessoa.", {
      maximo: maximo(CAMPOS.acao["orgao"]),
      aliases: ["orgao_responsavel", "setor_responsavel", "unidade_responsavel"],
    }),
    column("prazo", "data", "Dia até o qual a ação deve estar feita. Em branco quando não foi marcado.", {
      aliases: ["data_limite", "prazo_final", "prazo_da_acao"],
    }),
    column("evidencia", "texto", "O que prova que a ação foi feita: ata, portaria, relatório. Não escreva nomes de pessoas.", {
      maximo: maximo(CAMPOS.acao["evidencia"]),
      aliases: ["evidencia_da_conclusao", "comprovacao"],
    }),
    column("conclusao", "data", "Dia em que a ação foi feita. Em branco enquanto não foi; o plano só está concluído com todas feitas (art. 6º, § 3º).", {
      aliases: ["data_de_conclusao", "data_conclusao", "concluida_em"],
    }),
  ],
};

function opcoes(campo: Campo | undefined): Readonly<Record<string, string>> {
  if (campo?.especie !== "escolha") throw new TypeError("the field of a record is not a choice");
  return campo.opcoes;
}

function maximo(campo: Campo | undefined): number {
  if (campo?.especie !== "texto") throw new TypeError("the field of a record is not a text");
  return campo.maximo;
}
