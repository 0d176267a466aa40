import { createContext, useContext } from "react";
import type { Session } from "../data/session/session.ts";
import type { Snapshot } from "../data/snapshot/snapshot.ts";

/** What lives as long as the page: the first picture and the door to the engine. */
export interface AppContext {
  readonly snapshot: Snapshot;
  readonly session: Session;
  /** Address of the map's geometry for the WebGL drawing. */
  readonly topologyUrl: string;
  readonly lugaresUrl: string;
}

const Context = createContext<AppContext | null>(null);

export const AppContextProvider = Context.Provider;

/** @throws Error outside the provider: a programming mistake. */
export function useAppContext(): AppContext {
  const context = useContext(Context);
  if (context === null) throw new Error("useAppContext outside AppContextProvider");
  return context;
}
