import { useEffect, useRef, useState } from "react";
import type { RefObject } from "react";
import type { MapLayer } from "../../core/map-layer.ts";
import { afterPaint } from "./after-paint.ts";
import { chooseDrawing } from "./choose-drawing.ts";
import type { MapModel } from "./map-model.ts";
import type { Viewport } from "./viewport.ts";
import type { GlDrawing } from "./webgl/gl-drawing.ts";

interface GlDrawingInput {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly topologyUrl: string;
  readonly model: MapModel;
  readonly viewport: Viewport;
  readonly layer: MapLayer;
  readonly foraDoFiltro: ReadonlySet<number>;
  readonly selecionado: number | null;
  readonly destacado: number | null;
}

export interface GlState {
  /** The WebGL picture is on screen and the SVG one is transparent. */
  readonly isOn: boolean;
  /** What to tell the reader when WebGL was wanted and is not there. */
  readonly nota: string | null;
}

const OFF: GlState = { isOn: false, nota: null };

function notLoaded(error: unknown): GlState {
  return {
    isOn: false,
    nota: `O desenho acelerado do mapa não pôde ser carregado; este é o desenho simples, com as mesmas funções. Motivo: ${String(error)}`,
  };
}

const LOST: GlState = {
  isOn: false,
  nota: "O desenho acelerado do mapa parou; este é o desenho simples, com as mesmas funções.",
};

/**
 * Draws the map in WebGL where the machine has a GPU, once the SVG one is on
 * screen. The SVG picture stays until the first WebGL frame is complete, and
 * comes back when the context is lost.
 */
export function useGlDrawing(input: GlDrawingInput): GlState {
  const { host, topologyUrl, model, viewport, layer, foraDoFiltro, selecionado, destacado } = input;
  const [state, setState] = useState<GlState>(OFF);
  const drawing = useRef<GlDrawing | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const abort = new AbortController();
    const start = async (): Promise<void> => {
      const { openGlDrawing } = await import("./webgl/gl-drawing.ts");
      if (abort.signal.aborted) return;
      const opened = await openGlDrawing({
        host: element,
        topologyUrl,
        model,
        viewport,
        signal: abort.signal,
        onReady: () => {
          setState({ isOn: true, nota: null });
        },
        onLost: () => {
          setState(LOST);
        },
      });
      if (!opened) return;
      drawing.current = opened;
      opened.paint(latest.current.layer, latest.current.foraDoFiltro);
      opened.outline(latest.current);
    };
    // Asking for a WebGL context takes tens of milliseconds: not before the first picture.
    const cancel = afterPaint(() => {
      if (chooseDrawing() !== "webgl") return;
      start().catch((error: unknown) => {
        performance.mark("mirante:map-failed");
        if (!abort.signal.aborted) setState(notLoaded(error));
      });
    });
    return () => {
      cancel();
      abort.abort();
      drawing.current?.close();
      drawing.current = null;
      setState(OFF);
    };
  }, [host, topologyUrl, model, viewport]);

  useEffect(() => {
    drawing.current?.paint(layer, foraDoFiltro);
  }, [layer, foraDoFiltro]);
  useEffect(() => {
    drawing.current?.outline({ selecionado, destacado });
  }, [selecionado, destacado]);
  return state;
}
