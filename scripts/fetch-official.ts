/**
 * Gets the official files of a UF from the public services of MDS and IBGE, as
 * they publish them, and writes raw files, provenance and extracts.
 *
 *   npm run fetch-official -- --uf MT [--only misocial,sidra,localidades,malhas]
 *     [--to .cache/oficiais/mt] [--since 2024-01] [--until 2026-11]
 *     [--municipios 510340,510760] [--formato csv|json] [--sem-extratos]
 *     [--intervalo-ms 1000] [--tentativas 5] [--semente 1]
 *     [--base-misocial URL] [--base-sidra URL] [--base-localidades URL] [--base-malhas URL]
 *
 * May be interrupted and run again: it goes on where it stopped and asks only for
 * what changed. Ends with 1 when a file did not come, 2 when the arguments are wrong.
 */
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readArguments } from "./fetch-official/arguments.ts";
import { createConverter, readPlaces } from "./fetch-official/read.ts";
import { fetchOfficial } from "./fetch-official/run.ts";
import { reasonOf, sleep, type World } from "./fetch-official/world.ts";
import { createRandom } from "./demo/random.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const interrupted = new AbortController();
process.once("SIGINT", () => {
  interrupted.abort(new DOMException("interrompido", "AbortError"));
});

const now = new Date();
const lugares = await readPlaces(join(ROOT, "data"));
const reading = readArguments(process.argv.slice(2), now.toISOString(), lugares.ufs);
if ("erro" in reading) {
  console.error(reading.erro);
  process.exitCode = 2;
} else {
  const { options, semente, semExtratos } = reading;
  const random = createRandom(semente ?? now.getTime() ^ process.pid);
  const world: World = {
    fetch,
    now: () => Date.now(),
    sleep,
    random: random.unit,
    print: (line) => {
      console.log(line);
    },
  };
  const to = resolve(options.to ?? join(ROOT, ".cache", "oficiais", options.uf.sigla.toLowerCase()));
  const convert = semExtratos ? null : await createConverter(join(ROOT, "data"), lugares, options.uf, now.toISOString());
  try {
    const { falhas } = await fetchOfficial({ ...options, to, convert, world, signal: interrupted.signal });
    if (falhas.length > 0) process.exitCode = 1;
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    console.error(`Parado (${reasonOf(interrupted.signal).message}): rode de novo para continuar de onde estava.`);
    process.exitCode = 130;
  }
}
