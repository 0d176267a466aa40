import { parseCivilDate, type CivilDate } from "../../core/civil-date.ts";
import { PORTES, type Porte } from "../../core/municipio.ts";
import type { StateCodec } from "../../core/url-state.ts";
import { FATIA as EFEITO } from "./efeito/estado-da-parte.ts";
import { FATIA as EQUIDADE } from "./equidade/estado-da-parte.ts";
import { FATIA as MAPA, type EstadoDoMapa } from "./mapa/estado-da-parte.ts";
import { FATIA as MINIMO } from "./minimo/estado-da-parte.ts";
import { FATIA as PACTUADO } from "./pactuado/estado-da-parte.ts";
import { FATIA as PLANOS } from "./planos/estado-da-parte.ts";
import { FATIA as SERVICOS } from "./servicos/estado-da-parte.ts";
import { FATIA as TRABALHO } from "./trabalho/estado-da-parte.ts";

export const PARTES = ["mapa", "pactuado", "minimo", "equidade", "efeito", "planos", "servicos", "trabalho"] as const;
export type Parte = (typeof PARTES)[number];

/** Lengths of the period under study, in months ending on the reference date. */
export const PERIODOS = [6, 12, 24, 36] as const;
export type PeriodoMeses = (typeof PERIODOS)[number];

/** The filters every part shares. */
export interface FiltrosComuns {
  /** Reference date; null means the data's own (`snapshot.dataReferencia`). */
  readonly em: CivilDate | null;
  readonly meses: PeriodoMeses;
  /** Codes of IBGE regiões imediatas. */
  readonly regioes: readonly number[];
  readonly portes: readonly Porte[];
}

export const SEM_FILTROS: FiltrosComuns = { em: null, meses: 12, regioes: [], portes: [] };

/** What each part keeps in the address, under its own name. */
interface DasPartes {
  readonly pactuado: typeof PACTUADO.padrao;
  readonly minimo: typeof MINIMO.padrao;
  readonly equidade: typeof EQUIDADE.padrao;
  readonly efeito: typeof EFEITO.padrao;
  readonly planos: typeof PLANOS.padrao;
  readonly servicos: typeof SERVICOS.padrao;
  readonly trabalho: typeof TRABALHO.padrao;
}

/** Shareable state of `#/cobertura`; what only the map keeps is not nested, since its names are older than the parts. */
export interface Estado extends FiltrosComuns, EstadoDoMapa, DasPartes {
  readonly parte: Parte;
}

type Params = Readonly<Record<string, string>>;

export const codec: StateCodec<Estado> = {
  decode: (params) => ({
    parte: PARTES.find((parte) => parte === params["parte"]) ?? "mapa",
    em: dayOf(params["em"]),
    meses: PERIODOS.find((meses) => String(meses) === params["meses"]) ?? SEM_FILTROS.meses,
    regioes: items(params["regiao"]).filter((item) => /^[1-9]\d{3,6}$/.test(item)).map(Number),
    portes: items(params["porte"]).flatMap((item) => PORTES.filter((porte) => porte === item)),
    ...MAPA.decode(params),
    pactuado: PACTUADO.decode(params),
    minimo: MINIMO.decode(params),
    equidade: EQUIDADE.decode(params),
    efeito: EFEITO.decode(params),
    planos: PLANOS.decode(params),
    servicos: SERVICOS.decode(params),
    trabalho: TRABALHO.decode(params),
  }),
  encode: (estado) => {
    const params: Record<string, string> = {};
    if (estado.parte !== "mapa") params["parte"] = estado.parte;
    if (estado.em !== null) params["em"] = estado.em;
    if (estado.meses !== SEM_FILTROS.meses) params["meses"] = String(estado.meses);
    if (estado.regioes.length > 0) params["regiao"] = estado.regioes.join(",");
    if (estado.portes.length > 0) params["porte"] = estado.portes.join(",");
    return {
      ...params,
      ...MAPA.encode(estado),
      ...PACTUADO.encode(estado.pactuado),
      ...MINIMO.encode(estado.minimo),
      ...EQUIDADE.encode(estado.equidade),
      ...EFEITO.encode(estado.efeito),
      ...PLANOS.encode(estado.planos),
      ...SERVICOS.encode(estado.servicos),
      ...TRABALHO.encode(estado.trabalho),
    };
  },
};

const NENHUM: Params = {};

export const PADRAO: Estado = codec.decode(NENHUM);

/** A day of the calendar that the field of the page takes; another is as none. */
function dayOf(text: string | undefined): CivilDate | null {
  return text !== undefined && text >= "1990-01-01" && text <= "2099-12-31" && parseCivilDate(text) === text ? text : null;
}

function items(text: string | undefined): string[] {
  return text === undefined ? [] : [...new Set(text.split(",").filter((item) => item !== ""))];
}
