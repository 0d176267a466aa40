import { attachDatabase, disarmExtensions, lockEngine } from "./database.ts";
import type { Engine } from "./engine.ts";
import { detailOf, notDelivered } from "./failures.ts";
import type { SessionOptions } from "./options.ts";
import type { EngineError } from "./session.ts";

export interface OpeningEvents {
  readonly onBytes: (received: number, total: number | null) => void;
  readonly onCompiled: () => void;
  readonly onDeath: (error: EngineError) => void;
}

/**
 * Brings up an engine with the bundled database attached, locked: the engine's
 * script, its wasm and the database are fetched side by side. Rejects with `EngineError`
 * and leaves no worker behind.
 */
export async function openEngine(options: SessionOptions, events: OpeningEvents): Promise<Engine> {
  const base = options.baseUrl ?? document.baseURI;
  const workerUrl = new URL(options.workerUrl, base).href;
  const [engine, bytes] = await bothOrNeither(
    startWorker(),
    fetchBytes(new URL(options.databaseUrl, base).href),
  );
  try {
    // A folder that does not exist: the answer must be 404.
    await disarmExtensions(engine, new URL("ext", base).href);
    await attachDatabase(engine, bytes, options.snapshot.hash);
    await lockEngine(engine);
  } catch (error) {
    engine.terminate();
    throw error;
  }
  return engine;

  async function startWorker(): Promise<Engine> {
    const { openWorkerEngine } = await import("./worker-engine.ts").catch((error: unknown) => {
      throw notDelivered("O programa do motor de dados", detailOf(error));
    });
    return openWorkerEngine({
      ...events,
      wasmUrl: new URL(options.wasmUrl, base).href,
      spawn: () => (options.spawn ?? spawnWorker)(options.workerViaBlob ? blobUrl(workerUrl) : workerUrl),
    });
  }
}

function spawnWorker(url: string): Worker {
  return new Worker(url, { type: "module", name: "motor-de-dados" });
}

/** A script that only imports another: started from it, a worker inherits the page's policy. */
function blobUrl(workerUrl: string): string {
  const source = `import ${JSON.stringify(workerUrl)};\n`;
  return URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
}

async function fetchBytes(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw notDelivered("O arquivo de dados", detailOf(error));
  }
}

/** Waits for both; when the data fail, the engine that may still come up is stopped. */
async function bothOrNeither(
  opening: Promise<Engine>,
  data: Promise<Uint8Array>,
): Promise<readonly [Engine, Uint8Array]> {
  try {
    return await Promise.all([opening, data]);
  } catch (error) {
    opening.then(
      (engine) => engine.terminate(),
      () => undefined,
    );
    throw error;
  }
}
