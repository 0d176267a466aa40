import { PORTES, type Porte } from "../../core/municipio.ts";
import type { Pesos } from "../../core/priority-index.ts";
import type { StateCodec } from "../../core/url-state.ts";
import type { TableOrder } from "../../ui/table/props.ts";

/** Value of `indicador` that stands for the priority index itself. */
export const INDICE = "indice";

export interface Estado {
  /** Catalogue id, or `INDICE`. An id the catalogue does not have shows as the index. */
  readonly indicador: string;
  /** Region codes; empty means all. */
  readonly regiao: readonly number[];
  readonly porte: readonly Porte[];
  readonly busca: string;
  readonly municipio: number | null;
  readonly ordem: TableOrder;
  /** Weights that differ from the default, by dimension id, 0–`PESO_MAXIMO`. */
  readonly pesos: Pesos;
}

export const PESO_MAXIMO = 100;
const BUSCA_MAXIMA = 80;
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

export const ORDEM_PADRAO: TableOrder = { coluna: "posicao", sentido: "asc" };
const COLUNAS: readonly string[] = ["posicao", "nome", "regiao", "porte", "valor", "completude", "periodo"];

export const ESTADO_PADRAO: Estado = {
  indicador: INDICE,
  regiao: [],
  porte: [],
  busca: "",
  municipio: null,
  ordem: ORDEM_PADRAO,
  pesos: {},
};

/** "dimensao:30,outra:0" in alphabetical order. */
export function formatPesos(pesos: Pesos): string {
  return Object.entries(pesos)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, peso]) => `${id}:${peso}`)
    .join(",");
}

/** Reads `formatPesos` back; pairs it does not understand are left out. */
export function parsePesos(texto: string): Pesos {
  const pares = texto.split(",").flatMap((par): [string, number][] => {
    const [id = "", numero = "", resto] = par.split(":");
    if (resto !== undefined || !ID.test(id) || !/^\d{1,3}(\.\d{1,6})?$/.test(numero)) return [];
    const peso = Number(numero);
    return peso <= PESO_MAXIMO ? [[id, peso]] : [];
  });
  return Object.fromEntries(pares.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    indicador: ID.test(own(params, "indicador")) ? own(params, "indicador") : INDICE,
    regiao: unique(own(params, "regiao").split(",").flatMap((t) => code(t, 4, 6) ?? [])),
    porte: unique(own(params, "porte").split(",").flatMap((t) => PORTES.find((porte) => porte === t) ?? [])),
    busca: [...own(params, "busca")].slice(0, BUSCA_MAXIMA).join(""),
    municipio: code(own(params, "municipio"), 7, 7),
    ordem: parseOrdem(own(params, "ordem")),
    pesos: parsePesos(own(params, "pesos")),
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
    const pesos = formatPesos(estado.pesos);
    if (pesos !== "") params["pesos"] = pesos;
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
