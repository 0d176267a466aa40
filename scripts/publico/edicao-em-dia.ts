/**
 * Publishes into `publico-dist` unless what stands there is of these very inputs and code
 * (`npm start -- --publico`, `npm test`). What publishing says is said; a refusal ends with its code.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { hashInputs } from "../inputs.ts";
import { publishPublic } from "../publish-public.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// Not beside what it is of: whatever stands in that folder goes out.
const STAMP = join(ROOT, ".cache", "publico-dist.inputs");

const inputs = hashInputs();
const isFresh = existsSync(join(ROOT, "publico-dist", "index.html")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === inputs;
if (isFresh) {
  console.log("The public edition is up to date.");
} else {
  rmSync(STAMP, { force: true });
  const { stdout, stderr, code } = await publishPublic([]);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  if (code !== 0) process.exit(code);
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, inputs);
}
