import type { MapClass, MapLayer } from "../../core/map-layer.ts";
import { LegendCount, Swatch } from "./LegendParts.tsx";
import { classColor } from "./ramp-style.ts";
import "./matrix-legend.css";

interface MatrixLegendProps {
  readonly classes: readonly MapClass[];
  readonly eixos: NonNullable<MapLayer["eixos"]>;
}

/** A 3 × 3 legend, strongest row on top and strongest column at the right, with the count of each pair. */
export function MatrixLegend({ classes, eixos: { linhas, colunas } }: MatrixLegendProps) {
  return (
    <table className="map-matrix">
      <caption>
        Linhas: {linhas.titulo}. Colunas: {colunas.titulo}.
      </caption>
      <thead>
        <tr>
          <td />
          {colunas.passos.map((passo) => (
            <th key={passo} scope="col">
              {passo}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linhas.passos
          .map((passo, l) => (
            <tr key={passo}>
              <th scope="row">{passo}</th>
              {colunas.passos.map((coluna, c) => (
                <td key={coluna}>
                  <span className="map-matrix-cell">
                    <Swatch fill={classColor(3 * l + c)} />
                    <LegendCount n={classes[3 * l + c]?.contagem ?? 0} />
                  </span>
                </td>
              ))}
            </tr>
          ))
          .toReversed()}
      </tbody>
    </table>
  );
}
