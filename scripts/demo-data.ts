/**
 * Invents the demonstration complaints and support on a territory's real
 * municipalities. Nothing in it describes a fact, a person or an administration.
 *
 *   tsx scripts/demo-data.ts [--territorio data]
 *
 * Writes `denuncias.csv` and `apoios.csv` in `demonstracao/`. Same municipalities, same
 * bytes. The events of the complaints, the plans and the services are made anew by whoever
 * reads the folder.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { inventDemonstration } from "./demo/demonstration.ts";
import { readCsv } from "./extracts/csv.ts";
import { readMunicipios } from "./extracts/snapshot.ts";
import { parseShape } from "../src/data/snapshot/parse.ts";
import { TerritorioSchema } from "../src/data/snapshot/schema.ts";

const { values } = parseArgs({
  options: { territorio: { type: "string", default: fileURLToPath(new URL("../data", import.meta.url)) } },
});
const dir = values.territorio;

const territorio = parseShape(
  TerritorioSchema,
  JSON.parse(await readFile(join(dir, "territorio.json"), "utf8")),
  "territorio.json",
);
const municipios = readMunicipios(readCsv(await readFile(join(dir, "municipios.csv"), "utf8"), "municipios.csv").rows);
const { denuncias, apoios } = inventDemonstration(municipios, territorio.base);

await mkdir(join(dir, "demonstracao"), { recursive: true });
for (const [id, csv] of Object.entries({ denuncias, apoios })) {
  await writeFile(join(dir, "demonstracao", `${id}.csv`), csv);
  console.log(`${dir}/demonstracao/${id}.csv: ${csv.split("\n").length - 2} rows`);
}
