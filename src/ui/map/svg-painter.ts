import type { MapLayer } from "../../core/map-layer.ts";
import { hatchId, patternId } from "./AbsencePatterns.tsx";
import { classColor } from "./ramp-style.ts";

/** Colours the elements of a drawn geometry in place, touching only what changed. */
export interface SvgPainter {
  /** Takes in, and paints, what was drawn since it was last called. */
  readonly grow: () => void;
  readonly paint: (layer: MapLayer, foraDoFiltro: ReadonlySet<number>) => void;
  readonly outline: (codigos: { readonly selecionado: number | null; readonly destacado: number | null }) => void;
  /** Keeps hatches and dots the same size on screen at every zoom. */
  readonly scalePatterns: (pxPerUnit: number) => void;
}

interface Painted {
  readonly layer: MapLayer;
  readonly foraDoFiltro: ReadonlySet<number>;
}

export const DIMMED = "map-fora";

export function createPainter(svg: SVGSVGElement, patternPrefix: string): SvgPainter {
  const areas = new Map<number, SVGElement>();
  const known = new Set<SVGElement>();
  const points: SVGElement[] = [];
  const looks = new Map<number, string>();
  const patterns = [...svg.querySelectorAll(".map-pattern")];

  const lookOf = (layer: MapLayer, codigo: number): string => {
    const classe = layer.classe.get(codigo);
    if (classe !== undefined)
      return layer.incertas?.has(codigo) ? `url(#${hatchId(patternPrefix, classe)})` : classColor(classe);
    return `url(#${patternId(patternPrefix, layer.ausencia.get(codigo) ?? "sem-dado")})`;
  };
  const trace = (selector: string, codigo: number | null): void => {
    const area = codigo === null ? undefined : areas.get(codigo);
    const d = area && !isPoint(area) ? area.getAttribute("d") : null;
    for (const element of svg.querySelectorAll(selector)) {
      if (d === null) element.removeAttribute("d");
      else element.setAttribute("d", d);
    }
  };
  // A seat has no outline to trace: the ring around it changes instead.
  const ring = (className: string, codigo: number | null): void => {
    for (const element of points) {
      const isIt = codigo !== null && Number(element.dataset.codigo) === codigo;
      element.previousElementSibling?.classList.toggle(className, isIt);
    }
  };

  const paintOne = (codigo: number, element: SVGElement, { layer, foraDoFiltro }: Painted): void => {
    const look = lookOf(layer, codigo);
    if (looks.get(codigo) !== look) {
      looks.set(codigo, look);
      // Seats without a polygon are thick strokes, so that they keep their size when zoomed.
      element.style.setProperty(isPoint(element) ? "stroke" : "fill", look);
    }
    element.classList.toggle(DIMMED, foraDoFiltro.has(codigo));
  };
  let painted: Painted | null = null;

  return {
    grow: () => {
      for (const element of svg.querySelectorAll<SVGElement>("[data-codigo]")) {
        if (known.has(element)) continue;
        known.add(element);
        const codigo = Number(element.dataset.codigo);
        areas.set(codigo, element);
        if (isPoint(element)) points.push(element);
        if (painted !== null) paintOne(codigo, element, painted);
      }
    },
    paint: (layer, foraDoFiltro) => {
      painted = { layer, foraDoFiltro };
      for (const [codigo, element] of areas) paintOne(codigo, element, painted);
    },
    outline: ({ selecionado, destacado }) => {
      trace(".map-hover-halo, .map-hover", destacado === selecionado ? null : destacado);
      trace(".map-halo, .map-outline", selecionado);
      ring("map-pointed", destacado);
      ring("map-chosen", selecionado);
    },
    scalePatterns: (pxPerUnit) => {
      for (const pattern of patterns) pattern.setAttribute("patternTransform", `scale(${1 / pxPerUnit})`);
    },
  };
}

function isPoint(element: Element): boolean {
  return element.classList.contains("map-point");
}
