import { clampCamera, HOME, reveal, zoomBy } from "../../core/camera.ts";
import type { Box, Camera, Frame } from "../../core/camera.ts";
import type { Ponto } from "../../core/neighbour.ts";

/** Room kept around the drawing, in its units, so that outlines are not cut. */
const MARGIN = 24;

/** What one looks at, shared by both drawings, the labels and the card. */
export interface Viewport {
  readonly frame: Frame;
  readonly camera: () => Camera;
  readonly box: () => Box;
  readonly subscribe: (listener: () => void) => () => void;
  readonly setBox: (box: Box) => void;
  /** Says where one looks now; gestures call it. */
  readonly publish: (camera: Camera) => void;
  /** Sends every programmatic move through the gestures' owner, which publishes it. */
  readonly setDriver: (driver: ((camera: Camera) => void) | null) => void;
  readonly zoomBy: (factor: number) => void;
  readonly reset: () => void;
  readonly reveal: (ponto: Ponto) => void;
}

export function createViewport(drawing: { readonly width: number; readonly height: number }): Viewport {
  const frame: Frame = { width: drawing.width, height: drawing.height, margin: MARGIN };
  const listeners = new Set<() => void>();
  let camera = HOME;
  let box: Box = { width: 0, height: 0 };
  let driver: ((camera: Camera) => void) | null = null;
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  const publish = (next: Camera): void => {
    if (next.k === camera.k && next.x === camera.x && next.y === camera.y) return;
    camera = next;
    notify();
  };
  const moveTo = (next: Camera): void => {
    if (driver) driver(next);
    else publish(next);
  };
  return {
    frame,
    camera: () => camera,
    box: () => box,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setBox: (next) => {
      if (next.width === box.width && next.height === box.height) return;
      box = next;
      notify();
    },
    publish,
    setDriver: (next) => {
      driver = next;
    },
    zoomBy: (factor) => {
      moveTo(zoomBy(camera, factor, frame));
    },
    reset: () => {
      moveTo(clampCamera(HOME, frame));
    },
    reveal: (ponto) => {
      const next = reveal(camera, ponto, frame);
      if (next !== camera) moveTo(next);
    },
  };
}
