import type { FeatureCollection } from "geojson";
import { Map as GlMap, setWorkerUrl } from "maplibre-gl";
import type { GeoJSONSource } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { geoCamera } from "../../../core/camera.ts";
import { AUSENCIAS } from "../../../core/classes.ts";
import type { MapLayer } from "../../../core/map-layer.ts";
import { markAfterPaint } from "../after-paint.ts";
import type { MapModel } from "../map-model.ts";
import type { Viewport } from "../viewport.ts";
import { loadMesh } from "./gl-data.ts";
import type { GlMesh } from "./gl-data.ts";
import { setPatterns } from "./gl-patterns.ts";
import { AREAS, CLASS_LAYERS, glStyle, layers, POINTS } from "./gl-style.ts";
import type { AreaState } from "./gl-style.ts";
import { onThemeChange, readColors, readInks } from "./gl-theme.ts";

export interface GlDrawing {
  readonly paint: (layer: MapLayer, foraDoFiltro: ReadonlySet<number>) => void;
  readonly outline: (codigos: { readonly selecionado: number | null; readonly destacado: number | null }) => void;
  /** Takes the picture off the page; the map itself is kept for the next page. */
  readonly close: () => void;
}

interface GlDrawingOptions {
  readonly host: HTMLElement;
  readonly topologyUrl: string;
  readonly model: MapModel;
  readonly viewport: Viewport;
  readonly signal: AbortSignal;
  /** The first complete picture is on screen. */
  readonly onReady: () => void;
  /** The browser took the WebGL context away. */
  readonly onLost: () => void;
}

/** The one MapLibre map of the page's life, moved from page to page. */
interface LiveMap {
  readonly topologyUrl: string;
  readonly map: GlMap;
  readonly element: HTMLElement;
  readonly mesh: GlMesh;
  /** Settles when the style and its data are drawn; rejects with the map's error. */
  readonly ready: Promise<void>;
  inUse: boolean;
}

let live: LiveMap | null = null;

setWorkerUrl(new URL(workerUrl, location.href).href);

/**
 * Puts the WebGL picture in `host`. It takes no pointer: gestures and hits are
 * the SVG's, and every camera comes from the viewport. Null when another map on
 * the page has it, or when `signal` aborts.
 * @throws Error when the mesh cannot be had or the browser gives no context.
 */
