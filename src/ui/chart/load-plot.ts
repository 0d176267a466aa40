import type { PlotModule } from "./props.ts";

/** Loads once and shares the promise; a failure is forgotten, so that the next call tries again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | null = null;
  return () => {
    pending ??= load().catch((error: unknown) => {
      pending = null;
      throw error;
    });
    return pending;
  };
}

/** The plotting library, in a chunk of its own. */
export const loadPlot: () => Promise<PlotModule> = once(() => import("./plot-parts.ts"));
