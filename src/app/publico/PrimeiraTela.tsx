import type { ReactElement } from "react";
import { compareNames } from "../../core/format.ts";
import type { GeografiaPublica } from "../../data/publico/geografia.ts";
import { enderecoDe } from "../../views/transparencia/contexto.ts";
import { PARTE_ROTULO, PARTES } from "../../views/transparencia/estado.ts";

/**
 * The public front page as it stands before any script runs: the way to its parts, what it
 * answers, and every municipality by name. The app draws over it.
 */
export function PrimeiraTela({ territorio, municipios }: Pick<GeografiaPublica, "territorio" | "municipios">): ReactElement {
  const porNome = [...municipios].sort((a, b) => compareNames(a.nome, b.nome));
  return (
    <div className="first first-publico" data-pagina="transparencia">
      <header className="shell-bar publico-bar">
        <span className="shell-name">
          Mirante SUAS <span className="shell-uf">{territorio.uf}</span>
        </span>
        <nav className="shell-nav" aria-label="Páginas">
          {PARTES.map((parte, i) => (
            <a key={parte} className="shell-link" href={enderecoDe(parte)} aria-current={i === 0 ? "page" : undefined}>
              {PARTE_ROTULO[parte]}
            </a>
          ))}
        </nav>
      </header>
      <main className="shell-main">
        <div className="first-publico-texto">
          <h1>Como está o meu município?</h1>
          <p>Escolha a sua cidade e veja o que os números dizem dela, e o que eles não dizem.</p>
          <p className="first-publico-espera" role="status">
            Carregando a busca e o mapa…
          </p>
          <ul className="first-publico-nomes first-last">
            {porNome.map(({ codigo, nome }) => (
              <li key={codigo}>
                <a href={enderecoDe("municipio", { codigo })}>{nome}</a>
              </li>
            ))}
          </ul>
        </div>
      </main>
    </div>
  );
}