export async function openGlDrawing(options: GlDrawingOptions): Promise<GlDrawing | null> {
  const { host, topologyUrl, model, viewport, signal, onReady, onLost } = options;
  if (live?.inUse) return null;
  if (live && live.topologyUrl !== topologyUrl) discard();
  const mesh = live?.mesh ?? (await loadMesh(topologyUrl, signal));
  if (signal.aborted || live?.inUse) return null;
  const current = live ?? createLive(host, topologyUrl, mesh, model, viewport);
  live = current;
  current.inUse = true;
  const { map, element, ready } = current;
  if (element.parentElement !== host) host.append(element);

  const follow = (): void => {
    const { width, height } = viewport.box();
    if (width === 0 || height === 0) return;
    const canvas = map.getCanvas();
    if (canvas.clientWidth !== width || canvas.clientHeight !== height) map.resize();
    const { lon, lat, zoom } = geoCamera(viewport.camera(), viewport.frame, viewport.box(), mesh.bounds);
    map.jumpTo({ center: [lon, lat], zoom });
  };
  const lost = (): void => {
    close();
    discard();
    onLost();
  };
  let shown: MapLayer | null = null;
  const recolour = (what: "classes" | "everything"): void => {
    if (!shown) return;
    const colors = readColors(host, shown.classes.length);
    for (const spec of layers(colors)) {
      if (!("paint" in spec) || (what === "classes" && !CLASS_LAYERS.includes(spec.id))) continue;
      for (const [name, value] of Object.entries(spec.paint ?? {}))
        if (name.endsWith("-color")) map.setPaintProperty(spec.id, name as "fill-color", value as string, { validate: false });
    }
    if (what === "everything") setPatterns(map, readInks(host));
  };
  const stopTheme = onThemeChange(() => {
    recolour("everything");
  });
  const stopViewport = viewport.subscribe(follow);
  map.on("webglcontextlost", lost);

  let isClosed = false;
  function close(): void {
    if (isClosed) return;
    isClosed = true;
    stopTheme();
    stopViewport();
    signal.removeEventListener("abort", close);
    map.off("webglcontextlost", lost);
    element.remove();
    current.inUse = false;
  }
  signal.addEventListener("abort", close);

  follow();
  try {
    await ready;
  } catch (error) {
    close();
    discard();
    throw error;
  }
  if (isClosed) return null;
  await map.getSource<GeoJSONSource>(POINTS)?.setData(pointsOf(model));
  if (isClosed) return null;
  const areas = new Set(mesh.areas.features.map((f) => Number(f.id)));
  const target = (codigo: number): { source: string; id: number } => ({
    source: areas.has(codigo) ? AREAS : POINTS,
    id: codigo,
  });
  const painted = new Map<number, string>();
  const outlined = { selecionado: null as number | null, destacado: null as number | null };
  map.removeFeatureState({ source: AREAS });
  map.removeFeatureState({ source: POINTS });
  void map.once("idle", () => {
    if (isClosed) return;
    markAfterPaint("mirante:map");
    onReady();
  });
  return {
    paint: (layer, foraDoFiltro) => {
      if (isClosed) return;
      if (shown?.ramp !== layer.ramp || shown.classes.length !== layer.classes.length) {
        // The theme may have changed while the map was on no page.
        const what = shown === null ? "everything" : "classes";
        shown = layer;
        recolour(what);
      }
      shown = layer;
      for (const { codigo } of model.municipios) {
        const state = stateOf(layer, foraDoFiltro, codigo);
        const key = `${state.classe}/${state.ausencia}/${state.fora}/${state.incerta}`;
        if (painted.get(codigo) === key) continue;
        painted.set(codigo, key);
        map.setFeatureState(target(codigo), state);
      }
      map.triggerRepaint();
    },
    outline: (codigos) => {
      if (isClosed) return;
      for (const name of ["selecionado", "destacado"] as const) {
        const before = outlined[name];
        const now = codigos[name];
        if (before === now) continue;
        if (before !== null) map.setFeatureState(target(before), { [name]: false });
        if (now !== null) map.setFeatureState(target(now), { [name]: true });
        outlined[name] = now;
      }
    },
    close,
  };
}

function stateOf(layer: MapLayer, foraDoFiltro: ReadonlySet<number>, codigo: number): AreaState {
  const classe = layer.classe.get(codigo) ?? -1;
  const ausencia = classe < 0 ? AUSENCIAS.indexOf(layer.ausencia.get(codigo) ?? "sem-dado") : -1;
  const incerta = classe >= 0 && layer.incertas?.has(codigo) === true;
  return { classe, ausencia, fora: foraDoFiltro.has(codigo), incerta };
}

function createLive(
  host: HTMLElement,
  topologyUrl: string,
  mesh: GlMesh,
  model: MapModel,
  viewport: Viewport,
): LiveMap {
  const element = document.createElement("div");
  element.className = "map-gl-canvas";
  host.append(element);
  const { lon, lat, zoom } = geoCamera(viewport.camera(), viewport.frame, viewport.box(), mesh.bounds);
  const map = new GlMap({
    container: element,
    style: glStyle({ areas: mesh.areas, regions: mesh.regions, points: pointsOf(model) }, readColors(host, 0)),
    center: [lon, lat],
    zoom,
    interactive: false,
    trackResize: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    pixelRatio: Math.min(devicePixelRatio, 2),
  });
  setPatterns(map, readInks(host));
  const ready = new Promise<void>((resolve, reject) => {
    void map.once("load", () => {
      resolve();
    });
    void map.once("error", ({ error }) => {
      reject(new Error(error.message, { cause: error }));
    });
  });
  return { topologyUrl, map, element, mesh, ready, inUse: false };
}

/** Seats of the municipalities without a polygon. */
function pointsOf(model: MapModel): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: model.semPoligono.flatMap((i) => {
      const municipio = model.municipios[i];
      if (!municipio?.sede) return [];
      const coordinates = [municipio.sede.lon, municipio.sede.lat];
      return [{ type: "Feature", id: municipio.codigo, properties: null, geometry: { type: "Point", coordinates } }];
    }),
  };
}

function discard(): void {
  live?.map.remove();
  live?.element.remove();
  live = null;
}
