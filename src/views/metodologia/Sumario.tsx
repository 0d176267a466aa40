import { useEffect, useRef } from "react";
import { count } from "../../core/format.ts";
import { enderecoDe } from "./ancora.ts";
import type { ItemSumario } from "./model.ts";

/**
 * Table of contents: open beside the text on wide screens, folded above it on
 * small ones; the items of a section unfold on demand.
 */
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
                <details className="metodologia-sumario-parte">
                  <summary aria-label={`${count(filhos.length, "item", "itens")} de ${titulo}`}>
                    {count(filhos.length, "item", "itens")}
                  </summary>
                  <ul>
                    {filhos.map((filho) => (
                      <li key={filho.ancora}>
                        <a href={enderecoDe(filho.ancora)}>{filho.titulo}</a>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
