import type { Session } from "../data/session/session.ts";
import type { Snapshot } from "../data/snapshot/snapshot.ts";

/** What every page gets from the shell. State comes from the URL and goes back to it. */
export interface ViewProps<E> {
  readonly estado: E;
  /** Merges a change into the URL; `replace` adds no history entry (typing, dragging). */
  readonly mudar: (mudanca: Partial<E>, opcoes?: { readonly replace?: boolean }) => void;
  readonly snapshot: Snapshot;
  readonly session: Session;
  /** Address of the map's geometry for the WebGL drawing. */
  readonly topologyUrl: string;
  /** Address of the reference list of the country's municipalities, for reading files. */
  readonly lugaresUrl: string;
}
