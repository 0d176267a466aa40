import type { ReactNode } from "react";
import { count, formatNumber } from "../../core/format.ts";

const SWATCH = { width: 28, height: 18 };

/** A sample of a look; `children` are the definitions it needs. */
export function Swatch({ fill, children }: { readonly fill: string; readonly children?: ReactNode }) {
  return (
    <svg className="map-legend-swatch" {...SWATCH} aria-hidden="true" focusable="false">
      {children}
      <rect className="map-legend-box" {...SWATCH} style={{ fill }} />
    </svg>
  );
}

/** "(12)", read as "12 municípios". */
export function LegendCount({ n }: { readonly n: number }) {
  return (
    <span className="map-legend-count">
      <span aria-hidden="true">({formatNumber(n)})</span>
      <span className="ui-hidden">: {count(n, "município", "municípios")}</span>
    </span>
  );
}
