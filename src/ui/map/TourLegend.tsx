import { count } from "../../core/format.ts";
import { tourColor, tourLegend, tourLook } from "./tours.ts";
import type { MapTours } from "./tours.ts";
import "./tours.css";

const SAMPLE = { width: 44, height: 18 };

/** The teams of a map's tours: their lines and how many tours and municipalities each has. */
export function TourLegend({ tours }: { readonly tours: MapTours }) {
  return (
    <ul className="map-tour-legend" aria-label="Viagens no mapa">
      {tourLegend(tours).map(({ grupo, rotulo, viagens, municipios }) => {
        const look = tourLook(grupo);
        return (
          <li key={grupo}>
            <svg {...SAMPLE} aria-hidden="true" focusable="false">
              <path
                className="map-tour-line"
                d={`M0 9h${SAMPLE.width}`}
                strokeDasharray={look.traco || undefined}
                style={{ stroke: tourColor(look) }}
              />
            </svg>
            <span>
              {rotulo}{" "}
              <span className="map-legend-count">
                ({count(viagens, "viagem", "viagens", "f")}, {count(municipios, "município", "municípios")})
              </span>
            </span>
          </li>
        );
      })}
      <li>
        <svg {...SAMPLE} aria-hidden="true" focusable="false">
          <rect className="map-tour-base" x={16} y={3} width={12} height={12} />
        </svg>
        <span>base das equipes; os números dão a ordem das visitas de cada viagem</span>
      </li>
    </ul>
  );
}
