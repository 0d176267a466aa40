import { serveKeeper } from "../keeper/serve.ts";
import { apoioRunner } from "./apoio-run.ts";

serveKeeper(apoioRunner);
