import { useEffect, useRef } from "react";
import { enderecoDe } from "./ancora.ts";
import type { ItemSumario } from "./model.ts";

export interface SumarioProps {
  readonly itens: readonly ItemSumario[];
  /** Brings the section into view; the address may already be its own. */
  readonly onIr: (ancora: string) => void;
}

/** Table of contents: open beside the text on wide screens, folded above it on small ones. */
export function Sumario({ itens, onIr }: SumarioProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (details.current !== null) details.current.open = globalThis.matchMedia("(min-width: 1024px)").matches;
  }, []);
  return (
    <nav className="metodologia-sumario" aria-label="Nesta página">
      <details ref={details}>
        <summary>Nesta página</summary>
        <ul>
          {itens.map(({ ancora, titulo, filhos }) => (
            <li key={ancora}>
              <Item ancora={ancora} titulo={titulo} onIr={onIr} />
              {filhos.length === 0 ? null : (
                <ul>
                  {filhos.map((filho) => (
                    <li key={filho.ancora}>
                      <Item ancora={filho.ancora} titulo={filho.titulo} onIr={onIr} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

interface ItemProps {
  readonly ancora: string;
  readonly titulo: string;
  readonly onIr: (ancora: string) => void;
}

function Item({ ancora, titulo, onIr }: ItemProps) {
  return (
    <a
      href={enderecoDe(ancora)}
      onClick={() => {
        onIr(ancora);
      }}
    >
      {titulo}
    </a>
  );
}
