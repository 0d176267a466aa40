import { useCallback, useEffect, useState } from "react";
import { loadPlot } from "./load-plot.ts";
import type { PlotModule } from "./props.ts";

export type PlotState =
  | { readonly phase: "loading" }
  | { readonly phase: "ready"; readonly plot: PlotModule }
  | { readonly phase: "failed"; readonly detail: string; readonly retry: () => void };

/** The plotting library as it arrives, with a retry when it does not. */
export function usePlot(): PlotState {
  const [plot, setPlot] = useState<PlotModule | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    loadPlot().then(
      (module) => {
        if (isCurrent) setPlot(module);
      },
      (error: unknown) => {
        if (isCurrent) setFailure(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [attempt]);
  const retry = useCallback(() => {
    setFailure(null);
    setAttempt((n) => n + 1);
  }, []);
  if (plot !== null) return { phase: "ready", plot };
  return failure === null ? { phase: "loading" } : { phase: "failed", detail: failure, retry };
}
