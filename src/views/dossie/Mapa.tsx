import type { MapaDoDossie, MarcaDoMapa } from "../../core/dossie/dossie.ts";
import type { SvgMesh } from "../../core/map-layer.ts";

/** Sizes as parts of the width that is shown. */
const [LETRA, LADO, DENTRO] = [0.034, 0.04, 0.029];

/** The municipality among those around it, with the units of each at its seat, as a drawing of its own: no map engine. */
export function Mapa({ mapa, mesh }: { readonly mapa: MapaDoDossie; readonly mesh: SvgMesh }) {
  const { vista, area, emVolta, marcas, escala, alternativa, legenda } = mapa;
  const nomes = nomesQueCabem(marcas, vista.width);
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
        {marcas.map((marca) =>
          nomes.has(marca.nome) ? (
            <text key={marca.nome} className={marca.daqui ? "dossie-mapa-nome dossie-mapa-nome-daqui" : "dossie-mapa-nome"} x={marca.x} y={marca.y + vista.width * (LADO / 2 + LETRA)} fontSize={vista.width * LETRA * (marca.daqui ? 1.25 : 1)} strokeWidth={vista.width * 0.007}>
              {marca.nome}
            </text>
          ) : null,
        )}
        {escala.comprimento === 0 ? null : (
          <g className="dossie-mapa-escala" strokeWidth={vista.width * 0.004}>
            <path d={`M${vista.x + folga} ${vista.y + vista.height - folga}h${escala.comprimento}`} />
            <text x={vista.x + folga} y={vista.y + vista.height - folga * 1.4} fontSize={vista.width * LETRA} strokeWidth={vista.width * 0.007}>
              {escala.texto}
            </text>
          </g>
        )}
      </svg>
      <figcaption>{legenda}</figcaption>
    </figure>
  );
}

function Unidades({ marca, largura }: { readonly marca: MarcaDoMapa; readonly largura: number }) {
  const { x, y, cras, creas, daqui } = marca;
  const lado = largura * LADO * (daqui ? 1.3 : 1);
  const corpo = largura * DENTRO * (daqui ? 1.3 : 1);
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

/** Names that do not meet one already drawn; the dossier's own first. */
function nomesQueCabem(marcas: readonly MarcaDoMapa[], largura: number): ReadonlySet<string> {
  const postos: { readonly x: number; readonly y: number; readonly meia: number }[] = [];
  const cabem = new Set<string>();
  for (const { nome, x, y } of marcas.toReversed()) {
    const meia = (nome.length * largura * LETRA * 0.5) / 2;
    if (postos.some((p) => Math.abs(p.x - x) < p.meia + meia && Math.abs(p.y - y) < largura * (LADO + LETRA))) continue;
    postos.push({ x, y, meia });
    cabem.add(nome);
  }
  return cabem;
}
