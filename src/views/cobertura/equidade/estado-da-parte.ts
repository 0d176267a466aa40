import { CONTAGENS_DE_APOIO, type ContagemDeApoio } from "../../../data/apoio/perguntas.ts";

/** What is set beside the lottery: how many supports a group had, or how many of its municipalities had any. */
const MEDIDAS_DA_EQUIDADE = ["apoios", "municipios"] as const;
export type MedidaDaEquidade = (typeof MEDIDAS_DA_EQUIDADE)[number];

/** Shareable state of the part `equidade`. */
export interface EstadoDaEquidade {
  readonly conta: ContagemDeApoio;
  /** Each inhabitant weighs the same, instead of each municipality. */
  readonly porHabitante: boolean;
  readonly medida: MedidaDaEquidade;
}

type Params = Readonly<Record<string, string>>;

const PADRAO: EstadoDaEquidade = { conta: "visitas", porHabitante: false, medida: "apoios" };

/** Slice of the address that the part owns: `contagem`, `peso`, `sorteio`. */
export const FATIA = {
  padrao: PADRAO,
  decode: (params: Params): EstadoDaEquidade => ({
    conta: CONTAGENS_DE_APOIO.find((conta) => conta === params["contagem"]) ?? PADRAO.conta,
    porHabitante: params["peso"] === "habitante",
    medida: MEDIDAS_DA_EQUIDADE.find((medida) => medida === params["sorteio"]) ?? PADRAO.medida,
  }),
  encode: ({ conta, porHabitante, medida }: EstadoDaEquidade): Record<string, string> => ({
    ...(conta === PADRAO.conta ? {} : { contagem: conta }),
    ...(porHabitante ? { peso: "habitante" } : {}),
    ...(medida === PADRAO.medida ? {} : { sorteio: medida }),
  }),
};
