import type { ReactElement } from "react";
import { preparePriority, scorePriority } from "../../core/metodo/priority.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import { createViewport } from "../../ui/map/viewport.ts";
import { PARTES } from "../../views/prioridades/estado.ts";
import { fraseIndice } from "../../views/prioridades/frase.ts";
import { medidaIndice } from "../../views/prioridades/medida.ts";
import { PARTE_ROTULO } from "../../views/prioridades/rotulos-das-partes.ts";
import { camadaDe, linhasDe } from "../../views/prioridades/model.ts";

/** A page of the menu, as the first picture shows it. */
export interface MenuItem {
  readonly id: string;
  readonly titulo: string;
}

/**
 * The front page as it stands before any script runs: menu, sentence and choropleth
 * of the priority index with its default weights, built from the snapshot into the
 * page itself. The app draws over it. Classes of `first-picture.css`, no inline
 * styles, which the page's policy refuses.
 */
export function FirstPicture({ snapshot, menu }: { readonly snapshot: Snapshot; readonly menu: readonly MenuItem[] }): ReactElement {
  const { municipios, mesh, territorio } = snapshot;
  const { metodo } = snapshot;
  const scores = scorePriority(preparePriority(metodo, snapshot.catalogo, snapshot.colunas, municipios));
  const medida = medidaIndice(territorio.indice, metodo, municipios, scores);
  const layer = camadaDe(medida);
  const linhas = linhasDe(municipios, medida, scores, true);
  const noFiltro = new Set(municipios.map(({ codigo }) => codigo));
  const lookOf = (codigo: number): string => {
    const classe = layer.classe.get(codigo);
    return classe === undefined ? "first-absent" : `first-class-${classe}`;
  };
  const { width, height, margin } = createViewport(mesh).frame;

  return (
    <div className="first" data-pagina={menu[0]?.id}>
      <header className="shell-bar">
        <span className="shell-name">
          Mirante SUAS <span className="shell-uf">{territorio.uf}</span>
        </span>
        <nav className="shell-nav" aria-label="Páginas">
          {menu.map(({ id, titulo }, i) => (
            <a key={id} className="shell-link" href={`#/${id}`} aria-current={i === 0 ? "page" : undefined}>
              {titulo}
            </a>
          ))}
        </nav>
      </header>
      <main className="shell-main">
        <div className="prioridades">
          <div className="prioridades-topo">
            <header className="states-sentence">
              <h1 className="states-sentence-text">
                {fraseIndice({ linhas, noFiltro, municipios, layer, medida, filtros: [] })}
              </h1>
            </header>
            <div className="part-nav ui-no-print">
              {PARTES.map((parte, i) => (
                <span key={parte} aria-current={i === 0 ? "true" : undefined}>
                  {PARTE_ROTULO[parte]}
                </span>
              ))}
            </div>
            <p className="first-controls">Carregando os controles…</p>
          </div>
          <div className="prioridades-corpo">
            <section className="prioridades-mapa" aria-label="Mapa">
              <figure className="map-figure">
                <header className="map-figure-head">
                  <h2 className="map-figure-title">{layer.titulo}</h2>
                </header>
                <div className="map-figure-body">
                  <div className="map map-ramp first-ramp">
                    <div className="map-stage">
                      <svg
                        className="map-svg"
                        viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`}
                        aria-hidden="true"
                        focusable="false"
                      >
                        <defs>
                          <pattern id="first-hatch" width="8" height="8" patternUnits="userSpaceOnUse">
                            <path d="M-2 10L10 -2M-2 2L2 -2M6 10L10 6" />
                          </pattern>
                        </defs>
                        {mesh.paths.map((d, i) => {
                          const codigo = municipios[i]?.codigo;
                          if (d === "" || codigo === undefined) return null;
                          return <path key={codigo} className={`map-area ${lookOf(codigo)}`} d={d} />;
                        })}
                        <path className="map-regions first-last" d={mesh.regioes} />
                      </svg>
                    </div>
                    <p className="map-note">{mesh.nota}</p>
                  </div>
                </div>
              </figure>
            </section>
            <div className="prioridades-lado">
              <section className="prioridades-lista first-list" aria-label="Lista de municípios">
                <p>Carregando a lista de municípios…</p>
              </section>
            </div>
          </div>
        </div>
      </main>
    </div>
  );
}
