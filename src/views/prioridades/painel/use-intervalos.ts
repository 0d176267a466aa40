import { useEffect, useState } from "react";
import type * as Intervalo from "./intervalo.ts";

type Modulo = typeof Intervalo;

/** The intervals, loaded when first wanted. `falhou`: they could not be, and the page says so. */
export interface Intervalos {
  readonly modulo: Modulo | null;
  readonly falhou: boolean;
}

/** Loads the intervals while `querido`; a failure is forgotten, so that asking again tries again. */
export function useIntervalos(querido: boolean): Intervalos {
  const [modulo, setModulo] = useState<Modulo | null>(null);
  const [falhou, setFalhou] = useState(false);
  useEffect(() => {
    if (!querido || modulo !== null) return;
    let vivo = true;
    import("./intervalo.ts").then(
      (carregado) => {
        if (vivo) setModulo(carregado);
      },
      (error: unknown) => {
        console.error("the intervals did not load", error);
        if (vivo) setFalhou(true);
      },
    );
    return () => {
      vivo = false;
      setFalhou(false);
    };
  }, [querido, modulo]);
  return { modulo, falhou };
}
