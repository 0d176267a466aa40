import { parseCivilDate, type CivilDate, type CivilMonth } from "../../core/civil-date.ts";
import { CLASSES_A_PARTE } from "../../core/denuncia.ts";
import type { StateCodec } from "../../core/url-state.ts";
import {
  CANAL_ROTULO,
  SITUACAO_ROTULO,
  TEMA_DENUNCIA_ROTULO,
  type Canal,
  type Situacao,
  type TemaDenuncia,
} from "../../data/contracts/denuncias.ts";
import {
  ORDENS_DENUNCIAS,
  type GrupoDenuncias,
  type OrdemDenuncias,
  type Sentido,
} from "../../data/queries/denuncias-linhas.ts";

/** Shareable state of `#/denuncias`. Where both months are given, `de` is not after `ate`. */
export interface Estado {
  /** Reference date; null means the data's own. */
  readonly em: CivilDate | null;
  readonly de: CivilMonth | null;
  /** Last month, included. */
  readonly ate: CivilMonth | null;
  readonly canais: readonly Canal[];
  readonly temas: readonly TemaDenuncia[];
  readonly situacoes: readonly Situacao[];
  /** Codes of IBGE regiões imediatas. */
  readonly regioes: readonly number[];
  readonly municipio: number | null;
  /** Which rows the table at the foot lists. */
  readonly grupo: GrupoDenuncias;
  readonly ordem: OrdemDenuncias;
  readonly sentido: Sentido;
  /** 1-based page of the rows. */
  readonly pagina: number;
}

export const PADRAO: Estado = {
  em: null,
  de: null,
  ate: null,
  canais: [],
  temas: [],
  situacoes: [],
  regioes: [],
  municipio: null,
  grupo: "caso",
  ordem: "registro",
  sentido: "desc",
  pagina: 1,
};

export const CANAIS = Object.keys(CANAL_ROTULO) as Canal[];
export const TEMAS = Object.keys(TEMA_DENUNCIA_ROTULO) as TemaDenuncia[];
export const SITUACOES = Object.keys(SITUACAO_ROTULO) as Situacao[];

export const GRUPOS: readonly GrupoDenuncias[] = ["caso", "passo-antes-do-registro", ...CLASSES_A_PARTE];

type Params = Readonly<Record<string, string>>;

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    em: isoDate(own(params, "em")),
    ...period(month(own(params, "de")), month(own(params, "ate"))),
    canais: known(own(params, "canal"), CANAIS),
    temas: known(own(params, "tema"), TEMAS),
    situacoes: known(own(params, "situacao"), SITUACOES),
    regioes: items(own(params, "regiao")).filter((item) => /^[1-9]\d{3,6}$/.test(item)).map(Number),
    municipio: /^[1-9]\d{6}$/.test(own(params, "municipio")) ? Number(own(params, "municipio")) : null,
    grupo: GRUPOS.find((grupo) => grupo === own(params, "linhas")) ?? PADRAO.grupo,
    ordem: ORDENS_DENUNCIAS.find((ordem) => ordem === own(params, "ordem")) ?? PADRAO.ordem,
    sentido: own(params, "sentido") === "asc" ? "asc" : "desc",
    pagina: /^[1-9]\d{0,6}$/.test(own(params, "pagina")) ? Number(own(params, "pagina")) : 1,
  }),
  encode: (estado) => {
    const params: Record<string, string> = {};
    if (estado.em !== null) params["em"] = estado.em;
    if (estado.de !== null) params["de"] = estado.de;
    if (estado.ate !== null) params["ate"] = estado.ate;
    if (estado.canais.length > 0) params["canal"] = estado.canais.join(",");
    if (estado.temas.length > 0) params["tema"] = estado.temas.join(",");
    if (estado.situacoes.length > 0) params["situacao"] = estado.situacoes.join(",");
    if (estado.regioes.length > 0) params["regiao"] = estado.regioes.join(",");
    if (estado.municipio !== null) params["municipio"] = String(estado.municipio);
    if (estado.grupo !== PADRAO.grupo) params["linhas"] = estado.grupo;
    if (estado.ordem !== PADRAO.ordem) params["ordem"] = estado.ordem;
    if (estado.sentido !== PADRAO.sentido) params["sentido"] = estado.sentido;
    if (estado.pagina !== PADRAO.pagina) params["pagina"] = String(estado.pagina);
    return params;
  },
};

/** A change of filters; the rows go back to their first page. */
export type Filtros = Pick<
  Estado,
  "de" | "ate" | "canais" | "temas" | "situacoes" | "regioes" | "municipio"
>;

export const SEM_FILTROS: Filtros = {
  de: null,
  ate: null,
  canais: [],
  temas: [],
  situacoes: [],
  regioes: [],
  municipio: null,
};

/** Adds the value to the list, or takes it out when it is there. */
export function toggle<T>(lista: readonly T[], valor: T): T[] {
  return lista.includes(valor) ? lista.filter((item) => item !== valor) : [...lista, valor];
}

/** Puts two ends in order; a missing end stays open. */
export function period(a: CivilMonth | null, b: CivilMonth | null): Pick<Estado, "de" | "ate"> {
  return a !== null && b !== null && a > b ? { de: b, ate: a } : { de: a, ate: b };
}

function isoDate(text: string): CivilDate | null {
  return text !== "" && parseCivilDate(text) === text ? text : null;
}

function month(text: string): CivilMonth | null {
  return /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}

function items(text: string): string[] {
  return [...new Set(text.split(",").filter((item) => item !== ""))];
}

function known<T extends string>(text: string, valores: readonly T[]): T[] {
  return items(text).flatMap((item) => valores.filter((valor) => valor === item));
}

function own(params: Params, name: string): string {
  return Object.hasOwn(params, name) ? (params[name] ?? "") : "";
}
