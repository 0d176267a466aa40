import type { StateCodec } from "../../core/url-state.ts";

export interface Estado {
  /** Anchor of the section to bring into view ("indicador-ivs", "norma-…", "indice"); null for the top. */
  readonly secao: string | null;
  readonly busca: string;
}

export const PADRAO: Estado = { secao: null, busca: "" };

const SECAO = /^[a-z0-9][a-z0-9-]*$/;

export const codec: StateCodec<Estado> = {
  decode: (params) => {
    const secao = params["secao"];
    return {
      secao: secao !== undefined && SECAO.test(secao) ? secao : null,
      busca: params["busca"] ?? "",
    };
  },
  encode: ({ secao, busca }) => ({
    ...(secao === null ? {} : { secao }),
    ...(busca === "" ? {} : { busca }),
  }),
};
