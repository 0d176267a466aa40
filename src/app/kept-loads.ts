import type { Session } from "../data/session/session.ts";
import type { Snapshot } from "../data/snapshot/snapshot.ts";

let start: (() => Promise<void>) | null = null;
let opening: Promise<void> | null = null;
let settle: () => void = () => undefined;
const settled = new Promise<void>((resolve) => {
  settle = resolve;
});

/** Says whose kept data `openKeptLoads` opens. Fetches nothing. */
export function prepareKeptLoads(session: Session, snapshot: Snapshot): void {
  start = async () => {
    try {
      const { putKeptToUse } = await import("../views/dados/guardados-em-uso.ts");
      const { carregados } = await putKeptToUse(session, snapshot, `${snapshot.territorio.uf} ${location.pathname}`);
      carregados.then(settle, (error: unknown) => {
        console.error("what this browser keeps could not be put to use", error);
        settle();
      });
    } catch (error) {
      console.error("what this browser keeps could not be opened", error);
      settle();
    }
  };
}

/**
 * Opens what this browser keeps for this installation and starts putting it to use,
 * once a page life. Never rejects: without it the app answers from the bundled data,
 * and `#/dados` says that nothing is kept.
 */
export function openKeptLoads(): Promise<void> {
  opening ??= start?.() ?? Promise.resolve();
  return opening;
}

/** Settles when what is kept is in use, or cannot be: until then the data in use are not yet the reader's. */
export function afterKeptLoads(): Promise<void> {
  return settled;
}
