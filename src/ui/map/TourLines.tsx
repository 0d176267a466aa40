import { memo, useMemo } from "react";
import { fitScale } from "../../core/camera.ts";
import type { Box, Camera, Frame } from "../../core/camera.ts";
import type { MapModel } from "./map-model.ts";
import { useGrowing } from "../use-growing.ts";
import { arrowPath, ORDINAL, placesIn, tourColor, tourLook, tourPath, tourStops } from "./tours.ts";
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

const BASE = 12;
/** Tours, and marks of each kind, drawn in the first turn of the page's thread and in each of the next. */
const PRIMEIROS = 100;
const A_CADA_VEZ = 50;

/**
 * Tours over the map, in screen pixels like its names: one drawing, the same over the
 * SVG picture and over the WebGL one, which share the camera. It takes no pointer.
 */
export function TourLines({ tours, marks, model, camera, frame, box }: TourLinesProps) {
  const { ordinais, setas, bases } = marks;
  const drawn = useGrowing(Math.max(tours.viagens.length, ordinais.length, setas.length), PRIMEIROS, A_CADA_VEZ);
  if (box.width === 0) return null;
  const fit = fitScale(frame, box);
  const x = (box.width - fit * frame.width) / 2 + fit * camera.x;
  const y = (box.height - fit * frame.height) / 2 + fit * camera.y;
  const hasChoice = tours.viagens.some(({ id }) => id === tours.selecionada);
  const state = (isChosen: boolean): string => (isChosen ? " map-tour-chosen" : hasChoice ? " map-tour-dimmed" : "");
  return (
    <svg className="map-tours" width={box.width} height={box.height} aria-hidden="true" focusable="false">
      <g transform={`translate(${x} ${y}) scale(${fit * camera.k})`}>
        <Lines tours={tours} model={model} drawn={drawn} />
      </g>
      {bases.map((p) => (
        <rect key={`${p.x} ${p.y}`} className="map-tour-base" x={p.x - BASE / 2} y={p.y - BASE / 2} width={BASE} height={BASE} />
      ))}
      {setas.slice(0, drawn).map((seta, i) => (
        <path
          key={i}
          className={`map-tour-arrow${state(seta.isChosen)}`}
          d={arrowPath(seta)}
          style={{ fill: tourColor(tourLook(seta.grupo)) }}
        />
      ))}
      {ordinais.slice(0, drawn).map(({ codigo, texto, x: cx, y: cy, grupo, isChosen }, i) => (
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

interface LinesProps extends Pick<TourLinesProps, "tours" | "model"> {
  /** How many of them, from the first; the chosen one always. */
  readonly drawn: number;
}

/** The lines themselves, which the camera moves without rendering again; the chosen one on top. */
const Lines = memo(function Lines({ tours, model, drawn }: LinesProps) {
  const lines = useMemo(() => {
    const placeOf = placesIn(model);
    return tours.viagens.map((viagem) => ({ ...viagem, d: tourPath(viagem, placeOf), stops: tourStops(viagem, placeOf) }));
  }, [tours.viagens, model]);
  const { selecionada } = tours;
  const dimmed = lines.some(({ id }) => id === selecionada);
  const inOrder = dimmed ? lines.toSorted((a, b) => Number(a.id === selecionada) - Number(b.id === selecionada)) : lines;
  return inOrder.filter(({ id }, i) => i < drawn || id === selecionada).map(({ id, grupo, d, stops }) => {
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
