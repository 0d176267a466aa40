import type { Measure } from "./measure.ts";

const cadun = (indicador: string, zero: Measure["zero"] = "com-irmaos"): Measure => ({ indicador, tipo: "inteiro", assunto: "cadunico", zero });
const pbf = (indicador: string, tipo: Measure["tipo"] = "inteiro", zero: Measure["zero"] = "nunca"): Measure => ({ indicador, tipo, assunto: "pbf", zero });
const pab = (indicador: string): Measure => ({ indicador, tipo: "inteiro", assunto: "pab", zero: "com-irmaos" });
const bpc = (indicador: string, zero: Measure["zero"], tipo: Measure["tipo"] = "inteiro"): Measure => ({ indicador, tipo, assunto: "bpc", zero });
const rede = (indicador: string): Measure => ({ indicador, tipo: "inteiro", assunto: "cadsuas", zero: "com-periodo" });
const igd = (indicador: string, tipo: Measure["tipo"]): Measure => ({ indicador, tipo, assunto: "igdm", zero: "com-irmaos" });

/**
 * Fields of MI Social (Solr, `tipo_s:mes_mu`) that feed the catalogue, without the
 * suffix that tells Solr's type (`_i`, `_s`, `_d`, `_f`): the same field has had
 * more than one. Aliases are those of the queries the open data portal publishes.
 */
