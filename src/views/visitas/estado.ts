import { parseCivilDate, type CivilDate } from "../../core/civil-date.ts";
import { PORTES, type Porte } from "../../core/municipio.ts";
import type { StateCodec } from "../../core/url-state.ts";

/** The page's parts; "plano" is the front one. */
export const PARTES = ["plano", "motivos", "regras", "comparar", "feitas", "ajustes"] as const;
export type Parte = (typeof PARTES)[number];

export interface Estado {
  readonly parte: Parte;
  /** Team whose tours are shown, as in `Viagem.equipe`; null = all. */
  readonly equipe: string | null;
  /** Tour selected, as in `Viagem.id`; one the plan does not have selects nothing. */
  readonly viagem: string | null;
  /** Municipality selected. */
  readonly municipio: number | null;
  /** Region codes the lists keep; empty means all. */
  readonly regiao: readonly number[];
  readonly porte: readonly Porte[];
  readonly busca: string;
  /** Day counted as today; null = the data's own. */
  readonly hoje: CivilDate | null;
  /** What sets the method apart from the default (`methodDiff`); empty for the default. */
  readonly metodo: string;
  /** What sets the settings apart from the territory's defaults (`ajustesDiff`); empty for the defaults. */
  readonly ajustes: string;
  /** First digits of the SHA-256 of the figures the address was made with; empty when it does not say. */
  readonly dados: string;
}

/** Digits of the data's hash an address carries. */
export const DIGITOS_DADOS = 16;
const BUSCA_MAXIMA = 80;
const METODO_MAXIMO = 6000;
const AJUSTES_MAXIMO = 12_000;
const EQUIPE = /^[1-9]\d{6}-[1-9]\d{0,2}$/;
const VIAGEM = /^[1-9]\d{6}-[1-9]\d{0,2}\/\d{4}-\d{2}-\d{2}$/;

export const ESTADO_PADRAO: Estado = {
  parte: "plano",
  equipe: null,
  viagem: null,
  municipio: null,
  regiao: [],
  porte: [],
  busca: "",
  hoje: null,
  metodo: "",
  ajustes: "",
  dados: "",
};

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    parte: PARTES.find((parte) => parte === own(params, "parte")) ?? "plano",
    equipe: fitting(own(params, "equipe"), EQUIPE),
    viagem: fitting(own(params, "viagem"), VIAGEM),
    municipio: code(own(params, "municipio"), 7, 7),
    regiao: unique(own(params, "regiao").split(",").flatMap((t) => code(t, 4, 6) ?? [])),
    porte: unique(own(params, "porte").split(",").flatMap((t) => PORTES.find((porte) => porte === t) ?? [])),
    busca: [...own(params, "busca")].slice(0, BUSCA_MAXIMA).join(""),
    hoje: dia(own(params, "hoje")),
    metodo: own(params, "metodo").slice(0, METODO_MAXIMO),
    ajustes: own(params, "ajustes").slice(0, AJUSTES_MAXIMO),
    dados: new RegExp(`^[0-9a-f]{${DIGITOS_DADOS}}$`).test(own(params, "dados")) ? own(params, "dados") : "",
  }),
  encode: (estado) => {
    const params: Record<string, string> = {};
    if (estado.parte !== "plano") params["parte"] = estado.parte;
    if (estado.equipe !== null) params["equipe"] = estado.equipe;
    if (estado.viagem !== null) params["viagem"] = estado.viagem;
    if (estado.municipio !== null) params["municipio"] = String(estado.municipio);
    if (estado.regiao.length > 0) params["regiao"] = estado.regiao.join(",");
    if (estado.porte.length > 0) params["porte"] = estado.porte.join(",");
    if (estado.busca !== "") params["busca"] = estado.busca;
    if (estado.hoje !== null) params["hoje"] = estado.hoje;
    if (estado.metodo !== "") params["metodo"] = estado.metodo;
    if (estado.ajustes !== "") params["ajustes"] = estado.ajustes;
    if (estado.dados !== "") params["dados"] = estado.dados;
    return params;
  },
};

/** A day within the years holidays are known for. */
function dia(texto: string): CivilDate | null {
  return parseCivilDate(texto) === texto && texto >= "1950-01-01" && texto < "2090-01-01" ? texto : null;
}

function fitting(texto: string, padrao: RegExp): string | null {
  return padrao.test(texto) ? texto : null;
}

function code(texto: string, min: number, max: number): number | null {
  return /^[1-9]\d*$/.test(texto) && texto.length >= min && texto.length <= max ? Number(texto) : null;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function own(params: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(params, name) ? (params[name] ?? "") : "";
}
