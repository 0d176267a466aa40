import { Fragment, type ReactNode, useMemo } from "react";
import { marcarTermos } from "./marcar.ts";
import { Termo } from "./Termo.tsx";
import { useGlossario } from "./verbetes.ts";

/** The texts with the words of the glossary as `Termo`, each word once. Keep `textos` the same array between renders. */
export function useTermos(textos: readonly string[]): ReactNode[] {
  const verbetes = useGlossario();
  return useMemo(
    () =>
      marcarTermos(textos, verbetes).map((trechos, i) => (
        <Fragment key={i}>
          {trechos.map(({ texto, id }, j) =>
            id === null ? (
              texto
            ) : (
              <Termo key={j} id={id}>
                {texto}
              </Termo>
            ),
          )}
        </Fragment>
      )),
    [textos, verbetes],
  );
}
