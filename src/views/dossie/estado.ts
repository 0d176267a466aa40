import type { StateCodec } from "../../core/url-state.ts";

/** Shareable state of `#/municipio/<codigo>`. */
export interface Estado {
  /** IBGE code, the last part of the path; null where it is not a number. */
  readonly codigo: number | null;
  /** Method in force as a difference from the default (`methodDiff`); empty for the default. */
  readonly metodo: string;
  /** First digits of the SHA-256 of the figures the link was made over; empty where it does not say. */
  readonly dados: string;
}

const CODIGO = /^\d{7}$/;
const HASH = /^[0-9a-f]{4,64}$/;

/** `codigo` travels in the path: the router gives it as a parameter of that name, and takes it out of what `encode` gives. */
export const codec: StateCodec<Estado> = {
  decode: ({ codigo = "", metodo = "", dados = "" }) => ({
    codigo: CODIGO.test(codigo) ? Number(codigo) : null,
    metodo,
    dados: HASH.test(dados) ? dados : "",
  }),
  encode: ({ codigo, metodo, dados }) => ({
    ...(codigo === null ? {} : { codigo: String(codigo) }),
    ...(metodo === "" ? {} : { metodo }),
    ...(dados === "" ? {} : { dados }),
  }),
};
