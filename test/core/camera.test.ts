import { describe, expect, it } from "vitest";
import { clampCamera, fitScale, geoCamera, HOME, MAX_ZOOM, reveal, toScreen, zoomBy } from "../../src/core/camera.ts";

const frame = { width: 2000, height: 1000, margin: 0 };
const box = { width: 1000, height: 800 };

describe("toScreen", () => {
  it("fits the frame in the box and centres it", () => {
    expect(fitScale(frame, box)).toBe(0.5);
    expect(toScreen({ x: 0, y: 0 }, HOME, frame, box)).toEqual({ x: 0, y: 150 });
    expect(toScreen({ x: 2000, y: 1000 }, HOME, frame, box)).toEqual({ x: 1000, y: 650 });
  });

  it("keeps the margin around the drawing", () => {
    const comMargem = { width: 960, height: 760, margin: 20 };
    expect(toScreen({ x: 0, y: 0 }, HOME, comMargem, box)).toEqual({ x: 20, y: 20 });
  });
});

describe("zoomBy", () => {
  it("keeps the middle of the frame in its place", () => {
    const meio = { x: 1000, y: 500 };
    const antes = toScreen(meio, HOME, frame, box);
    expect(toScreen(meio, zoomBy(HOME, 3, frame), frame, box)).toEqual(antes);
  });

  it("goes back home when zooming out as much, and never beyond the limits", () => {
    expect(zoomBy(zoomBy(HOME, 4, frame), 1 / 4, frame)).toEqual(HOME);
    expect(zoomBy(HOME, 1000, frame).k).toBe(MAX_ZOOM);
    expect(zoomBy(HOME, 0.1, frame)).toEqual(HOME);
  });
});

describe("clampCamera", () => {
  it("never shows emptiness beside a zoomed drawing", () => {
    expect(clampCamera({ k: 2, x: 500, y: -5000 }, frame)).toEqual({ k: 2, x: 0, y: -1000 });
  });
});

describe("reveal", () => {
  it("leaves a camera that already shows the point, and centres one that does not", () => {
    const zoomed = { k: 4, x: 0, y: 0 };
    expect(reveal(zoomed, { x: 250, y: 125 }, frame)).toBe(zoomed);
    const moved = reveal(zoomed, { x: 1000, y: 500 }, frame);
    expect(toScreen({ x: 1000, y: 500 }, moved, frame, box)).toEqual({ x: 500, y: 400 });
  });
});

describe("geoCamera", () => {
  // 20° wide at the equator: 2000 units are 100 a degree; half a px a unit is 50 px a degree.
  const bounds = { west: -60, east: -40, south: -5, north: 4.9 };

  it("looks at the same middle with the same scale", () => {
    const { lon, zoom } = geoCamera(HOME, frame, box, bounds);
    expect(lon).toBeCloseTo(-50, 10);
    expect((512 * 2 ** zoom) / 360).toBeCloseTo(50, 10);
  });

  it("gains one level for each doubling", () => {
    const perto = geoCamera(zoomBy(HOME, 2, frame), frame, box, bounds);
    expect(perto.zoom - geoCamera(HOME, frame, box, bounds).zoom).toBeCloseTo(1, 10);
  });

  it("finds the latitude of the northern edge at the top of the frame", () => {
    const { lat } = geoCamera({ k: 2, x: 0, y: 500 }, frame, box, bounds);
    expect(lat).toBeCloseTo(4.9, 6);
  });
});
