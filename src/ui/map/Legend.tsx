import { useId } from "react";
import type { ReactNode } from "react";
import { INCERTA_ROTULO, MAP_ABSENCE_LABEL } from "../../core/classes.ts";
import { count } from "../../core/format.ts";
import type { MapLayer } from "../../core/map-layer.ts";
import { AbsencePatterns, hatchId, patternId, UncertainPatterns } from "./AbsencePatterns.tsx";
import { LegendCount, Swatch } from "./LegendParts.tsx";
import { MatrixLegend } from "./MatrixLegend.tsx";
import { classColor, rampStyle } from "./ramp-style.ts";
import "./figure.css";
import "./map.css";

interface LegendProps {
  readonly layer: MapLayer;
  /** Leaves the title out, where it stands just above. */
  readonly semTitulo?: boolean;
}

/**
 * Classes of a layer, lowest first or as a 3 × 3 square, then the hatch of the
 * uncertain ones and the absences, each with its look and its count.
 */
export function Legend({ layer, semTitulo = false }: LegendProps) {
  const prefix = `legend${useId().replace(/[^\w-]/g, "")}`;
  const { classes, ausencias, eixos, nota } = layer;
  const total = [...classes, ...ausencias].reduce((soma, { contagem }) => soma + contagem, 0);
  const incertas = layer.incertas?.size ?? 0;
  const exemplo = Math.floor(classes.length / 2);
  return (
    <div className="map-legend map-ramp" style={rampStyle(layer.ramp, classes.length)}>
      <p className="map-legend-title">
        {semTitulo ? null : <strong>{layer.titulo} · </strong>}
        {layer.unidade === "" ? null : `${layer.unidade} · `}
        {count(total, "município", "municípios")}
      </p>
      {eixos === undefined ? null : <MatrixLegend classes={classes} eixos={eixos} />}
      <ul>
        {eixos === undefined
          ? classes.map(({ rotulo, contagem }, i) => (
              <Item key={rotulo} rotulo={rotulo} contagem={contagem}>
                <Swatch fill={classColor(i)} />
              </Item>
            ))
          : null}
        {incertas === 0 ? null : (
          <Item rotulo={INCERTA_ROTULO} contagem={incertas}>
            <Swatch fill={`url(#${hatchId(prefix, exemplo)})`}>
              <UncertainPatterns prefix={prefix} classes={[exemplo]} />
            </Swatch>
          </Item>
        )}
        {ausencias.map(({ ausencia, contagem }) => (
          <Item key={ausencia} rotulo={MAP_ABSENCE_LABEL[ausencia]} contagem={contagem}>
            <Swatch fill={`url(#${patternId(prefix, ausencia)})`}>
              <AbsencePatterns prefix={prefix} ausencias={[ausencia]} />
            </Swatch>
          </Item>
        ))}
      </ul>
      {nota === undefined ? null : <p className="map-legend-note">{nota}</p>}
    </div>
  );
}

function Item({ rotulo, contagem, children }: { readonly rotulo: string; readonly contagem: number; readonly children: ReactNode }) {
  return (
    <li>
      {children}
      <span>
        {rotulo} <LegendCount n={contagem} />
      </span>
    </li>
  );
}
