import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const INPUTS = ["src", "data", "public", "scripts", "vite.config.ts", "package-lock.json"];

/** Written by the builds themselves, from the inputs. */
const MADE = new Set([join("public", "dados"), join("public", "publico"), join("public", "publico.stamp")]);

/** Hash of everything that either build reads, so that an unchanged tree is not built again. */
export function hashInputs(): string {
  const hash = createHash("sha256").update(process.env.MOTOR ?? "");
  const visit = (path: string): void => {
    if (MADE.has(relative(ROOT, path))) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
      return;
    }
    hash.update(relative(ROOT, path)).update(readFileSync(path));
  };
  for (const input of INPUTS) if (existsSync(join(ROOT, input))) visit(join(ROOT, input));
  return hash.digest("hex");
}
