import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Absolute path of a file of the optional reading material that may stand beside
 * the repository, or null where it is absent. Tests that need it use
 * `it.skipIf(path === null)`.
 */
export function sharedPath(relative: string): string | null {
  const path = fileURLToPath(new URL(`../../shared/${relative}`, import.meta.url));
  return existsSync(path) ? path : null;
}
