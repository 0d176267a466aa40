import type { TextRow } from "../extracts/csv.ts";

/** A figure read from one row of the facts table; null where the source is blank. */
export interface Figure {
  readonly valor: number;
  readonly numerador: number | null;
  readonly denominador: number | null;
}

/** How one indicator of the catalogue is read from the facts table. */
export interface Reading {
  readonly indicador: string;
  readonly periodo: string;
  /** Id in `data/fontes.json`. */
  readonly fonte: string;
  readonly read: (row: TextRow) => Figure | null;
}

/** The number in a column; null where it is blank. Throws on anything that is not a number. */
export function numberIn(row: TextRow, column: string): number | null {
  const text = row[column];
  if (text === undefined) throw new Error(`the facts table has no column "${column}"`);
  if (text === "") return null;
  const value = Number(text);
  if (!Number.isFinite(value)) {
    throw new Error(`column "${column}" of ${row["name"] ?? "?"}: "${text}" is not a number`);
  }
  return value;
}

function plain(indicador: string, periodo: string, fonte: string, column: string): Reading {
  return {
    indicador,
    periodo,
    fonte,
    read: (row) => {
      const valor = numberIn(row, column);
      return valor === null ? null : { valor, numerador: null, denominador: null };
    },
  };
}

/** A quotient exists only where both terms do; it is kept with four decimals. */
function ratio(
  indicador: string,
  periodo: string,
  fonte: string,
  numerator: string,
  denominator: string,
  factor = 1,
): Reading {
  return {
    indicador,
    periodo,
    fonte,
    read: (row) => {
      const numerador = numberIn(row, numerator);
      const denominador = numberIn(row, denominator);
      if (numerador === null || denominador === null || denominador === 0) return null;
      return { valor: round4((numerador / denominador) * factor), numerador, denominador };
    },
  };
}

