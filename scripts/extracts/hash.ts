import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * SHA-256 over files and folders (walked in name order), names included, so that
 * the same inputs give the same hash on every machine.
 */
export function hashPaths(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  const visit = (relative: string): void => {
    const path = join(root, relative);
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(`${relative}/${name}`);
      return;
    }
    hash.update(relative).update("\0").update(readFileSync(path)).update("\0");
  };
  for (const path of [...paths].sort()) if (existsSync(join(root, path))) visit(path);
  return hash.digest("hex");
}
