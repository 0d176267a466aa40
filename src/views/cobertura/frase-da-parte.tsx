import { createContext, useContext, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { DemoMark } from "../../ui/states/DemoMark.tsx";

/** Where the page keeps room for what the part shown says of itself; null until it is drawn. */
export interface LugaresDaFrase {
  readonly frase: HTMLElement | null;
  readonly marca: HTMLElement | null;
}

export const LugarDaFrase = createContext<LugaresDaFrase>({ frase: null, marca: null });

interface FraseDaParteProps {
  /** Figures shown are of a demonstration extract. */
  readonly demonstracao: boolean;
  /** The computed sentence that answers the part's question, or what is being counted. */
  readonly children: ReactNode;
}

/**
 * The sentence of a part, under the title of the page whatever place of the part it is
 * written in, with the mark of demonstration data beside the title; changes are announced.
 */
export function FraseDaParte({ demonstracao, children }: FraseDaParteProps) {
  const { frase, marca } = useContext(LugarDaFrase);
  return (
    <>
      {frase === null ? null : createPortal(children, frase)}
      {demonstracao && marca !== null ? createPortal(<DemoMark />, marca) : null}
    </>
  );
}