export const MISOCIAL_FIELDS: Readonly<Record<string, Measure>> = {
  cadun_qtd_familias_cadastradas: cadun("cadunico-familias", "nunca"),
  cadun_qtd_pessoas_cadastradas: cadun("cadunico-pessoas", "nunca"),
  cadun_qtd_familias_cadastradas_pobreza_pbf: cadun("cadunico-familias-pobreza"),
  cadun_qtd_familias_cadastradas_baixa_renda: cadun("cadunico-familias-baixa-renda"),
  qtd_fam_baixa_renda: cadun("cadunico-familias-baixa-renda"),
  cadun_qtd_familias_cadastradas_rfpc_ate_meio_sm: cadun("cadunico-familias-meio-salario"),
  cadun_qtd_familias_cadastradas_rfpc_acima_meio_sm: cadun("cadunico-familias-acima-meio-salario"),
  qtd_fam_acima_meio_sm: cadun("cadunico-familias-acima-meio-salario"),
  cadun_qtd_pessoas_cadastradas_pobreza_pbf: cadun("cadunico-pessoas-pobreza"),
  cadun_qtd_pessoas_cadastradas_baixa_renda: cadun("cadunico-pessoas-baixa-renda"),
  cadun_qtd_pessoas_cadastradas_rfpc_ate_meio_sm: cadun("cadunico-pessoas-meio-salario"),
  cadun_qtd_pessoas_cadastradas_rfpc_acima_meio_sm: cadun("cadunico-pessoas-acima-meio-salario"),
  cadunico_qtd_fam_1_integrante: cadun("cadunico-familias-unipessoais"),
  cadun_qtd_familias_atualizadas: cadun("cadunico-atualizadas"),
  cadun_qtd_familias_atualizadas_pobreza_pbf: cadun("cadunico-atualizadas-pobreza"),
  cadun_qtd_familias_atualizadas_baixa_renda: cadun("cadunico-atualizadas-baixa-renda"),
  cadun_qtd_familias_atualizadas_rfpc_ate_meio_sm: cadun("cadunico-atualizadas-meio-salario"),
  cadun_qtd_familias_atualizadas_rfpc_acima_meio_sm: cadun("cadunico-atualizadas-acima-meio-salario"),
  cadun_qtd_familias_atualizadas_renda_zero: cadun("cadunico-atualizadas-renda-zero"),
  cadun_taxa_atualizacao_cadastral: { indicador: "cadunico-tac", tipo: "decimal", assunto: "cadunico", zero: "nunca" },
  cadun_taxa_atualizacao_cadastral_rfpc_ate_meio_sm: { indicador: "cadunico-tac-meio-salario", tipo: "decimal", assunto: "cadunico", zero: "nunca" },

  qtd_familias_beneficiarias_bolsa_familia: pbf("pbf-familias"),
  qtd_pessoas_beneficiarias_bolsa_familia: pbf("pbf-pessoas"),
  valor_repassado_bolsa_familia: pbf("pbf-valor", "decimal"),
  pbf_vlr_medio_benef: pbf("pbf-beneficio-medio", "decimal"),
  pbf_familias_habilitadas_total_familias: pbf("pbf-habilitadas", "inteiro", "com-irmaos"),
  pbf_familias_habilitadas_total_novas_concessoes: pbf("pbf-concessoes", "inteiro", "com-irmaos"),
  pbf_familias_habilitadas_saldo_apos_concessao: pbf("pbf-habilitadas-saldo", "inteiro", "com-irmaos"),

  pab_qtd_beneficios_primeira_infancia: pab("pab-primeira-infancia"),
  pab_qtd_beneficios_comp_familiar_crianca: pab("pab-crianca"),
  pab_qtd_beneficios_comp_familiar_adolescente: pab("pab-adolescente"),
  pab_qtd_beneficios_comp_familiar_jovem: pab("pab-jovem"),
  pab_qtd_beneficios_comp_familiar_gestante: pab("pab-gestante"),
  pab_qtd_beneficios_comp_familiar_nutriz: pab("pab-nutriz"),
  pab_qtd_beneficios_superacao_extr_pobreza: pab("pab-extrema-pobreza"),
  pab_qtd_beneficios_compensatorio_transitorio: pab("pab-transitorio"),

  bpc_ben: bpc("bpc-beneficiarios", "nunca"),
  bpc_idoso_ben: bpc("bpc-idoso", "com-irmaos"),
  bpc_pcd_ben: bpc("bpc-pcd", "com-irmaos"),
  bpc_val: bpc("bpc-valor", "nunca", "decimal"),

  cadsuas_qtd_cras: rede("cadsuas-cras"),
  cadsuas_qtd_creas: rede("cadsuas-creas"),
  cadsuas_qtd_centro_pop: rede("cadsuas-centro-pop"),
  cadsuas_qtd_unidade_acolhimento: rede("cadsuas-acolhimento"),
  cadsuas_qtd_centro_convivencia: rede("cadsuas-convivencia"),
  cadsuas_qtd_centro_dia_similares: rede("cadsuas-centro-dia"),

  igdm: igd("igdm", "indice"),
  igd_pab_igdm: igd("igdm", "indice"),
  igd_pbf_igdm: igd("igdm", "indice"),
  tx_atual_cad: igd("igdm-tac", "taxa"),
  igd_pab_tac: igd("igdm-tac", "taxa"),
  igd_pbf_tac: igd("igdm-tac", "taxa"),
  tx_acomp_freq_escol: igd("igdm-tafe", "taxa"),
  igd_pab_tafe: igd("igdm-tafe", "taxa"),
  igd_pbf_tafe: igd("igdm-tafe", "taxa"),
  tx_acomp_agenda_saude: igd("igdm-taas", "taxa"),
  igd_pab_taas: igd("igdm-taas", "taxa"),
  igd_pbf_taas: igd("igdm-taas", "taxa"),
  vl_rep_mes: igd("igdm-repasse", "decimal"),
  igd_pab_vl_repassado_igdm: igd("igdm-repasse", "decimal"),
  igd_pbf_vl_repassado_igdm: igd("igdm-repasse", "decimal"),
};

/**
 * "qtd_fam_pob" is the alias of two fields: all poor families of today's Bolsa
 * Família, and, beside "qtd_fam_ext_pob", only those above extreme poverty, which
 * no indicator is.
 */
export const POVERTY_ALIAS = { campo: "qtd_fam_pob", desde: cadun("cadunico-familias-pobreza"), irmao: "qtd_fam_ext_pob" };

/** A Solr field without the suffix of its type. */
export function solrBase(titulo: string): string {
  return titulo.trim().toLowerCase().replace(/_(?:i|s|d|f|l|is|ss)$/, "");
}
