import { useCallback, useEffect, useRef } from "react";
import type { ParteDeCoberturaProps } from "./parte.ts";

/** One function for the life of the view: the shell gives another at each render. */
export function useEstavel(mudar: ParteDeCoberturaProps["mudar"]): ParteDeCoberturaProps["mudar"] {
  const atual = useRef(mudar);
  useEffect(() => {
    atual.current = mudar;
  });
  return useCallback((mudanca, opcoes) => {
    atual.current(mudanca, opcoes);
  }, []);
}
