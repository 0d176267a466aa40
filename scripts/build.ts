import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { precompress } from "./engine/compress.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = join(ROOT, "dist", ".inputs");
const INPUTS = ["src", "data", "public", "scripts", "vite.config.ts", "package-lock.json"];

/** Hash of everything the build reads, so that an unchanged tree is not built again. */
function hashInputs(): string {
  const hash = createHash("sha256").update(process.env.MOTOR ?? "");
  const visit = (path: string): void => {
    if (relative(ROOT, path).startsWith(join("public", "dados"))) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
      return;
    }
    hash.update(relative(ROOT, path)).update(readFileSync(path));
  };
  for (const input of INPUTS) if (existsSync(join(ROOT, input))) visit(join(ROOT, input));
  return hash.digest("hex");
}

function runStep(script: string): void {
  const { status } = spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "scripts", script)], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

const inputs = hashInputs();
const isFresh = existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs;
if (process.argv.includes("--if-stale") && isFresh) {
  console.log("The built app is up to date.");
  // Picks up what was compressed harder since; does nothing else.
  await precompress(join(ROOT, "dist"), { best: false });
} else {
  runStep("build-extracts.ts");
  runStep("engine/strip-exports.ts");
  await build({ root: join(ROOT, "src"), configFile: join(ROOT, "vite.config.ts"), logLevel: "warn" });
  await precompress(join(ROOT, "dist"), { best: process.argv.includes("--best") });
  writeFileSync(STAMP, inputs);
}
