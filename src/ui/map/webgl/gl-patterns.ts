import type { Map as GlMap } from "maplibre-gl";
import { AUSENCIAS } from "../../../core/classes.ts";
import { ABSENCE_PATTERNS } from "../absence-patterns.ts";
import { patternName } from "./gl-style.ts";

export interface PatternInks {
  readonly ground: string;
  readonly forte: string;
  readonly suave: string;
}

const RATIO = 2;

/** Draws the absence patterns in the theme's inks and gives them to the map, replacing older ones. */
export function setPatterns(map: GlMap, inks: PatternInks): void {
  AUSENCIAS.forEach((ausencia, i) => {
    const { size, d, strokeWidth, ink } = ABSENCE_PATTERNS[ausencia];
    const canvas = document.createElement("canvas");
    canvas.width = size * RATIO;
    canvas.height = size * RATIO;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no 2d canvas to draw the map's patterns on");
    context.fillStyle = inks.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(RATIO, RATIO);
    context.lineCap = "round";
    context.lineWidth = strokeWidth;
    context.strokeStyle = inks[ink];
    context.stroke(new Path2D(d));
    const image = context.getImageData(0, 0, canvas.width, canvas.height);
    if (map.hasImage(patternName(i))) map.updateImage(patternName(i), image);
    else map.addImage(patternName(i), image, { pixelRatio: RATIO });
  });
}
