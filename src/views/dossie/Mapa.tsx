import type { ReactNode } from "react";
import type { MapaDoDossie, MarcaDoMapa } from "../../core/dossie/dossie.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import { medidasDaMarca, nomesQueCabem } from "./nomes-do-mapa.ts";

interface MapaProps {
  readonly mapa: MapaDoDossie;
  readonly mesh: SvgMesh;
  /** Stands under the legend on the screen, never on paper. */
  readonly acoes: ReactNode;
}

/** The municipality among those around it, with the units of each at its seat, as a drawing of its own: no map engine. */
export function Mapa({ mapa, mesh, acoes }: MapaProps) {
  const { vista, area, emVolta, marcas, escala, alternativa, legenda } = mapa;
  const nomes = nomesQueCabem(mapa);
  const { letra } = medidasDaMarca({ daqui: false }, vista.width);
  const folga = vista.width * 0.03;
  return (
    <figure className="dossie-mapa">
      <svg viewBox={[vista.x, vista.y, vista.width, vista.height].join(" ")} role="img" aria-label={alternativa}>
        <g className="dossie-mapa-malha">
          {emVolta.map((m) => (
            <path key={m} d={mesh.paths[m] ?? ""} />
          ))}
          {area === null ? null : <path className="dossie-mapa-daqui" d={mesh.paths[area] ?? ""} />}
        </g>
        {marcas.map((marca) => (
          <Unidades key={marca.nome} marca={marca} largura={vista.width} />
        ))}
        {marcas.map((marca) => {
          const lugar = nomes.get(marca.nome);
          return lugar === undefined ? null : (
            <text key={marca.nome} className={marca.daqui ? "dossie-mapa-nome dossie-mapa-nome-daqui" : "dossie-mapa-nome"} x={lugar.x} y={lugar.y} fontSize={medidasDaMarca(marca, vista.width).letra} strokeWidth={vista.width * 0.007}>
              {marca.nome}
            </text>
          );
        })}
        {escala.comprimento === 0 ? null : (
          <g className="dossie-mapa-escala" strokeWidth={vista.width * 0.004}>
            <path d={`M${vista.x + folga} ${vista.y + vista.height - folga}h${escala.comprimento}`} />
            <text x={vista.x + folga} y={vista.y + vista.height - folga * 1.4} fontSize={letra} strokeWidth={vista.width * 0.007}>
              {escala.texto}
            </text>
          </g>
        )}
      </svg>
      <figcaption>{legenda}</figcaption>
      {acoes}
    </figure>
  );
}

function Unidades({ marca, largura }: { readonly marca: MarcaDoMapa; readonly largura: number }) {
  const { x, y, cras, creas } = marca;
  const { lado, corpo } = medidasDaMarca(marca, largura);
  const [temCras, temCreas] = [(cras ?? 0) > 0, (creas ?? 0) > 0];
  if (!temCras && !temCreas) return <circle className="dossie-mapa-sede" cx={x} cy={y} r={largura * 0.006} />;
  const xCras = temCreas ? x - lado / 2 : x;
  const xCreas = temCras ? x + lado / 2 : x;
  return (
    <g className="dossie-mapa-unidades" fontSize={corpo}>
      {temCras ? (
        <>
          <circle className="dossie-mapa-cras" cx={xCras} cy={y} r={lado / 2} />
          <text x={xCras} y={y + corpo * 0.35}>
            {cras}
          </text>
        </>
      ) : null}
      {temCreas ? (
        <>
          <rect className="dossie-mapa-creas" x={xCreas - lado / 2} y={y - lado / 2} width={lado} height={lado} />
          <text x={xCreas} y={y + corpo * 0.35}>
            {creas}
          </text>
        </>
      ) : null}
    </g>
  );
}
