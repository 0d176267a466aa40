import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Pesos } from "../../core/priority-index.ts";
import { formatPesos, parsePesos } from "./estado.ts";

/** Quiet time after the last movement of a handle before the address takes the weights, in ms. */
const ESPERA_MS = 180;

/**
 * The weights in force. The address owns them; while a handle moves, a draft runs
 * ahead of it so that each frame only recombines, and browsers that limit how
 * often the address may change (Safari: 100 times in 30 s) are not pushed. A
 * change from outside (Back, a link) drops the draft.
 */
export function usePesos(
  daUrl: Pesos,
  gravar: (pesos: Pesos) => void,
): { readonly pesos: Pesos; readonly mover: (pesos: Pesos) => void } {
  const texto = formatPesos(daUrl);
  const [rascunho, setRascunho] = useState<{ readonly sobre: string; readonly texto: string } | null>(null);
  if (rascunho !== null && rascunho.sobre !== texto) setRascunho(null);
  const emVigor = rascunho !== null && rascunho.sobre === texto ? rascunho.texto : texto;
  const pesos = useMemo(() => parsePesos(emVigor), [emVigor]);

  const pendente = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly gravar: () => void } | null>(null);
  const gravarAtual = useRef(gravar);
  useEffect(() => {
    gravarAtual.current = gravar;
  });
  useEffect(
    () => () => {
      if (pendente.current === null) return;
      clearTimeout(pendente.current.timer);
      pendente.current.gravar();
    },
    [],
  );

  const mover = useCallback(
    (novos: Pesos) => {
      setRascunho({ sobre: texto, texto: formatPesos(novos) });
      if (pendente.current !== null) clearTimeout(pendente.current.timer);
      const commit = (): void => {
        pendente.current = null;
        gravarAtual.current(novos);
      };
      pendente.current = { timer: setTimeout(commit, ESPERA_MS), gravar: commit };
    },
    [texto],
  );
  return { pesos, mover };
}
