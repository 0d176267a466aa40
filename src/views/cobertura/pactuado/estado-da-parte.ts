import type { StateCodec } from "../../../core/url-state.ts";

/** What the part "O que foi pactuado" keeps in the address. */
export interface EstadoDoPactuado {
  /** Line whose municipalities are shown: id of a line of the pact, `FORA_DO_PLANO` or `NAO_CLASSIFICADO`; null = everything together. */
  readonly linha: string | null;
  /** Whether the period before stands beside. */
  readonly comparar: boolean;
}

export const FORA_DO_PLANO = "fora-do-plano";
export const NAO_CLASSIFICADO = "nao-classificado";

const PADRAO: EstadoDoPactuado = { linha: null, comparar: false };

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The part's slice of the address: `linha` and `comparar`. */
export const FATIA: StateCodec<EstadoDoPactuado> & { readonly padrao: EstadoDoPactuado } = {
  padrao: PADRAO,
  decode: (params) => {
    const linha = Object.hasOwn(params, "linha") ? (params["linha"] ?? "") : "";
    return {
      linha: linha.length <= 64 && ID.test(linha) ? linha : null,
      comparar: Object.hasOwn(params, "comparar") && params["comparar"] === "sim",
    };
  },
  encode: ({ linha, comparar }) => ({
    ...(linha === null ? {} : { linha }),
    ...(comparar ? { comparar: "sim" } : {}),
  }),
};
