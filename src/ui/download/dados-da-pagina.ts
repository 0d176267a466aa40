import { createContext, useContext } from "react";
import type { DadosDaPagina } from "./elo.ts";

const Context = createContext<DadosDaPagina | null>(null);

/** Tells the charts and maps inside which data they stand on, for their links and images. */
export const DadosDaPaginaProvider = Context.Provider;

/** Null where nobody told: a link then carries the state alone. */
export function useDadosDaPagina(): DadosDaPagina | null {
  return useContext(Context);
}
