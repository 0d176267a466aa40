import { formatBytes, formatMeasure } from "../../core/format.ts";
import { type Database, SETTING } from "./schema.ts";
import type { StoreSpace } from "./store.ts";

/** True for the browser's "no more room", whichever request or transaction it came from. */
export function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError";
}

/** What the browser estimates; every part it does not tell is null. Never rejects. */
export async function readSpace(storage: StorageManager | null): Promise<StoreSpace> {
  if (storage === null) return { usado: null, disponivel: null, persistente: null };
  const estimate = await storage.estimate().catch((): StorageEstimate => ({}));
  const persistente = await storage.persisted().catch(() => null);
  const { usage, quota } = estimate;
  return {
    usado: usage ?? null,
    disponivel: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)),
    persistente,
  };
}

/** "Guardados 12 MB neste navegador; cabem mais 2 GB." with what is known. */
export function spaceInWords({ usado, disponivel, persistente }: StoreSpace): string {
  const used = usado === null ? "O navegador não diz quanto está guardado" : `Guardados ${size(usado)} neste navegador`;
  const free = disponivel === null ? "" : `; cabem mais ${size(disponivel)}`;
  const kept =
    persistente === false ? " O navegador pode apagá-los sozinho quando o computador ficar sem espaço." : "";
  return `${used}${free}.${kept}`;
}

const size = (bytes: number): string => (bytes < 1e9 ? formatBytes(bytes) : formatMeasure(bytes / 1e9, 1, "GB"));

/**
 * Asks the browser not to clear the data by itself. Firefox asks the user, so it
 * is done once in the life of the store, after something was kept. True when the
 * answer came now.
 */
export async function askPersistence(db: Database, storage: StorageManager | null): Promise<boolean> {
  if (storage === null || (await db.get("ajustes", SETTING.persistencia)) === true) return false;
  await db.put("ajustes", true, SETTING.persistencia);
  if (await storage.persisted()) return false;
  await storage.persist();
  return true;
}
