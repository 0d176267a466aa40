import { CONTAGENS_DE_APOIO, type ContagemDeApoio } from "../../../data/apoio/perguntas.ts";

/** Last day of support that counts: the end of the period of the second figure, or the eve of it. */
const FINS_DA_JANELA = ["fim", "vespera"] as const;
export type FimDaJanela = (typeof FINS_DA_JANELA)[number];

/** Shareable state of the part `efeito`. */
export interface EstadoDoEfeito {
  /** Id of the catalogue; "" is the part's own default. */
  readonly indicador: string;
  /** Periods of the two figures ("2022", "2026-06", "2023-T2"); "" is the part's own default. */
  readonly antes: string;
  readonly depois: string;
  readonly conta: ContagemDeApoio;
  readonly ate: FimDaJanela;
}

type Params = Readonly<Record<string, string>>;

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const PERIODO = /^(19|20)\d\d(-(0[1-9]|1[0-2])|-T[1-4])?$/;

const PADRAO: EstadoDoEfeito = { indicador: "", antes: "", depois: "", conta: "visitas", ate: "fim" };

/** Slice of the address that the part owns: `indicador`, `antes`, `depois`, `apoio`, `janela`. */
export const FATIA = {
  padrao: PADRAO,
  decode: (params: Params): EstadoDoEfeito => ({
    indicador: matching(params["indicador"], ID),
    antes: matching(params["antes"], PERIODO),
    depois: matching(params["depois"], PERIODO),
    conta: CONTAGENS_DE_APOIO.find((conta) => conta === params["apoio"]) ?? PADRAO.conta,
    ate: FINS_DA_JANELA.find((fim) => fim === params["janela"]) ?? PADRAO.ate,
  }),
  encode: ({ indicador, antes, depois, conta, ate }: EstadoDoEfeito): Record<string, string> => ({
    ...(indicador === "" ? {} : { indicador }),
    ...(antes === "" ? {} : { antes }),
    ...(depois === "" ? {} : { depois }),
    ...(conta === PADRAO.conta ? {} : { apoio: conta }),
    ...(ate === PADRAO.ate ? {} : { janela: ate }),
  }),
};

function matching(texto: string | undefined, forma: RegExp): string {
  return texto !== undefined && forma.test(texto) ? texto : "";
}
