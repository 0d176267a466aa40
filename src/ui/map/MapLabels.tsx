import { useMemo } from "react";
import { toScreen } from "../../core/camera.ts";
import type { Box, Camera, Frame } from "../../core/camera.ts";
import { placeLabels } from "../../core/map-labels.ts";
import type { LabelCandidate } from "../../core/map-labels.ts";
import type { MapModel } from "./map-model.ts";
import "./labels.css";

/** Zoom from which names of other municipalities come in, the most populous first. */
const MORE_NAMES_AT = 2;
const MOST_LABELS = 60;
/** A seat drawn as a point, or with the number of a visit on it, keeps its name above it, px. */
const ABOVE_POINT = 17;

interface MapLabelsProps {
  readonly model: MapModel;
  readonly camera: Camera;
  readonly frame: Frame;
  readonly box: Box;
  readonly selecionado: number | null;
  readonly destacado: number | null;
  readonly rotulados: readonly number[];
  /** Municipalities with a mark on their seat. */
  readonly marcados: ReadonlySet<number>;
}

/** Names over the map, in screen pixels, the same over both drawings. */
export function MapLabels({ model, camera, frame, box, selecionado, destacado, rotulados, marcados }: MapLabelsProps) {
  const labels = useMemo(() => {
    if (box.width === 0) return [];
    const obrigatorios = [selecionado, destacado].filter((codigo) => codigo !== null);
    const ordem = [
      ...[...obrigatorios, ...rotulados].flatMap((codigo) => model.indice.get(codigo) ?? []),
      ...(camera.k >= MORE_NAMES_AT ? model.porPopulacao : []),
    ];
    const candidates = ordem.flatMap((i): LabelCandidate[] => {
      const municipio = model.municipios[i];
      const ancora = model.ancoras[i];
      if (!municipio || !ancora) return [];
      const { codigo, nome } = municipio;
      const { x, y } = toScreen(ancora, camera, frame, box);
      const acima = model.semPoligono.includes(i) || marcados.has(codigo) ? ABOVE_POINT : 0;
      return [{ codigo, texto: nome, x, y: y - acima, obrigatorio: obrigatorios.includes(codigo) }];
    });
    return placeLabels(candidates, box, MOST_LABELS);
  }, [model, camera, frame, box, selecionado, destacado, rotulados, marcados]);
  return (
    <svg className="map-labels" width={box.width} height={box.height} aria-hidden="true" focusable="false">
      {labels.map(({ codigo, texto, x, y }) => (
        <text key={codigo} x={x} y={y} className={codigo === selecionado ? "map-label map-label-chosen" : "map-label"}>
          {texto}
        </text>
      ))}
    </svg>
  );
}
