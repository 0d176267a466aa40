import { useEffect, useRef } from "react";
import { enderecoDe } from "./ancora.ts";
import type { ItemSumario } from "./model.ts";

/** Table of contents: open beside the text on wide screens, folded above it on small ones. */
export function Sumario({ itens }: { readonly itens: readonly ItemSumario[] }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (details.current !== null) details.current.open = matchMedia("(min-width: 1024px)").matches;
  }, []);
  return (
    <nav className="metodologia-sumario" aria-label="Nesta página">
      <details ref={details}>
        <summary>Nesta página</summary>
        <ul>
          {itens.map(({ ancora, titulo, filhos }) => (
            <li key={ancora}>
              <a href={enderecoDe(ancora)}>{titulo}</a>
              {filhos.length === 0 ? null : (
                <ul>
                  {filhos.map((filho) => (
                    <li key={filho.ancora}>
                      <a href={enderecoDe(filho.ancora)}>{filho.titulo}</a>
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
