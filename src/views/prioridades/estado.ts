import { PORTES, type Porte } from "../../core/municipio.ts";
import type { StateCodec } from "../../core/url-state.ts";
import type { TableOrder } from "../../ui/table/props.ts";

/** Value of `indicador` that stands for the priority index itself. */
export const INDICE = "indice";

/** The page's parts; "lista" is the front one. */
export const PARTES = ["lista", "firmeza", "ciclo", "metodo"] as const;
export type Parte = (typeof PARTES)[number];

/** What the map tells of the index; an indicator has only "valor". */
export const MAPAS = ["valor", "bivariado", "agrupamentos"] as const;
export type Mapa = (typeof MAPAS)[number];

export interface Estado {
  /** Catalogue id, or `INDICE`. An id the catalogue does not have shows as the index. */
  readonly indicador: string;
  /** Region codes; empty means all. */
  readonly regiao: readonly number[];
  readonly porte: readonly Porte[];
  readonly busca: string;
  readonly municipio: number | null;
  readonly ordem: TableOrder;
  readonly parte: Parte;
  readonly mapa: Mapa;
  /** Municipalities side by side, at most `COMPARADOS`. */
  readonly comparar: readonly number[];
  /** What sets the method apart from the default (`methodDiff`); empty for the default. */
  readonly metodo: string;
  /** First digits of the SHA-256 of the figures the address was made with; empty when it does not say. */
  readonly dados: string;
}

export const COMPARADOS = 4;
/** Digits of the data's hash an address carries. */
export const DIGITOS_DADOS = 16;
const BUSCA_MAXIMA = 80;
const METODO_MAXIMO = 6000;
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

export const ORDEM_PADRAO: TableOrder = { coluna: "posicao", sentido: "asc" };
const COLUNAS: readonly string[] = [
  "posicao",
  "nome",
  "regiao",
  "porte",
  "valor",
  "completude",
  "periodo",
  "intervalo",
  "chance",
  "visita",
];

export const ESTADO_PADRAO: Estado = {
  indicador: INDICE,
  regiao: [],
  porte: [],
  busca: "",
  municipio: null,
  ordem: ORDEM_PADRAO,
  parte: "lista",
  mapa: "valor",
  comparar: [],
  metodo: "",
  dados: "",
};

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    indicador: ID.test(own(params, "indicador")) ? own(params, "indicador") : INDICE,
    regiao: unique(own(params, "regiao").split(",").flatMap((t) => code(t, 4, 6) ?? [])),
    porte: unique(own(params, "porte").split(",").flatMap((t) => PORTES.find((porte) => porte === t) ?? [])),
    busca: [...own(params, "busca")].slice(0, BUSCA_MAXIMA).join(""),
    municipio: code(own(params, "municipio"), 7, 7),
    ordem: parseOrdem(own(params, "ordem")),
    parte: PARTES.find((parte) => parte === own(params, "parte")) ?? "lista",
    mapa: MAPAS.find((mapa) => mapa === own(params, "mapa")) ?? "valor",
    comparar: unique(own(params, "comparar").split(",").flatMap((t) => code(t, 7, 7) ?? [])).slice(0, COMPARADOS),
    metodo: own(params, "metodo").slice(0, METODO_MAXIMO),
    dados: new RegExp(`^[0-9a-f]{${DIGITOS_DADOS}}$`).test(own(params, "dados")) ? own(params, "dados") : "",
  }),
  encode: (estado) => {
    const params: Record<string, string> = {};
    if (estado.indicador !== INDICE) params["indicador"] = estado.indicador;
    if (estado.regiao.length > 0) params["regiao"] = estado.regiao.join(",");
    if (estado.porte.length > 0) params["porte"] = estado.porte.join(",");
    if (estado.busca !== "") params["busca"] = estado.busca;
    if (estado.municipio !== null) params["municipio"] = String(estado.municipio);
    const { coluna, sentido } = estado.ordem;
    if (coluna !== ORDEM_PADRAO.coluna || sentido !== ORDEM_PADRAO.sentido) params["ordem"] = `${coluna}:${sentido}`;
    if (estado.parte !== "lista") params["parte"] = estado.parte;
    if (estado.mapa !== "valor") params["mapa"] = estado.mapa;
    if (estado.comparar.length > 0) params["comparar"] = estado.comparar.join(",");
    if (estado.metodo !== "") params["metodo"] = estado.metodo;
    if (estado.dados !== "") params["dados"] = estado.dados;
    return params;
  },
};

function parseOrdem(texto: string): TableOrder {
  const [coluna = "", sentido] = texto.split(":");
  if (!COLUNAS.includes(coluna) || (sentido !== "asc" && sentido !== "desc")) return ORDEM_PADRAO;
  return { coluna, sentido };
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
