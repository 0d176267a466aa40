import { useCallback, useEffect, useRef } from "react";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";

type Mudar = ViewProps<Estado>["mudar"];

export interface MudarComDados {
  /** One function for the life of the view: the shell makes its own anew at every render. */
  readonly mudar: Mudar;
  /** Says which figures are in use, once they are known. */
  readonly usar: (hashDados: string) => void;
}

/**
 * Changes of the address that carry the figures they were made with. An address
 * that was made with other figures keeps saying so until the reader goes on with
 * those in use.
 */
export function useMudar(mudar: Mudar, estado: Estado): MudarComDados {
  const atual = useRef({ mudar, estado });
  useEffect(() => {
    atual.current = { mudar, estado };
  });
  const emUso = useRef("");
  const usar = useCallback((hashDados: string) => {
    emUso.current = hashDados;
  }, []);
  const comDados = useCallback<Mudar>((mudanca, opcoes) => {
    const { dados } = atual.current.estado;
    const outros = dados !== "" && dados !== emUso.current;
    atual.current.mudar(outros ? mudanca : { dados: emUso.current, ...mudanca }, opcoes);
  }, []);
  return { mudar: comDados, usar };
}
