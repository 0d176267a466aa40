import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { precompress } from "./engine/compress.mjs";
import { hashInputs } from "./inputs.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = join(ROOT, "dist", ".inputs");
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
  runStep("publico/make.ts");
  runStep("engine/strip-exports.ts");
  await build({ root: join(ROOT, "src"), configFile: join(ROOT, "vite.config.ts"), logLevel: "warn" });
  await precompress(join(ROOT, "dist"), { best: process.argv.includes("--best") });
  writeFileSync(STAMP, inputs);
}
