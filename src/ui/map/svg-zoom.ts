import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { MAX_ZOOM } from "../../core/camera.ts";
import type { Viewport } from "./viewport.ts";

/** Mouse wheels send steps of about 100, trackpad pinches small ones with Ctrl held. */
const PINCH_STEP = 50;

/**
 * Drag, pinch and wheel on the map. The page keeps scrolling under it: the wheel
 * zooms only with Ctrl or ⌘ or when the map has the focus, and one finger alone
 * scrolls the page.
 * @returns what takes the gestures away.
 */
export function attachZoom(svg: SVGSVGElement, viewport: Viewport, hasFocus: () => boolean): () => void {
  const { width, height, margin } = viewport.frame;
  const extent: [[number, number], [number, number]] = [
    [-margin, -margin],
    [width + margin, height + margin],
  ];
  const behaviour = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, MAX_ZOOM])
    .extent(extent)
    .translateExtent(extent)
    .clickDistance(4)
    .filter((event: Event) => {
      if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || hasFocus();
      if ("touches" in event) return (event as TouchEvent).touches.length > 1;
      return event.type === "mousedown" && event instanceof MouseEvent && event.button === 0 && !event.ctrlKey;
    })
    .wheelDelta((event) => {
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : 0.002;
      const isPinch = event.ctrlKey && Math.abs(event.deltaY) < PINCH_STEP;
      return -event.deltaY * lines * (isPinch ? 10 : 1);
    })
    .on("zoom", (event: { transform: { k: number; x: number; y: number } }) => {
      const { k, x, y } = event.transform;
      viewport.publish({ k, x, y });
    });
  const target = select(svg);
  const move = ({ k, x, y }: { readonly k: number; readonly x: number; readonly y: number }): void => {
    behaviour.transform(target, zoomIdentity.translate(x, y).scale(k));
  };
  target.call(behaviour);
  move(viewport.camera());
  viewport.setDriver(move);
  return () => {
    viewport.setDriver(null);
    target.on(".zoom", null);
  };
}
