import { enderecoDe } from "../ancora.ts";
import type { Topico } from "./topico.ts";

/** The rules of the method, one record each: words, formulas, publications. */
export function Topicos({ topicos }: { readonly topicos: readonly Topico[] }) {
  return topicos.map(({ ancora, titulo, paragrafos, formulas, fontes }) => (
    <article key={ancora} className="metodologia-ficha" aria-labelledby={ancora}>
      <h3 id={ancora} tabIndex={-1}>
        <a href={enderecoDe(ancora)}>{titulo}</a>
      </h3>
      {paragrafos.map((paragrafo) => (
        <p key={paragrafo}>{paragrafo}</p>
      ))}
      {formulas.length === 0 ? null : (
        <ul className="metodologia-formulas" aria-label={`Fórmulas: ${titulo}`}>
          {formulas.map(({ expressao, onde }) => (
            <li key={expressao}>
              <span className="metodologia-formula">{expressao}</span>
              {onde === null ? null : <span className="ui-small ui-muted">{onde}</span>}
            </li>
          ))}
        </ul>
      )}
      {fontes.length === 0 ? null : <p className="ui-small ui-muted">Fonte: {fontes.join("; ")}.</p>}
    </article>
  ));
}
