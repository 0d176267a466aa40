import { parseCivilDate, type CivilDate } from "../../core/civil-date.ts";
import { PORTES, type Porte } from "../../core/municipio.ts";
import type { StateCodec } from "../../core/url-state.ts";
import {
  EIXO_ROTULO,
  ESTRATEGIA_ROTULO,
  type Eixo,
  type Estrategia,
} from "../../data/contracts/apoios.ts";

/** Lengths of the period under study, in months ending on the reference date. */
export const PERIODOS = [6, 12, 24, 36] as const;
export type PeriodoMeses = (typeof PERIODOS)[number];

export const LISTAS = ["sem-monitoramento", "todos"] as const;
/** Which table stands beside the map. */
export type Lista = (typeof LISTAS)[number];

/** What the monthly chart counts: an event that reaches ten municipalities is one event and ten reaches. */
export const MEDIDAS = ["municipios", "eventos", "alcances"] as const;
export type Medida = (typeof MEDIDAS)[number];

/** Columns a table of municipalities can be sorted by. */
export const COLUNAS = ["nome", "monitoramento", "meses-monitoramento", "presencial", "meses-presencial", "eventos"] as const;
export type ColunaOrdem = (typeof COLUNAS)[number];

export interface Estado {
  /** Reference date; null means the data's own (`snapshot.dataReferencia`). */
  readonly em: CivilDate | null;
  readonly meses: PeriodoMeses;
  /** Codes of IBGE regiões imediatas. */
  readonly regioes: readonly number[];
  readonly portes: readonly Porte[];
  readonly estrategias: readonly Estrategia[];
  readonly eixos: readonly Eixo[];
  readonly busca: string;
  readonly municipio: number | null;
  readonly lista: Lista;
  readonly medida: Medida;
  readonly ordem: ColunaOrdem;
  readonly sentido: "asc" | "desc";
}

export const PADRAO: Estado = {
  em: null,
  meses: 12,
  regioes: [],
  portes: [],
  estrategias: [],
  eixos: [],
  busca: "",
  municipio: null,
  lista: "sem-monitoramento",
  medida: "municipios",
  ordem: "meses-monitoramento",
  sentido: "desc",
};

const REGIAO = /^[1-9]\d{3,6}$/;
const ESTRATEGIAS = Object.keys(ESTRATEGIA_ROTULO);
const EIXOS = Object.keys(EIXO_ROTULO);

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    em: params["em"] === undefined ? null : isoDate(params["em"]),
    meses: PERIODOS.find((meses) => String(meses) === params["meses"]) ?? PADRAO.meses,
    regioes: items(params["regiao"]).filter((item) => REGIAO.test(item)).map(Number),
    portes: known(items(params["porte"]), PORTES),
    estrategias: known(items(params["estrategia"]), ESTRATEGIAS as Estrategia[]),
    eixos: known(items(params["eixo"]), EIXOS as Eixo[]),
    busca: params["busca"] ?? "",
    municipio: code(params["municipio"]),
    lista: LISTAS.find((lista) => lista === params["lista"]) ?? PADRAO.lista,
    medida: MEDIDAS.find((medida) => medida === params["medida"]) ?? PADRAO.medida,
    ordem: COLUNAS.find((coluna) => coluna === params["ordem"]) ?? PADRAO.ordem,
    sentido: params["sentido"] === "asc" ? "asc" : "desc",
  }),
  encode: (estado) => {
    const params: Record<string, string> = {};
    if (estado.em !== null) params["em"] = estado.em;
    if (estado.meses !== PADRAO.meses) params["meses"] = String(estado.meses);
    if (estado.regioes.length > 0) params["regiao"] = estado.regioes.join(",");
    if (estado.portes.length > 0) params["porte"] = estado.portes.join(",");
    if (estado.estrategias.length > 0) params["estrategia"] = estado.estrategias.join(",");
    if (estado.eixos.length > 0) params["eixo"] = estado.eixos.join(",");
    if (estado.busca !== "") params["busca"] = estado.busca;
    if (estado.municipio !== null) params["municipio"] = String(estado.municipio);
    if (estado.lista !== PADRAO.lista) params["lista"] = estado.lista;
    if (estado.medida !== PADRAO.medida) params["medida"] = estado.medida;
    if (estado.ordem !== PADRAO.ordem) params["ordem"] = estado.ordem;
    if (estado.sentido !== PADRAO.sentido) params["sentido"] = estado.sentido;
    return params;
  },
};

function isoDate(text: string): CivilDate | null {
  return parseCivilDate(text) === text ? text : null;
}

function items(text: string | undefined): string[] {
  return text === undefined ? [] : [...new Set(text.split(",").filter((item) => item !== ""))];
}

function known<T extends string>(itens: readonly string[], valores: readonly T[]): T[] {
  return itens.flatMap((item) => valores.filter((valor) => valor === item));
}

function code(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{6}$/.test(text) ? Number(text) : null;
}