/** An answer coded as a level; answers mapped to null ("Não sei") have no level and no row. */
function answer(
  indicador: string,
  column: string,
  levels: Readonly<Record<string, number | null>>,
): Reading {
  return {
    indicador,
    periodo: "2023",
    fonte: "mds-censo-suas-2023",
    read: (row) => {
      const text = row[column];
      if (text === undefined || text === "") return null;
      const valor = levels[text];
      if (valor === undefined) throw new Error(`column "${column}": unknown answer "${text}"`);
      return valor === null ? null : { valor, numerador: null, denominador: null };
    },
  };
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

const SIM_NAO = { Não: 0, Sim: 1 };

const COFINANCIAMENTO = {
  "Não recebe": 0,
  "Sim, via convênio": 1,
  "Sim, fundo-a-fundo": 2,
  "Sim, por convênio e fundo-a-fundo.": 3,
};

const POPULACAO = "pop_2022_ibge_sidra4709";
const SUAS_2019 = "mds-censo-suas-2019";
const SUAS_2023 = "mds-censo-suas-2023";

const atlas = (indicador: string, column: string): Reading =>
  plain(indicador, "2010", "atlas-brasil-2010", `${column}_2010_pnud`);

/** Every indicator read from the facts table. The yearly SUAS indices come from their own file. */
export const READINGS: readonly Reading[] = [
  plain("populacao", "2022", "ibge-censo-2022", POPULACAO),
  plain("populacao-estimada", "2024", "ibge-estimativa-2024", "pop_estimada_2024_ibge"),
  ratio("densidade-demografica", "2022", "ibge-censo-2022", POPULACAO, "area_km2_censosuas2023"),
  atlas("populacao-rural", "pop_rural"),
  plain("cadunico-pessoas", "2026-06", "mds-misocial", "cadunico_pessoas_2026_06_mds"),
  ratio("cadunico-cobertura", "2026-06", "mds-misocial", "cadunico_pessoas_2026_06_mds", POPULACAO, 100),

  plain("ivs", "2010", "ipea-ivs-2010", "ivs_2010_ipea"),
  plain("ivs-infraestrutura-urbana", "2010", "ipea-ivs-2010", "ivs_infra_urbana_2010_ipea"),
  plain("ivs-capital-humano", "2010", "ipea-ivs-2010", "ivs_capital_humano_2010_ipea"),
  plain("ivs-renda-trabalho", "2010", "ipea-ivs-2010", "ivs_renda_trabalho_2010_ipea"),
  atlas("idhm", "idhm"),
  atlas("idhm-educacao", "idhm_educ"),
  atlas("idhm-longevidade", "idhm_long"),
  atlas("idhm-renda", "idhm_renda"),
  atlas("gini", "gini"),
  atlas("pobreza", "pct_pobres"),
  atlas("extrema-pobreza", "pct_extrem_pobres"),
  atlas("criancas-extrema-pobreza", "pct_criancas_extrem_pobres"),
  atlas("vulneraveis-pobreza", "pct_vulneraveis_pobreza"),
  atlas("renda-per-capita", "rdpc_reais_ago2010"),
  atlas("analfabetismo", "analfab_18mais"),
  atlas("agua-esgoto-inadequados", "pct_dom_agua_esgoto_inadeq"),
  atlas("jovens-sem-estudo-trabalho", "pct_15a24_nem_nem_vulner"),
  // The source column is named after vulnerable homes, but holds T_FUNDIN_TODOS: all homes.
  atlas("sem-fundamental", "pct_dom_vuln_sem_fundamental"),
  atlas("densidade-domiciliar", "pct_pop_dom_densidade_maior2"),

  plain("cras-unidades", "2019", SUAS_2019, "cras_unidades_2019_censosuas"),
  plain("creas-unidades", "2019", SUAS_2019, "creas_unidades_2019_censosuas"),
  ratio("populacao-por-cras", "2019", SUAS_2019, POPULACAO, "cras_unidades_2019_censosuas"),
  ratio("populacao-por-creas", "2019", SUAS_2019, POPULACAO, "creas_unidades_2019_censosuas"),
  plain("cras-respondentes", "2021", "mds-idcras", "cras_respondentes_2021_mds"),
  plain("creas-respondentes", "2023", "mds-idcreas", "creas_respondentes_2023_mds"),

  answer("fmas-unidade-orcamentaria", "fmas_unidade_orcamentaria_2023_mds", SIM_NAO),
  answer("fmas-recursos-proprios", "fmas_recursos_proprios_alocados_2023_mds", {
    "Não, os recursos próprios do município não são alocados no FMAS": 0,
    "Sim, a menor parte dos recursos próprios é alocada no FMAS": 1,
    "Sim, a maior parte dos recursos próprios é alocada no FMAS": 2,
    "Sim, a totalidade dos recursos próprios é alocada no FMAS": 3,
  }),
  answer("fmas-beneficios-eventuais-loa", "fmas_beneficios_eventuais_na_loa_2023_mds", SIM_NAO),
  answer("fmas-cofinanciamento-basica", "fmas_cofin_estadual_psb_2023_mds", COFINANCIAMENTO),
  answer("fmas-cofinanciamento-media", "fmas_cofin_estadual_psemc_2023_mds", COFINANCIAMENTO),
  answer("fmas-igdsuas-conselho", "fmas_pct_igdsuas_conselho_2023_mds", {
    "O município não destina recursos do IGDSUAS para o Conselho Municipal": 0,
    "Menos de 3%": 1,
    "de 3% a 5%": 2,
    "de 5% a 10%": 3,
    "Mais de 10%": 4,
    "Não sei": null,
  }),
  plain("fmas-recursos-proprios-valor", "2022", SUAS_2023, "fmas_recursos_proprios_total_2022_rs_mds"),
  plain("fmas-repasse-estadual-valor", "2022", SUAS_2023, "fmas_repasse_estadual_total_2022_rs_mds"),
  plain("fmas-despesa-propria-valor", "2022", SUAS_2023, "fmas_despesa_propria_paga_total_2022_rs_mds"),
  ratio(
    "fmas-repasse-estadual-per-capita",
    "2022",
    SUAS_2023,
    "fmas_repasse_estadual_total_2022_rs_mds",
    POPULACAO,
  ),
  ratio(
    "fmas-despesa-propria-per-capita",
    "2022",
    SUAS_2023,
    "fmas_despesa_propria_paga_total_2022_rs_mds",
    POPULACAO,
  ),
  plain("fmas-trabalhadores", "2023", SUAS_2023, "fmas_trabalhadores_2023_mds"),
];
