import { useCallback, useEffect, useRef, useState } from "react";
import type { EntradaDoPlano } from "../../../core/visitas/plano.ts";
import { createLimiteClient, type LimiteClient } from "../../../data/visitas/limite-client.ts";
import type { ColisaoDoPlano } from "../../../data/visitas/limite/plano.ts";

export type EstadoDasColisoes =
  | { readonly estado: "parado" }
  | { readonly estado: "andando" }
  /** Empty when nothing was proved to collide. */
  | { readonly estado: "pronto"; readonly colisoes: readonly ColisaoDoPlano[] }
  | { readonly estado: "falhou"; readonly detalhe: string };

export interface Colisoes {
  readonly estado: EstadoDasColisoes;
  readonly procurar: () => void;
  readonly parar: () => void;
}

const PARADO: EstadoDasColisoes = { estado: "parado" };

/** Which demands of an input cannot be met together, looked for in a worker when asked. An answer about another input is never shown. */
export function useColisoes(entrada: EntradaDoPlano, abrir: () => LimiteClient = createLimiteClient): Colisoes {
  const [sobre, setSobre] = useState<{ readonly entrada: EntradaDoPlano; readonly estado: EstadoDasColisoes } | null>(null);
  const cliente = useRef<LimiteClient | null>(null);
  useEffect(
    () => () => {
      cliente.current?.close();
      cliente.current = null;
    },
    [entrada],
  );
  const procurar = useCallback(() => {
    setSobre({ entrada, estado: { estado: "andando" } });
    cliente.current ??= abrir();
    cliente.current.run({ tipo: "colisoes", entrada }, (noticia) => {
      if (noticia.tipo === "colisoes") setSobre({ entrada, estado: { estado: "pronto", colisoes: noticia.colisoes } });
      else if (noticia.tipo === "falha") setSobre({ entrada, estado: { estado: "falhou", detalhe: noticia.detalhe } });
      else if (noticia.tipo === "parado") setSobre(null);
    });
  }, [entrada, abrir]);
  const parar = useCallback(() => {
    cliente.current?.close();
    cliente.current = null;
    setSobre(null);
  }, []);
  return { estado: sobre?.entrada === entrada ? sobre.estado : PARADO, procurar, parar };
}
