import type { MunicipioPublico } from "../../../core/publico/municipio.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";

interface OndeProps extends Pick<ParteDeTransparenciaProps, "mesh" | "municipios"> {
  readonly municipio: MunicipioPublico;
}

const MARGEM = 6;

/** Where the municipality is in the territory: a drawing beside its name, which says it too. */
export function Onde({ mesh, municipios, municipio }: OndeProps) {
  const i = municipios.findIndex(({ codigo }) => codigo === municipio.codigo);
  const d = mesh.paths[i] ?? "";
  const sede = mesh.sedes[i];
  const regiao = municipio.regiao === null ? "" : `, na região de ${municipio.regiao}`;
  return (
    <figure className="municipio-onde">
      <svg
        viewBox={`${-MARGEM} ${-MARGEM} ${mesh.width + 2 * MARGEM} ${mesh.height + 2 * MARGEM}`}
        role="img"
        aria-label={`Mapa ${municipio.territorio.nomeCom} com ${municipio.nome} em destaque${regiao}.`}
      >
        {mesh.paths.map((area, j) => (area === "" ? null : <path key={j} className="municipio-onde-area" d={area} />))}
        <path className="municipio-mapa-regioes" d={mesh.regioes} />
        {d === "" ? null : <path className="municipio-onde-aqui" d={d} />}
        {sede ? <circle className="municipio-onde-ponto" cx={sede.x} cy={sede.y} r={mesh.width / 60} /> : null}
      </svg>
      <figcaption className="ui-small ui-muted">
        {municipio.nome} {municipio.territorio.nomeCom === "" ? "" : `no mapa ${municipio.territorio.nomeCom}`}
      </figcaption>
    </figure>
  );
}
