import { useCallback, useEffect, useRef } from "react";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";

type Mudar = ViewProps<Estado>["mudar"];

export interface MudarComDados {
  /** One function for the life of the view: the shell makes its own anew at every render. */
  readonly mudar: Mudar;
  /** Says which figures are in use; null while they are still being counted. */
  readonly usar: (hashDados: string | null) => void;
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
  const emUso = useRef({ hash: "", contando: false });
  const usar = useCallback((hashDados: string | null) => {
    emUso.current = hashDados === null ? { ...emUso.current, contando: true } : { hash: hashDados, contando: false };
  }, []);
  const comDados = useCallback<Mudar>((mudanca, opcoes) => {
    const { dados } = atual.current.estado;
    const { hash, contando } = emUso.current;
    const outros = dados !== "" && dados !== hash;
    atual.current.mudar(outros ? mudanca : { dados: contando ? "" : hash, ...mudanca }, opcoes);
  }, []);
  return { mudar: comDados, usar };
}
