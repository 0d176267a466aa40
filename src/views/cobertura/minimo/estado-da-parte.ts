import type { RegraDoMinimo } from "../../../core/pacto/index.ts";

/** What keeps a municipality up to date, in the order it is offered; the norm does not say which. */
export const REGRAS_DO_MINIMO = ["qualquer", "no-local", "por-dados", "ambos"] as const satisfies readonly RegraDoMinimo[];

export const LISTAS_DO_MINIMO = ["devidos", "todos"] as const;
/** Municipalities whose yearly monitoring is owed, or every one. */
export type ListaDoMinimo = (typeof LISTAS_DO_MINIMO)[number];

/** Shareable state of the part `minimo`. */
export interface EstadoDoMinimo {
  readonly regra: RegraDoMinimo;
  readonly lista: ListaDoMinimo;
}

const PADRAO: EstadoDoMinimo = { regra: "qualquer", lista: "devidos" };

/** Slice of the address that the part owns: `regra`, `quais`. */
export const FATIA = {
  padrao: PADRAO,
  decode: (params: Readonly<Record<string, string>>): EstadoDoMinimo => ({
    regra: REGRAS_DO_MINIMO.find((regra) => regra === params["regra"]) ?? PADRAO.regra,
    lista: LISTAS_DO_MINIMO.find((lista) => lista === params["quais"]) ?? PADRAO.lista,
  }),
  encode: ({ regra, lista }: EstadoDoMinimo): Record<string, string> => ({
    ...(regra === PADRAO.regra ? {} : { regra }),
    ...(lista === PADRAO.lista ? {} : { quais: lista }),
  }),
};
