import { parseCivilDate, type CivilDate } from "../../core/civil-date.ts";
import { PORTES, type Porte } from "../../core/municipio.ts";
import { SITUACOES, type SituacaoDeAcompanhamento } from "../../core/qualidade/acompanhamento.ts";
import { ESTADOS, type EstadoCelula } from "../../core/qualidade/celulas.ts";
import { ESPECIES, type Especie } from "../../core/qualidade/regra.ts";
import type { StateCodec } from "../../core/url-state.ts";

/** What the rows of the board are while nothing is chosen. */
export const LINHAS = ["municipios", "indicadores"] as const;
export type Linhas = (typeof LINHAS)[number];

export const ACOMPANHAMENTOS = ["todos", "sem-marca", ...SITUACOES] as const;
/** Which findings to list, by what was done about them. */
export type FiltroDeAcompanhamento = "todos" | "sem-marca" | SituacaoDeAcompanhamento;

/** Order of the findings: those of most weight first, or by a column of theirs. */
export const ORDENS = ["municipio", "indicador", "periodo", "estado"] as const;
export type Ordem = (typeof ORDENS)[number];

export interface Estado {
  /** Day the data are judged on and letters are dated; null means the data's own (`snapshot.dataReferencia`). */
  readonly em: CivilDate | null;
  readonly linhas: Linhas;
  /** Chosen indicator: the board shows its municipalities × periods. */
  readonly indicador: string | null;
  /** Chosen municipality: the board shows its indicators × periods. */
  readonly municipio: number | null;
  readonly especies: readonly Especie[];
  readonly estados: readonly EstadoCelula[];
  readonly acompanhamento: FiltroDeAcompanhamento;
  readonly regioes: readonly number[];
  readonly portes: readonly Porte[];
  readonly busca: string;
  /** Column of the board, by its id; null is the board's own order. */
  readonly ordem: string | null;
  readonly sentido: "asc" | "desc";
  /** Finding in the panel, as `chaveDoAchado` with `:` for blanks. */
  readonly item: string | null;
  /** Letters on screen: of one municipality, or all. */
  readonly carta: number | "todas" | null;
}

export const PADRAO: Estado = {
  em: null,
  linhas: "municipios",
  indicador: null,
  municipio: null,
  especies: [],
  estados: [],
  acompanhamento: "todos",
  regioes: [],
  portes: [],
  busca: "",
  ordem: null,
  sentido: "desc",
  item: null,
  carta: null,
};

const REGIAO = /^[1-9]\d{3,6}$/;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const COLUNA = /^[a-z0-9-]{1,40}$/i;
const ITEM = /^[a-z0-9-]+:[a-z0-9-]+:[0-9T-]+:[1-9]\d{6}$/;

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    em: params["em"] !== undefined && parseCivilDate(params["em"]) === params["em"] ? params["em"] : null,
    linhas: LINHAS.find((linhas) => linhas === params["linhas"]) ?? PADRAO.linhas,
    indicador: fitting(params["indicador"], ID),
    municipio: code(params["municipio"]),
    especies: known(params["tipo"], ESPECIES),
    estados: known(params["estado"], ESTADOS),
    acompanhamento: ACOMPANHAMENTOS.find((valor) => valor === params["acompanhamento"]) ?? PADRAO.acompanhamento,
    regioes: items(params["regiao"]).filter((item) => REGIAO.test(item)).map(Number),
    portes: known(params["porte"], PORTES),
    busca: params["busca"] ?? "",
    ordem: fitting(params["ordem"], COLUNA),
    sentido: params["sentido"] === "asc" ? "asc" : "desc",
    item: fitting(params["item"], ITEM),
    carta: params["carta"] === "todas" ? "todas" : code(params["carta"]),
  }),
  encode: (estado) => {
    const params: Record<string, string> = {};
    if (estado.em !== null) params["em"] = estado.em;
    if (estado.linhas !== PADRAO.linhas) params["linhas"] = estado.linhas;
    if (estado.indicador !== null) params["indicador"] = estado.indicador;
    if (estado.municipio !== null) params["municipio"] = String(estado.municipio);
    if (estado.especies.length > 0) params["tipo"] = estado.especies.join(",");
    if (estado.estados.length > 0) params["estado"] = estado.estados.join(",");
    if (estado.acompanhamento !== PADRAO.acompanhamento) params["acompanhamento"] = estado.acompanhamento;
    if (estado.regioes.length > 0) params["regiao"] = estado.regioes.join(",");
    if (estado.portes.length > 0) params["porte"] = estado.portes.join(",");
    if (estado.busca !== "") params["busca"] = estado.busca;
    if (estado.ordem !== null) params["ordem"] = estado.ordem;
    if (estado.sentido !== PADRAO.sentido) params["sentido"] = estado.sentido;
    if (estado.item !== null) params["item"] = estado.item;
    if (estado.carta !== null) params["carta"] = String(estado.carta);
    return params;
  },
};

function items(text: string | undefined): string[] {
  return text === undefined ? [] : [...new Set(text.split(",").filter((item) => item !== ""))];
}

function known<T extends string>(text: string | undefined, valores: readonly T[]): T[] {
  return items(text).flatMap((item) => valores.filter((valor) => valor === item));
}

function fitting(text: string | undefined, pattern: RegExp): string | null {
  return text !== undefined && pattern.test(text) ? text : null;
}

function code(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{6}$/.test(text) ? Number(text) : null;
}
