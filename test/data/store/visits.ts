import { csvText } from "../csv-text.ts";
import { vi } from "vitest";
import { openStore } from "../../../src/data/store/open-store.ts";
import type { LocalStore, StoreOptions } from "../../../src/data/store/store.ts";

export const ESCOPO = "XX /";

/** Stores the test under way has opened. */
export const opened: LocalStore[] = [];

/** Opens the page. */
export async function visit(options: Partial<StoreOptions> = {}): Promise<LocalStore> {
  const store = await openStore({ escopo: ESCOPO, ...options });
  opened.push(store);
  return store;
}

/** Closes the page and opens it again. */
export async function reload(store: LocalStore): Promise<LocalStore> {
  store.close();
  return visit();
}

export function closeAll(): void {
  for (const store of opened.splice(0)) store.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
}

export const texts = csvText;

export const ids = async (store: LocalStore): Promise<string[]> => (await store.list()).map(({ id }) => id);
