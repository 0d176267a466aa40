import { ensureInstalled, requireNode, runScript } from "./install.mjs";

requireNode();
ensureInstalled();
const built = runScript("build.ts", ["--if-stale"]);
if (built !== 0) process.exit(built);
process.exit(runScript("serve.ts"));
