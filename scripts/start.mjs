import { ensureInstalled, requireNode, runScript } from "./install.mjs";

requireNode();
ensureInstalled();
const isPublic = process.argv.includes("--publico");
const built = isPublic ? runScript("publico/edicao-em-dia.ts") : runScript("build.ts", ["--if-stale"]);
if (built !== 0) process.exit(built);
process.exit(runScript("serve.ts", isPublic ? ["--publico"] : []));
