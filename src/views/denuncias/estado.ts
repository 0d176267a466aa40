import { parseCivilDate, type CivilDate, type CivilMonth } from "../../core/civil-date.ts";
import { CLASSES_A_PARTE, PRIMEIRO_DIA_POSSIVEL } from "../../core/denuncia.ts";
import { SUPERINTENDENCIAS, type Superintendencia } from "../../core/denuncias/passos.ts";
import { ESTADOS_DO_PRAZO, type EstadoDoPrazo, type RegraDaCasa } from "../../core/denuncias/prazos.ts";
import { ESPERAS, INCONSISTENCIAS, type CodigoDeInconsistencia, type Espera } from "../../core/denuncias/reproducao.ts";
import type { StateCodec } from "../../core/url-state.ts";
import {
  CANAL_ROTULO,
  SITUACAO_ROTULO,
  TEMA_DENUNCIA_ROTULO,
  type Canal,
  type Situacao,
  type TemaDenuncia,
} from "../../data/contracts/denuncias.ts";
import type { OrdemDaFila } from "../../data/denuncias/perguntas.ts";
import {
  ORDENS_DENUNCIAS,
  type GrupoDenuncias,
  type OrdemDenuncias,
  type Sentido,
} from "../../data/queries/denuncias-linhas.ts";

export const PARTES = ["prazos", "agenda", "fluxo", "alertas", "apoio", "problemas", "volume", "regras"] as const;

export type Parte = (typeof PARTES)[number];

/** Shareable state of `#/denuncias`; no protocol is ever in it. Where both months are given, `de` is not after `ate`. */
export interface Estado {
  readonly parte: Parte;
  /** The day counted as today; null means the data's own. */
  readonly em: CivilDate | null;
  readonly de: CivilMonth | null;
  /** Last month, included. */
  readonly ate: CivilMonth | null;
  readonly canais: readonly Canal[];
  readonly temas: readonly TemaDenuncia[];
  /** Codes of IBGE regiões imediatas. */
  readonly regioes: readonly number[];
  readonly municipio: number | null;
  readonly superintendencias: readonly Superintendencia[];
  readonly esperas: readonly Espera[];
  /** Ids of the territory's terms. */
  readonly prazos: readonly string[];
  readonly estadosDoPrazo: readonly EstadoDoPrazo[];
  /** How the house counts where the norm is silent; null shows both dates. */
  readonly regra: RegraDaCasa;
  /** Optional days count as business days; by default they do not. */
  readonly facultativosUteis: boolean;
  /** Order of the queue of terms. */
  readonly fila: OrdemDaFila;
  /** 1-based page of the rows of whichever part is shown. */
  readonly pagina: number;
  /** Declared states, which rows and their order: of the part `volume` only. */
  readonly situacoes: readonly Situacao[];
  readonly grupo: GrupoDenuncias;
  readonly ordem: OrdemDenuncias;
  readonly sentido: Sentido;
  /** Kind of problem whose rows the part `problemas` lists. */
  readonly problema: CodigoDeInconsistencia | null;
  /** Month, method and series of the part `alertas`; "" is the part's own default. */
  readonly mes: CivilMonth | null;
  readonly metodo: string;
  readonly serie: string;
}

export const PADRAO: Estado = {
  parte: "prazos",
  em: null,
  de: null,
  ate: null,
  canais: [],
  temas: [],
  regioes: [],
  municipio: null,
  superintendencias: [],
  esperas: [],
  prazos: [],
  estadosDoPrazo: [],
  regra: null,
  facultativosUteis: false,
  fila: "urgencia",
  pagina: 1,
  situacoes: [],
  grupo: "caso",
  ordem: "registro",
  sentido: "desc",
  problema: null,
  mes: null,
  metodo: "",
  serie: "",
};

export const CANAIS = Object.keys(CANAL_ROTULO) as Canal[];
export const TEMAS = Object.keys(TEMA_DENUNCIA_ROTULO) as TemaDenuncia[];
export const SITUACOES = Object.keys(SITUACAO_ROTULO) as Situacao[];
export const ORDENS_DA_FILA: readonly OrdemDaFila[] = ["urgencia", "registro", "municipio", "protocolo"];

export const GRUPOS: readonly GrupoDenuncias[] = ["caso", "passo-antes-do-registro", ...CLASSES_A_PARTE];

type Params = Readonly<Record<string, string>>;

