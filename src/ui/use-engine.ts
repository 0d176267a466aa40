import { useSyncExternalStore } from "react";
import type { EnginePhase, Session } from "../data/session/session.ts";

/** Where the engine stands, re-rendering as it changes. */
export function useEngine(session: Session): EnginePhase {
  return useSyncExternalStore(session.subscribe, session.phase);
}

/** Version of the loaded data, re-rendering when an extract is replaced. */
export function useDataVersion(session: Session): number {
  return useSyncExternalStore(session.subscribe, session.version);
}
