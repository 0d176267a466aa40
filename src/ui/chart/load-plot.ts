import type { PlotModule } from "./props.ts";

let loading: Promise<PlotModule> | null = null;

/** The plotting library, fetched once; a failed fetch is forgotten, so that the next call tries again. */
export function loadPlot(): Promise<PlotModule> {
  loading ??= import("./plot-parts.ts").catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}
