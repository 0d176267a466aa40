import { serveKeeper } from "../keeper/serve.ts";
import { relogioRunner } from "./relogio-run.ts";

serveKeeper(relogioRunner);
