import { acceptLocalidades, acceptMalhas, acceptMisocialCsv, acceptMisocialJson, acceptSidra, type Acceptance } from "./accept.ts";
import type { Uf } from "../../src/data/places/reference.ts";

export type Source = "misocial" | "sidra" | "localidades" | "malhas";
export const SOURCES: readonly Source[] = ["misocial", "sidra", "localidades", "malhas"];

export type Bases = Readonly<Record<Source, string>>;

/** Public services without a key. */
export const BASES: Bases = {
  misocial: "https://aplicacoes.mds.gov.br/sagi/servicos/misocial",
  sidra: "https://apisidra.ibge.gov.br/values",
  localidades: "https://servicodados.ibge.gov.br/api/v1/localidades",
  malhas: "https://servicodados.ibge.gov.br/api/v3/malhas",
};

/** One file to be had. */
export interface OfficialRequest {
  readonly fonte: Source;
  readonly titulo: string;
  readonly orgao: string;
  readonly url: string;
  /** Name under which it is kept. */
  readonly arquivo: string;
  readonly licenca: string;
  /** Whether the answer is what was asked for; an error page with status 200 is not. */
  readonly accept: (bytes: Uint8Array) => Acceptance;
  /** False for what is no table of figures. */
  readonly isTable: boolean;
}

export interface RequestOptions {
  readonly uf: Uf;
  readonly only: readonly Source[];
  readonly bases: Bases;
  /** Months of MI Social, `YYYY-MM`, both included. */
  readonly since: string;
  readonly until: string;
  /** 6-digit codes; empty for the whole UF. */
  readonly municipios: readonly string[];
  readonly formato: "csv" | "json";
  /** Solr fields, in the order of the columns. */
  readonly campos: readonly string[];
}

/** Mirrors the query MDS's own open data pages publish; `tipo_s:mes_mu` is the municipal month. */
export const CAMPOS: readonly string[] = [
  "codigo_ibge",
  "anomes_s",
  "cadun_qtd_familias_cadastradas_i",
  "cadun_qtd_familias_cadastradas_pobreza_pbf_i",
  "cadun_qtd_familias_cadastradas_baixa_renda_i",
  "cadun_qtd_familias_cadastradas_rfpc_ate_meio_sm_i",
  "cadun_qtd_familias_cadastradas_rfpc_acima_meio_sm_i",
  "cadun_qtd_pessoas_cadastradas_i",
  "cadun_qtd_pessoas_cadastradas_pobreza_pbf_i",
  "cadun_qtd_pessoas_cadastradas_baixa_renda_i",
  "cadun_qtd_pessoas_cadastradas_rfpc_acima_meio_sm_i",
  "cadun_qtd_familias_atualizadas_i",
  "cadun_taxa_atualizacao_cadastral_d",
  "qtd_familias_beneficiarias_bolsa_familia",
  "qtd_pessoas_beneficiarias_bolsa_familia_i",
  "valor_repassado_bolsa_familia",
  "pbf_vlr_medio_benef_f",
  "bpc_ben_i",
  "bpc_idoso_ben_i",
  "bpc_pcd_ben_i",
  "bpc_val_s",
  "cadsuas_qtd_cras_i",
  "cadsuas_qtd_creas_i",
  "cadsuas_qtd_centro_pop_i",
  "cadsuas_qtd_unidade_acolhimento_i",
  "cadsuas_qtd_centro_convivencia_i",
  "cadsuas_qtd_centro_dia_similares_i",
  "cadsuas_data_extracao_s",
  "igdm_f",
  "tx_acomp_freq_escol_f",
  "tx_acomp_agenda_saude_f",
];

/** More rows than 853 municipalities × 12 months have; an answer of this many was cut. */
const ROWS = 100_000;

/** SIDRA tables of population by municipality: Censo 2022 and the yearly estimates. */
const TABELAS = [
  { tabela: "4709", variavel: "93", periodo: "all", titulo: "População do Censo 2022 (tabela 4709)" },
  { tabela: "6579", variavel: "9324", periodo: "last", titulo: "População estimada (tabela 6579)" },
] as const;

const MDS = "Ministério do Desenvolvimento e Assistência Social, Família e Combate à Fome (MDS)";
const IBGE = "Instituto Brasileiro de Geografia e Estatística (IBGE)";
const LICENCA = "dado público oficial (Lei 12.527/2011, art. 8º); o serviço não declara licença; citar a fonte";

