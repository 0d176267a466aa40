import type { StateCodec } from "../../core/url-state.ts";
import { EXTRACTS, type ExtractId } from "../../data/contracts/contract.ts";

export interface Estado {
  /** Extract whose dictionary is shown. */
  readonly extrato: ExtractId;
}

export const PADRAO: Estado = { extrato: "municipios" };

export const codec: StateCodec<Estado> = {
  decode: (params) => ({ extrato: EXTRACTS.find((id) => id === params["extrato"]) ?? PADRAO.extrato }),
  encode: ({ extrato }) => (extrato === PADRAO.extrato ? {} : { extrato }),
};
