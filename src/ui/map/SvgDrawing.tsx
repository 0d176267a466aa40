import { memo } from "react";
import type { ReactElement, Ref } from "react";
import type { SvgMesh } from "../../core/map-layer.ts";
import { AbsencePatterns, UncertainPatterns } from "./AbsencePatterns.tsx";
import type { MapModel } from "./map-model.ts";
import type { Viewport } from "./viewport.ts";

interface SvgDrawingProps {
  readonly mesh: SvgMesh;
  readonly model: MapModel;
  readonly frame: Viewport["frame"];
  readonly patternPrefix: string;
  /** Outlines drawn so far, from the first. */
  readonly desenhados: number;
  readonly ref: Ref<SVGSVGElement>;
  /** Moved and scaled by the camera, without rendering again. */
  readonly worldRef: Ref<SVGGElement>;
}

/** Outlines that are rendered together. */
export const POR_GRUPO = 250;

interface AreasProps extends Pick<SvgDrawingProps, "mesh" | "model"> {
  readonly de: number;
}

const Areas = memo(function Areas({ mesh, model, de }: AreasProps): ReactElement[] {
  return mesh.paths.slice(de, de + POR_GRUPO).flatMap((d, i) => {
    const codigo = model.municipios[de + i]?.codigo;
    return d === "" ? [] : [<path key={codigo} className="map-area" data-codigo={codigo} d={d} />];
  });
});

/**
 * The geometry, rendered once per mesh. Colours, outlines and the camera are set
 * on its elements by code: 5,570 paths recolour without rendering again.
 */
export const SvgDrawing = memo(function SvgDrawing({
  mesh,
  model,
  frame,
  patternPrefix,
  desenhados,
  ref,
  worldRef,
}: SvgDrawingProps) {
  const { width, height, margin } = frame;
  return (
    <svg
      ref={ref}
      className="map-svg"
      viewBox={`${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`}
      aria-hidden="true"
      focusable="false"
    >
      <AbsencePatterns prefix={patternPrefix} />
      <UncertainPatterns prefix={patternPrefix} />
      <g ref={worldRef}>
        {Array.from({ length: Math.ceil(desenhados / POR_GRUPO) }, (_, grupo) => (
          <Areas key={grupo} mesh={mesh} model={model} de={grupo * POR_GRUPO} />
        ))}
        <path className="map-regions" d={mesh.regioes} />
        <path className="map-hover-halo" />
        <path className="map-hover" />
        <path className="map-halo" />
        <path className="map-outline" />
        {model.semPoligono.map((i) => {
          const sede = mesh.sedes[i];
          const codigo = model.municipios[i]?.codigo;
          if (!sede) return null;
          const d = `M${sede.x} ${sede.y}h.01`;
          return (
            <g key={codigo}>
              <path className="map-point-edge" d={d} />
              <path className="map-point" data-codigo={codigo} d={d} />
            </g>
          );
        })}
      </g>
    </svg>
  );
});
