import { formatDate } from "../../core/format.ts";
import type { Fonte } from "../../core/indicador.ts";
import type { Norma } from "../../core/territorio.ts";
import { ANCORA, ancoraArtigo, ancoraFonte, ancoraNorma, enderecoDe, TITULO } from "./ancora.ts";
import { Externo } from "./Indicadores.tsx";

/** The norms in force, article by article, each with its own address. */
export function Normas({ normas }: { readonly normas: readonly Norma[] }) {
  return (
    <section aria-labelledby={ANCORA.normas}>
      <h2 id={ANCORA.normas} tabIndex={-1}>
        {TITULO.normas}
      </h2>
      <p>
        Resumos em linguagem simples dos artigos que o aplicativo usa. Eles ajudam a ler as telas e não substituem o
        texto oficial.
      </p>
      {normas.map((norma) => (
        <article key={norma.id} className="metodologia-ficha" aria-labelledby={ancoraNorma(norma.id)}>
          <h3 id={ancoraNorma(norma.id)} tabIndex={-1}>
            <a href={enderecoDe(ancoraNorma(norma.id))}>{norma.nomeCurto}</a>
          </h3>
          <p>
            {norma.titulo}. {formatDate(norma.data)}.
          </p>
          <dl>
            {norma.artigos.map(({ ref, resumo }) => {
              const ancora = ancoraArtigo(norma.id, ref);
              return (
                <div key={ref} className="metodologia-linha" id={ancora} tabIndex={-1}>
                  <dt>
                    <a href={enderecoDe(ancora)}>{ref}</a>
                  </dt>
                  <dd>{resumo}</dd>
                </div>
              );
            })}
          </dl>
        </article>
      ))}
    </section>
  );
}

/** Where the figures come from. */
export function Fontes({ fontes }: { readonly fontes: readonly Fonte[] }) {
  return (
    <section aria-labelledby={ANCORA.fontes}>
      <h2 id={ANCORA.fontes} tabIndex={-1}>
        {TITULO.fontes}
      </h2>
      {fontes.map(({ id, nome, orgao, url, licenca, referencia, nota }) => (
        <article key={id} className="metodologia-ficha" aria-labelledby={ancoraFonte(id)}>
          <h3 id={ancoraFonte(id)} tabIndex={-1}>
            <a href={enderecoDe(ancoraFonte(id))}>{nome}</a>
          </h3>
          <p>
            {orgao}. Referência: {referencia}. Licença: {licenca}.
          </p>
          {nota === "" ? null : <p className="ui-small ui-muted">{nota}</p>}
          {url === null ? null : (
            <p>
              <Externo url={url} />
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
