import type { Session } from "../../data/session/session.ts";
import type { LocalStore } from "../../data/store/store.ts";

const stores = new WeakMap<Session, LocalStore>();

/** Tells the page what this browser keeps for a session. */
export function provideStore(session: Session, store: LocalStore): void {
  stores.set(session, store);
}

/** What this browser keeps; null where it was not opened. */
export function storeOf(session: Session): LocalStore | null {
  return stores.get(session) ?? null;
}
