import type { Session } from "../data/session/session.ts";
import { chooseDrawing } from "../ui/map/choose-drawing.ts";

/** Longest waits before the engine starts anyway, in ms: a page may have no map at all. */
const PAGE_PATIENCE_MS = 2_000;
const MAP_PATIENCE_MS = 4_000;

/**
 * Starts the engine after the page that answers is on screen and, where the map is
 * the WebGL one, after that too: they are small and wanted first, the engine is
 * large, wanted later, and would compete with them for the same few cores. A page
 * that asks the engine a question starts it at once.
 */
export function startEngineAfterLivePage(session: Session): void {
  session.subscribe(() => {
    if (session.phase().phase === "ready") mark("mirante:engine");
  });
  const start = (): void => {
    // The failure is shown by the shell through the session's phase.
    session.start().catch(() => undefined);
  };
  void afterLivePage()
    .then(() =>
      chooseDrawing() === "webgl" ? firstMark(["mirante:map", "mirante:map-failed"], MAP_PATIENCE_MS) : undefined,
    )
    .then(start);
}

/** Settles when a page that answers is on screen, or when it takes too long. */
export function afterLivePage(): Promise<void> {
  return firstMark(["mirante:live"], PAGE_PATIENCE_MS);
}

function mark(name: string): void {
  if (performance.getEntriesByName(name).length === 0) performance.mark(name);
}

/** Settles when the page sets one of the marks, or after the given patience. */
function firstMark(names: readonly string[], patienceMs: number): Promise<void> {
  if (names.some((name) => performance.getEntriesByName(name).length > 0)) return Promise.resolve();
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((entries) => {
      if (names.some((name) => entries.getEntriesByName(name).length > 0)) settle();
    });
    const timer = setTimeout(settle, patienceMs);
    function settle(): void {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    }
    observer.observe({ type: "mark", buffered: true });
  });
}
