import type { Ponto } from "./neighbour.ts";

/** What the drawing measures, in its own units, and the empty room kept around it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** The map's place on the page, in px. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Where one looks: a point `p` of the drawing shows at `k·p + (x, y)` of the frame. */
export interface Camera {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const HOME: Camera = { k: 1, x: 0, y: 0 };
export const MAX_ZOOM = 12;

/** Share of the frame, at each side, that counts as "too near the edge" to be read. */
const EDGE = 0.08;

/** Keeps the zoom within limits and the frame full of drawing. */
export function clampCamera(camera: Camera, frame: Frame): Camera {
  const k = Math.min(Math.max(camera.k, 1), MAX_ZOOM);
  const limit = (value: number, side: number): number =>
    Math.min(Math.max(value, (side + frame.margin) * (1 - k)), frame.margin * (k - 1));
  return { k, x: limit(camera.x, frame.width), y: limit(camera.y, frame.height) };
}

/** Zooms by a factor, keeping the middle of the frame in its place. */
export function zoomBy(camera: Camera, factor: number, frame: Frame): Camera {
  const k = Math.min(Math.max(camera.k * factor, 1), MAX_ZOOM);
  const ratio = k / camera.k;
  const cx = frame.width / 2;
  const cy = frame.height / 2;
  return clampCamera({ k, x: cx - (cx - camera.x) * ratio, y: cy - (cy - camera.y) * ratio }, frame);
}

/** The same camera when the point is well in sight, else one centred on it. */
export function reveal(camera: Camera, ponto: Ponto, frame: Frame): Camera {
  const x = (camera.k * ponto.x + camera.x) / frame.width;
  const y = (camera.k * ponto.y + camera.y) / frame.height;
  const inSight = x > EDGE && x < 1 - EDGE && y > EDGE && y < 1 - EDGE;
  if (inSight || camera.k === 1) return camera;
  return clampCamera(
    { k: camera.k, x: frame.width / 2 - camera.k * ponto.x, y: frame.height / 2 - camera.k * ponto.y },
    frame,
  );
}

/** px per drawing unit at zoom 1, with the frame and its margin fitted in the box. */
export function fitScale(frame: Frame, box: Box): number {
  return Math.min(
    box.width / (frame.width + 2 * frame.margin),
    box.height / (frame.height + 2 * frame.margin),
  );
}

/** Where a point of the drawing shows, in px from the box's top left corner. */
export function toScreen(ponto: Ponto, camera: Camera, frame: Frame, box: Box): Ponto {
  const fit = fitScale(frame, box);
  return {
    x: (box.width - fit * frame.width) / 2 + fit * (camera.k * ponto.x + camera.x),
    y: (box.height - fit * frame.height) / 2 + fit * (camera.k * ponto.y + camera.y),
  };
}

/** Extent of the drawing in degrees. */
export interface GeoBounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface GeoCamera {
  readonly lon: number;
  readonly lat: number;
  /** Web-map zoom level, with a world 512 px wide at level 0. */
  readonly zoom: number;
}

const WORLD_PX = 512;

/** The web-map camera that shows exactly what `camera` shows of a web-mercator drawing. */
export function geoCamera(camera: Camera, frame: Frame, box: Box, bounds: GeoBounds): GeoCamera {
  const north = mercator(bounds.north);
  const unitsPerDegree =
    Math.max(frame.width, frame.height) / Math.max(bounds.east - bounds.west, north - mercator(bounds.south));
  const cx = (frame.width / 2 - camera.x) / camera.k;
  const cy = (frame.height / 2 - camera.y) / camera.k;
  const pxPerDegree = fitScale(frame, box) * camera.k * unitsPerDegree;
  return {
    lon: bounds.west + cx / unitsPerDegree,
    lat: unmercator(north - cy / unitsPerDegree),
    zoom: Math.log2((pxPerDegree * 360) / WORLD_PX),
  };
}

/** Web-mercator ordinate of a latitude, in degrees of the equator. */
export function mercator(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}

function unmercator(y: number): number {
  return (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;
}
