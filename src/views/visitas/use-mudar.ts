import { useCallback, useEffect, useRef } from "react";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";

type Mudar = ViewProps<Estado>["mudar"];

/**
 * One function for the life of the view, whose changes of the address carry the
 * figures in use; an address made with other figures keeps saying so until the
 * reader goes on with those in use (`dados` given).
 */
export function useMudar(mudar: Mudar, estado: Estado, hashDados: string): Mudar {
  const atual = useRef({ mudar, estado, hashDados });
  useEffect(() => {
    atual.current = { mudar, estado, hashDados };
  });
  return useCallback<Mudar>((mudanca, opcoes) => {
    const { dados } = atual.current.estado;
    const outros = dados !== "" && dados !== atual.current.hashDados;
    atual.current.mudar(outros ? mudanca : { dados: atual.current.hashDados, ...mudanca }, opcoes);
  }, []);
}
