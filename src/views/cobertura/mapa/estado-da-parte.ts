import { EIXO_ROTULO, ESTRATEGIA_ROTULO, type Eixo, type Estrategia } from "../../../data/contracts/apoios.ts";

export const LISTAS = ["sem-monitoramento", "todos"] as const;
/** Which table stands beside the map. */
export type Lista = (typeof LISTAS)[number];

/** What the monthly chart counts: an event that reaches ten municipalities is one event and ten reaches. */
export const MEDIDAS = ["municipios", "eventos", "alcances"] as const;
export type Medida = (typeof MEDIDAS)[number];

/** Columns a table of municipalities can be sorted by. */
export const COLUNAS = ["nome", "monitoramento", "meses-monitoramento", "presencial", "meses-presencial", "eventos"] as const;
export type ColunaOrdem = (typeof COLUNAS)[number];

/** What only the part "Onde chegou" keeps in the address. */
export interface EstadoDoMapa {
  readonly estrategias: readonly Estrategia[];
  readonly eixos: readonly Eixo[];
  readonly busca: string;
  readonly municipio: number | null;
  readonly lista: Lista;
  readonly medida: Medida;
  readonly ordem: ColunaOrdem;
  readonly sentido: "asc" | "desc";
}

const PADRAO: EstadoDoMapa = {
  estrategias: [],
  eixos: [],
  busca: "",
  municipio: null,
  lista: "sem-monitoramento",
  medida: "municipios",
  ordem: "meses-monitoramento",
  sentido: "desc",
};

export const ESTRATEGIAS = Object.keys(ESTRATEGIA_ROTULO) as Estrategia[];
export const EIXOS = Object.keys(EIXO_ROTULO) as Eixo[];

/** The part's slice of the address. */
export const FATIA = {
  padrao: PADRAO,
  decode: (params: Readonly<Record<string, string>>): EstadoDoMapa => ({
    estrategias: known(params["estrategia"], ESTRATEGIAS),
    eixos: known(params["eixo"], EIXOS),
    busca: params["busca"] ?? "",
    municipio: code(params["municipio"]),
    lista: LISTAS.find((lista) => lista === params["lista"]) ?? PADRAO.lista,
    medida: MEDIDAS.find((medida) => medida === params["medida"]) ?? PADRAO.medida,
    ordem: COLUNAS.find((coluna) => coluna === params["ordem"]) ?? PADRAO.ordem,
    sentido: params["sentido"] === "asc" ? "asc" : "desc",
  }),
  encode: (estado: EstadoDoMapa): Record<string, string> => {
    const params: Record<string, string> = {};
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

function known<T extends string>(text: string | undefined, valores: readonly T[]): T[] {
  const itens = new Set(text?.split(","));
  return [...itens].flatMap((item) => valores.filter((valor) => valor === item));
}

function code(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{6}$/.test(text) ? Number(text) : null;
}
