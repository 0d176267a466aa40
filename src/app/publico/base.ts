import { createContext, useContext } from "react";
import type { BasePublica } from "../../views/transparencia/parte.ts";

const Context = createContext<BasePublica | null>(null);

export const BaseProvider = Context.Provider;

/** @throws Error outside the provider: a programming mistake. */
export function useBasePublica(): BasePublica {
  const base = useContext(Context);
  if (base === null) throw new Error("useBasePublica outside BaseProvider");
  return base;
}
