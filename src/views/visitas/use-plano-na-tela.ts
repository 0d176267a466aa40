import { useEffect, useState } from "react";
import type { EstadoDoPlano, PlanoStore } from "./plano-store.ts";

/**
 * What the tab's plan is. Kept as state, not read as an external store: the search
 * tells of its steps while the plan is drawn, and each would have React draw it
 * all over again in one turn of the page's thread.
 */
export function usePlanoNaTela(store: PlanoStore): EstadoDoPlano {
  const [tela, setTela] = useState(store.estado);
  useEffect(() => {
    const ler = (): void => {
      setTela(store.estado());
    };
    ler();
    return store.subscribe(ler);
  }, [store]);
  return tela;
}
