import type { ReactElement } from "react";
import { compareNames } from "../../core/format.ts";
import { marcarTermos } from "./marcar.ts";
import { useGlossario } from "./verbetes.ts";
import "./glossario.css";

interface PalavrasDaPaginaProps {
  /** Everything that the page says: only the words that occur in it are listed. */
  readonly textos: readonly string[];
}

/** The words of the glossary that a page uses, folded away: for who prints, and for who has no pointer to rest on them. */
export function PalavrasDaPagina({ textos }: PalavrasDaPaginaProps): ReactElement | null {
  const verbetes = useGlossario();
  const usadas = new Set(marcarTermos(textos, verbetes).flatMap((trechos) => trechos.flatMap(({ id }) => id ?? [])));
  const lista = verbetes.filter(({ id }) => usadas.has(id)).sort((a, b) => compareNames(a.termo, b.termo));
  if (lista.length === 0) return null;
  return (
    <details className="glossario">
      <summary>O que querem dizer as palavras desta página</summary>
      <dl>
        {lista.map(({ id, termo, texto }) => (
          <div key={id}>
            <dt>{termo}</dt>
            <dd>{texto}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
