import type { Map as GlMap } from "maplibre-gl";
import { AUSENCIAS } from "../../../core/classes.ts";
import { ABSENCE_PATTERNS, UNCERTAIN_HATCH } from "../absence-patterns.ts";
import { HATCH, patternName } from "./gl-style.ts";

export interface PatternInks {
  readonly ground: string;
  readonly forte: string;
  readonly suave: string;
  /** Of the hatch over an uncertain class. */
  readonly incerta: string;
}

const RATIO = 2;

/** Draws the patterns in the theme's inks and gives them to the map, replacing older ones. */
export function setPatterns(map: GlMap, inks: PatternInks): void {
  AUSENCIAS.forEach((ausencia, i) => {
    const { ink, ...tile } = ABSENCE_PATTERNS[ausencia];
    setPattern(map, patternName(i), tile, inks[ink], inks.ground);
  });
  setPattern(map, HATCH, UNCERTAIN_HATCH, inks.incerta, null);
}

interface Tile {
  readonly size: number;
  readonly d: string;
  readonly strokeWidth: number;
}

/** @param ground null leaves what is below to be seen. */
function setPattern(map: GlMap, name: string, { size, d, strokeWidth }: Tile, ink: string, ground: string | null): void {
  const canvas = document.createElement("canvas");
  canvas.width = size * RATIO;
  canvas.height = size * RATIO;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no 2d canvas to draw the map's patterns on");
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.scale(RATIO, RATIO);
  context.lineCap = "round";
  context.lineWidth = strokeWidth;
  context.strokeStyle = ink;
  context.stroke(new Path2D(d));
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  if (map.hasImage(name)) map.updateImage(name, image);
  else map.addImage(name, image, { pixelRatio: RATIO });
}