/** Names of terms, methods and series in the address. */
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    parte: one(own(params, "parte"), PARTES) ?? PADRAO.parte,
    em: noCalendario(isoDate(own(params, "em"))),
    ...period(month(own(params, "de")), month(own(params, "ate"))),
    canais: known(own(params, "canal"), CANAIS),
    temas: known(own(params, "tema"), TEMAS),
    regioes: items(own(params, "regiao")).filter((item) => /^[1-9]\d{3,6}$/.test(item)).map(Number),
    municipio: /^[1-9]\d{6}$/.test(own(params, "municipio")) ? Number(own(params, "municipio")) : null,
    superintendencias: known(own(params, "superintendencia"), SUPERINTENDENCIAS),
    esperas: known(own(params, "espera"), ESPERAS),
    prazos: items(own(params, "prazo")).filter((item) => ID.test(item)),
    estadosDoPrazo: known(own(params, "estado"), ESTADOS_DO_PRAZO),
    regra: one(own(params, "regra"), ["corridos", "uteis"] as const),
    facultativosUteis: own(params, "facultativos") === "uteis",
    fila: one(own(params, "fila"), ORDENS_DA_FILA) ?? PADRAO.fila,
    pagina: /^[1-9]\d{0,6}$/.test(own(params, "pagina")) ? Number(own(params, "pagina")) : 1,
    situacoes: known(own(params, "situacao"), SITUACOES),
    grupo: one(own(params, "linhas"), GRUPOS) ?? PADRAO.grupo,
    ordem: one(own(params, "ordem"), ORDENS_DENUNCIAS) ?? PADRAO.ordem,
    sentido: own(params, "sentido") === "asc" ? "asc" : "desc",
    problema: one(own(params, "problema"), INCONSISTENCIAS),
    mes: month(own(params, "mes")),
    metodo: ID.test(own(params, "metodo")) ? own(params, "metodo") : "",
    serie: ID.test(own(params, "serie")) ? own(params, "serie") : "",
  }),
  encode: (estado) => {
    const params: Record<string, string> = {};
    const put = (name: string, valor: string, isDefault: boolean): void => {
      if (!isDefault) params[name] = valor;
    };
    const list = (name: string, valores: readonly (string | number)[]): void => {
      put(name, valores.join(","), valores.length === 0);
    };
    put("parte", estado.parte, estado.parte === PADRAO.parte);
    put("em", estado.em ?? "", estado.em === null);
    put("de", estado.de ?? "", estado.de === null);
    put("ate", estado.ate ?? "", estado.ate === null);
    list("canal", estado.canais);
    list("tema", estado.temas);
    list("regiao", estado.regioes);
    put("municipio", String(estado.municipio), estado.municipio === null);
    list("superintendencia", estado.superintendencias);
    list("espera", estado.esperas);
    list("prazo", estado.prazos);
    list("estado", estado.estadosDoPrazo);
    put("regra", estado.regra ?? "", estado.regra === null);
    put("facultativos", "uteis", !estado.facultativosUteis);
    put("fila", estado.fila, estado.fila === PADRAO.fila);
    put("pagina", String(estado.pagina), estado.pagina === PADRAO.pagina);
    list("situacao", estado.situacoes);
    put("linhas", estado.grupo, estado.grupo === PADRAO.grupo);
    put("ordem", estado.ordem, estado.ordem === PADRAO.ordem);
    put("sentido", estado.sentido, estado.sentido === PADRAO.sentido);
    put("problema", estado.problema ?? "", estado.problema === null);
    put("mes", estado.mes ?? "", estado.mes === null);
    put("metodo", estado.metodo, estado.metodo === "");
    put("serie", estado.serie, estado.serie === "");
    return params;
  },
};

/** A change of filters; the rows go back to their first page. */
export type Filtros = Pick<
  Estado,
  | "de"
  | "ate"
  | "canais"
  | "temas"
  | "situacoes"
  | "regioes"
  | "municipio"
  | "superintendencias"
  | "esperas"
  | "prazos"
  | "estadosDoPrazo"
>;

export const SEM_FILTROS: Filtros = {
  de: null,
  ate: null,
  canais: [],
  temas: [],
  situacoes: [],
  regioes: [],
  municipio: null,
  superintendencias: [],
  esperas: [],
  prazos: [],
  estadosDoPrazo: [],
};

/** Adds the value to the list, or takes it out when it is there. */
export function toggle<T>(lista: readonly T[], valor: T): T[] {
  return lista.includes(valor) ? lista.filter((item) => item !== valor) : [...lista, valor];
}

/** Puts two ends in order; a missing end stays open. */
export function period(a: CivilMonth | null, b: CivilMonth | null): Pick<Estado, "de" | "ate"> {
  return a !== null && b !== null && a > b ? { de: b, ate: a } : { de: a, ate: b };
}

/** Last day whose terms the calendar of holidays reaches. */
const ULTIMO_DIA = "2096-12-31";

/** A day whose terms the calendar can count; another is as none. */
function noCalendario(dia: CivilDate | null): CivilDate | null {
  return dia !== null && dia >= PRIMEIRO_DIA_POSSIVEL && dia <= ULTIMO_DIA ? dia : null;
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

function one<T extends string>(text: string, valores: readonly T[]): T | null {
  return valores.find((valor) => valor === text) ?? null;
}

function own(params: Params, name: string): string {
  return Object.hasOwn(params, name) ? (params[name] ?? "") : "";
}
