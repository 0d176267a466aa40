import { useId } from "react";
import { AUSENCIA_ROTULO } from "../../core/absence.ts";
import { count, formatNumber } from "../../core/format.ts";
import type { MapLayer } from "../../core/map-layer.ts";
import { AbsencePatterns, patternId } from "./AbsencePatterns.tsx";
import { classColor, rampStyle } from "./ramp-style.ts";
import "./figure.css";
import "./map.css";

const SWATCH = { width: 28, height: 18 };

interface LegendProps {
  readonly layer: MapLayer;
  /** Leaves the title out, where it stands just above. */
  readonly semTitulo?: boolean;
}

/** Classes of a layer, lowest first, then its absences, each with its look and its count. */
export function Legend({ layer, semTitulo = false }: LegendProps) {
  const prefix = `legend${useId().replace(/[^\w-]/g, "")}`;
  const total = [...layer.classes, ...layer.ausencias].reduce((soma, { contagem }) => soma + contagem, 0);
  return (
    <div className="map-legend map-ramp" style={rampStyle(layer.ramp, layer.classes.length)}>
      <p className="map-legend-title">
        {semTitulo ? null : <strong>{layer.titulo} · </strong>}
        {layer.unidade === "" ? null : `${layer.unidade} · `}
        {count(total, "município", "municípios")}
      </p>
      <ul>
        {layer.classes.map(({ min, rotulo, contagem }, i) => (
          <li key={min}>
            <Swatch fill={classColor(i)} />
            <span>
              {rotulo} <Count n={contagem} />
            </span>
          </li>
        ))}
        {layer.ausencias.map(({ ausencia, contagem }) => {
          const id = `${prefix}-${ausencia}`;
          return (
            <li key={ausencia}>
              <svg className="map-legend-swatch" {...SWATCH} aria-hidden="true" focusable="false">
                <AbsencePatterns prefix={id} ausencias={[ausencia]} />
                <rect className="map-legend-box" {...SWATCH} fill={`url(#${patternId(id, ausencia)})`} />
              </svg>
              <span>
                {AUSENCIA_ROTULO[ausencia]} <Count n={contagem} />
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Swatch({ fill }: { readonly fill: string }) {
  return (
    <svg className="map-legend-swatch" {...SWATCH} aria-hidden="true" focusable="false">
      <rect className="map-legend-box" {...SWATCH} style={{ fill }} />
    </svg>
  );
}

function Count({ n }: { readonly n: number }) {
  return (
    <span className="map-legend-count">
      <span aria-hidden="true">({formatNumber(n)})</span>
      <span className="ui-hidden">: {count(n, "município", "municípios")}</span>
    </span>
  );
}
