/** What is counted of persons in the public edition. */
export type AssuntoPublico = "denuncias" | "servicos";

/** What a protected table can be counted by. */
export const DIMENSOES_PUBLICAS = ["lugar", "tempo", "tema", "prazo", "desfecho", "servico"] as const;
export type DimensaoPublica = (typeof DIMENSOES_PUBLICAS)[number];

/** Levels of each dimension, from fine to coarse; "regiao" = região imediata. */
export const NIVEIS = {
  lugar: ["municipio", "regiao", "intermediaria", "uf"],
  tempo: ["mes", "trimestre", "ano"],
  tema: ["tema"],
  prazo: ["prazo"],
  desfecho: ["desfecho"],
  servico: ["servico"],
} as const satisfies Record<DimensaoPublica, readonly string[]>;

/** Level of each dimension of a table ("municipio", "regiao", "uf"; "ano", "trimestre", "mes"); what is not named is the whole. */
export type NiveisDaTabela = Readonly<Partial<Record<DimensaoPublica, string>>>;
