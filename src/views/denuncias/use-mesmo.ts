import { useMemo } from "react";

/** The same value while it says the same: what is read of the address is made anew at each render. For plain data only. */
export function useMesmo<T>(valor: T): T {
  const chave = JSON.stringify(valor);
  return useMemo(() => JSON.parse(chave) as T, [chave]);
}
