import { ZOOM_STEP } from "./map-keys.ts";
import type { Viewport } from "./viewport.ts";

/** Zoom in, zoom out, see all. */
export function MapControls({ viewport, isHome }: { readonly viewport: Viewport; readonly isHome: boolean }) {
  return (
    <div className="map-controls" role="group" aria-label="Aproximação do mapa">
      <button type="button" aria-label="Aproximar" onClick={() => { viewport.zoomBy(ZOOM_STEP); }}>
        +
      </button>
      <button type="button" aria-label="Afastar" aria-disabled={isHome} onClick={() => { viewport.zoomBy(1 / ZOOM_STEP); }}>
        −
      </button>
      {isHome ? null : (
        <button type="button" className="map-controls-all" onClick={() => { viewport.reset(); }}>
          Ver tudo
        </button>
      )}
    </div>
  );
}
