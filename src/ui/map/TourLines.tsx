import { memo, useMemo } from "react";
import { fitScale } from "../../core/camera.ts";
import type { Box, Camera, Frame } from "../../core/camera.ts";
import type { MapModel } from "./map-model.ts";
import { ORDINAL, placesIn, tourColor, tourLook, tourPath, tourStops } from "./tours.ts";
import type { MapTours, TourMarks } from "./tours.ts";
import "./tours.css";

interface TourLinesProps {
  readonly tours: MapTours;
  readonly marks: TourMarks;
  readonly model: MapModel;
  readonly camera: Camera;
  readonly frame: Frame;
  readonly box: Box;
}

const ARROW = "M-5-5L5 0-5 5z";
const BASE = { x: -6, y: -6, width: 12, height: 12 };

/**
 * Tours over the map, in screen pixels like its names: one drawing, the same over the
 * SVG picture and over the WebGL one, which share the camera. It takes no pointer.
 */
export function TourLines({ tours, marks, model, camera, frame, box }: TourLinesProps) {
  if (box.width === 0) return null;
  const fit = fitScale(frame, box);
  const x = (box.width - fit * frame.width) / 2 + fit * camera.x;
  const y = (box.height - fit * frame.height) / 2 + fit * camera.y;
  const { ordinais, setas, bases } = marks;
  const hasChoice = tours.viagens.some(({ id }) => id === tours.selecionada);
  const state = (isChosen: boolean): string => (isChosen ? " map-tour-chosen" : hasChoice ? " map-tour-dimmed" : "");
  return (
    <svg className="map-tours" width={box.width} height={box.height} aria-hidden="true" focusable="false">
      <g transform={`translate(${x} ${y}) scale(${fit * camera.k})`}>
        <Lines tours={tours} model={model} />
      </g>
      {bases.map((p) => (
        <g key={`${p.x} ${p.y}`} transform={`translate(${p.x} ${p.y})`}>
          <rect className="map-tour-base" {...BASE} />
        </g>
      ))}
      {setas.map(({ x: cx, y: cy, graus, grupo, isChosen }, i) => (
        <path
          key={i}
          className={`map-tour-arrow${state(isChosen)}`}
          d={ARROW}
          transform={`translate(${cx} ${cy}) rotate(${graus})`}
          style={{ fill: tourColor(tourLook(grupo)) }}
        />
      ))}
      {ordinais.map(({ codigo, texto, x: cx, y: cy, grupo, isChosen }, i) => (
        <g key={`${codigo} ${i}`} className={`map-tour-stop${state(isChosen)}`} data-parada={codigo}>
          <circle cx={cx} cy={cy} r={ORDINAL} style={{ stroke: tourColor(tourLook(grupo)) }} />
          <text x={cx} y={cy}>
            {texto}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The lines themselves, which the camera moves without rendering again; the chosen one on top. */
const Lines = memo(function Lines({ tours, model }: { readonly tours: MapTours; readonly model: MapModel }) {
  const lines = useMemo(() => {
    const placeOf = placesIn(model);
    return tours.viagens.map((viagem) => ({ ...viagem, d: tourPath(viagem, placeOf), stops: tourStops(viagem, placeOf) }));
  }, [tours.viagens, model]);
  const { selecionada } = tours;
  const dimmed = lines.some(({ id }) => id === selecionada);
  const inOrder = dimmed ? lines.toSorted((a, b) => Number(a.id === selecionada) - Number(b.id === selecionada)) : lines;
  return inOrder.map(({ id, grupo, d, stops }) => {
    const look = tourLook(grupo);
    const state = id === selecionada ? " map-tour-chosen" : dimmed ? " map-tour-dimmed" : "";
    return (
      <g key={id} className={`map-tour${state}`} data-viagem={id}>
        <path className="map-tour-casing" d={d} />
        <path className="map-tour-line" d={d} strokeDasharray={look.traco || undefined} style={{ stroke: tourColor(look) }} />
        <path className="map-tour-stops" d={stops} style={{ stroke: tourColor(look) }} />
      </g>
    );
  });
});