/** The files of the sources asked for, in a fixed order. */
export function officialRequests(options: RequestOptions): OfficialRequest[] {
  const made: Readonly<Record<Source, () => OfficialRequest[]>> = {
    misocial: () => misocial(options),
    sidra: () => sidra(options),
    localidades: () => [localidades(options)],
    malhas: () => [malhas(options)],
  };
  return SOURCES.filter((source) => options.only.includes(source)).flatMap((source) => made[source]());
}

/** A file a year: small enough to be asked for again, and only the current year's changes. */
function misocial({ uf, bases, since, until, municipios, formato, campos }: RequestOptions): OfficialRequest[] {
  const years = Array.from({ length: yearOf(until) - yearOf(since) + 1 }, (_, i) => yearOf(since) + i);
  return years.map((year) => {
    const first = year === yearOf(since) ? compact(since) : `${year}01`;
    const last = year === yearOf(until) ? compact(until) : `${year}12`;
    const query = new URLSearchParams([
      ["q", "*:*"],
      ["fq", "tipo_s:mes_mu"],
      ["fq", `anomes_s:[${first} TO ${last}]`],
      ["fq", codeFilter(uf, municipios)],
      ["wt", formato],
      ["rows", String(ROWS)],
      ["sort", "anomes_s asc,codigo_ibge asc"],
      ["fl", campos.join(",")],
    ]);
    const wanted = { uf, campos, first, last, rows: ROWS };
    return {
      fonte: "misocial",
      titulo: `MI Social, ${year}`,
      orgao: MDS,
      url: `${bases.misocial}?${query.toString()}`,
      arquivo: `misocial-${uf.sigla.toLowerCase()}-${year}.${formato}`,
      licenca: LICENCA,
      accept: (bytes) => (formato === "csv" ? acceptMisocialCsv(bytes, wanted) : acceptMisocialJson(bytes, wanted)),
      isTable: true,
    };
  });
}

/** Solr takes a code for a number unless it is quoted; the prefix stands for the UF. */
function codeFilter({ codigo }: Uf, municipios: readonly string[]): string {
  if (municipios.length === 0) return `codigo_ibge:${codigo}*`;
  return `codigo_ibge:(${municipios.map((code) => `"${code}"`).join(" OR ")})`;
}

function sidra({ uf, bases }: RequestOptions): OfficialRequest[] {
  return TABELAS.map(({ tabela, variavel, periodo, titulo }) => ({
    fonte: "sidra",
    titulo: `SIDRA: ${titulo}`,
    orgao: IBGE,
    url: `${bases.sidra}/t/${tabela}/n6/in%20n3%20${uf.codigo}/v/${variavel}/p/${periodo}`,
    arquivo: `sidra-${uf.sigla.toLowerCase()}-t${tabela}.json`,
    licenca: LICENCA,
    accept: (bytes) => acceptSidra(bytes, { uf, variavel }),
    isTable: true,
  }));
}

function localidades({ uf, bases }: RequestOptions): OfficialRequest {
  return {
    fonte: "localidades",
    titulo: "IBGE: municípios e regiões",
    orgao: IBGE,
    url: `${bases.localidades}/estados/${uf.codigo}/municipios`,
    arquivo: `localidades-${uf.sigla.toLowerCase()}.json`,
    licenca: LICENCA,
    accept: (bytes) => acceptLocalidades(bytes, uf),
    isTable: true,
  };
}

function malhas({ uf, bases }: RequestOptions): OfficialRequest {
  const query = "formato=application/vnd.geo%2Bjson&intrarregiao=municipio&qualidade=intermediaria";
  return {
    fonte: "malhas",
    titulo: "IBGE: malha dos municípios",
    orgao: IBGE,
    url: `${bases.malhas}/estados/${uf.codigo}?${query}`,
    arquivo: `malhas-${uf.sigla.toLowerCase()}.geojson`,
    licenca: LICENCA,
    accept: (bytes) => acceptMalhas(bytes, uf),
    isTable: false,
  };
}

const yearOf = (month: string): number => Number(month.slice(0, 4));
const compact = (month: string): string => month.replace("-", "");
