// Plain Node, no dependencies: runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const MINIMUM = [20, 19];

/** Stops with one sentence when this Node.js is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1])) return;
  console.error(`Mirante SUAS needs Node.js ${MINIMUM.join(".")} or newer; this is ${process.versions.node}. Install it from https://nodejs.org and try again.`);
  process.exit(1);
}

/** Installs the exact versions of the lock file, only when they are not there yet. */
export function ensureInstalled() {
  const lock = createHash("sha256").update(readFileSync(join(root, "package-lock.json"))).digest("hex");
  const stamp = join(root, "node_modules", ".mirante-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing dependencies (npm ci)…");
  // The first line of defence is the lock file; the second, no install scripts.
  const result = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    console.error("npm ci failed: check the network or the registry address and run the command again.");
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, lock);
}

/** Runs a TypeScript script of this folder in a child process; returns its exit code. */
export function runScript(script, args = [], options = {}) {
  const result = spawnSync(process.execPath, ["--import", "tsx", join(root, "scripts", script), ...args], {
    cwd: root,
    stdio: "inherit",
    ...options,
  });
  return result.status ?? 1;
}
