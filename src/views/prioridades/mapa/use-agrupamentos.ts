import { useEffect, useRef, useState } from "react";
import { moranNoWorker } from "../../../data/metodo/moran-client.ts";
import type { CalculoDeMoran } from "../../../data/metodo/moran-client.ts";
import type { EntradaDeAgrupamentos } from "./agrupamentos.ts";
import type { CamadaDoMapa } from "./camada.ts";

/** Municipalities times permutations up to which the page itself works the groups out, in some 20 ms. */
const NA_PAGINA = 500_000;
/** Quiet time before the groups follow a handle that moves, ms. */
const ESPERA_MS = 120;

export interface Agrupamentos {
  /** Those last worked out for this measure; null before the first. */
  readonly camada: CamadaDoMapa | null;
  readonly calculando: boolean;
  /** Why there are none, in words; null unless it failed. */
  readonly erro: string | null;
}

interface Feito {
  readonly de: EntradaDeAgrupamentos;
  readonly camada: CamadaDoMapa | null;
  readonly erro: string | null;
}

/**
 * The groups of neighbours of a measure, worked out after the page is drawn, in a
 * worker but for a handful of municipalities. A newer question calls the former off.
 * @param entrada the same object while nothing changes; null asks for nothing
 */
export function useAgrupamentos(entrada: EntradaDeAgrupamentos | null, noWorker: CalculoDeMoran = moranNoWorker): Agrupamentos {
  const [feito, setFeito] = useState<Feito | null>(null);
  const calcular = useRef(noWorker);
  const houve = useRef(false);
  useEffect(() => {
    calcular.current = noWorker;
  });
  useEffect(() => {
    if (entrada === null) {
      houve.current = false;
      return;
    }
    const abort = new AbortController();
    const start = async (): Promise<void> => {
      const { camadaDeAgrupamentos, pedidoDeMoran } = await import("./agrupamentos.ts");
      if (abort.signal.aborted) return;
      const pedido = pedidoDeMoran(entrada);
      const longe = pedido.values.length * (pedido.permutations ?? 0) > NA_PAGINA;
      const resultado = longe ? await calcular.current(pedido, abort.signal) : undefined;
      if (abort.signal.aborted) return;
      houve.current = true;
      setFeito({ de: entrada, camada: camadaDeAgrupamentos(entrada, resultado), erro: null });
    };
    const timer = setTimeout(
      () => {
        start().catch((error: unknown) => {
          if (!abort.signal.aborted) setFeito({ de: entrada, camada: null, erro: `Os grupos de vizinhos não puderam ser calculados: ${String(error)}` });
        });
      },
      houve.current ? ESPERA_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [entrada]);
  if (entrada === null) return { camada: null, calculando: false, erro: null };
  const emDia = feito?.de === entrada;
  const daMedida = feito !== null && feito.de.medida.id === entrada.medida.id;
  return { camada: daMedida ? feito.camada : null, calculando: !emDia, erro: emDia ? feito.erro : null };
}
